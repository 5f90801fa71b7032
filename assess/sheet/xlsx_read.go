package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

// readWorkbook reads an Excel workbook: the sheets in the order of their tabs,
// worksheets only.
func readWorkbook(data []byte) (*Book, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errors.New("is cut off or damaged: it cannot be unpacked as an Excel workbook")
	}
	w := &workbook{parts: map[string]*zip.File{}}
	for _, f := range archive.File {
		w.parts[strings.TrimPrefix(f.Name, "/")] = f
	}
	if err := w.open(); err != nil {
		return nil, err
	}
	book := &Book{Macros: w.parts["xl/vbaProject.bin"] != nil}
	for _, tab := range w.tabs {
		s := Sheet{Name: tidy(tab.Name), Hidden: tab.State == "hidden" || tab.State == "veryHidden"}
		if err := w.read(w.targets[tab.ID], &s); err != nil {
			return nil, fmt.Errorf("sheet %q: %w", s.Name, err)
		}
		book.Sheets = append(book.Sheets, s)
	}
	if len(book.Sheets) == 0 {
		return nil, errors.New("has no sheet with cells")
	}
	return book, nil
}

// workbook is a workbook while it is read.
type workbook struct {
	parts   map[string]*zip.File
	tabs    []tab
	targets map[string]string // parts of the worksheets, by the id the tabs name
	shared  []string          // texts that cells refer to by number
	styles  []format          // how numbers look, by number of the style
	base    bool              // days are counted from 1904
	cells   int               // read so far
}

type tab struct {
	Name  string `xml:"name,attr"`
	State string `xml:"state,attr"`
	ID    string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
	Other string `xml:"http://purl.oclc.org/ooxml/officeDocument/relationships id,attr"` // of the strict form
}

// open reads everything but the sheets.
func (w *workbook) open() error {
	main := "xl/workbook.xml"
	var rels relations
	if err := w.decode("_rels/.rels", &rels); err == nil {
		for _, r := range rels.List {
			if strings.HasSuffix(r.Type, "/officeDocument") {
				main = strings.TrimPrefix(r.Target, "/")
			}
		}
	}
	var book struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []tab `xml:"sheets>sheet"`
	}
	if err := w.decode(main, &book); err != nil {
		return err
	}
	w.base = book.Properties.Date1904 == "1" || book.Properties.Date1904 == "true"
	dir, file := path.Split(main)
	rels = relations{}
	if err := w.decode(dir+"_rels/"+file+".rels", &rels); err != nil {
		return err
	}
	w.targets = map[string]string{}
	shared, styles := "", ""
	for _, r := range rels.List {
		target := path.Join(dir, r.Target)
		if strings.HasPrefix(r.Target, "/") {
			target = r.Target[1:]
		}
		switch {
		case strings.HasSuffix(r.Type, "/worksheet"):
			w.targets[r.ID] = target
		case strings.HasSuffix(r.Type, "/sharedStrings"):
			shared = target
		case strings.HasSuffix(r.Type, "/styles"):
			styles = target
		}
	}
	for _, t := range book.Sheets {
		if t.ID == "" {
			t.ID = t.Other
		}
		if w.targets[t.ID] != "" && len(w.tabs) < maxSheets {
			w.tabs = append(w.tabs, t)
		}
	}
	if err := w.readShared(shared); err != nil {
		return err
	}
	return w.readStyles(styles)
}

type relations struct {
	List []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

// part opens one part of the workbook, bounded.
func (w *workbook) part(name string) (io.ReadCloser, error) {
	f := w.parts[name]
	if f == nil {
		return nil, fmt.Errorf("is damaged: its part %q is missing", name)
	}
	if f.UncompressedSize64 > maxPart {
		return nil, errTooLarge
	}
	r, err := f.Open()
	if err != nil {
		return nil, errors.New("is cut off or damaged")
	}
	return struct {
		io.Reader
		io.Closer
	}{io.LimitReader(r, maxPart), r}, nil
}

func (w *workbook) decode(name string, to any) error {
	r, err := w.part(name)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := xml.NewDecoder(r).Decode(to); err != nil {
		return damaged(name)
	}
	return nil
}

func damaged(part string) error { return fmt.Errorf("is cut off or damaged, in its part %q", part) }

// rich is a text in pieces, each with a look of its own; how a word is spoken
// (rPh) is left out.
type rich struct {
	Plain  string   `xml:"t"`
	Pieces []string `xml:"r>t"`
}

func (t rich) text() string { return unescape(t.Plain + strings.Join(t.Pieces, "")) }

func (w *workbook) readShared(name string) error {
	if name == "" {
		return nil
	}
	r, err := w.part(name)
	if err != nil {
		return err
	}
	defer r.Close()
	d := xml.NewDecoder(r)
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return damaged(name)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "si" {
			var t rich
			if err := d.DecodeElement(&t, &start); err != nil {
				return damaged(name)
			}
			if len(w.shared) >= maxCells {
				return errTooLarge
			}
			w.shared = append(w.shared, tidy(t.text()))
		}
	}
}

// unescape turns "_x000D_" and the like into their characters, as spreadsheets
// write what XML cannot hold.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if len(s)-i >= 7 && s[i] == '_' && s[i+1] == 'x' && s[i+6] == '_' {
			if n, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil {
				b.WriteRune(rune(n))
				i += 7
				continue
			}
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}
