package report

import (
	"fmt"
	"strconv"
)

// The styles of a compact document, which grow and shrink together.

func (s sheet) body() typeStyle {
	return typeStyle{s.size, s.size * 0.44, false, inkTxt}
}

func (s sheet) head() typeStyle {
	return typeStyle{s.size + 2, (s.size + 2) * 0.44, true, navy}
}

func (s sheet) small() typeStyle {
	st := s.body().in(navy)
	st.size, st.bold = s.size-0.5, true
	return st
}

// strips sets blocks in a column of that width whose left end is at x.
func (s sheet) strips(blocks []Block, x, width float64) []strip {
	var all []strip
	for _, b := range blocks {
		all = append(all, s.blockStrips(b, x, width)...)
	}
	return all
}

func (s sheet) blockStrips(b Block, x, width float64) []strip {
	switch b := b.(type) {
	case Heading:
		return []strip{s.heading(b, x, width)}
	case Paragraph:
		return spaced(0.6, owned(s.p.tags.root.add("P"), s.lines(s.body(), b.Text, x, width)))
	case Note:
		return []strip{s.note(b.Text, x, width)}
	case List:
		return s.list(b, x, width)
	case Table:
		return s.table(b, x, width)
	}
	panic(fmt.Sprintf("no compact drawing for a block of type %T", b)) // becomes an error, see layOutSheet
}

func (s sheet) lines(st typeStyle, t Text, x, width float64) []strip {
	return s.p.lineStrips(x, st, st.set(t, width))
}

// heading draws a heading over a thin rule.
func (s sheet) heading(h Heading, x, width float64) strip {
	st := s.head()
	set := st.set(Plain(h.Text), width)
	height := float64(len(set)) * st.lead
	return strip{above: 1.8, height: height + 1.1, owner: s.p.tags.heading(1), draw: func(y float64) {
		s.p.section = h.Text
		s.p.block(x, y, st, set)
		s.p.rule(x, y+height+0.4, x+width, 0.5, teal)
	}}
}

// note draws a caution in bold on a pale ground.
func (s sheet) note(t Text, x, width float64) strip {
	const pad = 1.5
	st := s.body()
	set := st.set(t, width-2*pad-2)
	height := float64(len(set))*st.lead + 2*pad
	return strip{above: 1.2, height: height, owner: s.p.tags.root.add("Note"), draw: func(y float64) {
		s.p.fill(x, y, width, height, pale)
		s.p.fill(x, y, 1.2, height, draft)
		s.p.block(x+pad+2, y+pad, st, set)
	}}
}

// list draws the items with a hanging indent.
func (s sheet) list(l List, x, width float64) []strip {
	st := s.body()
	indent := st.width("00.") + 0.8
	if !l.Ordered {
		indent = st.width("•") + 1.6
	}
	var all []strip
	list := s.p.tags.root.list(l.Ordered)
	for i, item := range l.Items {
		mark := "•"
		if l.Ordered {
			mark = strconv.Itoa(i+1) + "."
		}
		strips := s.lines(st, item, x+indent, width-indent)
		if len(strips) == 0 {
			continue
		}
		li := list.add("LI")
		label := li.add("Lbl")
		owned(li.add("LBody"), strips)
		first := strips[0].draw
		strips[0].draw = func(y float64) {
			s.p.tags.within(label, func() { s.p.words(x, y, indent, st, mark) })
			first(y)
		}
		all = append(all, spaced(0.7, strips)...)
	}
	return all
}

// table draws a table with columns as wide as their shares. A row with nothing
// but its first cell is higher: the rest is to be written by hand.
func (s sheet) table(t Table, x, width float64) []strip {
	if len(t.Columns) == 0 {
		return nil
	}
	shares := make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		shares[i] = float64(max(c.Width, 1))
	}
	widths := shareOut(shares, make([]float64, len(shares)), width)
	titles := make([]Text, len(t.Columns))
	for i, c := range t.Columns {
		titles[i] = Plain(c.Title)
	}
	table := s.p.tags.root.add("Table")
	g := sheetGrid{s, t.Columns, widths}
	strips := spaced(0.8, []strip{g.row(table.row(kindHeader, len(widths)), s.small(), titles, x, 0)})
	for _, r := range t.Rows {
		taller := 0.0
		if toFill(r) {
			taller = 2
		}
		strips = append(strips, g.row(table.row(kindCell, len(widths)), s.body(), r, x, taller))
	}
	return strips
}

// toFill reports whether a row has nothing but its first cell and at most a
// hint in its last one.
func toFill(row []Text) bool {
	for _, cell := range row[1:max(1, len(row)-1)] {
		if cell.String() != "" {
			return false
		}
	}
	return len(row) > 2
}

// sheetGrid is a table's columns on a sheet.
type sheetGrid struct {
	s       sheet
	columns []Column
	widths  []float64 // in mm, with the gap behind each
}

func (g sheetGrid) row(owners []*element, st typeStyle, cells []Text, x, taller float64) strip {
	const pad, gap = 0.5, 2.0
	set := make([][]setLine, len(g.widths))
	for i, w := range g.widths {
		if i < len(cells) {
			set[i] = st.set(cells[i], w-gap)
		}
	}
	height := float64(max(tallest(set), 1))*st.lead + 2*pad + taller
	return strip{height: height, draw: func(y float64) {
		at := x
		for i, lines := range set {
			g.s.p.tags.within(owners[i], func() {
				for n, l := range lines {
					left := at
					if g.columns[i].Right {
						left += g.widths[i] - gap - l.width
					}
					g.s.p.line(left, y+pad+taller+float64(n)*st.lead, st, l)
				}
			})
			at += g.widths[i]
		}
		g.s.p.rule(x, y+height, at, 0.15, grey)
	}}
}
