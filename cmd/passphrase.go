package cmd

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"

	"hygeia/assess/backup"
	"hygeia/assess/store"
	"hygeia/frameworks/strictyaml"
)

// purpose is what a passphrase is asked for.
type purpose int

const (
	oldPassphrase purpose = iota // to open what is there
	newPassphrase                // to seal something; asked twice
)

// passphrase reads a passphrase from the first line of a file, or asks for it at a
// terminal without showing it.
func (env *Env) passphrase(ctx context.Context, file string, why purpose) (string, error) {
	if file != "" {
		data, err := store.ReadPlain(file, 4<<10)
		if err != nil {
			return "", err
		}
		// In the letters that were typed, so that the passphrase can be typed too:
		// the ">" of older PowerShells writes UTF-16.
		text := strictyaml.Text(data)
		if !utf8.Valid(text) || bytes.ContainsRune(text, 0) {
			return "", usagef("%s: is not text, so nobody could type what it holds; save it as UTF-8", file)
		}
		line, _, _ := strings.Cut(string(text), "\n")
		line = strings.TrimSuffix(line, "\r")
		return line, checkPassphrase(line, why)
	}
	in, isFile := env.In.(*os.File)
	if !isFile || !env.InTerminal {
		return "", withHint(usagef("there is no terminal to ask for the passphrase at"), "write it into a file and name that with --passphrase-file")
	}
	if why == newPassphrase {
		env.say("without the passphrase nobody can open the copy again: write it down, and keep it away from the copy")
	}
	first, err := env.hidden(ctx, in, "Passphrase: ")
	if err != nil || why == oldPassphrase {
		return first, err
	}
	if err := checkPassphrase(first, why); err != nil {
		return "", err
	}
	second, err := env.hidden(ctx, in, "The same again: ")
	if err == nil && first != second {
		err = errors.New("the two passphrases are not the same; nothing was written")
	}
	return first, err
}

func checkPassphrase(passphrase string, why purpose) error {
	if n := len([]rune(passphrase)); why == newPassphrase && n < backup.MinPassphrase {
		return usagef("the passphrase has %d characters; it needs at least %d: four or five unrelated words do well", n, backup.MinPassphrase)
	}
	return nil
}

// hidden reads a line without showing it, and leaves the terminal as it was
// whatever ends the reading.
func (env *Env) hidden(ctx context.Context, in *os.File, prompt string) (string, error) {
	fd := int(in.Fd())
	before, err := term.GetState(fd)
	if err != nil {
		return "", err
	}
	fmt.Fprint(env.Err, prompt)
	type result struct {
		text []byte
		err  error
	}
	read := make(chan result, 1)
	go func() {
		text, err := term.ReadPassword(fd)
		read <- result{text, err}
	}()
	select {
	case <-ctx.Done():
		term.Restore(fd, before)
		fmt.Fprintln(env.Err)
		return "", interruptedf("interrupted; nothing was written")
	case got := <-read:
		fmt.Fprintln(env.Err)
		if got.err != nil {
			return "", interruptedf("no passphrase was given; nothing was written")
		}
		return string(got.text), nil
	}
}
