package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/report/doc"
)

// dumbbells show the scores of each framework's sections before and now, what
// fell first. Only sections that have a score in both quarters and an answer to
// compare are drawn.
func dumbbells(s *story) []doc.Block {
	var blocks []doc.Block
	for _, view := range append([]*assess.View{s.csf()}, s.others()...) {
		for i := range s.change.Views {
			v := &s.change.Views[i]
			if v.View != view {
				continue
			}
			if d := newDumbbells(s.change, v); len(d.Rows) > 0 {
				blocks = append(blocks, heading(3, viewTitle(view)), para("%s", d.Finding), d)
			}
		}
	}
	if len(blocks) == 0 {
		return nil
	}
	return append([]doc.Block{heading(2, "Before and now")}, blocks...)
}

func newDumbbells(c *assess.Comparison, v *assess.ViewChange) doc.Dumbbells {
	d := doc.Dumbbells{
		Caption: "Score of each section in both quarters, what fell first, from 0 to 100",
		Before:  c.Before.Period.String(), Now: c.After.Period.String(),
	}
	var pairs []*assess.SectionChange
	for i := range v.Sections {
		if sc := &v.Sections[i]; sc.Shown != nil && sc.Compared > 0 {
			pairs = append(pairs, sc)
		}
	}
	slices.SortStableFunc(pairs, func(a, b *assess.SectionChange) int {
		return cmp.Or(a.Shown.Cmp(b.Shown), cmp.Compare(a.After.ID, b.After.ID))
	})
	for _, sc := range pairs {
		row := doc.Dumbbell{Label: sc.After.Title, Words: change(sc.Shown)}
		row.From, _ = sc.Before.Tally.Score().Percent()
		row.To, _ = sc.After.Tally.Score().Percent()
		d.Rows = append(d.Rows, row)
	}
	d.Finding = dumbbellFinding(pairs)
	return d
}

// dumbbellFinding names the ends of the sorted list.
func dumbbellFinding(pairs []*assess.SectionChange) string {
	if len(pairs) == 0 {
		return ""
	}
	first, last := pairs[0], pairs[len(pairs)-1]
	fell, rose := first.Shown.Sign() < 0, last.Shown.Sign() > 0
	down := fmt.Sprintf("%s fell most, by %s points", first.After.Title, size(first))
	up := fmt.Sprintf("%s rose most, by %s points", last.After.Title, size(last))
	switch {
	case len(pairs) == 1 && fell:
		return fmt.Sprintf("%s fell by %s points.", first.After.Title, size(first))
	case len(pairs) == 1 && rose:
		return fmt.Sprintf("%s rose by %s points.", first.After.Title, size(first))
	case fell && rose:
		return down + "; " + up + "."
	case fell:
		return down + "; none rose."
	case rose:
		return up + "; none fell."
	}
	return "No score moved."
}

// size is a change without its sign.
func size(sc *assess.SectionChange) string {
	return strings.TrimLeft(assess.ChangeText(sc.Shown), "+-")
}
