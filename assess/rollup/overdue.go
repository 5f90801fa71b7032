package rollup

import (
	"slices"

	"hygeia/assess"
)

// Late is a matter of one site whose date is past.
type Late struct {
	Row *Row
	Matter
	Days int // since its date
}

// Overdue returns what is past its date, over all sites that can be read: the
// longest first, then in the order of the rows.
func (r *Rollup) Overdue() []Late {
	var list []Late
	for i := range r.Rows {
		row := &r.Rows[i]
		for _, m := range row.Matters {
			if m.Late(r.AsOf) {
				list = append(list, Late{row, m, r.AsOf.DaysSince(m.Date)})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Late) int { return b.Days - a.Days })
	return list
}

// Late reports whether the matter's date is past on that day.
func (m Matter) Late(on assess.Date) bool { return on.After(m.Date) }

// Late counts the matters of the site whose date is past.
func (row *Row) Late(on assess.Date) int {
	n := 0
	for _, m := range row.Matters {
		if m.Late(on) {
			n++
		}
	}
	return n
}
