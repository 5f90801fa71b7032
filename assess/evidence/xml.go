package evidence

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"hygeia/assess/sheet"
)

// xmls are the families that are XML, by their first element.
var xmls = []struct {
	root string
	read reader
}{
	{"NessusClientData_v2", readNessusXML},
	{"nmaprun", readNmap},
	{"report", readGreenboneXML},
	{"get_reports_response", readGreenboneXML},
}

func findXML(head []byte) reader {
	d := decoder(sheet.Mended(bytes.NewReader(fromTag(head))))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // told when it is read
	for range 50 {
		t, err := d.RawToken()
		if err != nil {
			return nil
		}
		if e, ok := t.(xml.StartElement); ok {
			for _, f := range xmls {
				if e.Name.Local == f.root {
					return f.read
				}
			}
			return nil
		}
	}
	return nil
}

// fromTag cuts off what stands before the first tag, such as a line of a screen.
func fromTag(head []byte) []byte {
	if i := bytes.IndexByte(head, '<'); i > 0 {
		return head[i:]
	}
	return head
}

// xmlBehind reports whether XML begins behind lines of a screen.
func xmlBehind(head []byte) bool {
	return bytes.Contains(head, []byte("<?xml")) || bytes.Contains(head, []byte("<nmaprun"))
}

// decoder reads XML in UTF-8, and in code pages that share ASCII with it: other
// letters stand only in texts that are not kept.
func decoder(r io.Reader) *xml.Decoder {
	d := xml.NewDecoder(r)
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		label = strings.ToLower(label)
		if label == "utf-16" || strings.HasSuffix(label, "ascii") || strings.HasPrefix(label, "iso-8859-") || strings.HasPrefix(label, "windows-125") {
			return in, nil // what a byte order mark says was followed already
		}
		return nil, fmt.Errorf("is written in %s; save it again in UTF-8", shown(label))
	}
	return d
}

// maxDepth is far deeper than any scan file goes.
const maxDepth = 200

// tree reads an XML file element by element. Definitions of entities are never
// carried out, and nothing outside of the file is looked at.
type tree struct {
	d    *xml.Decoder
	path []string
	text strings.Builder

	begun bool // the first element did
}

func newTree(file *bufio.Reader) *tree {
	text := bufio.NewReader(sheet.Mended(sheet.Decoded(file)))
	head, _ := text.Peek(2000)
	text.Discard(len(head) - len(fromTag(head)))
	return &tree{d: decoder(text)}
}

// maxText is how much is kept of one text; what is read of files is short.
const maxText = 64 << 10

// walk calls begin at each element, which says whether to pass over it, and end
// when it ends, with the text that stood directly before its end. The text before
// an element within another is to be had with before.
func (t *tree) walk(begin func(e xml.StartElement) (skip bool), end func(name, text string)) error {
	for {
		token, err := t.d.RawToken()
		if errors.Is(err, io.EOF) && len(t.path) == 0 {
			return nil
		}
		if err != nil {
			return t.wrong(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if len(t.path) == 0 && t.begun {
				return errors.New("holds several scans one behind the other, so nothing is kept of it; import each as a file of its own")
			}
			t.path, t.begun = append(t.path, token.Name.Local), true
			if len(t.path) > maxDepth {
				return errors.New("is nested deeper than any scan file")
			}
			skip := begin(token)
			t.text.Reset()
			if skip {
				if err := t.pass(); err != nil {
					return err
				}
			}
		case xml.EndElement:
			if len(t.path) == 0 || t.path[len(t.path)-1] != token.Name.Local {
				return fmt.Errorf("is damaged near line %d, so nothing is kept of it: an element ends that did not begin", t.line())
			}
			end(token.Name.Local, strings.TrimSpace(t.text.String()))
			t.text.Reset()
			t.path = t.path[:len(t.path)-1]
		case xml.CharData:
			if t.text.Len() < maxText {
				t.text.Write(token[:min(len(token), maxText)])
			}
		}
	}
}

// pass reads over what is in the element that began last, up to its end.
func (t *tree) pass() error {
	for depth := 1; ; {
		token, err := t.d.RawToken()
		if err != nil {
			return t.wrong(err)
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if depth == 0 {
			t.path = t.path[:len(t.path)-1]
			return nil
		}
	}
}

// before returns the text that stands before the element that begins.
func (t *tree) before() string { return strings.TrimSpace(t.text.String()) }

// within reports whether the element stands in one of that name.
func (t *tree) within(name string) bool {
	return len(t.path) > 1 && t.path[len(t.path)-2] == name
}

func (t *tree) line() int {
	line, _ := t.d.InputPos()
	return line
}

func (t *tree) wrong(err error) error {
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.As(err, &syntax) && strings.Contains(syntax.Msg, "unexpected EOF"):
		return errors.New("ends in the middle: it was not saved or sent whole, so nothing is kept of it; save it again")
	case errors.As(err, &syntax):
		return fmt.Errorf("is damaged near line %d, so nothing is kept of it: %s", syntax.Line, syntax.Msg)
	}
	return err
}

// attribute returns an attribute of an element; "" where it has none of that name.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}
