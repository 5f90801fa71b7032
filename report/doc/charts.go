package doc

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
	Words  string // what is printed beside it: "68%, amber"
	Detail string // "50 to 74; 54 of 58 answered; reach 16 of 31"
	Name   string // of the figure that the words are, see [Figure]; not drawn
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
	Words string // what stands in the table: "68%", "50 to 74%", "no quarter saved"
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
	Words  string // "met", "nearly met"
	Detail string // what holds it back; may be empty
	Name   string // of the figure that the words are, see [Figure]; not drawn
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

// Draw draws the bars.
func (b Bars) Draw(d Drawer) { d.Bars(b) }

// Draw draws the numbers.
func (b Tiles) Draw(d Drawer) { d.Tiles(b) }

// Draw draws the small charts.
func (b Trend) Draw(d Drawer) { d.Trend(b) }

// Draw draws the pairs of figures.
func (b Dumbbells) Draw(d Drawer) { d.Dumbbells(b) }

// Draw draws the grid.
func (b Strip) Draw(d Drawer) { d.Strip(b) }

// Draw draws the goals.
func (b Ticks) Draw(d Drawer) { d.Ticks(b) }
