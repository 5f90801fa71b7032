package cmd

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

type toolkitOptions struct{ env *Env }

func newToolkitCommand(env *Env, run func(*toolkitOptions) error) *cobra.Command {
	return &cobra.Command{
		Use:   "toolkit",
		Short: "The toolkit of CISA and HHS: what is done, what comes next",
		Long: long(`Shows the toolkit of CISA and HHS for health care in its three parts, cyber hygiene,
strong foundations and staying ahead of threats: how far each thing in it is in use
here, as your latest quarter says, what comes next, and the command that goes on.`),
		Example: "  hygeia resources toolkit",
		Args:    noArgs,
		RunE:    func(*cobra.Command, []string) error { return run(&toolkitOptions{env}) },
	}
}

func runToolkit(o *toolkitOptions) error {
	lib, err := library(o.env)
	if err != nil {
		return err
	}
	now, err := latestResult(o.env)
	if err != nil {
		return err
	}
	view := newToolkitView(lib, now)
	for i, part := range lib.Toolkit {
		if i > 0 {
			fmt.Fprintln(o.env.Out)
		}
		fmt.Fprintf(o.env.Out, "%d. %s\n   %s\n\n", i+1, part.Title, part.Why)
		for _, item := range part.Items {
			view.print(o.env, item)
		}
	}
	if now == nil {
		o.env.hint(`answer the questions with "hygeia assess" to see what is done`)
		return nil
	}
	o.env.say("%s", view.sum())
	return nil
}

// toolkitState is how far a thing of the toolkit is in use.
type toolkitState int

const (
	notAnswered toolkitState = iota
	notStarted
	underWay
	inUse
)

var toolkitWords = [...]string{notAnswered: "not answered", notStarted: "not started", underWay: "under way", inUse: "done"}

// toolkitView is the state of all things, and which comes next.
type toolkitView struct {
	now    *assess.Result
	states map[string]toolkitState // by what it is
	next   string
}

func newToolkitView(lib *frameworks.Library, now *assess.Result) *toolkitView {
	v := &toolkitView{now: now, states: map[string]toolkitState{}}
	first := 0
	for _, part := range lib.Toolkit {
		for _, item := range part.Items {
			state := v.state(item)
			v.states[item.What] = state
			// What comes next is what stands first on the ladder.
			if place, ok := lib.Ladder.Place(v.weakest(item).Key); ok && state != inUse && (v.next == "" || place.Number < first) {
				v.next, first = item.What, place.Number
			}
		}
	}
	return v
}

// state is done where every question is answered Mostly or Yes. A framework that is
// asked is under way, whether or not the question about it is.
func (v *toolkitView) state(item frameworks.ToolkitItem) toolkitState {
	answered, done, some := 0, 0, 0
	for _, q := range item.Questions {
		level, ok := v.level(q)
		if !ok {
			continue
		}
		answered++
		if level >= frameworks.Mostly {
			done++
		}
		if level > frameworks.No {
			some++
		}
	}
	switch {
	case answered == 0 && v.asks(item):
		return underWay
	case answered == 0:
		return notAnswered
	case done == len(item.Questions):
		return inUse
	case some > 0:
		return underWay
	}
	return notStarted
}

// asks reports whether the quarter asks the framework that a thing is about.
func (v *toolkitView) asks(item frameworks.ToolkitItem) bool {
	short, about := strings.CutPrefix(item.Run, "hygeia assess --framework ")
	return about && v.now != nil && slices.ContainsFunc(v.now.Views, func(view assess.View) bool {
		return view.Asked && view.Framework.Short == short
	})
}

// level is the answer to a question; one that does not apply is nothing to do.
func (v *toolkitView) level(q *frameworks.Question) (frameworks.Level, bool) {
	if v.now == nil {
		return 0, false
	}
	it, asked := v.now.Item(q.Key)
	switch {
	case !asked:
		return 0, false
	case it.State == assess.NotApplicable:
		return frameworks.Yes, true
	case it.State == assess.Levelled, it.State == assess.OtherWay:
		return frameworks.Level(it.Points), true
	}
	return 0, false
}

// weakest is the question with the lowest answer, the first of equal ones.
func (v *toolkitView) weakest(item frameworks.ToolkitItem) *frameworks.Question {
	weakest, least := item.Questions[0], frameworks.Yes+1
	for _, q := range item.Questions {
		if level, _ := v.level(q); level < least {
			weakest, least = q, level
		}
	}
	return weakest
}

func (v *toolkitView) print(env *Env, item frameworks.ToolkitItem) {
	state := v.states[item.What]
	word := toolkitWords[state]
	if item.What == v.next && v.now != nil {
		word = "next"
	}
	fmt.Fprintf(env.Out, "   %-12s  %s\n", word, item.What)
	fmt.Fprintf(env.Out, "   %-12s  %s (%s)\n", "", item.Resource.Title, item.Resource.Provider)
	if state == inUse {
		return
	}
	run := item.Run
	if run == "" {
		run = "hygeia resources --for " + v.weakest(item).Key
	}
	fmt.Fprintf(env.Out, "   %-12s  %s\n", "", env.command(strings.Fields(run)[1:]...))
}

// sum says how much is done.
func (v *toolkitView) sum() string {
	done := 0
	for _, state := range v.states {
		if state == inUse {
			done++
		}
	}
	sum := fmt.Sprintf("%d of %s done", done, words.Count(len(v.states), "thing", "things"))
	if v.next != "" {
		sum += "; next: " + v.next
	}
	return sum
}
