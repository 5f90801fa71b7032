package cmd

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/assess/match"
	"hygeia/cmd/form"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// afterwards shows what was reached after the last question, and reports whether
// the sitting goes on: with another set, or with a step that was taken back.
func (a *asker) afterwards(ctx context.Context) (bool, form.Outcome, error) {
	show := form.RunReward
	if a.plain {
		show = form.PlainReward
	}
	for {
		ways, outcome, err := show(ctx, a.term, a.reward())
		a.notice = ""
		switch {
		case err != nil || outcome != form.Done:
			return false, outcome, err
		case ways.Undo:
			again, err := a.takeBack()
			if again || err != nil {
				return again, form.Done, err
			}
		case ways.Set != "":
			return true, form.Done, a.add(ways.Set)
		default:
			return false, form.Done, nil
		}
	}
}

// takeBack takes the last step back and saves that. It reports whether the step
// belongs to a question, which then is gone back to.
func (a *asker) takeBack() (bool, error) {
	step, ok := a.history.Back()
	if !ok {
		return false, nil
	}
	a.saved.At, a.notice = step.Key, a.history.Taken()
	return step.Key != "", a.keepAside()
}

// add asks one more set from now on, as a step that can be taken back.
func (a *asker) add(id string) error {
	f, err := a.saved.Library.Framework(id)
	if err != nil {
		return err
	}
	before := slices.Clone(a.saved.Frameworks)
	if err := addFramework(a.saved, f); err != nil {
		return err
	}
	a.history.Add(form.Step{
		Said:  "asking " + f.Title,
		Reset: true,
		Undo:  func() { a.saved.Frameworks = before },
	})
	a.saved.At = ""
	return a.keepAside()
}

// firstSteps is how many things to do are shown after the last question.
const firstSteps = 3

// reward is what was reached, what to do first, and what can be asked next.
func (a *asker) reward() *form.Reward {
	r := assess.Evaluate(a.saved.Library, a.view())
	page := &form.Reward{
		Title:  words.Capital(strings.Replace(r.All.SaidOf(), " answered", " are answered", 1)) + ".",
		Result: []string{"Essential goals: " + r.Goals.String() + "."},
		Steps:  a.firstSteps(r),
		Undo:   !a.history.Empty(),
		Notice: a.notice,
		Help: []string{
			"Everything is saved. Stop here, and write the report; or go on with more questions, today or any other day.",
			"Each set asks only what is not answered yet. What you answered counts in all of them.",
		},
	}
	if a.Section == "" && a.only == assess.Everything {
		page.Next, page.More = a.sets()
	}
	return page
}

// firstSteps are the first things to do, each with the free help that fits best.
func (a *asker) firstSteps(r *assess.Result) []form.FirstStep {
	var before *assess.Result
	if a.before != nil {
		before = assess.Evaluate(a.before.Library, a.before.Assessment)
	}
	var steps []form.FirstStep
	for _, action := range assess.Actions(r, before) {
		if len(steps) == firstSteps {
			break
		}
		if action.Kind == assess.AnswerIt {
			continue
		}
		steps = append(steps, a.firstStep(action))
	}
	return steps
}

func (a *asker) firstStep(action assess.Action) form.FirstStep {
	q := action.Item.Question
	step := form.FirstStep{Title: q.Title, Do: words.Line(q.Fix.Do)}
	if action.Kind == assess.FindOut {
		step.Do = "Nobody knew; find out first."
	}
	if m := match.Question(a.saved.Library, q, action.Item.State, action.Item.Answer.Level, a.saved.Organization); len(m) > 0 {
		step.Help, step.URL = m[0].Resource.Title, m[0].URL
	}
	return step
}

// sets are what can be asked besides: the one suggested, the foundation while it
// is not asked yet, and the others. What has no questions for this size is left out.
func (a *asker) sets() (next *form.Choice, more []form.Choice) {
	lib, size := a.saved.Library, a.saved.Organization.Size
	asked := len(assess.AskedQuestions(lib, a.saved.Frameworks, size))
	for _, f := range lib.Frameworks {
		if slices.Contains(a.saved.Frameworks, f.ID) || !hasQuestions(f, size) {
			continue
		}
		n := len(assess.AskedQuestions(lib, append(slices.Clone(a.saved.Frameworks), f.ID), size)) - asked
		c := form.Choice{ID: f.ID, Title: setTitle(f, size), Detail: newQuestions(n), Enabled: true}
		if f.ID == frameworks.FoundationID && n > 0 {
			c.Detail = "It asks about the ways most attacks on hospitals come in, and what coming back depends on. " + c.Detail
			next = &c
			continue
		}
		more = append(more, c)
	}
	return next, more
}

func newQuestions(n int) string {
	if n == 0 {
		return "No new questions; it is scored from the answers you have."
	}
	return fmt.Sprintf("%s, about %s.", words.Count(n, "new question", "new questions"), assess.MinutesText(assess.NewMinutes(n)))
}

// setTitle names a set in words; one that asks more of larger places names the size.
func setTitle(f *frameworks.Framework, size frameworks.Size) string {
	if f.ID == frameworks.EssentialID {
		return "Enhanced goals (" + f.Title + ")"
	}
	for i := range f.Sections {
		for _, r := range f.Sections[i].Requirements(0) {
			if len(r.Sizes) > 0 && size != 0 {
				return f.Title + ", " + size.String() + " organizations"
			}
		}
	}
	return f.Title
}
