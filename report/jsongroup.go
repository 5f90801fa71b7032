package report

import (
	"encoding/json"
	"fmt"
	"math/big"

	"hygeia/assess"
	"hygeia/frameworks"
)

// jsonFigure is an exact figure with its printed form.
type jsonFigure struct {
	Part  json.Number `json:"part"`  // an integer of any length
	Whole json.Number `json:"whole"` // likewise, above 0
	Text  string      `json:"text"`
}

func jsonShare(s assess.Share) *jsonFigure {
	if !s.Known() {
		return nil
	}
	return &jsonFigure{json.Number(fmt.Sprint(s.Part)), json.Number(fmt.Sprint(s.Whole)), percent(s)}
}

// jsonRat writes an exact percentage or change as a fraction of a hundred.
func jsonRat(r *big.Rat, text string) *jsonFigure {
	if r == nil {
		return nil
	}
	share := new(big.Rat).Quo(r, big.NewRat(100, 1))
	return &jsonFigure{json.Number(share.Num().String()), json.Number(share.Denom().String()), text}
}

func jsonChange(r *big.Rat) *jsonFigure {
	if r == nil {
		return nil
	}
	return jsonRat(r, assess.ChangeText(r))
}

// jsonGroup is any set of questions that is scored together.
type jsonGroup struct {
	ID        string      `json:"id"`
	Title     string      `json:"title"`
	Standing  string      `json:"standing"`  // not covered, does not apply, not assessed, range only, partly reached or scored
	Score     *jsonFigure `json:"score"`     // null where no single score may be shown
	Low       *jsonFigure `json:"low"`       // if everything open turns out No
	High      *jsonFigure `json:"high"`      // if everything open or unknown turns out Yes
	Coverage  *jsonFigure `json:"coverage"`  // weight answered
	Known     *jsonFigure `json:"known"`     // weight answered with a level
	Proven    *jsonFigure `json:"proven"`    // score with proof; null like score
	Gap       *jsonFigure `json:"gap"`       // weighted points missing to the targets
	Target    *jsonFigure `json:"target"`    // the score on target, over the same weights
	Reach     *jsonFigure `json:"reach"`     // requirements with an asked question that applies; for a threat, questions
	Tally     jsonTally   `json:"tally"`     // the integers behind score, range and coverage
	Answered  int         `json:"answered"`  // questions somebody answered, "don't know" included
	Asked     int         `json:"asked"`     // questions that apply or are not answered yet
	Confirmed int         `json:"confirmed"` // questions answered or confirmed this quarter
	Excluded  int         `json:"excluded"`  // questions that do not apply
	LeftOpen  int         `json:"left_open"` // questions that only a finish made "don't know"
	Scope     *jsonFigure `json:"scope"`     // weight that applies, of all asked
	Sway      *jsonFigure `json:"sway"`      // how much one answer can move the score; null where none moves much
	Limited   bool        `json:"limited"`   // limited scope
	State     string      `json:"state"`     // what the color stands for: in place, partly in place, weak, not known or ""
	Color     string      `json:"color"`     // red, grey, amber, green or ""
	Reason    string      `json:"reason"`    // the sentence that explains the color
	Printed   jsonPrinted `json:"printed"`   // the words of every report
	Questions []string    `json:"questions"` // keys
}

// jsonTally is a group's weight by what was said (SCORING 4).
type jsonTally struct {
	Earned   int `json:"earned"`   // sum of weight times points, in thirds of a weight
	Levelled int `json:"levelled"` // weight answered with a level
	Unknown  int `json:"unknown"`
	Open     int `json:"open"`
	Excluded int `json:"excluded"`
}

type jsonPrinted struct {
	Score    string `json:"score"`
	Range    string `json:"range"`
	Coverage string `json:"coverage"`
	Scope    string `json:"scope"`
	Reach    string `json:"reach"`
	Proven   string `json:"proven"`
	Note     string `json:"note"`
}

func newJSONGroup(g *assess.Group) jsonGroup {
	t, f := g.Tally, g.Figures()
	out := jsonGroup{
		ID: g.ID, Title: g.Title, Standing: g.Standing.String(),
		Low: jsonShare(t.Low()), High: jsonShare(t.High()), Coverage: jsonShare(t.Coverage()), Known: jsonShare(t.Known()),
		Gap: jsonShare(g.Gap), Target: jsonShare(g.AtTarget()), Reach: jsonShare(g.Reach),
		Tally:    jsonTally{t.Earned, t.Levelled, t.Unknown, t.Open, t.Excluded},
		Answered: g.Answered, Asked: g.Asked, Confirmed: g.Confirmed, Excluded: g.Excluded, Limited: g.Limited,
		LeftOpen: g.LeftOpen, Scope: jsonShare(t.Scope()), State: g.Color.Word(),
		Color: f.Color, Reason: g.Reason,
		Printed:   jsonPrinted{f.Score, f.Range, f.Coverage, f.Scope, f.Reach, f.Proven, f.Note},
		Questions: keys(g.Items),
	}
	if sway, small := g.Sway(); small {
		out.Sway = jsonShare(sway)
	}
	if g.HasScore() {
		out.Score, out.Proven = jsonShare(t.Score()), jsonShare(g.Proven.Score())
	}
	return out
}

