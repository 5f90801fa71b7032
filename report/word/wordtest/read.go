// Package wordtest reads Word files for tests, with a strict parser that is not
// ours.
package wordtest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

// File is what a Word file holds.
type File struct {
	Header, Body, Footer string   // words, a paragraph a line
	Styles               []string // of the paragraphs of the body, in order; "" for running text
	Links                []string // addresses the body leads to
	Parts                []string
}

// Told is the text as a reader comes by it: head, body, foot.
func (f *File) Told() string { return f.Header + "\n" + f.Body + "\n" + f.Footer }

// elements are what the parts that hold text may be made of; anything else came
// out of a text.
var elements = strings.Fields(`document body p pPr pStyle r rPr rStyle rtl b t br hyperlink bookmarkStart bookmarkEnd numPr ilvl numId jc
	tbl tblPr tblStyle tblW tblLayout tblLook tblCaption tblDescription tblGrid gridCol tr trPr cantSplit tblHeader tc tcPr tcW
	sectPr headerReference footerReference pgSz pgMar hdr ftr tabs tab fldChar instrText
	drawing inline extent docPr graphic graphicData pic nvPicPr cNvPr cNvPicPr blipFill blip stretch fillRect spPr xfrm off ext prstGeom avLst`)

// Read reads a Word file and fails if a part is not well-formed, if it holds
// what no report may hold, or if a style, a link or a bookmark leads nowhere.
func Read(t testing.TB, raw []byte) *File {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatalf("is no zip archive: %v", err)
	}
	parts, f := map[string]string{}, &File{}
	for _, p := range z.File {
		r, err := p.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", p.Name, err)
		}
		parts[p.Name], f.Parts = string(data), append(f.Parts, p.Name)
		if !strings.HasSuffix(p.Name, ".png") {
			wellFormed(t, p.Name, string(data))
		}
	}
	targets := relations(t, parts["word/_rels/document.xml.rels"])
	known := styles(t, parts["word/styles.xml"])
	f.Header = words(t, parts["word/header1.xml"], nil, nil, nil)
	f.Footer = words(t, parts["word/footer1.xml"], nil, nil, nil)
	f.Body = words(t, parts["word/document.xml"], f, targets, known)
	return f
}

func wellFormed(t testing.TB, name, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%s is not well-formed: %v", name, err)
		}
	}
}

func relations(t testing.TB, text string) map[string]string {
	t.Helper()
	var rels struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := xml.Unmarshal([]byte(text), &rels); err != nil {
		t.Fatal(err)
	}
	targets := map[string]string{}
	for _, r := range rels.List {
		targets[r.ID] = r.Target
	}
	return targets
}

func styles(t testing.TB, text string) map[string]bool {
	t.Helper()
	var all struct {
		List []struct {
			ID string `xml:"styleId,attr"`
		} `xml:"style"`
	}
	if err := xml.Unmarshal([]byte(text), &all); err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, s := range all.List {
		known[s.ID] = true
	}
	return known
}

// words returns the words of a part, and notes in f what its paragraphs are.
func words(t testing.TB, text string, f *File, targets map[string]string, known map[string]bool) string {
	t.Helper()
	var out strings.Builder
	d := xml.NewDecoder(strings.NewReader(text))
	inText := false
	marks, anchors := map[string]bool{}, []string{}
	for {
		token, err := d.Token()
		if err != nil {
			break // it is well-formed
		}
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			if !slices.Contains(elements, name) {
				t.Errorf("the element %s has no place in a report", name)
			}
			inText = name == "t"
			switch name {
			case "bookmarkStart":
				marks[attribute(token, "name")] = true
			case "hyperlink":
				if anchor := attribute(token, "anchor"); anchor != "" {
					anchors = append(anchors, anchor)
				} else if target := targets[attribute(token, "id")]; target == "" {
					t.Errorf("a link leads nowhere: %v", token.Attr)
				} else {
					f.Links = append(f.Links, target)
				}
			case "pStyle", "rStyle", "tblStyle":
				style := attribute(token, "val")
				if known != nil && !known[style] {
					t.Errorf("the style %q is not there", style)
				}
				if f != nil && name == "pStyle" {
					f.Styles = append(f.Styles, style)
				}
			case "numId":
				if f != nil && attribute(token, "val") == "0" {
					t.Error("a list without a number")
				}
			}
		case xml.EndElement:
			inText = false
			if token.Name.Local == "p" {
				out.WriteByte('\n')
			}
		case xml.CharData:
			if inText {
				out.Write(token)
			}
		}
	}
	for _, a := range anchors {
		if !marks[a] {
			t.Errorf("the contents lead to %q, which is not there", a)
		}
	}
	return out.String()
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// Part returns the text of one part of a Word file.
func Part(t testing.TB, raw []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
