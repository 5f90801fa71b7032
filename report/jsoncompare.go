package report

import (
	"io"

	"hygeia/assess"
	"hygeia/assess/series"
	"hygeia/report/data"
)

// ComparisonSchema is the first member of a comparison as JSON. It changes only
// when a member changes its meaning or goes; new members may come at any time.
const ComparisonSchema = "hygeia/comparison/v1"

// jsonCompared is a row of quarters as data, with the comparison of its first
// and last. Figures, dates, quarters and lists are written as in jsonResult.
// A cell of a row is null where its quarter has nothing to say.
type jsonCompared struct {
	Schema       string          `json:"schema"`       // always "hygeia/comparison/v1"
	Program      string          `json:"program"`      // "hygeia 1.0.0"
	Marking      string          `json:"marking"`      // the TLP mark
	Notice       string          `json:"notice"`       // what a self-assessment is not
	Organization string          `json:"organization"` // its name
	Before       string          `json:"before"`       // the first quarter
	After        string          `json:"after"`        // the last
	NewContent   bool            `json:"new_content"`  // first and last were answered against different content
	Quarters     []jsonPlace     `json:"quarters"`     // every quarter from the first to the last, missing ones too
	Goals        []jsonStatusRow `json:"goals"`        // the Essential goals over the quarters
	Views        []jsonViewRow   `json:"views"`        // what is in focus, in the order of the later content
	Questions    []jsonMove      `json:"questions"`    // of first and last; what fell first
	Answers      []jsonAnswerRow `json:"answers"`      // the same questions over the quarters, in the same order
	Drops        jsonDrops       `json:"drops"`        // what --fail-on-drop stops on
	Sheets       []jsonSheet     `json:"sheets"`       // what other people's sheets say of the same time; counts in nothing above
}

// jsonPlace is one quarter of the row.
type jsonPlace struct {
	Period     string        `json:"period"`
	Saved      bool          `json:"saved"`       // false: missing or left out; the rest is empty then
	Status     string        `json:"status"`      // draft or finished
	AsOf       string        `json:"as_of"`       // the day it is judged on
	Content    *data.Content `json:"content"`     // what it was answered against
	NewContent bool          `json:"new_content"` // other content than the saved quarter before it
	Goals      *data.Goals   `json:"goals"`
	Answered   int           `json:"answered"`
	Asked      int           `json:"asked"`
}

// jsonStatusRow is a requirement over the quarters.
type jsonStatusRow struct {
	ID    string    `json:"id"`
	Title string    `json:"title"`
	Cells []*string `json:"cells"` // as printed: "nearly met"
}

// jsonAnswerRow is a question over the quarters.
type jsonAnswerRow struct {
	Key   string    `json:"key"`
	Cells []*string `json:"cells"` // as printed: "Mostly"
}

type jsonViewRow struct {
	ID       string           `json:"id"`
	Short    string           `json:"short"`
	Title    string           `json:"title"`
	Version  string           `json:"version"`
	Before   *data.Figure     `json:"before"` // the score of all its questions; null while undefined
	Now      *data.Figure     `json:"now"`    // likewise
	Shown    *data.Figure     `json:"shown"`  // its change
	Sections []jsonSectionRow `json:"sections"`
}

// jsonSectionRow is a section over the quarters, and its change taken apart.
type jsonSectionRow struct {
	ID           string             `json:"id"`
	Title        string             `json:"title"`
	Cells        []*jsonCell        `json:"cells"`
	Change       *jsonSectionChange `json:"change"`       // of first and last
	Requirements []jsonStatusRow    `json:"requirements"` // over the quarters
}

// jsonCell are the figures of a section in one quarter.
type jsonCell struct {
	Text   string       `json:"text"`   // as printed: "68%", "50 to 74%", "not assessed"
	Score  *data.Figure `json:"score"`  // null where no single score may be shown
	Proven *data.Figure `json:"proven"` // score with proof; null like score
	Low    *data.Figure `json:"low"`
	High   *data.Figure `json:"high"`
	Color  string       `json:"color"` // red, grey, amber, green or ""
}

type jsonDrops struct {
	Frameworks []string   `json:"frameworks"` // the judged ones
	Fell       []jsonMove `json:"fell"`       // what fell, and not by correction
	SetAside   []jsonMove `json:"set_aside"`  // what was set aside as not applying, and not by correction
}

