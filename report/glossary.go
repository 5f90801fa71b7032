package report

import (
	"slices"
	"strings"
	"unicode"

	"hygeia/frameworks"
	"hygeia/report/doc"
)

// glossary explains the abbreviations and our own words that occur in a document, and
// those that occur in what is explained; nothing where none does.
func (s *story) glossary(d *doc.Document) []doc.Block {
	t := doc.Table{Columns: []doc.Column{{Title: "Word", Width: 1}, {Title: "What it means", Width: 6}}}
	for _, term := range occurring(s.lib.Glossary, textOf(d)) {
		t.Rows = append(t.Rows, doc.Row(term.Name, term.Means))
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []doc.Block{doc.Headed(1, "Words"), t}
}

// occurring returns the terms that occur in a text or in the meaning of one that does.
func occurring(all []frameworks.Term, text string) []frameworks.Term {
	said := vocabulary{}
	said.add(text)
	used := make([]bool, len(all))
	for found := true; found; {
		found = false
		for i, term := range all {
			if !used[i] && said.has(term.Name) {
				used[i], found = true, true
				said.add(term.Means)
			}
		}
	}
	var list []frameworks.Term
	for i, term := range all {
		if used[i] {
			list = append(list, term)
		}
	}
	return list
}

// vocabulary are the words that occur, as they are written. A sign that parts words
// is none of them, but for brackets: "405(d)" is one.
type vocabulary map[string]bool

func (v vocabulary) add(text string) {
	parts := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '(' && r != ')'
	}
	for w := range strings.FieldsFuncSeq(text, parts) {
		v[w] = true
		if strings.ContainsAny(w, "()") {
			bare := strings.TrimPrefix(w, "(")
			v[bare], v[strings.TrimSuffix(w, ")")], v[strings.TrimSuffix(bare, ")")] = true, true, true
			v[strings.Trim(w, "()")] = true
		}
	}
}

// has reports whether a term occurs, also as more than one of it. An abbreviation
// counts in capitals only; a word also in small letters.
func (v vocabulary) has(term string) bool {
	forms := []string{term, term + "s", term + "es"}
	if lower := strings.ToLower(term[1:]); strings.ToUpper(term) != term && lower == term[1:] {
		forms = append(forms, strings.ToLower(term), strings.ToLower(term)+"s", strings.ToLower(term)+"es")
	}
	return slices.ContainsFunc(forms, func(f string) bool { return v[f] })
}

// textOf is all that a document says, part by part.
func textOf(d *doc.Document) string {
	var r recorder
	d.Cleaned(&r)
	return r.String()
}

// recorder is a cleaner that keeps what it is given.
type recorder struct{ strings.Builder }

// Line records a text of one line.
func (r *recorder) Line(s string) string { return r.Words(s) }

// Words records running text.
func (r *recorder) Words(s string) string {
	r.WriteString(s + "\n")
	return s
}
