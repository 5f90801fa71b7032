package cmd

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"

	"hygeia/assess"
	"hygeia/assess/series"
	"hygeia/assess/store"
	"hygeia/cmd/form"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// What is answered to a proposed target.
const (
	takeOne  = "yes"
	leaveOne = "no"
	takeAll  = "all"
	takeStop = "stop"
)

// proposeTargets shows the targets that a sheet suggests, and sets those that a person
// accepts: one by one at a terminal, all with --yes.
func proposeTargets(ctx context.Context, o *targetOptions, st *store.Store, saved *store.Saved) error {
	if saved.Status == assess.Finished {
		return withHint(fmt.Errorf("%s is finished, and its targets with it", saved.Period), `start the next quarter with "hygeia assess"`)
	}
	s, err := seriesNamed(st, o.From)
	if err != nil {
		return err
	}
	out := s.Propose(saved.Library, saved.Assessment, o.Approver)
	if err := o.showProposals(s, out); err != nil {
		return err
	}
	if len(out.Proposals) == 0 {
		return nil
	}
	chosen, err := o.choose(ctx, out.Proposals)
	if err != nil || len(chosen) == 0 {
		return err
	}
	return o.setProposed(st, saved, s, chosen)
}

// seriesNamed returns the series of that name, or names those there are.
func seriesNamed(st *store.Store, name string) (*series.Series, error) {
	if err := series.CheckName(name); err == nil {
		s, err := st.SeriesNamed(name)
		if err != nil || s != nil {
			return s, err
		}
	}
	all, err := st.Series()
	if err != nil {
		return nil, err
	}
	var names []string
	for _, s := range all {
		names = append(names, s.Name)
	}
	if len(names) == 0 {
		return nil, withHint(usagef("there is no sheet in %s to take targets from", st.Dir()), `take one over first with "hygeia import FILE"`)
	}
	return nil, unknown("sheet", name, names)
}

// showProposals prints what the targets of a sheet come to.
func (o *targetOptions) showProposals(s *series.Series, out series.Proposed) error {
	if len(out.Proposals) > 0 {
		w := tabwriter.NewWriter(o.env.Out, 0, 0, 2, ' ', 0)
		fmt.Fprintln(w, "QUESTION\tNOW\tPROPOSED\tUSUAL\tTHE SHEET SAYS\tBEFORE IT MAY STAND")
		for _, p := range out.Proposals {
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", p.Question.Key, p.Now.Name(), p.Level.Name(), p.Usual.Name(), p.Why, needs(p))
		}
		if err := w.Flush(); err != nil {
			return err
		}
	}
	o.env.say("%s: %s proposed, %d the same as now", s.Name, words.Count(len(out.Proposals), "target is", "targets are"), out.Same)
	if out.Coarse > 0 {
		o.env.say("%s of whole categories, which say nothing about the questions below them", words.Count(out.Coarse, "target is", "targets are"))
	}
	if n := len(out.Unasked); n > 0 {
		o.env.say("no question of this quarter speaks for %s", words.Cut(strings.Join(out.Unasked, ", "), 200))
	}
	return nil
}

// needs says in short why a proposed target may not stand as it is.
func needs(p series.Proposal) string {
	switch {
	case p.Problem == "":
		return ""
	case p.Level < frameworks.Mostly && p.Essential:
		return "below Mostly: it serves an Essential goal"
	}
	return "needs an approver"
}

// choose returns the proposals that are accepted.
func (o *targetOptions) choose(ctx context.Context, proposals []series.Proposal) ([]series.Proposal, error) {
	switch {
	case o.Yes:
		return proposals, nil
	case !o.env.InTerminal || o.env.Screen == nil:
		o.env.say("nothing was changed; a person accepts them")
		o.env.hint("accept all with --yes, with --approver for those below the usual, or run it at a terminal to choose")
		return nil, nil
	}
	term := form.Terminal{In: o.env.asking(), Out: o.env.Screen, Width: o.env.Width}
	options := []form.Option{{Word: takeOne, Says: "set it"}, {Word: leaveOne, Says: "leave it"}, {Word: takeAll, Says: "set it and all that follow"}, {Word: takeStop, Says: "leave it and all that follow"}}
	var chosen []series.Proposal
	for i, p := range proposals {
		question := fmt.Sprintf("%s: the target is %s; the sheet proposes %s (%s). Set it?", p.Question.Title, p.Now.Name(), p.Level.Name(), p.Why)
		answer, answered := form.Pick(ctx, term, question, options)
		switch {
		case !answered:
			return nil, interruptedf("interrupted; nothing was changed")
		case answer == takeAll:
			return append(chosen, proposals[i:]...), nil
		case answer == takeStop:
			return chosen, nil
		case answer == takeOne:
			chosen = append(chosen, p)
		}
	}
	return chosen, nil
}

// setProposed sets what was accepted and may stand, and names the rest.
func (o *targetOptions) setProposed(st *store.Store, saved *store.Saved, s *series.Series, chosen []series.Proposal) error {
	set, left := 0, 0
	for _, p := range chosen {
		if p.Level == p.Usual { // the usual target needs no line of its own
			delete(saved.Targets, p.Question.Key)
			set++
			continue
		}
		reason := o.Reason
		if reason == "" {
			reason = s.Reason(p)
		}
		target := assess.Target{Level: p.Level, Reason: words.Cut(reason, assess.MaxName), Approver: o.Approver}
		if err := saved.SetTarget(saved.Library, p.Question, target, assess.DateOf(o.env.Now())); err != nil {
			left++
			o.env.say("left as it is: %s", err)
			continue
		}
		set++
	}
	if set > 0 {
		if err := o.env.keepNow(st, saved); err != nil {
			return err
		}
	}
	o.env.say("%s set in %s", words.Count(set, "target is", "targets are"), saved.Period)
	if left > 0 {
		return withHint(fmt.Errorf("%s not set", words.Count(left, "proposed target is", "proposed targets are")),
			"a target below the usual one needs --approver; no Essential goal's target goes below Mostly")
	}
	return nil
}
