package report

import (
	"hygeia/assess"
	"hygeia/report/data"
)

// jsonComparison is what changed since the quarter before.
type jsonComparison struct {
	Before     string           `json:"before"`      // the quarter
	Skipped    []string         `json:"skipped"`     // quarters in between that are no part of it
	NewContent bool             `json:"new_content"` // the two were answered against different content
	Goals      data.Goals       `json:"goals"`       // of the quarter before
	Views      []jsonViewChange `json:"views"`
	Questions  []jsonMove       `json:"questions"` // what fell first
}

type jsonViewChange struct {
	ID       string              `json:"id"`
	Sections []jsonSectionChange `json:"sections"`
}

// jsonSectionChange takes the change of a section apart. Only real is progress.
type jsonSectionChange struct {
	ID            string             `json:"id"`
	Before        string             `json:"before"`    // the printed score or range; "" if there was no such section
	Now           string             `json:"now"`       // likewise
	Compared      int                `json:"compared"`  // questions answered in both quarters
	Weight        int                `json:"weight"`    // of the questions compared
	Thin          bool               `json:"thin"`      // too little weight to be named as what rose or fell most
	Matched       *data.Figure       `json:"matched"`   // real and corrected together
	Real          *data.Figure       `json:"real"`      // answers that improved or worsened
	Corrected     *data.Figure       `json:"corrected"` // answers that were wrong before
	Scope         *data.Figure       `json:"scope"`     // what was asked, answered or left out
	Shown         *data.Figure       `json:"shown"`     // the change of the score
	Contributions []jsonContribution `json:"contributions"`
}

type jsonContribution struct {
	Key       string       `json:"key"`
	Change    *data.Figure `json:"change"`
	Real      *data.Figure `json:"real"`       // with the correction it adds up to the change
	Correct   *data.Figure `json:"correction"` // likewise
	Corrected bool         `json:"corrected"`  // all of it is correction
}

// jsonMove is what happened to one question.
type jsonMove struct {
	Key       string `json:"key"`
	Kind      string `json:"kind"` // in words: fell, rose, corrected, ...
	Before    string `json:"before"`
	Now       string `json:"now"`
	Corrected bool   `json:"corrected"` // by correction: nothing became better or worse by it

	Reworded bool       `json:"reworded"` // compared although the question was reworded in between
	Recorded string     `json:"recorded"` // what is odd about the recorded reason; "" if nothing is
	Steps    []jsonStep `json:"steps"`    // none where the ends cannot be compared
}

// jsonStep is how one question moved between two saved quarters.
type jsonStep struct {
	From       string `json:"from"`
	To         string `json:"to"`
	Points     int    `json:"points"`     // gained, below 0 if lost
	Reason     string `json:"reason"`     // improved, worsened, corrected, found-out or ""
	Correction bool   `json:"correction"` // booked as a correction and not as real
	Across     bool   `json:"across"`     // over a quarter that is missing or has no answer
}

func newJSONComparison(c *assess.Comparison) *jsonComparison {
	out := &jsonComparison{
		Before: c.Before.Period.String(), Skipped: []string{}, NewContent: c.NewContent,
		Goals: data.NewGoals(c.Before.Goals), Views: []jsonViewChange{}, Questions: []jsonMove{},
	}
	for _, q := range c.Skipped {
		out.Skipped = append(out.Skipped, q.String())
	}
	for i := range c.Views {
		v := jsonViewChange{c.Views[i].View.Framework.ID, []jsonSectionChange{}}
		for j := range c.Views[i].Sections {
			v.Sections = append(v.Sections, newJSONSectionChange(&c.Views[i].Sections[j]))
		}
		out.Views = append(out.Views, v)
	}
	for _, q := range c.Questions {
		out.Questions = append(out.Questions, newJSONMove(q))
	}
	return out
}

func newJSONMove(q assess.QuestionChange) jsonMove {
	move := jsonMove{
		Key: question(q).Key, Kind: q.Kind.String(), Before: said(q.Before), Now: said(q.After),
		Corrected: q.Corrected, Reworded: q.Reworded, Recorded: q.Recorded(), Steps: []jsonStep{},
	}
	for _, s := range q.Steps {
		move.Steps = append(move.Steps, jsonStep{s.From.String(), s.To.String(), s.Points(), s.Reason.String(), s.Correction(), s.Across})
	}
	return move
}

func newJSONSectionChange(sc *assess.SectionChange) jsonSectionChange {
	out := jsonSectionChange{
		ID: sc.After.ID, Now: sc.After.ScoreText(), Compared: sc.Compared, Weight: sc.Weight, Thin: sc.Thin,
		Matched: data.Change(sc.Matched), Real: data.Change(sc.Real), Corrected: data.Change(sc.Corrected),
		Scope: data.Change(sc.Scope), Shown: data.Change(sc.Shown), Contributions: []jsonContribution{},
	}
	if sc.Before != nil {
		out.Before = sc.Before.ScoreText()
	}
	for _, con := range sc.Contributions {
		out.Contributions = append(out.Contributions, jsonContribution{con.After.Question.Key, data.Change(con.Change), data.Change(con.Real), data.Change(con.Correction), con.Corrected})
	}
	return out
}
