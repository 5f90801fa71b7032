package html

import (
	"strings"
	"testing"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/html/htmltest"
)

func TestHTMLHostileText(t *testing.T) {
	doctest.Long(t)
	plain := htmltest.Read(t, draw(t, doctest.Everywhere("plain"), doc.Options{}))
	for _, s := range doctest.Hostile {
		for _, d := range []*doc.Document{doctest.Everywhere(s), compact(doctest.Everywhere(s))} {
			page := htmltest.Read(t, draw(t, d, doc.Options{}))
			if said := words.Line(s); said != "" && !strings.Contains(page.Inside("td"), said) {
				t.Errorf("%.60q: the words %.60q are not there", s, said)
			}
			if !d.Compact && words.Line(s) != "" && len(page.Links) != len(plain.Links) {
				t.Errorf("%.60q: %d links, want %d", s, len(page.Links), len(plain.Links))
			}
		}
	}
}

func compact(d *doc.Document) *doc.Document {
	d.Compact = true
	return d
}

func FuzzHTML(f *testing.F) {
	for _, s := range doctest.Hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { htmltest.Read(t, draw(t, doctest.Everywhere(s), doc.Options{})) })
}
