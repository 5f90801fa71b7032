package cmd

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks/words"
)

// show prints what is decided about one question, or everything that is decided.
func (o *decideOptions) show(saved *store.Saved) error {
	r := assess.Evaluate(saved.Library, saved.Assessment)
	if o.List {
		return o.list(r)
	}
	q, ok := saved.Library.Question(o.Key)
	if !ok {
		return unknownName(saved.Library, o.Key)
	}
	out := o.env.Out
	fmt.Fprintf(out, "%s: %s\n", q.Key, q.Title)
	it, asked := r.Item(q.Key)
	if asked {
		fmt.Fprintf(out, "Answer: %s; target: %s\n", it.Answer.Name(), it.Target.Name())
	}
	d, decided := saved.Decisions[q.Key]
	if !decided {
		fmt.Fprintln(out, "Nothing is decided.")
		if asked && it.Gap > 0 && saved.Status == assess.Draft {
			o.env.hint("decide with, for example: %s", exampleOf(assess.Fix, q.Key, o.today()))
		}
		return nil
	}
	fmt.Fprintf(out, "Decided: %s\n", words.Line(decisionText(d)))
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

// list prints all decisions, the earliest date first, those about questions
// that are not asked last.
func (o *decideOptions) list(r *assess.Result) error {
	decisions := r.Assessment.Decisions
	if len(decisions) == 0 {
		o.env.say("nothing is decided in %s yet", r.Period)
		return nil
	}
	var keys []string
	for _, d := range assess.Decisions(r) {
		keys = append(keys, d.Item.Question.Key)
	}
	for _, key := range slices.Sorted(maps.Keys(decisions)) {
		if !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	w := tabwriter.NewWriter(o.env.Out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "QUESTION\tDECISION\tWHO\tDATE\tSTATE\tREASON")
	for _, key := range keys {
		d := decisions[key]
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", key, d.Kind, words.Line(cmp.Or(d.Owner, d.Approver, "-")),
			cmp.Or(d.Date().String(), "-"), o.state(r, key, d), words.Line(cmp.Or(d.Reason, "-")))
	}
	return w.Flush()
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
