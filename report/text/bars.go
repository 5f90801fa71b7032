package text

import (
	"fmt"
	"strings"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// barCells is how many characters a text bar from 0 to 100 is long.
const barCells = 25

// barLines draws bars for a terminal: # for the score, - for what is open up to
// the high end, | for the target. The words stand beside, what they rest on below.
func (p *Printer) barLines(b doc.Bars, width int) []string {
	label := 0
	for _, r := range b.Rows {
		label = max(label, words.Width(words.Line(r.Label)))
	}
	label = min(label, max(8, width-barCells-24))
	var lines []string
	for _, r := range b.Rows {
		lines = append(lines, p.barRow(r, label, width)...)
	}
	return lines
}

func (p *Printer) barRow(r doc.Bar, label, width int) []string {
	names := Wrap(words.Line(r.Label), label)
	said := words.Line(r.Words)
	if beside := words.Join(", ", worded("target", r.Target > 0, r.Target), worded(doc.QuarterBefore, r.Marked, r.Last)); beside != "" {
		said += " (" + beside + ")"
	}
	indent := strings.Repeat(" ", label+2)
	lead := pad(names[0], label) + "  [" + barText(r) + "]"
	var lines []string
	if words.Width(lead)+1+words.Width(said) <= width {
		lines = append(lines, lead+" "+p.tail(said))
		said = ""
	} else {
		lines = append(lines, lead)
	}
	var rest []string
	for _, s := range []string{said, words.Line(r.Detail)} {
		if s != "" {
			rest = append(rest, Wrap(s, max(1, width-len(indent)))...)
		}
	}
	for i, n := 0, max(len(rest), len(names)-1); i < n; i++ {
		name, detail := "", ""
		if i+1 < len(names) {
			name = names[i+1]
		}
		if i < len(rest) {
			detail = rest[i]
		}
		lines = append(lines, strings.TrimRight(pad(name, label)+"  "+detail, " "))
	}
	return lines
}

// worded is a percent with its name, or nothing where there is none.
func worded(name string, is bool, percent int) string {
	if !is {
		return ""
	}
	return fmt.Sprintf("%s %d%%", name, percent)
}

// barText draws the bar itself.
func barText(r doc.Bar) string {
	cells := []byte(strings.Repeat(".", barCells))
	if r.Ranged {
		fill(cells, r.Low, r.High, '-')
	}
	if r.Scored {
		fill(cells, 0, r.Value, '#')
	}
	if r.Target > 0 {
		cells[min(cell(r.Target), barCells-1)] = '|'
	}
	return string(cells)
}

func fill(cells []byte, from, to int, with byte) {
	for i := cell(from); i < cell(to); i++ {
		cells[i] = with
	}
}

// cell returns the place of a percentage in a bar, 0 to barCells.
func cell(percent int) int {
	return (min(max(percent, 0), 100)*barCells + 50) / 100
}
