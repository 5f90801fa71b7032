package cmd

import (
	"fmt"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks/words"
)

// runHome answers the bare "hygeia": what is here, what is due, what to type.
func runHome(env *Env) error {
	st, err := openStore(env)
	if err != nil {
		return err
	}
	entries, err := readable(env, st)
	if err != nil {
		return err
	}
	if err := sayStrays(env, st); err != nil {
		return err
	}
	if len(entries) == 0 {
		fmt.Fprintf(env.Out, `Hygeia asks plain questions about your cyber hygiene and says what to do first.
Nothing is saved in %s yet.

  hygeia assess    start: 20 questions, about 15 minutes, stop whenever you like
  hygeia demo      look at two invented hospitals first
  hygeia --help    all commands
`, st.Dir())
		return nil
	}
	env.sayBroken()
	saved := entries[len(entries)-1].Saved
	r, err := env.evaluate(st, saved)
	if err != nil {
		return err
	}
	homeStatus(env, st, entries, r)
	homeDue(env, r)
	if err := homeToDo(env, st, saved, r); err != nil {
		return err
	}
	homeCopy(env, st)
	return homeNext(env, r)
}

// homeToDo says what the open quarter still asks, or the new one that is due,
// and how long that takes.
func homeToDo(env *Env, st *store.Store, saved *store.Saved, r *assess.Result) error {
	today := assess.DateOf(env.Now())
	quarter := assess.QuarterOf(env.Now())
	if r.Status == assess.Draft {
		earlier, err := before(env, st, saved.Period)
		if err != nil {
			return err
		}
		env.tell("To do in %s: %s", saved.Period, rerunOf(saved.Library, r.Assessment, earlier, today).left())
		return nil
	}
	if quarter.Since(saved.Period) <= 0 {
		return nil
	}
	lib, err := st.Library()
	if err != nil {
		return err
	}
	next := unsaved(st, lib, assess.NextQuarter(lib, saved.Assessment, quarter, env.Now()))
	view, err := st.View(next, assess.Date{})
	if err != nil {
		return err
	}
	env.tell("To do in %s: %s", quarter, rerunOf(lib, view, saved, today).left())
	return nil
}

func homeStatus(env *Env, st *store.Store, entries []store.Entry, r *assess.Result) {
	org := r.Assessment.Organization.Name
	if org == "" {
		org = "Your organization"
	}
	env.tell("%s, %s (%s), %s in %s", org, r.Period, r.Status, words.Count(len(entries), "saved quarter", "saved quarters"), st.Dir())
	env.tell("Essential goals: %s", r.Goals)
	if then, older := r.GoalsThen(); older && then != r.Goals.String() {
		env.tell("When it was finished this read: %s. Nearly met, met another way and not known are told apart now", then)
	}
	env.tell("Answered: %d of %d questions, %d confirmed this quarter", r.All.Answered, r.All.Asked, r.All.Confirmed)
}

// homeDue prints what waits for a person: decisions first, then answers.
func homeDue(env *Env, r *assess.Result) {
	for _, line := range dueDecisions(r, assess.DateOf(env.Now())) {
		env.tell("%s", line)
	}
	for _, line := range due(r, assess.DateOf(env.Now())) {
		env.tell("Due: %s", line)
	}
	if n := oldFacts(r, assess.DateOf(env.Now())); n > 0 {
		env.tell("Due: %s for the board out of date; %s asks them", words.Count(n, "fact", "facts"), env.command("assess", "--section", "oversight"))
	}
}

// oldFacts counts the facts that are answered and out of date on that day.
func oldFacts(r *assess.Result, today assess.Date) int {
	n := 0
	for _, f := range assess.AskedFacts(r.Library, r.Assessment, today) {
		if f.Old {
			n++
		}
	}
	return n
}

// due lists what waits for a person on that day: open and unknown answers, other
// ways that count for nothing or whose review date is over since the quarter was
// last changed, answers carried too long or given to an earlier meaning.
func due(r *assess.Result, today assess.Date) []string {
	var open, unknown, incomplete, over, stale, outdated int
	for _, it := range r.Items {
		switch {
		case it.Outdated, it.Answer.Left == assess.LeftChanged:
			outdated++
		case it.State == assess.Open, it.Answer.Left == assess.LeftOpen:
			open++
		case it.State == assess.Unknown:
			unknown++
		case it.Incomplete:
			incomplete++
		case it.PastReview(today):
			over++
		case it.Stale:
			stale++
		}
	}
	var lines []string
	for _, d := range []struct {
		n    int
		what string
	}{
		{open, "not answered yet"},
		{unknown, `answered "don't know", to find out`},
		{incomplete, "answered another way, past review or incomplete"},
		{over, "answered another way, its review date is over"},
		{outdated, "asked in a new way, to answer again"},
		{stale, "carried over for two quarters or more"},
	} {
		if d.n > 0 {
			lines = append(lines, words.Count(d.n, "question", "questions")+" "+d.what)
		}
	}
	return lines
}

func homeNext(env *Env, r *assess.Result) error {
	today := assess.QuarterOf(env.Now())
	fmt.Fprintln(env.Out)
	switch {
	case r.Status == assess.Draft && r.All.Answered < r.All.Asked:
		fmt.Fprintln(env.Out, "  hygeia assess             go on where you stopped")
	case r.Status == assess.Draft:
		fmt.Fprintln(env.Out, "  hygeia assess             look at answers again, or ask more")
		fmt.Fprintln(env.Out, "  hygeia assess --finish    close the quarter")
	case today.Since(r.Period) > 0:
		fmt.Fprintf(env.Out, "  hygeia assess             start %s from these answers\n", today)
	default:
		fmt.Fprintf(env.Out, "  hygeia assess             from %s on: the next quarter\n", r.Period.Next())
	}
	_, err := fmt.Fprintln(env.Out, "  hygeia report             write the board PDF and the full report")
	return err
}
