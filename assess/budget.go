package assess

import (
	"fmt"
	"math/big"
	"slices"

	"hygeia/frameworks"
)

// Plan is a choice of actions within a budget or for a goal (SCORING 7).
type Plan struct {
	Actions []Action // each preceded by those it needs
	Cost    int      // effort points of all actions
	Budget  int      // effort points there are; NoBudget for any number
	Gain    *big.Rat // points the plan adds to the score of the group; nil for the Essential goals
	Group   *Group   // whose score is raised; nil for the Essential goals
	View    *View    // the framework whose score is raised; nil for all questions asked and for the Essential goals
	Goals   []string // titles of the Essential goals that become met; only for the Essential goals
	Out     []string // titles of the Essential goals that no plan can meet, with the reason
	Method  string   // "exact", or "at least 93% of the best"
}

// NoBudget lets a plan cost any number of effort points.
const NoBudget = 1 << 30

// exact is the method of a plan that is proven to be the best.
const exact = "exact"

// RaiseScore returns the plan within a budget of effort points that adds most to
// the score of all questions asked, or of a framework if a view is given.
// Candidates are the questions below target; an action lifts its question to its
// target and contributes 100·w·gap/3W, with W the answered weight of the group as
// it is today. A question without an answer contributes nothing. Finding out and
// answering cost the work of the fix behind them. What a fix needs comes with it.
// Gaps whose risk is accepted or handed over are left out. It fails if no
// answered question of the group is below its target.
func RaiseScore(r, before *Result, view *View, budget int) (*Plan, error) {
	group := &r.All
	if view != nil {
		group = &view.Overall.Group
	}
	c := newChoices(r, before)
	if !c.value(group) {
		return nil, fmt.Errorf("no answered question of %s is below its target", groupName(view))
	}
	chosen, proven := solve(c.list, budget)
	p := c.plan(chosen, budget)
	p.View, p.Group = view, group
	value := new(big.Int)
	for _, i := range chosen {
		value.Add(value, c.list[i].value)
	}
	p.Gain = Share{int(value.Int64()), 3 * (group.Tally.Levelled + group.Tally.Unknown)}.Rat()
	if !proven {
		p.Method = atLeast(value, bound(c.list, budget))
	}
	return p, nil
}

func groupName(view *View) string {
	if view == nil {
		return "those asked"
	}
	return view.Framework.Title
}

// value gives every candidate of the group its weighted gap, in thirds of a
// weight, and reports whether any has one.
func (c *choices) value(group *Group) bool {
	any := false
	for _, it := range group.Items {
		i, open := c.at[it.Question.Key]
		if !open || c.actions[i].Kind == AnswerIt {
			continue
		}
		c.list[i].value = big.NewInt(int64(it.Weight * it.Gap))
		any = true
	}
	return any
}

// atLeast names how near to the best a value is: whole percent, rounded down.
func atLeast(value *big.Int, most *big.Rat) string {
	share := new(big.Rat).SetInt(value)
	share.Mul(share, hundred).Quo(share, most)
	return fmt.Sprintf("at least %d%% of the best", new(big.Int).Quo(share.Num(), share.Denom()))
}

// choices are the actions that can be chosen, as candidates.
type choices struct {
	r       *Result
	actions []Action
	list    []candidate
	at      map[string]int // place by key
}

// newChoices returns an action for each open gap, in the order of [Actions].
func newChoices(r, before *Result) *choices {
	c := &choices{r: r, at: map[string]int{}}
	for _, a := range Actions(r, before) {
		c.at[a.Item.Question.Key] = len(c.list)
		c.actions = append(c.actions, a)
		c.list = append(c.list, candidate{order: a.order, cost: a.Points, value: new(big.Int)})
	}
	for i, a := range c.actions {
		if a.Kind != FixIt {
			continue
		}
		for _, key := range a.Item.Question.Needs {
			if n, open := c.at[key]; open {
				c.list[i].needs = append(c.list[i].needs, n)
			}
		}
	}
	return c
}

// plan returns the chosen actions in the order of the ranked list, each preceded
// by those it needs.
func (c *choices) plan(chosen []int, budget int) *Plan {
	p := &Plan{Budget: budget, Method: exact}
	var ranked []Action
	for _, i := range chosen {
		a := c.actions[i]
		a.For = nil
		ranked = append(ranked, a)
		p.Cost += a.Points
	}
	slices.SortFunc(ranked, compareActions)
	p.Actions = needsFirst(ranked)
	return p
}

// MeetGoals returns the plan within a budget of effort points with which most
// Essential goals become met, of several the cheapest, then the one with fewer
// actions, then the one that begins earlier on the ladder. All sets of goals are
// tried. A goal with a question that is not answered, with a target of the
// organization's own below Yes, or with a risk that is accepted or handed over
// cannot become met; it is named in Out.
func MeetGoals(r, before *Result, budget int) *Plan {
	c := newChoices(r, before)
	k := newKnapsack(c.list, NoBudget)
	open, out := c.openGoals()
	var best choice
	var bestMet []string
	for set := range 1 << len(open) {
		sum := nothing()
		var met []string
		for g, goal := range open {
			if set>>g&1 == 0 {
				continue
			}
			met = append(met, goal.title)
			for _, i := range goal.needs {
				sum = sum.plus(k.missing(i, sum))
			}
		}
		sum.value = big.NewInt(int64(len(met)))
		if set == 0 || sum.cost <= budget && sum.better(best) {
			best, bestMet = sum, met
		}
	}
	p := c.plan(k.places(best), budget)
	p.Goals, p.Out = bestMet, out
	return p
}

// openGoal is an Essential goal that is not met, with what has to be lifted.
type openGoal struct {
	title string
	needs []int
}

// openGoals returns the Essential goals that actions can meet, and those they
// cannot, with the reason.
func (c *choices) openGoals() (open []openGoal, out []string) {
	_, essential := essentialGoals(c.r.Library)
	view, ok := c.r.View(frameworks.EssentialID)
	if essential == nil || !ok {
		return nil, nil
	}
	for i := range view.Sections {
		if view.Sections[i].ID != frameworks.EssentialSection {
			continue
		}
		for j := range view.Sections[i].Requirements {
			req := &view.Sections[i].Requirements[j]
			switch goal, reason := c.openGoal(req); {
			case reason != "":
				out = append(out, goal.title+": "+reason)
			case len(goal.needs) > 0:
				open = append(open, goal)
			}
		}
	}
	return open, out
}

func (c *choices) openGoal(req *Requirement) (goal openGoal, reason string) {
	goal.title = req.Title
	for _, it := range req.Items {
		key := it.Question.Key
		switch i, candidate := c.at[key]; {
		case it.State == NotApplicable || it.Points == int(frameworks.Yes):
		case !it.told():
			return goal, fmt.Sprintf("%q is not answered yet", it.Question.Title)
		case it.Target < frameworks.Yes:
			return goal, fmt.Sprintf("the target for %q was set to %s here", it.Question.Title, it.Target.Name())
		case !candidate:
			return goal, fmt.Sprintf("the risk of %q is accepted or handed over", it.Question.Title)
		default:
			goal.needs = append(goal.needs, i)
		}
	}
	return goal, ""
}
