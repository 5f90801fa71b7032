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
	Gain    *big.Rat // points the plan adds to the mean of the view's sections; nil for the Essential goals
	View    *View    // the framework whose score is raised; nil for the Essential goals
	Goals   []string // titles of the Essential goals that become met; only for the Essential goals
	Out     []string // titles of the Essential goals that no plan can meet, with the reason
	Method  string   // "exact", or "at least 93 % of the best"
}

// NoBudget lets a plan cost any number of effort points.
const NoBudget = 1 << 30

// exact is the method of a plan that is proven to be the best.
const exact = "exact"

// RaiseScore returns the plan within a budget of effort points that adds most to
// the mean of a framework's section scores. Candidates are the answered questions
// below target; an action lifts its question to its target and contributes
// 100·sum(w·gap/3 / (n·W)) over the n sections of the view with an answered
// question that hold it, with W the answered weight of the section as it is
// today. "Don't know" is lifted by the work of its fix. What an action needs
// comes with it, even a question that is only to be answered first. Gaps whose
// risk is accepted are left out. It fails if no answered question of the view
// is below its target.
func RaiseScore(r, before *Result, view *View, budget int) (*Plan, error) {
	c := newChoices(r, before)
	gain := c.contributions(view)
	scale := big.NewInt(1)
	any := false
	for _, g := range gain {
		scale = lcm(scale, g.Denom())
		any = any || g.Sign() > 0
	}
	if !any {
		return nil, fmt.Errorf("no answered question of %s is below its target", view.Framework.Title)
	}
	for i, g := range gain {
		c.list[i].value = new(big.Int).Div(new(big.Int).Mul(g.Num(), scale), g.Denom())
	}
	chosen, proven := solve(c.list, budget)
	p := c.plan(chosen, budget)
	p.View, p.Gain = view, new(big.Rat)
	value := new(big.Int)
	for _, i := range chosen {
		p.Gain.Add(p.Gain, gain[i])
		value.Add(value, c.list[i].value)
	}
	if !proven {
		p.Method = atLeast(value, bound(c.list, budget))
	}
	return p, nil
}

func lcm(a, b *big.Int) *big.Int {
	gcd := new(big.Int).GCD(nil, nil, a, b)
	return new(big.Int).Mul(a, new(big.Int).Div(b, gcd))
}

// atLeast names how near to the best a value is: whole percent, rounded down.
func atLeast(value *big.Int, most *big.Rat) string {
	share := new(big.Rat).SetInt(value)
	share.Mul(share, hundred).Quo(share, most)
	return fmt.Sprintf("at least %d %% of the best", new(big.Int).Quo(share.Num(), share.Denom()))
}

// choices are the actions that can be chosen, as candidates.
type choices struct {
	r       *Result
	actions []Action
	list    []candidate
	at      map[string]int // place by key
}

// newChoices returns an action for each open gap that is not an accepted risk,
// in the order of [Actions].
func newChoices(r, before *Result) *choices {
	c := &choices{r: r, at: map[string]int{}}
	for _, a := range Actions(r, before) {
		if a.Kind == FindOut {
			a.Effort = a.Item.Question.Fix.Effort
			a.Points = r.Library.Thresholds.EffortPoints[a.Effort]
		}
		c.at[a.Item.Question.Key] = len(c.list)
		c.actions = append(c.actions, a)
		c.list = append(c.list, candidate{key: a.Item.Question.Key, cost: a.Points, value: new(big.Int)})
	}
	for i, a := range c.actions {
		for _, key := range a.Item.Question.Needs {
			if n, open := c.at[key]; open {
				c.list[i].needs = append(c.list[i].needs, n)
			}
		}
	}
	return c
}

// contributions returns what each action adds to the mean of the sections.
func (c *choices) contributions(view *View) []*big.Rat {
	gain := make([]*big.Rat, len(c.list))
	for i := range gain {
		gain[i] = new(big.Rat)
	}
	var sections []*Group
	for i := range view.Sections {
		if g := &view.Sections[i].Group; g.Tally.Levelled+g.Tally.Unknown > 0 {
			sections = append(sections, g)
		}
	}
	for _, g := range sections {
		whole := 3 * len(sections) * (g.Tally.Levelled + g.Tally.Unknown)
		for _, it := range g.Items {
			if i, open := c.at[it.Question.Key]; open && it.answered() {
				gain[i].Add(gain[i], Share{it.Weight * it.Gap, whole}.Rat())
			}
		}
	}
	return gain
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
// actions, then with the smaller list of keys. All sets of goals are tried. A
// goal with a question that is not answered, with a target of the organization's
// own below Yes, or with an accepted risk cannot become met; it is named in Out.
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
		case it.State == Open:
			return goal, fmt.Sprintf("%q is not answered yet", it.Question.Title)
		case it.Target < frameworks.Yes:
			return goal, fmt.Sprintf("the target for %q was set to %s here", it.Question.Title, it.Target.Name())
		case !candidate:
			return goal, fmt.Sprintf("the risk of %q is accepted", it.Question.Title)
		default:
			goal.needs = append(goal.needs, i)
		}
	}
	return goal, ""
}
