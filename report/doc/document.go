package doc

// Document is a report before it is drawn: what it says, in order, without any
// format. Each format draws every kind of block.
type Document struct {
	Title   string   // "Board report on cyber hygiene"
	Subject string   // the organization
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
	Finding string // what the chart shows, in a sentence: its alternative text
	Small   bool   // thinner rows, for what supports another chart
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
	Last   int    // the score of the quarter before, whole percent
	Marked bool   // false: there is no mark for the quarter before
	Words  string // what is printed beside it: "68 %, amber"
	Detail string // "50 to 74; 54 of 58 answered; reach 16 of 31"
}

// Tiles are at most six numbers that stand out on a page.
type Tiles struct{ Tiles []Tile }

// Tile is one number with its label and a line under it.
type Tile struct{ Number, Label, Sub string }

// Trend shows several groups over the quarters: small charts side by side, all
// on one scale from 0 to 100. No line is drawn across a quarter without a figure.
type Trend struct {
	Caption  string
	Finding  string   // what the chart shows, in a sentence: its alternative text
	Quarters []string // every quarter from the first to the last, missing ones too
	Turned   []bool   // as long as Quarters: the content is another one than in the saved quarter before
	Lines    []TrendLine
}

// TrendLine is one small chart.
type TrendLine struct {
	Label  string
	Points []TrendPoint // as many as quarters
}

// TrendPoint is a figure of one quarter.
type TrendPoint struct {
	Value int    // whole percent, as printed
	Known bool   // false: the cell stays empty
	Words string // what stands in the table: "68 %", "50 to 74 %", "no quarter saved"
}

// Dumbbells show two figures of each row joined by a line, from 0 to 100, in
// the order given.
type Dumbbells struct {
	Caption     string
	Finding     string // what the chart shows, in a sentence: its alternative text
	Before, Now string // what the two ends are: "2026-Q2", "2026-Q3"
	Rows        []Dumbbell
}

// Dumbbell is one row: two whole percents and the change in words, "-12.5".
type Dumbbell struct {
	Label    string
	From, To int
	Words    string
}

// Strip is a grid of rows by quarters with a letter in each cell.
type Strip struct {
	Caption string
	Finding string // what the grid shows, in a sentence: its alternative text
	Columns []string
	Rows    []StripRow
	Legend  []StripKey
}

// StripRow is a row of a [Strip], with as many cells as it has columns.
type StripRow struct {
	Label string
	Cells []string // the letters; each is in the legend, or empty
}

// StripKey explains a letter. Shade is how dark its cells are, from 0 to 3.
type StripKey struct {
	Letter, Words string
	Shade         int
}

// Ticks is a list of goals, each with a mark that its words repeat.
type Ticks struct {
	Caption string
	Rows    []Tick
}

// Tick is one goal.
type Tick struct {
	Mark   TickMark
	Label  string
	Words  string // "met", "met with listed exceptions"
	Detail string // what holds it back; may be empty
}

// TickMark is the shape before a goal.
type TickMark int

// The marks: a check, a half circle, a cross, a question mark, a dash.
const (
	TickMet TickMark = iota
	TickPartly
	TickNot
	TickUnknown
	TickNone
)

// Contents lists the chapters (headings of level 1) that follow it, with their
// pages where a format has pages, as links.
type Contents struct{}

// PageBreak starts a new page where a format has pages.
type PageBreak struct{}

func (Heading) block()   {}
func (Paragraph) block() {}
func (Note) block()      {}
func (List) block()      {}
func (Table) block()     {}
func (Bars) block()      {}
func (Tiles) block()     {}
func (Trend) block()     {}
func (Dumbbells) block() {}
func (Strip) block()     {}
func (Ticks) block()     {}
func (Contents) block()  {}
func (PageBreak) block() {}

// Marks is the line at the top and the bottom: the TLP mark, and DRAFT.
func Marks(d *Document) string {
	mark := OneLine(d.Marking)
	switch {
	case !d.Draft:
		return mark
	case mark == "":
		return "DRAFT"
	}
	return mark + " · DRAFT"
}
