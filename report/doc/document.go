package doc

import "hygeia/frameworks/words"

// Document is a report before it is drawn: what it says, in order, without any
// format.
type Document struct {
	Title   string   // "Board report on cyber hygiene"
	Subject string   // the organization
	Latin   string   // the organization's name in Latin letters, for a format that cannot draw its script; may be empty
	Period  string   // "2026-Q3"
	Lines   []string // what a cover says besides: as of, who answered, completeness
	Marking string   // the TLP mark on every page, "TLP:AMBER+STRICT"
	Legal   string   // a line of the user's own on every page, "Peer review privileged"; may be empty
	Draft   bool     // DRAFT stands on every page
	Program string   // "hygeia 1.0.0"
	Date    string   // the as-of date, "2026-09-30"; dates the PDF too
	Notice  string   // the one sentence on what the report is not
	Logo    *Logo    // on the first page; nil for none
	Blocks  []Block

	// Band asks for no cover: whose it is, its title and the lines stand in a band at
	// the head of the first page, and the blocks begin below it.
	Band bool

	// SmallLogo asks for a logo of half the height in the band, where room is short.
	SmallLogo bool

	// Compact asks for one page without a cover, to pin to a wall. Links are
	// named so that the words alone lead there. It is for headings of level 2,
	// paragraphs, notes, lists and tables.
	Compact bool
}

// Marks returns the line at the top and the bottom: the TLP mark, and DRAFT.
func (d *Document) Marks() string {
	mark := words.Line(d.Marking)
	switch {
	case !d.Draft:
		return mark
	case mark == "":
		return "DRAFT"
	}
	return mark + " · DRAFT"
}

// Options say how a format draws.
type Options struct {
	Width  int    // columns of a text report; 0 means 80
	Color  bool   // text reports only: color beside the words, never instead of them
	Sparks bool   // text reports only: rows of small bars beside the digits of a trend
	Paper  string // PDF only: "letter" (also if empty) or "a4"
}
