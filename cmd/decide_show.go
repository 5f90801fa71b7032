package cmd

import (
	"cmp"
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks/words"
)

// show prints what is decided about one question, or everything that was asked and
// decided.
func (o *decideOptions) show(st *store.Store, saved *store.Saved) error {
	b, err := openBooks(st, saved)
	if err != nil {
		return err
	}
	if o.List {
		return o.list(b, saved)
	}
	q, err := o.named(b, saved.Library)
	if err != nil {
		return err
	}
	out := o.env.Out
	fmt.Fprintf(out, "%s: %s\n", q.Key, q.Title)
	r := assess.Evaluate(saved.Library, b.view)
	it, asked := r.Item(q.Key)
	if asked {
		fmt.Fprintf(out, "Answer: %s; target: %s\n", it.Answer.Name(), it.Target.Name())
	}
	m := b.view.Matters[q.Key]
	if m.Asks > 0 {
		fmt.Fprintf(out, "Matter %d: asked of the board %s\n", m.Number, m.Asked())
	}
	d, decided := b.view.Decisions[q.Key]
	if !decided {
		fmt.Fprintln(out, "Nothing is decided.")
		if asked && it.Gap > 0 {
			o.env.hint("decide with, for example: %s", exampleOf(assess.Fix, q.Key, o.today()))
		}
		return nil
	}
	cost := 0
	if m.Number > 0 {
		cost = b.matters[m.Number-1].Cost()
	}
	fmt.Fprintf(out, "Decided: %s%s\n", words.Line(decisionText(d)), costText(cost))
	for _, line := range []struct{ title, text string }{
		{"Reason", words.Line(d.Reason)},
		{"Written down", strings.TrimSpace(d.Recorded.String() + " " + d.By)},
		{"State", o.state(r, q.Key, d)},
	} {
		if line.text != "" {
			fmt.Fprintf(out, "%s: %s\n", line.title, words.Line(line.text))
		}
	}
	return nil
}

// state says in a word or two how a decision stands today.
func (o *decideOptions) state(r *assess.Result, key string, d assess.Decision) string {
	it, asked := r.Item(key)
	if !asked {
		return "not asked"
	}
	decided := assess.Decided{Item: it, Decision: d}
	switch {
	case decided.Done():
		return "done"
	case decided.Overdue(o.today()) && d.Kind == assess.Accept:
		return "expired"
	case decided.Overdue(o.today()):
		return "overdue"
	case decided.Accepted(o.today()):
		return "accepted"
	}
	return "open"
}

// decisionText says in a line what is decided, without its reason: "fix by
// 2027-03-31, IT lead".
func decisionText(d assess.Decision) string {
	switch d.Kind {
	case assess.Fix:
		return fmt.Sprintf("fix by %s, %s", d.Due, d.Owner)
	case assess.Accept:
		return fmt.Sprintf("risk accepted until %s, approved by %s", d.Until, d.Approver)
	case assess.Transfer:
		if d.Due.IsZero() {
			return "handed to " + d.Owner
		}
		return fmt.Sprintf("handed to %s by %s", d.Owner, d.Due)
	}
	return fmt.Sprintf("looked at again on %s", d.Due)
}

// who is whoever has to do with a decision first: its owner, or who approved it.
func who(d assess.Decision) string { return cmp.Or(d.Owner, d.Approver) }
