package cmd

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks/words"
)

// here is what the folder holds, as the bare "hygeia" tells it.
type here struct {
	result *assess.Result // of the latest quarter; nil if nothing is saved yet
	left   int            // questions that its draft asks now

	head, due, todo bytes.Buffer // as printed: what is here, what waits for a person, what comes next
}

// runHome answers the bare "hygeia": what is here, what is due, what to type; at
// a terminal, what to do by letters.
func runHome(ctx context.Context, env *Env) error {
	if env.showsMenu() {
		return runMenu(ctx, env)
	}
	h, err := lookAround(env)
	if err != nil {
		return err
	}
	for _, part := range []*bytes.Buffer{&h.head, &h.due, &h.todo} {
		if _, err := env.Out.Write(part.Bytes()); err != nil {
			return err
		}
	}
	return h.next(env)
}

// lookAround reads the folder. What is to be told of it is in what it returns; what
// is out of order is said at once.
func lookAround(env *Env) (*here, error) {
	st, err := openStore(env)
	if err != nil {
		return nil, err
	}
	entries, err := readable(env, st)
	if err != nil {
		return nil, err
	}
	env.sayCloud()
	if err := sayStrays(env, st); err != nil {
		return nil, err
	}
	h := &here{}
	if len(entries) == 0 {
		fmt.Fprintf(&h.head, `Hygeia asks plain questions about your cyber hygiene and says what to do first.
Nothing is saved in %s yet.
`, st.Dir())
		homeErrands(env.into(&h.due), st, nil)
		return h, nil
	}
	env.sayBroken()
	saved := entries[len(entries)-1].Saved
	if h.result, err = env.evaluate(st, saved); err != nil {
		return nil, err
	}
	homeStatus(env.into(&h.head), st, entries, h.result)
	due := env.into(&h.due)
	homeDue(due, h.result)
	homeHandouts(due, st, h.result)
	homeErrands(due, st, h.result)
	todo := env.into(&h.todo)
	if h.left, err = homeToDo(todo, st, saved, h.result); err != nil {
		return nil, err
	}
	homeCopy(todo, st)
	return h, nil
}

// into is the same environment with its results in w instead.
func (env *Env) into(w io.Writer) *Env {
	other := *env
	other.Out = w
	return &other
}

// homeToDo says what the open quarter still asks, or the new one that is due,
// and how long that takes. It returns how many questions the open one asks.
func homeToDo(env *Env, st *store.Store, saved *store.Saved, r *assess.Result) (left int, err error) {
	today := assess.DateOf(env.Now())
	quarter := assess.QuarterOf(env.Now())
	if r.Status == assess.Draft {
		earlier, err := before(env, st, saved.Period)
		if err != nil {
			return 0, err
		}
		to := rerunOf(saved.Library, r.Assessment, earlier, today)
		env.tell("To do in %s: %s", saved.Period, to.left())
		return assess.Summary(to.asks).Asked(), nil
	}
	if quarter.Since(saved.Period) <= 0 {
		return 0, nil
	}
	lib, err := st.Library()
	if err != nil {
		return 0, err
	}
	next := unsaved(st, lib, assess.NextQuarter(lib, saved.Assessment, quarter, env.Now()))
	view, err := st.View(next, assess.Date{})
	if err != nil {
		return 0, err
	}
	env.tell("To do in %s: %s", quarter, rerunOf(lib, view, saved, today).left())
	return 0, nil
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
	env.tell("%s, %d confirmed this quarter", r.All.SaidOf(), r.All.Confirmed)
}

// homeDue prints what waits for a person: decisions first, then answers.
func homeDue(env *Env, r *assess.Result) {
	for _, line := range env.dueDecisions(r, assess.DateOf(env.Now())) {
		env.tell("%s", line)
	}
	for _, line := range due(r, assess.DateOf(env.Now())) {
		env.tell("Due: %s", line)
	}
	for _, line := range dueScans(r, assess.DateOf(env.Now())) {
		env.tell("Due: %s; %s shows more", line, env.named("evidence"))
	}
	if n := oldFacts(r, assess.DateOf(env.Now())); n > 0 {
		env.tell("Due: %s for the board out of date; %s asks them", words.Count(n, "fact", "facts"), env.named("assess", "--section", "oversight"))
	}
}

// homeErrands prints how far the free scans are that were asked for. That the log
// cannot be read is said, and keeps nothing else from being told.
func homeErrands(env *Env, st *store.Store, r *assess.Result) {
	lines, err := env.errandsOf(st, r)
	if err != nil {
		env.say("%v", err)
	}
	for _, line := range lines {
		env.tell("%s", line)
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

// answering says what "hygeia assess" would do here; "" where there is nothing to
// answer before the next quarter begins.
func (h *here) answering(env *Env) string {
	today := assess.QuarterOf(env.Now())
	switch r := h.result; {
	case r == nil:
		return "20 questions to start with, about 15 minutes; stop whenever you like"
	case r.Status == assess.Draft && h.left > 0:
		return "go on where you stopped"
	case r.Status == assess.Draft:
		return "look at answers again, or ask more"
	case today.Since(r.Period) > 0:
		return fmt.Sprintf("start %s from these answers", today)
	}
	return ""
}

// complete reports whether a draft has an answer to every question, so that it can
// be closed.
func (h *here) complete() bool {
	r := h.result
	return r != nil && r.Status == assess.Draft && r.All.Answered >= r.All.Asked
}

// next prints what to type next.
func (h *here) next(env *Env) error {
	lines := [][2]string{{env.command("assess"), h.answering(env)}}
	switch r := h.result; {
	case r == nil:
		lines = append(lines, [2]string{"hygeia demo", "look at two invented hospitals first"}, [2]string{"hygeia --help", "all commands"})
	case lines[0][1] == "":
		lines[0][1] = fmt.Sprintf("from %s on: the next quarter", r.Period.Next())
	case h.complete():
		lines = append(lines, [2]string{env.command("assess", "--finish"), "close the quarter"})
	}
	if h.result != nil {
		lines = append(lines, [2]string{env.command("report"), "write the board PDF and the full report"})
	}
	wide := 0
	for _, l := range lines {
		wide = max(wide, words.Width(l[0]))
	}
	fmt.Fprintln(env.Out)
	for _, l := range lines {
		if _, err := fmt.Fprintf(env.Out, "  %s%s    %s\n", l[0], strings.Repeat(" ", wide-words.Width(l[0])), l[1]); err != nil {
			return err
		}
	}
	return nil
}
