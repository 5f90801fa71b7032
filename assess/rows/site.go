package rows

import (
	"maps"
	"slices"

	"hygeia/assess"
	book "hygeia/assess/ledger"
)

// OfSite returns the rows about what lies beside the quarters of a site: its ledger,
// what became of each matter, and what was kept of scans.
func OfSite(folder string, events []book.Event, list []book.Matter, scans []*assess.Evidence) []Rows {
	byQuarter := map[assess.Quarter][3][]Row{}
	add := func(table int, day assess.Date, row Row) {
		q := quarterOf(day)
		three := byQuarter[q]
		three[table] = append(three[table], row)
		byQuarter[q] = three
	}
	for i, e := range events {
		add(0, e.Day, eventRow(i+1, e))
	}
	for _, m := range list {
		decision, _ := m.Decision()
		add(1, m.First(), Row{m.Number, m.Question, m.First(), m.Asks(), decision.Said.Kind.String(), m.Date(), m.Closed})
	}
	for _, e := range scans {
		for _, row := range scanRows(e) {
			add(2, e.Date, row)
		}
	}
	var out []Rows
	for _, q := range slices.SortedFunc(maps.Keys(byQuarter), assess.Quarter.Since) {
		for i, t := range []Table{ledger, matters, evidence} {
			if rows := byQuarter[q][i]; len(rows) > 0 {
				out = append(out, keyed{folder, q}.rows(t, rows))
			}
		}
	}
	return out
}

func quarterOf(d assess.Date) assess.Quarter {
	return assess.Quarter{Year: d.Year, N: (int(d.Month)-1)/3 + 1}
}

func eventRow(number int, e book.Event) Row {
	var cost any
	if e.Cost > 0 {
		cost = e.Cost
	}
	return Row{number, e.Day, e.Matter, e.Question, e.Kind.String(), e.Period.String(), e.Due, e.Said.Kind.String(), e.Said.Date(), cost}
}

func scanRows(e *assess.Evidence) []Row {
	var list []Row
	for _, key := range slices.Sorted(maps.Keys(e.Figures)) {
		if f := e.Figures[key]; f.Known() {
			list = append(list, Row{e.Kind, e.Date, e.Imported, e.Digest, e.From.String(), e.Rows, e.Unread, key, f.Number()})
		}
	}
	return list
}
