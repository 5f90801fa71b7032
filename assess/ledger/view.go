package ledger

import (
	"maps"
	"slices"

	"hygeia/assess"
)

// View returns a copy of a quarter with what the ledger says about its gaps: the
// decisions that stand, and what was asked. It is what is evaluated and never
// what is saved. The ledger counts as far as it goes, or up to and including a
// day. What was typed into the quarter before there was a ledger holds where the
// ledger has no decision of the same matter.
//
// The quarters, this one's among them or not, tell which matter is about which
// gap: one that an earlier quarter closed, and one that began after a later
// quarter closed the gap, is not about this quarter's.
func (l *Ledger) View(a *assess.Assessment, on assess.Date, quarters []Closing) *assess.Assessment {
	view := *a
	view.Decisions, view.Matters = maps.Clone(a.Decisions), map[string]assess.Matter{}
	if view.Decisions == nil {
		view.Decisions = map[string]assess.Decision{}
	}
	for _, m := range l.Matters(on, nil) {
		if !m.about(a.Period, quarters) {
			continue
		}
		if _, earlier := view.Matters[m.Question]; earlier { // the quarter that closed it is gone
			delete(view.Decisions, m.Question)
		}
		asked, _ := m.Asked()
		view.Matters[m.Question] = assess.Matter{
			Number: m.Number, Asks: m.Asks(), First: m.Begun(), Due: asked.Due, Now: m.askedIn(a.Period),
		}
		if !m.everDecided() {
			continue
		}
		delete(view.Decisions, m.Question)
		if e, ok := m.Decision(); ok {
			view.Decisions[m.Question] = e.Said
		}
	}
	return &view
}

// about reports whether the matter is about the gap a quarter shows. The newest
// quarters come first: what is closed mostly stays so, and older ones need not be read.
func (m Matter) about(period assess.Quarter, quarters []Closing) bool {
	for _, q := range slices.Backward(quarters) {
		switch since := q.Period.Since(period); {
		case since < 0 && q.over(m.Question, m.First()):
			return false
		case since > 0 && m.First().After(q.AsOf) && q.Closed(m.Question):
			return false
		}
	}
	return true
}

func (m Matter) askedIn(period assess.Quarter) bool {
	for _, e := range m.Events {
		if e.Kind == Asked && e.Period == period {
			return true
		}
	}
	return false
}
