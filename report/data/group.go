package data

import "hygeia/assess"

// Group is any set of questions that is scored together.
type Group struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Standing  string   `json:"standing"`  // not covered, does not apply, not assessed, range only, partly reached or scored
	Score     *Figure  `json:"score"`     // null where no single score may be shown
	Low       *Figure  `json:"low"`       // if everything open turns out No
	High      *Figure  `json:"high"`      // if everything open or unknown turns out Yes
	Coverage  *Figure  `json:"coverage"`  // weight answered
	Known     *Figure  `json:"known"`     // weight answered with a level
	Proven    *Figure  `json:"proven"`    // score with proof; null like score
	Gap       *Figure  `json:"gap"`       // weighted points missing to the targets
	Target    *Figure  `json:"target"`    // the score on target, over the same weights
	Reach     *Figure  `json:"reach"`     // requirements with an asked question that applies; for a threat, questions
	Tally     Tally    `json:"tally"`     // the integers behind score, range and coverage
	Answered  int      `json:"answered"`  // questions somebody answered, "don't know" included
	Asked     int      `json:"asked"`     // questions that apply or are not answered yet
	Confirmed int      `json:"confirmed"` // questions answered or confirmed this quarter
	Excluded  int      `json:"excluded"`  // questions that do not apply
	LeftOpen  int      `json:"left_open"` // questions that only a finish made "don't know"
	Scope     *Figure  `json:"scope"`     // weight that applies, of all asked
	Sway      *Figure  `json:"sway"`      // how much one answer can move the score; null where none moves much
	Limited   bool     `json:"limited"`   // limited scope
	State     string   `json:"state"`     // what the color stands for: in place, partly in place, weak, not known or ""
	Color     string   `json:"color"`     // red, grey, amber, green or ""
	Reason    string   `json:"reason"`    // the sentence that explains the color
	Printed   Printed  `json:"printed"`   // the words of every report
	Questions []string `json:"questions"` // Keys
}

// Tally is a group's weight by what was said (SCORING 4).
type Tally struct {
	Earned   int `json:"earned"`   // sum of weight times points, in thirds of a weight
	Levelled int `json:"levelled"` // weight answered with a level
	Unknown  int `json:"unknown"`
	Open     int `json:"open"`
	Excluded int `json:"excluded"`
}

// Printed is the words of every report for the figures of a group.
type Printed struct {
	Score    string `json:"score"`
	Range    string `json:"range"`
	Coverage string `json:"coverage"`
	Scope    string `json:"scope"`
	Reach    string `json:"reach"`
	Proven   string `json:"proven"`
	Note     string `json:"note"`
}

// NewGroup returns a group as data.
func NewGroup(g *assess.Group) Group {
	t, f := g.Tally, g.Figures()
	out := Group{
		ID: g.ID, Title: g.Title, Standing: g.Standing.String(),
		Low: Share(t.Low()), High: Share(t.High()), Coverage: Share(t.Coverage()), Known: Share(t.Known()),
		Gap: Share(g.Gap), Target: Share(g.AtTarget()), Reach: Share(g.Reach),
		Tally:    Tally{t.Earned, t.Levelled, t.Unknown, t.Open, t.Excluded},
		Answered: g.Answered, Asked: g.Asked, Confirmed: g.Confirmed, Excluded: g.Excluded, Limited: g.Limited,
		LeftOpen: g.LeftOpen, Scope: Share(t.Scope()), State: g.Color.Word(),
		Color: f.Color, Reason: g.Reason,
		Printed:   Printed{f.Score, f.Range, f.Coverage, f.Scope, f.Reach, f.Proven, f.Note},
		Questions: Keys(g.Items),
	}
	if sway, small := g.Sway(); small {
		out.Sway = Share(sway)
	}
	if g.HasScore() {
		out.Score, out.Proven = Share(t.Score()), Share(g.Proven.Score())
	}
	return out
}

// Keys returns the key of each question.
func Keys(items []*assess.Item) []string {
	list := make([]string, len(items))
	for i, it := range items {
		list[i] = it.Question.Key
	}
	return list
}
