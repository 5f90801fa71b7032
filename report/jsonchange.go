package report

import "hygeia/assess"

// jsonComparison is what changed since the quarter before.
type jsonComparison struct {
	Before     string           `json:"before"`      // the quarter
	Skipped    []string         `json:"skipped"`     // quarters in between that are no part of it
	NewContent bool             `json:"new_content"` // the two were answered against different content
	Goals      jsonGoals        `json:"goals"`       // of the quarter before
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
	Matched       *jsonFigure        `json:"matched"`   // real and corrected together
	Real          *jsonFigure        `json:"real"`      // answers that improved or worsened
	Corrected     *jsonFigure        `json:"corrected"` // answers that were wrong before
	Scope         *jsonFigure        `json:"scope"`     // what was asked, answered or left out
	Shown         *jsonFigure        `json:"shown"`     // the change of the score
	Contributions []jsonContribution `json:"contributions"`
}

type jsonContribution struct {
	Key       string      `json:"key"`
	Change    *jsonFigure `json:"change"`
	Corrected bool        `json:"corrected"`
}

// jsonMove is what happened to one question.
type jsonMove struct {
	Key       string `json:"key"`
	Kind      string `json:"kind"` // in words: fell, rose, corrected, ...
	Before    string `json:"before"`
	Now       string `json:"now"`
	Corrected bool   `json:"corrected"`
}

func newJSONComparison(c *assess.Comparison) *jsonComparison {
	out := &jsonComparison{
		Before: c.Before.Period.String(), Skipped: []string{}, NewContent: c.NewContent,
		Goals: jsonHeadline(c.Before.Goals), Views: []jsonViewChange{}, Questions: []jsonMove{},
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
	return jsonMove{question(q).Key, q.Kind.String(), said(q.Before), said(q.After), q.Corrected}
}

func newJSONSectionChange(sc *assess.SectionChange) jsonSectionChange {
	out := jsonSectionChange{
		ID: sc.After.ID, Now: sc.After.ScoreText(), Compared: sc.Compared,
		Matched: jsonChange(sc.Matched), Real: jsonChange(sc.Real), Corrected: jsonChange(sc.Corrected),
		Scope: jsonChange(sc.Scope), Shown: jsonChange(sc.Shown), Contributions: []jsonContribution{},
	}
	if sc.Before != nil {
		out.Before = sc.Before.ScoreText()
	}
	for _, con := range sc.Contributions {
		out.Contributions = append(out.Contributions, jsonContribution{con.After.Question.Key, jsonChange(con.Change), con.Corrected})
	}
	return out
}
