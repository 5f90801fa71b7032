package evidence

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"hygeia/assess/sheet"
)

// jsons are the families that are JSON, by words near their beginning.
var jsons = []struct {
	words [][]byte
	read  reader
}{
	{[][]byte{[]byte(`"vulnerabilities"`), []byte(`"cveID"`)}, readCatalog},
	{[][]byte{[]byte(`"MetaData"`), []byte(`"ProductsAssessed"`)}, readScuba},
	{[][]byte{[]byte(`"cveId"`), []byte(`"machineId"`)}, readDefender},
}

// isKEV reports whether a text begins as the catalog does in JSON.
func isKEV(head []byte) bool {
	for _, w := range jsons[0].words {
		if !bytes.Contains(head, w) {
			return false
		}
	}
	return true
}

func findJSON(head []byte) reader {
	for _, f := range jsons {
		all := true
		for _, w := range f.words {
			all = all && bytes.Contains(head, w)
		}
		if all {
			return f.read
		}
	}
	return nil
}

// fields reads an object field by field and passes over those that nobody wants,
// however large.
func fields(file *bufio.Reader, want map[string]func(*json.Decoder) error) error {
	d := json.NewDecoder(sheet.Decoded(file))
	if err := object(d, want); err != nil {
		return inJSON(d, err)
	}
	return nil
}

func object(d *json.Decoder, want map[string]func(*json.Decoder) error) error {
	if err := expect(d, '{'); err != nil {
		return err
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string)
		if read := want[name]; read != nil {
			err = read(d)
		} else {
			err = pass(d)
		}
		if err != nil {
			return err
		}
	}
	return expect(d, '}')
}

// items reads an array item by item.
func items(d *json.Decoder, each func() error) error {
	if err := expect(d, '['); err != nil {
		return err
	}
	for d.More() {
		if err := each(); err != nil {
			return err
		}
	}
	return expect(d, ']')
}

// pass reads over one value.
func pass(d *json.Decoder) error {
	for depth := 0; ; {
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth == 0 {
			return nil
		}
	}
}

func expect(d *json.Decoder, want json.Delim) error {
	t, err := d.Token()
	if err != nil {
		return err
	}
	if t != want {
		return fmt.Errorf("there is %.30q where %q should be", fmt.Sprint(t), want)
	}
	return nil
}

func inJSON(d *json.Decoder, err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("ends in the middle: it was not saved or sent whole, so nothing is kept of it; save it again")
	}
	return fmt.Errorf("is damaged after %d bytes, so nothing is kept of it: %w", d.InputOffset(), err)
}
