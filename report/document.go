package report

// Document is a report before it is drawn: what it says, in order, without any
// format. Each format draws every kind of block.
type Document struct {
	Title   string   // "Board report on cyber hygiene"
	Subject string   // the organization
	Period  string   // "2026-Q3"
	Lines   []string // what a cover says besides: as of, who answered, completeness
	Marking string   // the TLP mark on every page, "TLP:AMBER+STRICT"
	Draft   bool     // DRAFT stands on every page
	Program string   // "hygeia 1.0.0"
	Date    string   // the as-of date, "2026-09-30"; dates the PDF too
	Notice  string   // the one sentence on what the report is not
	Blocks  []Block

	// Compact asks for one page without a cover, to pin to a wall. Links are
	// named so that the words alone lead there. It is for headings of level 2,
	// paragraphs, notes, lists and tables.
	Compact bool
}

// Block is one piece of a document. The kinds are the types of this file; a
// test draws each of them in each format.
type Block interface{ block() }

// Heading opens a chapter (level 1), a section (2) or a subsection (3).
type Heading struct {
	Level int
	Text  string
}

// Span is a run of text: plain, bold, or a link.
type Span struct {
	Text string
	URL  string // "" or an https:, mailto: or tel: address
	Bold bool
}

// Text is a line of spans.
type Text []Span

// Plain returns a text without links or weight.
func Plain(s string) Text { return Text{{Text: s}} }

// String returns the words alone.
func (t Text) String() string {
	var s string
	for _, span := range t {
		s += span.Text
	}
	return s
}

// Paragraph is a paragraph of running text.
type Paragraph struct{ Text Text }

// Note is a paragraph set apart: a caution, or the sentence that explains a color.
type Note struct{ Text Text }

// List is a bulleted or numbered list.
type List struct {
	Ordered bool
	Items   []Text
}

// Table is a table with a header row. A row is never split across pages, and
// the header is repeated on each page.
type Table struct {
	Caption string
	Columns []Column
	Rows    [][]Text // as many cells as columns
}

// Column says what a column holds and how wide it is beside its neighbors.
type Column struct {
	Title string
	Width int  // share of the width, 1 and up
	Right bool // numbers, aligned right
}

// Bars is a chart of horizontal bars from 0 to 100. Its text form is a table
// with the same digits.
type Bars struct {
	Caption string
	Rows    []Bar
}

// Bar is one bar.
type Bar struct {
	Label  string
	Value  int  // whole percent, as printed
	Scored bool // false: no bar, only the words
	Low    int  // the range, whole percent
	High   int
	Ranged bool   // false: no range is drawn
	Target int    // whole percent; 0 draws no tick
	Words  string // what is printed beside it: "68 %, amber"
	Detail string // "50 to 74; 54 of 58 answered; reach 16 of 31"
}

// Tiles are at most six numbers that stand out on a page.
type Tiles struct{ Tiles []Tile }

// Tile is one number with its label and a line under it.
type Tile struct{ Number, Label, Sub string }

// PageBreak starts a new page where a format has pages.
type PageBreak struct{}

func (Heading) block()   {}
func (Paragraph) block() {}
func (Note) block()      {}
func (List) block()      {}
func (Table) block()     {}
func (Bars) block()      {}
func (Tiles) block()     {}
func (PageBreak) block() {}
