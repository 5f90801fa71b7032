package ledger

import (
	"maps"
	"slices"

	"hygeia/assess"
)

// mostAsks is how many open asks a quarter has (SCORING 7.7).
const mostAsks = 3

// Ask writes down what a quarter asks of the board on its as-of day: the first
// of [assess.BoardDecisions] that it has not asked yet, up to three open ones in
// all, each with the date suggested and who leads it. Repeated, it writes
// nothing. The result is that of the quarter's [Ledger.View]. It returns how many
// asks it wrote.
func (l *Ledger) Ask(r *assess.Result, actions []assess.Action) (int, error) {
	room := mostAsks
	for _, m := range r.Assessment.Matters {
		if m.Now {
			room--
		}
	}
	for key, m := range r.Assessment.Matters {
		if it, asked := r.Item(key); m.Now && asked && it.Gap == 0 {
			room++
		}
	}
	written := 0
	for _, a := range assess.BoardDecisions(actions) {
		if a.Matter.Now || written >= room {
			continue
		}
		q := a.Item.Question
		e := Event{
			Kind: Asked, Day: r.AsOf, Matter: a.Matter.Number, Question: q.Key, Period: r.Period,
			Due: a.Suggested(), Lead: r.Assessment.Organization.Lead(q),
		}
		if e.Matter == 0 {
			e.Matter = l.Next()
		}
		if err := l.Append(e); err != nil {
			return written, err
		}
		written++
	}
	return written, nil
}

// Decide writes down what was decided about a question on that day. The view is
// that of the latest quarter; a question without a matter there gets a new one.
// The zero Decision takes the latest one back. It changes nothing where it
// returns an error.
func (l *Ledger) Decide(view *assess.Assessment, e Event) error {
	e.Matter = view.Matters[e.Question].Number
	if e.Kind == Decided && e.Matter == 0 {
		e.Matter = l.Next()
		before := len(l.events)
		if err := l.Append(Event{Kind: Raised, Day: e.Day, Matter: e.Matter, Question: e.Question, By: e.By}); err != nil {
			return err
		}
		if err := l.Append(e); err != nil {
			l.events = l.events[:before]
			return err
		}
		return nil
	}
	return l.Append(e)
}

// Move writes down the decisions that were typed into a quarter before there was
// a ledger, each once and on the day it was recorded. It returns the questions
// whose decisions stand in the ledger now, sorted; the others, such as one
// without the date that every decision needs, stay where they are.
func (l *Ledger) Move(a *assess.Assessment, quarters []Closing) []string {
	var moved []string
	view := l.View(a, assess.Date{}, quarters)
	for _, key := range slices.Sorted(maps.Keys(a.Decisions)) {
		d := a.Decisions[key]
		e := Event{Kind: Decided, Day: d.Recorded, Question: key, Said: d, By: d.By}
		if l.has(e.tidy()) || l.Decide(view, e) == nil {
			moved = append(moved, key)
		}
	}
	return moved
}

// has reports whether the ledger has that very decision about a question, and be
// it taken back or replaced since.
func (l *Ledger) has(e Event) bool {
	return slices.ContainsFunc(l.events, func(old Event) bool {
		return old.Kind == Decided && old.Question == e.Question && old.Said == e.Said
	})
}
