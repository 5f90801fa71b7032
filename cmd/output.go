package cmd

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"hygeia/assess/backup"
	"hygeia/assess/packet"
	"hygeia/assess/store"
	"hygeia/report"
)

// stdout is what -o is given to mean standard output, as for other programs.
const stdout = "-"

// toStdout reports whether -o leaves the result on standard output, under
// whatever name: /dev/stdout is a link on many systems, and to write to what it
// leads to is not to replace it.
func (env *Env) toStdout(output string) bool {
	if output == "" || output == stdout {
		return true
	}
	to := env.Out
	if s, is := to.(*sink); is {
		to = s.Writer
	}
	out, isFile := to.(*os.File)
	if !isFile {
		return false
	}
	info, err := out.Stat()
	named, missing := os.Stat(output)
	return err == nil && missing == nil && os.SameFile(info, named)
}

// put writes a result to the file a person named.
func (env *Env) put(path string, data []byte) error {
	if err := spare(path, data); err != nil {
		return err
	}
	st, err := openStore(env)
	if err != nil {
		return err
	}
	done := env.working("writing " + path)
	err = st.WriteOut(path, data)
	done()
	return refusedName(err)
}

// spare refuses to write over what cannot be had again: a hand-out, which somebody
// may have filled in, and a copy of the folder, unless a newer one takes its place.
func spare(path string, data []byte) error {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return nil // there is nothing to lose, or writing it says what is wrong
	}
	there, err := store.ReadPlain(path, maxImport)
	if err != nil {
		return nil
	}
	switch {
	case packet.IsReply(there):
		err = usagef("%s is a hand-out, and what somebody filled in would be lost", path)
	case backup.Is(there) && !backup.Is(data):
		err = usagef("%s is a copy of a hygeia folder, and it would be lost", path)
	default:
		return nil
	}
	return withHint(err, "name another file with -o, or move that one away")
}

// apart refuses to write a result over the file that it is made from.
func apart(output, input string) error {
	one, err := os.Stat(output)
	other, missing := os.Stat(input)
	if err != nil || missing != nil || !one.Mode().IsRegular() || !os.SameFile(one, other) {
		return nil
	}
	return withHint(usagef("%s is read by this very command, and would be lost", input), "name another file with -o")
}

// refusedName makes a mistake of the command line of a name that hygeia keeps.
func refusedName(err error) error {
	if errors.Is(err, store.ErrOurs) {
		return withHint(usagef("%w", err), "name another file with -o")
	}
	return err
}

// extension is what the name of a format's file ends in.
func extension(format string) string {
	if format == "text" {
		return ".txt"
	}
	return "." + format
}

// placed returns the file that -o means. A folder, which is there already or
// ends in a slash, gets the file under its usual name.
func placed(output, name string) string {
	if isFolder(output) {
		return filepath.Join(output, name)
	}
	return output
}

func isFolder(output string) bool {
	if output != "" && os.IsPathSeparator(output[len(output)-1]) {
		return true
	}
	info, err := os.Stat(output)
	return err == nil && info.IsDir()
}

// writeDocument draws a document to standard output, or to the file or folder
// that -o names. The name, without its ending, is the usual one of such a file.
func writeDocument(env *Env, d *report.Document, format, output, name string) error {
	var b bytes.Buffer
	screen := env.toStdout(output)
	opts := report.Options{Width: env.Width, Color: env.Color && screen, Sparks: env.Sparks && screen}
	if err := report.Write(&b, format, d, opts); err != nil {
		return err
	}
	return writeBytes(env, b.Bytes(), output, name+extension(format))
}

// writeBytes writes to standard output, or to the file or folder that -o names;
// then it prints the path.
func writeBytes(env *Env, data []byte, output, name string) error {
	if env.toStdout(output) {
		_, err := env.Out.Write(data)
		return err
	}
	path := placed(output, name)
	if err := env.put(path, data); err != nil {
		return err
	}
	_, err := fmt.Fprintln(env.Out, path)
	return err
}

// writeTemplate writes a file to fill in, by one of the store's ways to write a new
// one. What is there already is kept: it may be filled in.
func writeTemplate(env *Env, data []byte, output, name string, write func(*store.Store, string, []byte) error) error {
	if env.toStdout(output) {
		_, err := env.Out.Write(data)
		return err
	}
	path := placed(output, name)
	switch _, err := os.Lstat(path); {
	case err == nil:
		return withHint(usagef("%s is there already, and what is filled in would be lost", path), "name another file with -o, or move that one away")
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	st, err := openStore(env)
	if err != nil {
		return err
	}
	if err := write(st, path, data); err != nil {
		return refusedName(err)
	}
	_, err = fmt.Fprintln(env.Out, path)
	return err
}

// unreadable names the formats that a terminal cannot show.
func unreadable() map[string]string {
	return map[string]string{"pdf": "a PDF", "docx": "a Word file"}
}

// notForScreen refuses to fill a terminal with what it cannot show.
func notForScreen(env *Env, format, output, name string) error {
	if what := unreadable()[format]; what != "" && env.toStdout(output) && env.OutTerminal {
		return withHint(usagef("%s is not for the screen", what), "write it to a file with -o %s.%s", name, format)
	}
	return nil
}