// WriteJSON writes a row of quarters and the comparison of its first and last as
// JSON, schema "hygeia/comparison/v1", as far as it is in focus. The row must have
// at least two quarters that were saved. schema/comparison.v1.json describes it.
func (f Focus) WriteJSON(w io.Writer, t *assess.Trend, program string, sheets ...*series.Series) error {
	whole := t.Whole()
	c := f.comparison(whole)
	d := cover(Input{Result: c.After, Program: program}.seen(), "")
	out := jsonCompared{
		Schema: ComparisonSchema, Program: d.Program, Marking: d.Marking, Notice: d.Notice,
		Organization: assess.Clean(c.After.Assessment.Organization.Name),
		Before:       c.Before.Period.String(), After: c.After.Period.String(), NewContent: c.NewContent,
		Quarters: []jsonPlace{}, Goals: []jsonStatusRow{}, Views: []jsonViewRow{}, Questions: []jsonMove{}, Answers: []jsonAnswerRow{},
		Drops: newJSONDrops(whole, f.Judged(whole)), Sheets: []jsonSheet{},
	}
	for _, q := range t.Quarters {
		out.Quarters = append(out.Quarters, newJSONPlace(q))
	}
	if s := essentialTrend(t); s != nil {
		out.Goals = jsonStatusRows(s)
	}
	for _, v := range f.trends(t) {
		out.Views = append(out.Views, newJSONViewRow(v, viewChange(c, v.View)))
	}
	for _, q := range c.Questions {
		out.Questions = append(out.Questions, newJSONMove(q))
		out.Answers = append(out.Answers, newJSONAnswerRow(t, question(q).Key))
	}
	for _, b := range f.beside(c.After, quartersOf(t), sheets) {
		out.Sheets = append(out.Sheets, newJSONSheet(b))
	}
	return data.Write(w, out)
}

func newJSONPlace(q assess.TrendQuarter) jsonPlace {
	r := q.Result
	if r == nil {
		return jsonPlace{Period: q.Period.String()}
	}
	goals, content := data.NewGoals(r.Goals), data.NewContent(r.Library.Version, r.Library.Digest)
	return jsonPlace{
		Period: q.Period.String(), Saved: true, Status: r.Status.String(), AsOf: r.AsOf.String(),
		Content: &content, NewContent: q.NewContent,
		Goals: &goals, Answered: r.All.Answered, Asked: r.All.Asked,
	}
}

// newJSONViewRow takes the change besides; it is nil where the first quarter did
// not know the framework.
func newJSONViewRow(v assess.ViewTrend, change *assess.ViewChange) jsonViewRow {
	f := v.View.Framework
	out := jsonViewRow{ID: f.ID, Short: f.Short, Title: f.Title, Version: f.Version, Now: data.Percent(v.View.Overall.Score), Sections: []jsonSectionRow{}}
	if change != nil {
		out.Before, out.Shown = data.Percent(change.Before.Overall.Score), data.Change(change.Shown())
	}
	for _, s := range v.Sections {
		row := jsonSectionRow{ID: s.Section.ID, Title: s.Section.Title, Cells: []*jsonCell{}, Requirements: jsonStatusRows(&s)}
		for _, g := range s.Cells {
			row.Cells = append(row.Cells, newJSONCell(g))
		}
		if sc := sectionChangeOf(change, s.Section.ID); sc != nil {
			c := newJSONSectionChange(sc)
			row.Change = &c
		}
		out.Sections = append(out.Sections, row)
	}
	return out
}

func newJSONCell(g *assess.Group) *jsonCell {
	if g == nil {
		return nil
	}
	cell := &jsonCell{Text: g.ScoreText(), Low: data.Share(g.Tally.Low()), High: data.Share(g.Tally.High()), Color: g.Color.String()}
	if g.HasScore() {
		cell.Score, cell.Proven = data.Share(g.Tally.Score()), data.Share(g.Proven.Score())
	}
	return cell
}

func jsonStatusRows(s *assess.SectionTrend) []jsonStatusRow {
	rows := []jsonStatusRow{}
	for _, r := range s.Requirements {
		row := jsonStatusRow{ID: r.Requirement.ID, Title: r.Requirement.Title, Cells: []*string{}}
		for _, was := range r.Cells {
			var status *string
			if was != nil {
				words := was.Status.String()
				status = &words
			}
			row.Cells = append(row.Cells, status)
		}
		rows = append(rows, row)
	}
	return rows
}

func newJSONAnswerRow(t *assess.Trend, key string) jsonAnswerRow {
	row := jsonAnswerRow{Key: key, Cells: []*string{}}
	for _, it := range t.Question(key) {
		var words *string
		if it != nil {
			s := said(it)
			words = &s
		}
		row.Cells = append(row.Cells, words)
	}
	return row
}

func newJSONDrops(c *assess.Comparison, judged []string) jsonDrops {
	out := jsonDrops{Frameworks: append([]string{}, judged...), Fell: []jsonMove{}, SetAside: []jsonMove{}}
	d := c.Drops(judged)
	for _, q := range d.Fell {
		out.Fell = append(out.Fell, newJSONMove(q))
	}
	for _, q := range d.SetAside {
		out.SetAside = append(out.SetAside, newJSONMove(q))
	}
	return out
}
