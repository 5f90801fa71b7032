package cmd

import (
	"context"
	"fmt"
	"strconv"

	"hygeia/assess"
	"hygeia/assess/ledger"
	"hygeia/assess/store"
	"hygeia/frameworks"
)

func runDecide(ctx context.Context, o *decideOptions) error {
	st, err := openStore(o.env)
	if err != nil {
		return err
	}
	if o.List || o.Key != "" && o.Kind == "" {
		saved, err := latest(st)
		if err != nil {
			return err
		}
		return o.show(st, saved)
	}
	saved, unlock, err := o.env.lockLatest(ctx, st, "decide")
	if err != nil {
		return err
	}
	defer unlock()
	if o.asks() {
		return o.ask(ctx, st, saved)
	}
	return o.set(st, saved)
}

// books are the ledger as it is once the decisions typed into the quarter stand in
// it, and the quarter as the ledger sees it. Nothing is written.
type books struct {
	*store.Book
	view    *assess.Assessment
	matters []ledger.Matter

	closings []ledger.Closing
}

func openBooks(st *store.Store, saved *store.Saved) (*books, error) {
	book, err := st.Book()
	if err != nil {
		return nil, err
	}
	b := &books{Book: book}
	if b.closings, err = st.Closings(); err != nil {
		return nil, err
	}
	book.Move(saved.Assessment, b.closings)
	b.view = book.View(saved.Assessment, assess.Date{}, b.closings)
	b.matters = book.Matters(assess.Date{}, b.closings)
	return b, nil
}

// named finds the question that is meant by its key or by the number of its matter.
func (o *decideOptions) named(b *books, lib *frameworks.Library) (*frameworks.Question, error) {
	key := o.Key
	if n, err := strconv.Atoi(key); err == nil {
		if n < 1 || n > len(b.matters) {
			return nil, withHint(usagef("there is no matter number %d", n), `"hygeia decide --list" shows them`)
		}
		m := b.matters[n-1]
		if key = m.Question; o.Kind != "" && !m.Closed.IsZero() {
			return nil, fmt.Errorf("matter %d, %s, is done since %s; there is nothing to decide", n, key, m.Closed)
		}
	}
	q, ok := lib.Question(key)
	if !ok {
		return nil, unknownName(lib, key)
	}
	return q, nil
}

// set records or takes away the one decision of the command line.
func (o *decideOptions) set(st *store.Store, saved *store.Saved) error {
	b, err := openBooks(st, saved)
	if err != nil {
		return err
	}
	q, err := o.named(b, saved.Library)
	if err != nil {
		return err
	}
	if o.Kind == wordUndecided {
		return o.undecide(st, saved, b, q)
	}
	it, asked := assess.Evaluate(saved.Library, b.view).Item(q.Key)
	switch {
	case !asked:
		return fmt.Errorf("%s is not asked in %s, so there is no gap to decide about", q.Key, saved.Period)
	case it.State == assess.Open:
		return withHint(fmt.Errorf("%s is not answered yet; decide once it is known whether there is a gap", q.Key), `answer it with "hygeia assess"`)
	case it.Gap == 0:
		return fmt.Errorf("%s is at its target already; there is nothing to decide", q.Key)
	}
	e, err := o.record(st, saved, q, ledger.Event{Kind: ledger.Decided, Said: o.decision, Cost: o.cost})
	if err != nil {
		return err
	}
	o.env.say("%s (matter %d): %s%s", q.Key, e.Matter, decisionText(e.Said), costText(e.Cost))
	if e.Said.Kind == assess.Accept {
		o.env.say("%s leaves the list of what to do until %s, and still counts as a gap%s", q.Key, e.Said.Until, essentialToo(it))
	}
	o.env.hint("the ledger keeps it, and undo does not take it back; withdraw it with %s", o.env.named("decide", q.Key, wordUndecided))
	return nil
}

func costText(cost int) string {
	if cost == 0 {
		return ""
	}
	return ", " + dollars(cost)
}

func essentialToo(it *assess.Item) string {
	if it.Tier != frameworks.Essential {
		return ""
	}
	return "; its Essential goal stays open"
}

// undecide takes a decision away, whatever became of its gap.
func (o *decideOptions) undecide(st *store.Store, saved *store.Saved, b *books, q *frameworks.Question) error {
	if _, decided := b.view.Decisions[q.Key]; !decided {
		o.env.say("nothing was decided about %s; nothing was changed", q.Key)
		return nil
	}
	if _, err := o.record(st, saved, q, ledger.Event{Kind: ledger.Withdrawn}); err != nil {
		return err
	}
	said := "is undecided again"
	if d, err := o.standing(st, saved, q.Key); err == nil && d.Kind != assess.Undecided {
		said += "; what was decided before stands: " + decisionText(d)
	}
	o.env.say("%s %s", q.Key, said)
	return nil
}

func (o *decideOptions) standing(st *store.Store, saved *store.Saved, key string) (assess.Decision, error) {
	b, err := openBooks(st, saved)
	if err != nil {
		return assess.Decision{}, err
	}
	return b.view.Decisions[key], nil
}

// record writes an event about a question into the ledger, and returns it as it
// stands there.
func (o *decideOptions) record(st *store.Store, saved *store.Saved, q *frameworks.Question, e ledger.Event) (ledger.Event, error) {
	b, err := openBooks(st, saved)
	if err != nil {
		return e, err
	}
	e.Day, e.Question, e.By = o.on, q.Key, o.By
	if e.By == "" {
		e.By = lastBy(saved.Assessment)
	}
	if err := b.Decide(b.view, e); err != nil {
		return e, fmt.Errorf("%s: %w", q.Key, err)
	}
	if e.Kind == ledger.Decided {
		after := b.View(saved.Assessment, assess.Date{}, b.closings)
		if _, stands := after.Decisions[q.Key]; !stands {
			return e, fmt.Errorf("%s: %s is too early; a quarter after that day shows no gap, and this one came later", q.Key, e.Day)
		}
	}
	if err := st.WriteBook(b.Book); err != nil {
		return e, err
	}
	events := b.Events(b.Len())
	return events[len(events)-1], nil
}
