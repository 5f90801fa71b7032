package store

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
)

// maxBundle is the largest frozen content that is read, in bytes of its YAML.
const maxBundle = 32 << 20

// frozenName returns where content with that digest is kept: as YAML, compressed
// to a fifth. [assess.Decode] lets only "sha256:" and 64 hex digits through.
func frozenName(digest string) string { return plainName(digest) + ".gz" }

// plainName returns where it was kept before it was compressed, which is read
// for ever.
func plainName(digest string) string {
	return contentDir + "/" + strings.TrimPrefix(digest, "sha256:") + ".yaml"
}

// frozen loads the content a quarter was finished with. A lost or damaged file
// is an error and never replaced by today's content: the quarter would score
// differently.
func (s *Store) frozen(root *os.Root, pin assess.Pin) (*frameworks.Library, error) {
	kept := s.kept(root, pin.Version)
	shown, text, err := kept(pin.Digest)
	if err != nil {
		return nil, err
	}
	lib, err := s.loaded.reader.LoadBundle(shown, text, kept)
	if gone, ok := errors.AsType[lost](err); ok { // what the bundle leaves out
		return nil, gone
	}
	if err != nil {
		return nil, fmt.Errorf("the questions this quarter was answered against are damaged: %s: %w", cure, err)
	}
	if lib.Digest != pin.Digest {
		return nil, fmt.Errorf("%s: the questions this quarter was answered against were changed (digest %s): %s", shown, lib.Digest, cure)
	}
	return lib, nil
}

// cure is what helps where content is gone.
const cure = "put it back from a backup, or from the computer the quarter was finished on"

// lost is a mistake that says already what is gone and what helps.
type lost struct{ error }

// kept finds the bundles of frozen content for a quarter that was answered
// against one of that version.
func (s *Store) kept(root *os.Root, version string) frameworks.Kept {
	return func(digest string) (shown, text string, err error) {
		name, text, err := readFrozen(root, digest)
		shown = filepath.Join(s.dir, filepath.FromSlash(name))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			err = lost{fmt.Errorf("%s: the questions this quarter was answered against (content %s) are missing: %s", shown, version, cure)}
		case errors.Is(err, errDamaged):
			err = lost{fmt.Errorf("the questions this quarter was answered against are damaged: %s: %s: %w", cure, shown, err)}
		}
		return shown, text, err
	}
}

// freeze keeps the content for a quarter that is being finished, unless it is
// there already. What it has in common with the content of the quarter before is
// left to that.
func (s *Store) freeze(root *os.Root, lib *frameworks.Library, before *Saved) error {
	pin := assess.Pin{Version: lib.Version, Digest: lib.Digest}
	if _, err := s.frozen(root, pin); err == nil {
		return nil
	}
	data, err := s.bundle(root, lib, before)
	if err != nil {
		return err
	}
	d := s.drive(root)
	if err := d.mkdir(contentDir); err != nil {
		return err
	}
	if err := d.replace(frozenName(lib.Digest), compressed(data)); err != nil {
		return err
	}
	_, err = s.frozen(root, pin)
	return err
}

// bundle returns the content as it is kept: whole where there is no quarter
// before, or the content of that one cannot be read or is the same.
func (s *Store) bundle(root *os.Root, lib *frameworks.Library, before *Saved) ([]byte, error) {
	if before != nil && before.Content.Digest != lib.Digest {
		if data, err := s.loaded.reader.BundleBeside(lib, before.Content.Digest, s.kept(root, before.Content.Version)); err == nil {
			return data, nil
		}
	}
	return lib.Bundle()
}

// readFrozen returns the YAML of frozen content, and the name of its file.
func readFrozen(root *os.Root, digest string) (name, text string, err error) {
	name = frozenName(digest)
	data, err := readFile(root, name, maxBundle)
	if err == nil {
		text, err = decompressed(data)
		return name, text, err
	}
	if errors.Is(err, fs.ErrNotExist) {
		if plain, err := readFile(root, plainName(digest), maxBundle); !errors.Is(err, fs.ErrNotExist) {
			return plainName(digest), string(plain), err
		}
	}
	return name, "", err
}

// errDamaged says that a compressed file is cut off or changed.
var errDamaged = errors.New("the file is cut off or was changed")

// compressed returns the function that writes data compressed, as replace wants
// it. The same data gives the same bytes: nothing of the day or the file is in them.
func compressed(data []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		z := gzip.NewWriter(w)
		if _, err := z.Write(data); err != nil {
			return err
		}
		return z.Close()
	}
}

// decompressed reads at most the largest content and one byte more, so that
// whoever reads on can tell that it is too large.
func decompressed(data []byte) (string, error) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return "", errDamaged
	}
	var text strings.Builder
	size := binary.LittleEndian.Uint32(data[len(data)-4:]) // as the file says at its end; true or not
	text.Grow(int(min(size, 8*uint32(len(data)))))
	if _, err := io.Copy(&text, io.LimitReader(z, maxBundle+1)); err != nil {
		return "", errDamaged
	}
	return text.String(), nil
}
