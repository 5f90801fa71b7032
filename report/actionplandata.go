package report

import (
	"fmt"
	"io"

	"hygeia/assess"
	"hygeia/report/data"
)

// PlanSchema is the first member of every plan in JSON. It changes only when a
// member changes its meaning or goes; new members may come at any time.
const PlanSchema = "hygeia/plan/v1"

// jsonPlan is a plan for scripts. Figures are those of [jsonResult].
type jsonPlan struct {
	Schema   string           `json:"schema"` // always "hygeia/plan/v1"
	Program  string           `json:"program"`
	Marking  string           `json:"marking"` // the TLP mark
	Notice   string           `json:"notice"`  // what a self-assessment is not
	Period   string           `json:"period"`
	AsOf     string           `json:"as_of"`
	Assumed  []jsonAssumption `json:"assumed"`   // what a "what if" takes for answered
	GapsLeft int              `json:"gaps_left"` // all practices below target, listed or not
	Chosen   *jsonChosen      `json:"chosen"`    // what a budget or a goal chose; null for the ranked list
	Actions  []jsonPlanAction `json:"actions"`   // in the order in which to do them
	Accepted []jsonAccepted   `json:"accepted"`  // risks accepted for now; their gaps are not among the actions
	Then     []jsonThen       `json:"then"`      // what a choice or a "what if" would change
}

type jsonAssumption struct {
	Key   string `json:"key"`
	Level string `json:"level"`
}

type jsonChosen struct {
	Goal   string       `json:"goal"`   // score or essential
	For    string       `json:"for"`    // id of the framework whose score is raised; ""
	Budget int          `json:"budget"` // points of effort there are; -1 for any number
	Cost   int          `json:"cost"`   // points of effort of the actions
	Gain   *data.Figure `json:"gain"`   // points added to the score of what it is for; null for the goal essential
	Goals  []string     `json:"goals"`  // Essential goals that become met
	Out    []string     `json:"out"`    // Essential goals that no plan can meet, with the reason
	Method string       `json:"method"` // "exact", or "at least 93% of the best"
}

type jsonPlanAction struct {
	jsonAction
	Weight   int    `json:"weight"` // 1 to 3
	Gap      int    `json:"gap"`    // points missing to the target
	Decision string `json:"decision"`
	Owner    string `json:"owner"`
	Due      string `json:"due"`
}

type jsonAccepted struct {
	Key      string `json:"key"`
	Title    string `json:"title"`
	Reason   string `json:"reason"`
	Approver string `json:"approver"`
	Until    string `json:"until"`
}

type jsonThen struct {
	Framework string `json:"framework"` // id
	Section   string `json:"section"`   // id
	Now       string `json:"now"`       // the printed score and color
	Then      string `json:"then"`
}

// WritePlanJSON writes a plan as JSON, schema "hygeia/plan/v1".
func WritePlanJSON(w io.Writer, in PlanInput) error {
	s := newStory(in.Input)
	d := s.cover("")
	listed, all := in.actions(s)
	plan := jsonPlan{
		Schema: PlanSchema, Program: d.Program, Marking: d.Marking, Notice: d.Notice, Period: d.Period, AsOf: d.Date,
		GapsLeft: all, Chosen: newJSONChosen(in.Chosen),
		Assumed: []jsonAssumption{}, Actions: []jsonPlanAction{}, Accepted: []jsonAccepted{}, Then: []jsonThen{},
	}
	for _, a := range in.As {
		plan.Assumed = append(plan.Assumed, jsonAssumption{a.Key, a.Level.String()})
	}
	for i, a := range listed {
		plan.Actions = append(plan.Actions, jsonPlanAction{
			s.newJSONAction(i+1, a), a.Item.Weight, a.Item.Gap,
			a.Decision.Kind.String(), assess.Clean(a.Decision.Owner), a.Decision.Due.String(),
		})
	}
	for _, d := range s.waived {
		plan.Accepted = append(plan.Accepted, jsonAccepted{
			d.Item.Question.Key, d.Item.Question.Title, assess.Clean(d.Decision.Reason), assess.Clean(d.Decision.Approver), d.Decision.Until.String(),
		})
	}
	switch {
	case in.Were != nil:
		plan.Then = jsonChanges(in.Were, s.r)
	case in.Chosen != nil:
		after, err := assess.Assume(s.r, assess.Lifted(in.Chosen.Actions))
		if err != nil {
			return err
		}
		plan.Then = jsonChanges(s.r, after)
	}
	return data.Write(w, plan)
}

