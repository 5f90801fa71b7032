package doc

// Block is one piece of a document. There are as many kinds as [Drawer] draws, all
// of this package. A kind says which method draws it, and how its text is cleaned:
// without the one or the other it is no block, and nothing compiles.
type Block interface {
	Draw(d Drawer)
	cleaned(c Cleaner) Block
}

// Drawer draws a document in a format. It has a method for each kind of block, so
// that a format that lacks one does not compile.
type Drawer interface {
	Heading(b Heading)
	Paragraph(b Paragraph)
	Note(b Note)
	List(b List)
	Table(b Table)
	Bars(b Bars)
	Tiles(b Tiles)
	Trend(b Trend)
	Dumbbells(b Dumbbells)
	Strip(b Strip)
	Ticks(b Ticks)
	Contents(b Contents)
	PageBreak(b PageBreak)
}

// Heading opens a chapter (level 1), a section (2) or a subsection (3).
type Heading struct {
	Level int
	Text  string
	Dense bool // less room around it on paper, for a page that has to hold much
}

// Span is a run of text: plain, bold, or a link.
type Span struct {
	Text string
	URL  string // "" or an https:, mailto: or tel: address
	Bold bool
	Name string // of a figure, see [Figure]; not drawn
	See  string // the heading of the same document that it points to, see [See]
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
type Paragraph struct {
	Text  Text
	Dense bool // smaller type on paper, for a page that has to hold much
}

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
	Dense   bool     // smaller type on paper, for a page that has to hold much
}

// Column says what a column holds and how wide it is beside its neighbors.
type Column struct {
	Title string
	Width int  // share of the width, 1 and up
	Right bool // numbers, aligned right
	Whole bool // what a terminal does not break, such as the citation of a rule
}

// Contents lists the chapters (headings of level 1) that follow it, with their
// pages where a format has pages, as links.
type Contents struct{}

// PageBreak starts a new page where a format has pages.
type PageBreak struct{}

// Draw draws a heading.
func (b Heading) Draw(d Drawer) { d.Heading(b) }

// Draw draws a paragraph.
func (b Paragraph) Draw(d Drawer) { d.Paragraph(b) }

// Draw draws a note.
func (b Note) Draw(d Drawer) { d.Note(b) }

// Draw draws a list.
func (b List) Draw(d Drawer) { d.List(b) }

// Draw draws a table.
func (b Table) Draw(d Drawer) { d.Table(b) }

// Draw draws the contents.
func (b Contents) Draw(d Drawer) { d.Contents(b) }

// Draw starts a new page.
func (b PageBreak) Draw(d Drawer) { d.PageBreak(b) }
