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
				blocks = append(blocks, doc.Headed(3, viewTitle(view)), doc.Say("%s", d.Finding), d)
			}
		}
	}
	if len(blocks) == 0 {
		return nil
	}
	return append([]doc.Block{doc.Headed(2, "Before and now")}, blocks...)
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
	d.Finding = realFinding(c.Before.Period, v)
	return d
}

// realFinding names the sections of a framework that rose and fell most since a
// quarter, by real change alone; those of which too little was compared are never
// named (SCORING 8).
func realFinding(since assess.Quarter, v *assess.ViewChange) string {
	if v == nil {
		v = &assess.ViewChange{} // the earlier content knows no such framework
	}
	var up, down *assess.SectionChange
	compared := false
	for i := range v.Sections {
		sc := &v.Sections[i]
		if sc.Thin || sc.Real == nil {
			continue
		}
		compared = true
		if sc.Real.Sign() > 0 && (up == nil || sc.Real.Cmp(up.Real) > 0) {
			up = sc
		}
		if sc.Real.Sign() < 0 && (down == nil || sc.Real.Cmp(down.Real) < 0) {
			down = sc
		}
	}
	start := fmt.Sprintf("Since %s, by what really changed, ", since)
	switch {
	case !compared:
		return fmt.Sprintf("Too few answers can be compared with those of %s to name a section.", since)
	case up == nil && down == nil:
		return start + "no section rose or fell."
	case down == nil:
		return start + rose(up) + "; none fell."
	case up == nil:
		return start + fell(down) + "; none rose."
	}
	return start + fell(down) + "; " + rose(up) + "."
}

func rose(sc *assess.SectionChange) string {
	return fmt.Sprintf("%s rose most, by %s points", sc.After.Title, size(sc))
}

func fell(sc *assess.SectionChange) string {
	return fmt.Sprintf("%s fell most, by %s points", sc.After.Title, size(sc))
}

// size is the real change without its sign.
func size(sc *assess.SectionChange) string {
	return strings.TrimLeft(assess.ChangeText(sc.Real), "+-")
}
