package cmd

import (
	"context"
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/assess/ledger"
	"hygeia/assess/store"
	"hygeia/cmd/form"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// ask goes through the gaps that wait for a decision, first things first.
func (o *decideOptions) ask(ctx context.Context, st *store.Store, saved *store.Saved) error {
	gaps, open, err := o.gaps(st, saved)
	if err != nil {
		return err
	}
	if len(gaps) == 0 {
		o.env.say("no gap of %s waits for a decision", saved.Period)
		if open > 0 {
			o.env.hint(`%s not answered yet; answer with "hygeia assess"`, words.Count(open, "question", "questions"))
		}
		return nil
	}
	kept := 0
	sitting := &form.Decisions{Gaps: gaps, Today: o.on, Take: func(q *frameworks.Question, d assess.Decision) error {
		_, err := o.record(st, saved, q, ledger.Event{Kind: ledger.Decided, Said: d})
		if err == nil {
			kept++
		}
		return err
	}}
	run, term := form.RunDecisions, form.Terminal{In: o.env.In, Out: o.env.Screen, Width: o.env.Width, Height: o.env.Height, Color: o.env.Color}
	if o.env.mode(o.Plain) == lines {
		run, term.In, term.Out, term.Color = form.PlainDecisions, o.env.typed(), o.env.Out, false
	}
	outcome, err := run(ctx, term, sitting)
	if err != nil {
		return fmt.Errorf("the last decision is not saved: %w", err)
	}
	what := fmt.Sprintf("%s saved in %s", words.Count(kept, "decision", "decisions"), st.Dir())
	if kept == 0 {
		what = "nothing was changed"
	}
	if outcome == form.Interrupted {
		line := []string{"decide"}
		if o.Plain {
			line = append(line, "--plain")
		}
		return withHint(interruptedf("interrupted; %s", what), "go on with %s", o.env.named(line...))
	}
	o.env.say("%s", what)
	if kept > 0 {
		o.env.hint(`see all with "hygeia decide --list"`)
	}
	return nil
}

// gaps are the answered gaps about which nothing is decided, and those whose
// decision is past its date today: first what waits for the board, then the
// others in the order of the plan. Open counts what is not answered.
func (o *decideOptions) gaps(st *store.Store, saved *store.Saved) (gaps []form.Gap, open int, err error) {
	now, earlier, err := withEarlier(o.env, st, saved, onlyBefore, assess.Date{})
	if err != nil {
		return nil, 0, err
	}
	actions := assess.Actions(now, last(earlier))
	var asked, others []form.Gap
	for _, d := range assess.Resting(now) {
		if d.Overdue(o.today()) { // it rested on the day of the quarter only
			others = append(others, form.Gap{Question: d.Item.Question, About: aboutGap(assess.Action{Item: d.Item, Decision: d.Decision}, true)})
		}
	}
	for _, a := range actions {
		overdue := a.Decision.Overdue(o.today())
		gap := form.Gap{Question: a.Item.Question, About: aboutGap(a, overdue)}
		switch {
		case a.Kind == assess.AnswerIt:
			open++
		case a.Decision.Kind != assess.Undecided && !overdue:
		case a.Matter.Asks > 0:
			asked = append(asked, gap)
		default:
			others = append(others, gap)
		}
	}
	return append(asked, others...), open, nil
}

// aboutGap is what to know before deciding about a gap.
func aboutGap(a assess.Action, overdue bool) []string {
	q := a.Item.Question
	about := []string{q.Text}
	if overdue {
		about = append(about, "Decided before, and past its date: "+decisionText(a.Decision)+".")
	}
	if a.Matter.Asks > 0 {
		about = append(about, fmt.Sprintf("Matter %d: the board was asked %s.", a.Matter.Number, a.Matter.Asked()))
	}
	standing := fmt.Sprintf("Answer: %s; target: %s.", a.Item.Answer.Name(), a.Item.Target.Name())
	if effort := a.Effort.String(); effort != "" {
		standing += fmt.Sprintf(" Effort: %s.", effort)
	}
	about = append(about, standing)
	if a.Kind == assess.FindOut {
		return append(about, "Nobody knew; finding out is the first step.")
	}
	return append(about, "First step: "+strings.TrimSpace(q.Fix.Do))
}
