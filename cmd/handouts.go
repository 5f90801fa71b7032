package cmd

import (
	"fmt"
	"text/tabwriter"

	"hygeia/assess"
	"hygeia/assess/log"
	"hygeia/assess/store"
	"hygeia/frameworks/words"
)

// handouts says in a few words how the hand-outs of a quarter stand: "2 hand-outs
// out, 1 overdue since 2026-09-30"; "" where nothing is out.
func handouts(st *store.Store, period assess.Quarter, today assess.Date) (string, error) {
	journal, err := st.Journal()
	if err != nil {
		return "", err
	}
	out, late := 0, 0
	var since assess.Date
	for _, h := range journal.Handouts(period) {
		if h.Waiting() {
			out++
		}
		if h.Overdue(today) {
			if late++; since.IsZero() || since.After(h.Due) {
				since = h.Due
			}
		}
	}
	switch {
	case out == 0:
		return "", nil
	case late == 0:
		return words.Count(out, "hand-out", "hand-outs") + " out", nil
	}
	return fmt.Sprintf("%s out, %d overdue since %s", words.Count(out, "hand-out", "hand-outs"), late, since), nil
}

// handoutsOut names the hand-outs of a quarter that did not come back: to whom, when
// and until when.
func handoutsOut(st *store.Store, period assess.Quarter, today assess.Date) ([]string, error) {
	journal, err := st.Journal()
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, h := range journal.Handouts(period) {
		if !h.Waiting() {
			continue
		}
		line := fmt.Sprintf("hand-out to %s, %s, out since %s", orAnybody(h.To), words.Count(h.Questions, "question", "questions"), h.Out)
		if !h.Due.IsZero() {
			line += ", due " + h.Due.String()
		}
		if h.Overdue(today) {
			line += ", overdue"
		}
		lines = append(lines, line)
	}
	return lines, nil
}

// homeHandouts says what is out.
func homeHandouts(env *Env, st *store.Store, r *assess.Result) {
	line, err := handouts(st, r.Period, assess.DateOf(env.Now()))
	switch {
	case err != nil:
		env.say("%v", err)
	case line != "" && r.Status == assess.Draft:
		env.tell("%s; %s shows them", line, env.named("list"))
	}
}

// listHandouts prints what went out of a quarter, a line each.
func listHandouts(env *Env, st *store.Store, period assess.Quarter) error {
	journal, err := st.Journal()
	if err != nil {
		return err
	}
	all := journal.Handouts(period)
	if len(all) == 0 {
		return nil
	}
	fmt.Fprintln(env.Out)
	w := tabwriter.NewWriter(env.Out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "HAND-OUT\tFOR\tQUESTIONS\tOUT SINCE\tDUE\tSTATE\tFILE")
	for _, h := range all {
		fmt.Fprintf(w, "%s\t%s\t%d\t%s\t%s\t%s\t%s\n", h.Packet, dashed(words.Visible(h.To)), h.Questions, h.Out, dashed(h.Due.String()), stateOf(h, assess.DateOf(env.Now())), dashed(words.Visible(h.File)))
	}
	return w.Flush()
}

func dashed(text string) string {
	if text == "" {
		return "-"
	}
	return text
}

// stateOf says where a hand-out is.
func stateOf(h log.Handout, today assess.Date) string {
	switch {
	case !h.Back.IsZero():
		state := fmt.Sprintf("back %s with %d of %d", h.Back, min(h.Answered, h.Questions), h.Questions)
		if h.By != "" {
			state += " by " + words.Visible(h.By)
		}
		return state
	case !h.Withdrawn.IsZero():
		return "withdrawn " + h.Withdrawn.String()
	case h.Overdue(today):
		return "overdue for " + words.Count(today.DaysSince(h.Due), "day", "days")
	}
	return "out"
}
