package report

import (
	"io"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/data"
)

// ResultSchema is the first member of every JSON result. It changes only when a
// member changes its meaning or goes; new members may come at any time.
const ResultSchema = "hygeia/result/v1"

// jsonResult is the whole result of a quarter, for scripts.
//
// An exact figure is an object {"part", "whole", "text"}: 100·part/whole is the
// exact percentage (or the exact change in points), and text is what every
// report prints for it. A figure that says nothing is null: it is not 0. Dates
// are "2026-09-30" and quarters "2026-Q3"; an empty one is "". Lists are never
// null. Text is as the person wrote it, without control characters.
type jsonResult struct {
	Schema       string            `json:"schema"`       // always "hygeia/result/v1"
	Program      string            `json:"program"`      // "hygeia 1.0.0"
	Audience     string            `json:"audience"`     // who it is for: internal or board
	Marking      string            `json:"marking"`      // the TLP mark, "TLP:AMBER+STRICT"
	Legal        string            `json:"legal"`        // a marking of the user's own; may be ""
	Notice       string            `json:"notice"`       // what a self-assessment is not
	Period       string            `json:"period"`       // the quarter
	Status       string            `json:"status"`       // draft or finished
	AsOf         string            `json:"as_of"`        // the day everything that depends on time is judged on
	Rules        int               `json:"rules"`        // number of the rules it was begun under
	Organization data.Organization `json:"organization"` // who is assessed
	Content      data.Content      `json:"content"`      // what it was answered against
	Thresholds   jsonThresholds    `json:"thresholds"`   // the numbers that are policy
	Goals        data.Goals        `json:"goals"`        // the headline
	All          data.Group        `json:"all"`          // all asked shipped questions as one group
	Own          *data.Group       `json:"own"`          // the organization's own questions as one group; null if none is asked
	ByHand       jsonByHand        `json:"by_hand"`      // what was set by hand
	Foundation   jsonFoundation    `json:"foundation"`   // what comes first everywhere, and how much of it is asked
	Urgent       jsonUrgent        `json:"urgent"`       // what must not wait
	Views        []data.View       `json:"views"`        // every framework of the library, in its order
	Threats      []data.Threat     `json:"threats"`      // heaviest first
	Questions    []jsonItem        `json:"questions"`    // the asked questions, in asking order
	Actions      []jsonAction      `json:"actions"`      // all that is below target, in the order in which to do it
	Board        []string          `json:"board"`        // keys of the fixes that the board is asked to decide about
	Unasked      []string          `json:"unasked"`      // keys of questions answered and not asked this quarter; they count nowhere
	Comparison   *jsonComparison   `json:"comparison"`   // against the quarter before; null without one
	Decisions    []jsonDecision    `json:"decisions"`    // what was decided about gaps, by key of the question
	Facts        []jsonFact        `json:"facts"`        // what was answered of the facts, in the order in which they are asked
	Matters      []jsonMatter      `json:"matters"`      // what became of everything that was asked and decided, by number
	History      []jsonQuarter     `json:"history"`      // every quarter that can be read up to this one, oldest first
}

type jsonThresholds struct {
	Green         int            `json:"green"`          // score, percent
	GreenCoverage int            `json:"green_coverage"` // percent
	Amber         int            `json:"amber"`          // score, percent
	Coverage      int            `json:"coverage"`       // below it only the range, percent
	Reach         int            `json:"reach"`          // below it no color, and no overall of a framework, percent
	Scope         int            `json:"scope"`          // below it limited scope, percent of the weight
	LeastScope    int            `json:"least_scope"`    // below it only the range, percent of the weight
	SmallGroup    int            `json:"small_group"`    // weight below which a group says how much one answer moves it
	Thin          int            `json:"thin"`           // compared weight below which a section is never what rose or fell most
	LeaveOut      int            `json:"leave_out"`      // coverage below which a framework is left out at the finish, percent
	EffortPoints  map[string]int `json:"effort_points"`  // by small, medium, large
}

// WriteJSON writes the whole result of a quarter as JSON, schema
// "hygeia/result/v1": views with their sections, groups and requirements,
// threats, goals, questions with their answers, actions in order, decisions, the
// quarters before, and the comparison if there is one. Every fraction is exact
// and stands beside the printed figure. For the board the exact answers are left
// out; an insurer gets "hygeia/insurer/v1" instead. schema/*.json in this folder
// publish both.
func WriteJSON(w io.Writer, in Input) error {
	if in.Audience == ForInsurer {
		return writeInsurerJSON(w, in)
	}
	if err := in.Audience.data(); err != nil {
		return err
	}
	s := newStory(in)
	d := s.cover("")
	result := jsonResult{
		Schema: ResultSchema, Program: d.Program, Audience: in.Audience.String(), Marking: d.Marking, Legal: d.Legal, Notice: d.Notice,
		Period: d.Period, Status: s.r.Status.String(), AsOf: d.Date,
		Rules:        max(1, s.r.Assessment.Rules),
		Organization: data.NewOrganization(s.r.Assessment.Organization),
		Content:      data.NewContent(s.lib.Version, s.lib.Digest),
		Thresholds:   jsonPolicy(s),
		Goals:        data.NewGoals(s.r.Goals),
		All:          data.NewGroup(&s.r.All),
		ByHand:       newJSONByHand(s.handmade()),
		Foundation:   newJSONFoundation(s),
		Urgent:       newJSONUrgent(assess.UrgentGaps(s.r)),
		Board:        []string{}, Unasked: data.Keys(s.r.Unasked),
		Views: []data.View{}, Threats: []data.Threat{}, Questions: []jsonItem{}, Actions: []jsonAction{},
	}
	for i := range s.r.Views {
		result.Views = append(result.Views, data.NewView(&s.r.Views[i]))
	}
	for i := range s.r.Threats {
		result.Threats = append(result.Threats, data.NewThreat(&s.r.Threats[i]))
	}
	for _, it := range s.r.Items {
		result.Questions = append(result.Questions, s.newJSONItem(it))
	}
	for i, a := range s.actions {
		result.Actions = append(result.Actions, s.newJSONAction(i+1, a))
	}
	for _, a := range assess.BoardDecisions(s.actions) {
		result.Board = append(result.Board, a.Item.Question.Key)
	}
	if len(s.r.Added.Items) > 0 {
		own := data.NewGroup(&s.r.Added)
		result.Own = &own
	}
	if s.change != nil {
		result.Comparison = newJSONComparison(s.change)
	}
	result.Decisions, result.History = jsonDecisions(s.r), jsonHistory(s)
	result.Facts, result.Matters = jsonFacts(s), jsonMatters(s)
	return data.Write(w, result)
}

func jsonPolicy(s *story) jsonThresholds {
	th := s.lib.Thresholds
	points := map[string]int{}
	for e, n := range th.EffortPoints {
		if e > 0 {
			points[frameworks.Effort(e).String()] = n
		}
	}
	return jsonThresholds{th.Green, th.GreenCoverage, th.Amber, th.Coverage, th.Reach, th.Scope, th.LeastScope, th.SmallGroup, th.Thin, th.LeaveOut, points}
}
