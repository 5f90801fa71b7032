package cmd

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/backup"
	"hygeia/assess/exchange"
	"hygeia/assess/log"
	"hygeia/assess/store"
	"hygeia/frameworks/words"
)

type backupOptions struct {
	env *Env

	Output         string
	Passphrase     bool
	PassphraseFile string
}

func newExportCommand(env *Env) *cobra.Command {
	c := &cobra.Command{
		Use:  "export",
		Long: long(`Writes what is saved for another place, another person or another program.`),
		Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return withHint(usagef("say what to export: packet, profile, rows or backup"), "see %q", "hygeia export --help")
		},
	}
	c.AddCommand(newPacketCommand(env, runPacket), newProfileCommand(env, runProfile), newRowsCommand(env, runRows), newBackupCommand(env, runBackup))
	return c
}

func newBackupCommand(env *Env, run func(context.Context, *backupOptions) error) *cobra.Command {
	opts := &backupOptions{env: env}
	c := &cobra.Command{
		Use:   "backup",
		Short: "Copy the whole folder into one file",
		Long: long(`Copies the whole folder, with its history and reports, into one zip file. Keep it where
the computer cannot reach it, such as on a stick in a drawer: what takes the computer
takes the folder with it. "hygeia import FILE" restores it into an empty folder, and a
zip program can unpack it too.

With --passphrase the file is encrypted as the program age does it. Without the
passphrase nobody can open it again, and nobody can reset it: write it down, and keep
it away from the copy.`),
		Example: `  hygeia export backup -o hygeia-backup.zip
  hygeia export backup -o hygeia-backup.zip.age --passphrase-file passphrase.txt
  hygeia import hygeia-backup.zip --dir restored`,
		Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			switch {
			case opts.Output == "":
				return withHint(usagef("say where the copy goes with -o"), "name a file on a stick or on another drive")
			case opts.Passphrase && opts.PassphraseFile != "":
				return usagef("--passphrase asks and --passphrase-file reads a file; choose one")
			}
			return run(c.Context(), opts)
		},
	}
	f := c.Flags()
	f.StringVarP(&opts.Output, "output", "o", "", "write to this `file` or folder; - is standard output")
	f.BoolVar(&opts.Passphrase, "passphrase", false, "encrypt it; asks for the passphrase at a terminal")
	f.StringVar(&opts.PassphraseFile, "passphrase-file", "", "encrypt it with the passphrase in this `file`")
	return c
}

func runBackup(ctx context.Context, o *backupOptions) error {
	st, err := openStore(o.env)
	if err != nil {
		return err
	}
	if empty, err := st.IsEmpty(); err != nil || empty {
		if err == nil {
			err = errNothingSaved(st)
		}
		return err
	}
	sealed := o.Passphrase || o.PassphraseFile != ""
	if o.env.toStdout(o.Output) && o.env.OutTerminal {
		return withHint(usagef("a backup is not for the screen"), "write it to a file with -o")
	}
	if err := apart(o.Output, o.PassphraseFile); err != nil {
		return err
	}
	var passphrase string
	if sealed {
		if passphrase, err = o.env.passphrase(ctx, o.PassphraseFile, newPassphrase); err != nil {
			return err
		}
	}
	unlock, err := o.env.lock(ctx, st, "")
	if store.IsReadOnly(err) { // nobody else writes there either, and a failing drive needs a copy most
		unlock, err = func() {}, nil
	}
	if err != nil {
		return err
	}
	defer unlock()
	done := o.env.working("copying the folder")
	data, n, left, err := o.pack(st)
	done()
	if err != nil {
		return err
	}
	for _, name := range left {
		o.env.say("left out: %s is too large, or no plain file", name)
	}
	name := "hygeia-backup-" + o.today().String() + ".zip"
	if sealed {
		done := o.env.working("encrypting the copy")
		data, err = backup.Seal(data, passphrase)
		done()
		if err != nil {
			return err
		}
		name += ".age"
	}
	if err := writeBytes(o.env, data, o.Output, name); err != nil {
		return err
	}
	o.env.say("%s copied, %s", words.Count(n, "file", "files"), sizeOf(len(data)))
	if sealed {
		o.env.say("without the passphrase nobody can open this copy again")
	}
	if err := o.note(st); err != nil {
		o.env.say("the copy is made; the day of it could not be kept: %v", err)
	}
	return nil
}

func (o *backupOptions) today() assess.Date { return assess.DateOf(o.env.Now()) }

// pack returns the folder as one file, how many files are in it, and which are not
// for their size or kind. Earlier copies are left out.
func (o *backupOptions) pack(st *store.Store) (data []byte, n int, left []string, err error) {
	contents, left, err := st.Files(func(head []byte) bool {
		kind := exchange.Recognize(head)
		return kind == exchange.Backup || kind == exchange.Sealed
	})
	if err != nil {
		return nil, 0, nil, err
	}
	var files []backup.File
	for name, data := range contents {
		files = append(files, backup.File{Name: name, Data: data})
	}
	if data, err = backup.Pack(files); err != nil {
		return nil, 0, nil, err
	}
	_, err = backup.Unpack("the copy", data) // a copy that would not open is none
	return data, len(files), left, err
}

// note remembers in the folder when the last copy was made.
func (o *backupOptions) note(st *store.Store) error {
	e := log.Event{Kind: log.Backup, Day: o.today()}
	if !o.env.toStdout(o.Output) {
		e.What = o.Output
	}
	return st.LogEvent(e)
}

// sizeOf prints a number of bytes for people.
func sizeOf(n int) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KB", (n+1023)/1024)
	}
	return fmt.Sprintf("%d MB", (n+1<<19)/(1<<20))
}

// homeCopy says when the last copy of the folder was made. The folder lies on the
// very computer that can be lost.
func homeCopy(env *Env, st *store.Store) {
	last, err := lastCopy(st)
	switch {
	case err != nil:
		env.say("%v", err)
	case last == "":
		env.tell("Last copy of this folder: none yet; %s makes one", env.named("export", "backup", "-o", "FILE"))
	default:
		env.tell("Last copy of this folder: %s", last)
	}
}
