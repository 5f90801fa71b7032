package evidence

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"

	"hygeia/assess/sheet"
)

// family is a kind of file that is JSON.
type family struct {
	words [][]byte
	read  reader
}

// jsons are the families that are JSON, by words near their beginning.
var jsons = []family{
	{[][]byte{[]byte(`"vulnerabilities"`), []byte(`"cveID"`)}, readCatalog},
	{[][]byte{[]byte(`"vulnerabilities"`), []byte(`"catalogVersion"`)}, readCatalog},
	{[][]byte{[]byte(`"MetaData"`), []byte(`"ProductsAssessed"`)}, readScuba},
	{[][]byte{[]byte(`"MetaData"`), []byte(`"ToolVersion"`)}, readScuba},
	{[][]byte{[]byte(`"cveId"`), []byte(`"machineId"`)}, readDefender},
	{[][]byte{[]byte(`"CveId"`), []byte(`"MachineId"`)}, readDefender},
}

// isKEV reports whether a text begins as the catalog does in JSON.
func isKEV(head []byte) bool {
	for _, f := range jsons[:2] {
		if f.fits(head) {
			return true
		}
	}
	return false
}

func (f *family) fits(head []byte) bool {
	if bytes.Contains(head, []byte(`"$schema"`)) && bytes.Contains(head, []byte(`"properties"`)) {
		return false // it says what such files look like, and CISA offers it beside its list
	}
	for _, w := range f.words {
		if !bytes.Contains(head, w) {
			return false
		}
	}
	return true
}

func findJSON(head []byte) reader {
	for _, f := range jsons {
		if f.fits(head) {
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

// scalar reads a text, a number or a truth as text; anything else is "".
func scalar(d *json.Decoder) (string, error) {
	var v any
	if err := d.Decode(&v); err != nil {
		return "", err
	}
	switch v := v.(type) {
	case string:
		return v, nil
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64), nil
	}
	return "", nil
}

// entry reads one entry of a list. Wrong says that this one is of another form than
// the others, and reading can go on.
func entry(d *json.Decoder, into any) (wrong, err error) {
	err = d.Decode(into)
	var form *json.UnmarshalTypeError
	if errors.As(err, &form) {
		return fmt.Errorf("it has a %s where text should be", form.Value), nil
	}
	return nil, err
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
