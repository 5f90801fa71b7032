package report

import (
	"bytes"
	"encoding/json"
	"io"

	"hygeia/assess"
	"hygeia/frameworks"
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
	Schema       string           `json:"schema"`       // always "hygeia/result/v1"
	Program      string           `json:"program"`      // "hygeia 1.0.0"
	Audience     string           `json:"audience"`     // who it is for: internal or board
	Marking      string           `json:"marking"`      // the TLP mark, "TLP:AMBER+STRICT"
	Legal        string           `json:"legal"`        // a marking of the user's own; may be ""
	Notice       string           `json:"notice"`       // what a self-assessment is not
	Period       string           `json:"period"`       // the quarter
	Status       string           `json:"status"`       // draft or finished
	AsOf         string           `json:"as_of"`        // the day everything that depends on time is judged on
	Rules        int              `json:"rules"`        // number of the rules it was begun under
	Organization jsonOrganization `json:"organization"` // who is assessed
	Content      jsonContent      `json:"content"`      // what it was answered against
	Thresholds   jsonThresholds   `json:"thresholds"`   // the numbers that are policy
	Goals        jsonGoals        `json:"goals"`        // the headline
	All          jsonGroup        `json:"all"`          // all asked shipped questions as one group
	Own          *jsonGroup       `json:"own"`          // the organization's own questions as one group; null if none is asked
	ByHand       jsonByHand       `json:"by_hand"`      // what was set by hand
	Foundation   jsonFoundation   `json:"foundation"`   // what comes first everywhere, and how much of it is asked
	Urgent       jsonUrgent       `json:"urgent"`       // what must not wait
	Views        []jsonView       `json:"views"`        // every framework of the library, in its order
	Threats      []jsonThreat     `json:"threats"`      // heaviest first
	Questions    []jsonItem       `json:"questions"`    // the asked questions, in asking order
	Actions      []jsonAction     `json:"actions"`      // all that is below target, in the order in which to do it
	Board        []string         `json:"board"`        // keys of the fixes that the board is asked to decide about
	Unasked      []string         `json:"unasked"`      // keys of questions answered and not asked this quarter; they count nowhere
	Comparison   *jsonComparison  `json:"comparison"`   // against the quarter before; null without one
	Decisions    []jsonDecision   `json:"decisions"`    // what was decided about gaps, by key of the question
	Facts        []jsonFact       `json:"facts"`        // what was answered of the facts, in the order in which they are asked
	Matters      []jsonMatter     `json:"matters"`      // what became of everything that was asked and decided, by number
	History      []jsonQuarter    `json:"history"`      // every quarter that can be read up to this one, oldest first
}

type jsonOrganization struct {
	Name       string `json:"name"`
	Size       string `json:"size"`        // small, medium or large; "" if none is chosen
	SizeReason string `json:"size_reason"` // why this size
	Beds       int    `json:"beds"`        // 0 if it has none
	Clinicians int    `json:"clinicians"`  // 0 if not told
	Critical   bool   `json:"critical"`    // a critical-access hospital
	IT         string `json:"it"`          // own, shared or outsourced; "" if not told
	Country    string `json:"country"`
	State      string `json:"state"` // its two letters; "" if not told or outside the United States
}

type jsonContent struct {
	Version string `json:"version"`
	Digest  string `json:"digest"` // "sha256:" and 64 hex digits
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

type jsonGoals struct {
	Met     int    `json:"met"`
	Known   bool   `json:"known"`       // somebody answered something about them
	Nearly  int    `json:"nearly"`      // nearly met, not among met
	Another int    `json:"another_way"` // met another way, not among met
	Of      int    `json:"of"`          // Essential goals that apply
	Text    string `json:"text"`        // "4 of 10 met, 3 nearly, 1 another way"
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
		Organization: jsonOrg(s.r.Assessment.Organization),
		Content:      jsonContent{s.lib.Version, s.lib.Digest},
		Thresholds:   jsonPolicy(s),
		Goals:        jsonHeadline(s.r.Goals),
		All:          newJSONGroup(&s.r.All),
		ByHand:       newJSONByHand(s.handmade()),
		Foundation:   newJSONFoundation(s),
		Urgent:       newJSONUrgent(assess.UrgentGaps(s.r)),
		Board:        []string{}, Unasked: keys(s.r.Unasked),
		Views: []jsonView{}, Threats: []jsonThreat{}, Questions: []jsonItem{}, Actions: []jsonAction{},
	}
	for i := range s.r.Views {
		result.Views = append(result.Views, newJSONView(&s.r.Views[i]))
	}
	for i := range s.r.Threats {
		result.Threats = append(result.Threats, newJSONThreat(&s.r.Threats[i]))
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
		own := newJSONGroup(&s.r.Added)
		result.Own = &own
	}
	if s.change != nil {
		result.Comparison = newJSONComparison(s.change)
	}
	result.Decisions, result.History = jsonDecisions(s.r), jsonHistory(s)
	result.Facts, result.Matters = jsonFacts(s), jsonMatters(s)
	return writeIndented(w, result)
}

// writeIndented writes nothing if the value cannot be encoded.
func writeIndented(w io.Writer, v any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := b.WriteTo(w)
	return err
}

func jsonOrg(o assess.Organization) jsonOrganization {
	return jsonOrganization{
		Name: assess.Clean(o.Name), Size: o.Size.String(), SizeReason: assess.Clean(o.SizeReason),
		Beds: o.Beds, Clinicians: o.Clinicians, Critical: o.Critical, IT: assess.Clean(o.IT), Country: assess.Clean(o.Country), State: assess.Clean(o.State),
	}
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

func jsonHeadline(g assess.Goals) jsonGoals {
	return jsonGoals{Met: g.Met, Known: g.Known, Nearly: g.Nearly, Another: g.Another, Of: g.Of, Text: g.String()}
}
