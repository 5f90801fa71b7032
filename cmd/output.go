package cmd

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

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
	out, isFile := env.Out.(*os.File)
	if !isFile {
		return false
	}
	info, err := out.Stat()
	named, missing := os.Stat(output)
	return err == nil && missing == nil && os.SameFile(info, named)
}

// put writes a result to the file a person named.
func (env *Env) put(path string, data []byte) error {
	st, err := openStore(env)
	if err != nil {
		return err
	}
	done := env.working("writing " + path)
	err = st.WriteOut(path, data)
	done()
	return refusedName(err)
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

// writeTemplate writes a file to fill in. One that is there already is kept: it
// may be filled in.
func writeTemplate(env *Env, data []byte, output, name string) error {
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
	if err := st.WriteNew(path, data); err != nil {
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
