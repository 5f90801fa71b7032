package report

import (
	"maps"
	"slices"

	"hygeia/assess"
	"hygeia/report/data"
)

// jsonQuarter is what one quarter amounted to, for a line over time.
type jsonQuarter struct {
	Period   string            `json:"period"`
	Status   string            `json:"status"`  // draft or finished
	AsOf     string            `json:"as_of"`   // the day everything that depends on time is judged on
	Content  data.Content      `json:"content"` // another digest than the quarter before means other questions
	Goals    data.Goals        `json:"goals"`
	Answered int               `json:"answered"` // questions answered, "don't know" included
	Asked    int               `json:"asked"`    // questions that apply or are not answered yet
	Views    []jsonViewHistory `json:"views"`    // every framework the quarter knew
}

type jsonViewHistory struct {
	ID       string               `json:"id"`
	Asked    bool                 `json:"asked"` // chosen for that quarter
	Sections []jsonSectionHistory `json:"sections"`
}

// jsonSectionHistory are the figures of a section in one quarter.
type jsonSectionHistory struct {
	ID     string       `json:"id"`
	Score  *data.Figure `json:"score"`  // null where no single score may be shown
	Proven *data.Figure `json:"proven"` // score with proof; null like score
	Low    *data.Figure `json:"low"`
	High   *data.Figure `json:"high"`
	Color  string       `json:"color"` // red, grey, amber, green or ""
}

// jsonHistory returns every quarter up to this one, oldest first.
func jsonHistory(s *story) []jsonQuarter {
	quarters := []jsonQuarter{}
	for _, r := range append(slices.Clone(s.earlier), s.r) {
		q := jsonQuarter{
			Period: r.Period.String(), Status: r.Status.String(), AsOf: r.AsOf.String(),
			Content: data.NewContent(r.Library.Version, r.Library.Digest), Goals: data.NewGoals(r.Goals),
			Answered: r.All.Answered, Asked: r.All.Asked, Views: []jsonViewHistory{},
		}
		for i := range r.Views {
			q.Views = append(q.Views, newJSONViewHistory(&r.Views[i]))
		}
		quarters = append(quarters, q)
	}
	return quarters
}

func newJSONViewHistory(v *assess.View) jsonViewHistory {
	out := jsonViewHistory{v.Framework.ID, v.Asked, []jsonSectionHistory{}}
	for i := range v.Sections {
		g := &v.Sections[i].Group
		section := jsonSectionHistory{ID: g.ID, Low: data.Share(g.Tally.Low()), High: data.Share(g.Tally.High()), Color: g.Color.String()}
		if g.HasScore() {
			section.Score, section.Proven = data.Share(g.Tally.Score()), data.Share(g.Proven.Score())
		}
		out.Sections = append(out.Sections, section)
	}
	return out
}

// jsonDecision is what was decided about the gap of one question.
type jsonDecision struct {
	Key      string `json:"key"`
	Kind     string `json:"kind"`     // fix, accept, transfer or later
	Owner    string `json:"owner"`    // the responsible role or person
	Due      string `json:"due"`      // when it is due or looked at again
	Reason   string `json:"reason"`   // why a risk is accepted, transferred or left for later
	Approver string `json:"approver"` // who accepted the risk
	Until    string `json:"until"`    // when an accepted risk expires
	Recorded string `json:"recorded"` // when it was written down
	By       string `json:"by"`
	Overdue  bool   `json:"overdue"` // past its date on the day the quarter is judged
}

func jsonDecisions(r *assess.Result) []jsonDecision {
	list := []jsonDecision{}
	for _, key := range slices.Sorted(maps.Keys(r.Assessment.Decisions)) {
		d := r.Assessment.Decisions[key]
		list = append(list, jsonDecision{
			Key: key, Kind: d.Kind.String(), Owner: assess.Clean(d.Owner), Due: d.Due.String(), Reason: assess.Clean(d.Reason),
			Approver: assess.Clean(d.Approver), Until: d.Until.String(), Recorded: d.Recorded.String(), By: assess.Clean(d.By),
			Overdue: d.Overdue(r.AsOf),
		})
	}
	return list
}
