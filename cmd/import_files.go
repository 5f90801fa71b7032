package cmd

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hygeia/assess/backup"
	"hygeia/assess/evidence"
	"hygeia/assess/exchange"
	"hygeia/assess/store"
	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// inFolder are the kinds of file that are taken out of a folder with others.
var inFolder = []exchange.Kind{exchange.Quarter, exchange.Ledger, exchange.Log, exchange.OSCAL}

// filesOf is the file itself, or what a folder holds of files to take over.
func (o *importOptions) filesOf(st *store.Store, path string) ([]string, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: no such file", path)
	case err != nil || !info.IsDir():
		return []string{path}, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	var files, other []string
	for _, e := range entries {
		if !e.Type().IsRegular() {
			continue
		}
		name := filepath.Join(path, e.Name())
		head, err := headOf(name)
		switch {
		case err == nil && (slices.Contains(inFolder, exchange.Recognize(head)) || evidence.Recognize(head) || isReply(name, head) || isSheet(st, name, head)):
			files = append(files, name)
		default:
			other = append(other, e.Name())
		}
	}
	if len(files) == 0 {
		return nil, withHint(fmt.Errorf("%s: holds no copy of a quarter, no hand-out that came back, no sheet with ids and no file of a scan", path),
			"if CISA's report came as a PDF, open it in a desktop PDF reader and save the files behind the paper clips on its page \"Attachments\" into the folder; unpack a zip first")
	}
	if len(other) > 0 {
		o.env.say("%s: left out, for it is no copy of a quarter, no hand-out that came back, no sheet with ids and no file of a scan: %s", path, strings.Join(other, ", "))
	}
	return files, nil
}

// maxImport is how much is read of a file to take over: a backup may hold many
// years.
const maxImport = 256 << 20

func (o *importOptions) take(ctx context.Context, st *store.Store, path string) error {
	done := o.env.working("reading " + path)
	data, err := readFile(path, maxImport)
	done()
	if err != nil {
		return err
	}
	return o.takeData(ctx, st, path, data)
}

func (o *importOptions) takeData(ctx context.Context, st *store.Store, path string, data []byte) error {
	switch kind := exchange.Recognize(data); kind {
	case exchange.Quarter:
		return o.quarter(ctx, st, path, data)
	case exchange.Ledger:
		return o.ledger(st, path, data)
	case exchange.Log:
		return o.journal(st, path, data)
	case exchange.Answers:
		return o.answers(ctx, st, path, data)
	case exchange.Reply:
		return o.reply(ctx, st, path, data)
	case exchange.Backup:
		return o.backup(ctx, st, path, data)
	case exchange.OSCAL:
		return o.catalog(st, path, data)
	case exchange.Sheet:
		return o.sheet(ctx, st, path, data)
	case exchange.Sealed:
		passphrase, err := o.env.passphrase(ctx, o.Passphrase, oldPassphrase)
		if err != nil {
			return err
		}
		done := o.env.working("decrypting " + path)
		plain, err := backup.Open(data, passphrase)
		done()
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		return o.backup(ctx, st, path, plain)
	}
	var foreign *strictyaml.ForeignError
	if errors.As(strictyaml.Foreign(path, data), &foreign) {
		return withHint(fmt.Errorf("%s: this is %s, which cannot be taken over", path, foreign.What), "what can be taken over: %s", words.Or(append(exchange.Known(), "a file of a scan")))
	}
	return withHint(fmt.Errorf("%s: is not a file that can be taken over", path), "that would be %s", words.Or(append(exchange.Known(), "a file of a scan")))
}
