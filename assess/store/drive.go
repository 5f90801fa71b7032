package store

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"crypto/rand"
)

// drive is an open folder to write in.
type drive struct {
	*os.Root
	way   string       // the way out when something fails, see Fault
	alone bool         // nobody else writes here now, so that leftovers are nobody's
	note  func(string) // tells what is to be known although it worked
}

// abandoned is the age at which a temporary file is nobody's any more. No write
// takes that long.
const abandoned = time.Hour

// replace puts what fill writes in the place of the named file, in one step: a
// temporary file beside it, synced, renamed over it, and the folder synced. If
// anything goes wrong before the rename, the old file is untouched and nothing
// is left behind; after it the new one stands, whatever the folder says. After a
// kill a temporary file stays, until a later replace of the same file finds it.
// (As rogpeppe/go-internal renameio does it, but inside the root, which no link
// can lead out of.)
func (d *drive) replace(name string, fill func(io.Writer) error) (err error) {
	shown := d.path(name)
	old, err := d.Lstat(name)
	if err == nil && !old.Mode().IsRegular() && old.Mode().Type() != fs.ModeSymlink {
		return fmt.Errorf("%s: not a plain file, so it is not replaced", shown)
	}
	dir, base := path.Split(name)
	temp := dir + tempPrefix(base) + rand.Text()
	f, err := d.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fault(toWrite, shown, d.way, err)
	}
	defer func() {
		if err != nil {
			d.Remove(temp)
		}
	}()
	d.sweep(f, dir, base)
	err = d.fill(f, shown, old, fill)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = d.rename(temp, name)
	}
	if err != nil {
		return fault(toWrite, shown, d.way, err)
	}
	d.syncDir(dir)
	return nil
}

// fill writes the temporary file, makes it last and gives it the rights it needs.
func (d *drive) fill(f *os.File, shown string, old fs.FileInfo, fill func(io.Writer) error) error {
	buffer := bufio.NewWriterSize(f, 64<<10) // packed content comes in hundreds of small pieces
	if err := fill(buffer); err != nil {
		return err
	}
	if err := buffer.Flush(); err != nil {
		return err
	}
	if old != nil && old.Mode().IsRegular() {
		same, err := handOver(f, old)
		if err != nil {
			return err
		}
		if !same {
			d.say("%s belonged to another account of this computer and belongs to this one now; who may read it is as before", shown)
		}
	}
	err := f.Sync()
	if err != nil && unsupported(err) {
		d.say("the drive of %s cannot say when a file is safely written: after a power cut the last answers may be missing, so keep a copy with \"hygeia export backup\"", d.Name())
		return nil
	}
	return err
}

// patience is how long a rename waits in all for a program that holds the file:
// a virus scanner looks at a new file for a moment.
var patience = []time.Duration{10 * time.Millisecond, 20 * time.Millisecond, 40 * time.Millisecond, 60 * time.Millisecond, 80 * time.Millisecond}

func (d *drive) rename(from, to string) error {
	err := d.Rename(from, to)
	for _, wait := range patience {
		if err == nil || !held(err) {
			return err
		}
		time.Sleep(wait)
		err = d.Rename(from, to)
	}
	if err != nil && held(err) {
		return fmt.Errorf("%w (%w)", errHeld, bare(err))
	}
	return err
}

// tempPrefix starts the names of the temporary files of one file. The dot keeps
// them out of sight and out of List.
func tempPrefix(base string) string { return "." + base + ".tmp-" }

// sweep removes the temporary files that killed programs left of one file. Where
// others may be writing the same file just now, only those that are long
// forgotten by the drive's own clock. What cannot be removed stays.
func (d *drive) sweep(mine *os.File, dir, base string) {
	entries, err := readDir(d.Root, dir)
	if err != nil {
		return
	}
	now, err := mine.Stat()
	if err != nil {
		return
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), tempPrefix(base)) || e.Name() == now.Name() {
			continue
		}
		info, err := e.Info()
		if err == nil && (d.alone || now.ModTime().Sub(info.ModTime()) > abandoned) && e.Name() != filepath.Base(mine.Name()) {
			d.Remove(dir + e.Name())
		}
	}
}

// syncDir makes a rename last through a power cut. Windows cannot sync a folder,
// and some network drives cannot either; there it is left out. The new file
// stands already, so a failure is only told.
func (d *drive) syncDir(dir string) {
	if runtime.GOOS == "windows" {
		return
	}
	folder, err := d.Open(path.Clean(dir))
	if err == nil {
		defer folder.Close()
		err = folder.Sync()
	}
	if err != nil && !unsupported(err) {
		d.say("the drive of %s did not confirm the last change: after a power cut it may be missing, so keep a copy with \"hygeia export backup\"", d.Name())
	}
}

// mkdir makes a folder for its owner only.
func (d *drive) mkdir(name string) error {
	return fault(making, d.path(name), d.way, d.MkdirAll(name, 0o700))
}

// path is what people are shown of a file.
func (d *drive) path(name string) string { return filepath.Join(d.Name(), filepath.FromSlash(name)) }

func (d *drive) say(format string, args ...any) {
	if d.note != nil {
		d.note(fmt.Sprintf(format, args...))
	}
}