func newJSONChosen(p *assess.Plan) *jsonChosen {
	if p == nil {
		return nil
	}
	out := &jsonChosen{Goal: "essential", Budget: p.Budget, Cost: p.Cost, Method: p.Method,
		Goals: append([]string{}, p.Goals...), Out: append([]string{}, p.Out...), Gain: data.Change(p.Gain)}
	if p.Group != nil {
		out.Goal, out.For = "score", p.Group.ID
	}
	if p.Budget >= assess.NoBudget {
		out.Budget = -1
	}
	return out
}

func jsonChanges(now, then *assess.Result) []jsonThen {
	changes := []jsonThen{}
	for i := range then.Views {
		for j := range then.Views[i].Sections {
			old, g := &now.Views[i].Sections[j].Group, &then.Views[i].Sections[j].Group
			if before, after := scoreWords(old), scoreWords(g); before != after {
				changes = append(changes, jsonThen{then.Views[i].Framework.ID, g.ID, before, after})
			}
		}
	}
	return changes
}

// planColumns is the table of a plan, left to right: what a ticket needs first,
// then the numbers. New columns go to the end.
var planColumns = []csvColumn{
	{"no", false, func(r *csvRow) string { return r.ofAction(func(*assess.Action) string { return fmt.Sprint(r.order) }) }},
	{"key", false, func(r *csvRow) string { return r.item.Question.Key }},
	{"action", false, (*csvRow).planned},
	{"first step", false, func(r *csvRow) string {
		return r.ofAction(func(a *assess.Action) string { return r.story.firstStep(*a) })
	}},
	{"owner", false, func(r *csvRow) string { return r.decision().Owner }},
	{"due", false, func(r *csvRow) string { return r.decision().Date().String() }},
	{"decision", false, func(r *csvRow) string { return r.decision().Kind.String() }},
	{"who leads", false, func(r *csvRow) string { return r.story.leader(r.item.Question) }},
	{"now", false, func(r *csvRow) string { return said(r.item) }},
	{"target", false, func(r *csvRow) string { return r.item.Target.Name() }},
	{"effort", false, func(r *csvRow) string { return r.ofAction(func(a *assess.Action) string { return a.Effort.String() }) }},
	{"effort points", false, func(r *csvRow) string {
		return r.ofAction(func(a *assess.Action) string { return fmt.Sprint(a.Points) })
	}},
	{"tier", false, func(r *csvRow) string { return r.ofAction(func(a *assess.Action) string { return fmt.Sprint(a.Tier) }) }},
	{"step", false, func(r *csvRow) string { return r.ofAction(func(a *assess.Action) string { return a.Step() }) }},
	{"weight", false, func(r *csvRow) string { return fmt.Sprint(r.item.Weight) }},
	{"gap", false, func(r *csvRow) string { return fmt.Sprint(r.item.Gap) }},
	{"why here", false, func(r *csvRow) string { return r.ofAction(func(a *assess.Action) string { return a.Why() }) }},
	{"quick win", false, func(r *csvRow) string {
		return r.ofAction(func(a *assess.Action) string { return yesOrEmpty(a.Quick) })
	}},
	{"fell", false, func(r *csvRow) string { return r.ofAction(func(a *assess.Action) string { return yesOrEmpty(a.Fell) }) }},
	{"needed for", false, func(r *csvRow) string { return r.ofAction(neededFor) }},
	{"speaks for", false, func(r *csvRow) string { return csvServes(r) }},
	{"help", false, func(r *csvRow) string { return r.help(func(title, _ string) string { return title }) }},
	{"address", false, func(r *csvRow) string { return r.help(func(_, url string) string { return url }) }},
	{"approved by", false, func(r *csvRow) string { return r.decision().Approver }},
	{"reason", false, func(r *csvRow) string { return r.decision().Reason }},
}

// planned names the action, or what is accepted.
func (r *csvRow) planned() string {
	if r.action == nil {
		return "Risk accepted: " + r.item.Question.Title
	}
	return actionTitle(*r.action)
}

func yesOrEmpty(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

func neededFor(a *assess.Action) string {
	if a.For == nil {
		return ""
	}
	return a.For.Question.Key
}

// WritePlanCSV writes a plan as a table, one row an action in the order in which
// to do them, after the ranked list also the accepted risks, with the same care as
// [WriteCSV].
func WritePlanCSV(w io.Writer, in PlanInput) error {
	s := newStory(in.Input)
	listed, _ := in.actions(s)
	var rows []*csvRow
	for i := range listed {
		rows = append(rows, &csvRow{story: s, item: listed[i].Item, action: &listed[i], order: i + 1})
	}
	if in.Chosen == nil {
		for _, d := range s.waived {
			rows = append(rows, &csvRow{story: s, item: d.Item})
		}
	}
	return tableOf(planColumns, rows).Write(w)
}