func keys(items []*assess.Item) []string {
	list := make([]string, len(items))
	for i, it := range items {
		list[i] = it.Question.Key
	}
	return list
}

// jsonView is one framework seen through the answers.
type jsonView struct {
	ID       string        `json:"id"`
	Short    string        `json:"short"`
	Title    string        `json:"title"`
	Version  string        `json:"version"`
	Asked    bool          `json:"asked"`    // chosen for this quarter
	Overall  jsonOverall   `json:"overall"`  // never a headline
	Sections []jsonSection `json:"sections"` // in catalog order
}

type jsonOverall struct {
	Score     *jsonFigure `json:"score"` // null while undefined
	Low       *jsonFigure `json:"low"`
	High      *jsonFigure `json:"high"`
	Missing   []string    `json:"missing"`   // titles of the sections without a score of their own
	Undefined string      `json:"undefined"` // why there is none; "" if there is
	Group     jsonGroup   `json:"group"`     // the figures it rests on
}

type jsonSection struct {
	jsonGroup
	Groups       []jsonGroup       `json:"groups"` // categories, where the framework has them
	Requirements []jsonRequirement `json:"requirements"`
}

type jsonRequirement struct {
	ID        string        `json:"id"`
	Title     string        `json:"title"`
	Status    string        `json:"status"`    // as printed: "nearly met"
	Extent    string        `json:"extent"`    // full, part or none: how much of it is asked
	Source    string        `json:"source"`    // whose mapping it is
	Missing   []jsonMissing `json:"missing"`   // what of it its framework does not ask
	Questions []string      `json:"questions"` // keys of its asked questions
	Weakest   string        `json:"weakest"`   // key of the question that decides; "" without one
}

// jsonMissing is a part of a requirement that its framework does not ask.
type jsonMissing struct {
	What string   `json:"what"`
	By   []string `json:"by"` // keys of the questions that ask it when something else asks them; none: asked nowhere
}

func newJSONMissing(m frameworks.Missing) jsonMissing {
	out := jsonMissing{m.What, []string{}}
	for _, q := range m.By {
		out.By = append(out.By, q.Key)
	}
	return out
}

func newJSONView(v *assess.View) jsonView {
	f, o := v.Framework, v.Overall
	out := jsonView{
		ID: f.ID, Short: f.Short, Title: f.Title, Version: f.Version, Asked: v.Asked,
		Overall: jsonOverall{
			Score: jsonPercent(o.Score), Low: jsonPercent(o.Low), High: jsonPercent(o.High),
			Missing: append([]string{}, o.Missing...), Undefined: o.Undefined(), Group: newJSONGroup(&o.Group),
		},
		Sections: []jsonSection{},
	}
	for i := range v.Sections {
		out.Sections = append(out.Sections, newJSONSection(&v.Sections[i]))
	}
	return out
}

func jsonPercent(r *big.Rat) *jsonFigure {
	if r == nil {
		return nil
	}
	return jsonRat(r, fmt.Sprintf("%d%%", assess.Percent(r)))
}

func newJSONSection(sec *assess.Section) jsonSection {
	out := jsonSection{newJSONGroup(&sec.Group), []jsonGroup{}, []jsonRequirement{}}
	for i := range sec.Groups {
		out.Groups = append(out.Groups, newJSONGroup(&sec.Groups[i]))
	}
	for i := range sec.Requirements {
		req := &sec.Requirements[i]
		r := jsonRequirement{
			ID: req.ID, Title: req.Title, Status: req.Status.String(), Extent: req.Extent.String(),
			Source: req.Source, Questions: keys(req.Items), Missing: []jsonMissing{},
		}
		for _, m := range req.Missing {
			r.Missing = append(r.Missing, newJSONMissing(m))
		}
		if req.Weakest != nil {
			r.Weakest = req.Weakest.Question.Key
		}
		out.Requirements = append(out.Requirements, r)
	}
	return out
}

// jsonThreat is a threat as the group of the questions that name it.
type jsonThreat struct {
	Key    string `json:"key"`
	Weight int    `json:"weight"` // 1 to 5
	HICP   bool   `json:"hicp"`   // one of the five that HHS names
	Stops  string `json:"stops"`  // the service it stops first
	Word   string `json:"word"`   // guarded, partly guarded, weakly guarded, not known with what is asked, or does not apply here
	jsonGroup
}

func newJSONThreat(t *assess.Threat) jsonThreat {
	return jsonThreat{t.Key, t.Weight, t.HICP, t.Stops, t.Word(), newJSONGroup(&t.Group)}
}
