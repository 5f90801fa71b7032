package allsites

import (
	"io"

	"hygeia/assess/rollup"
	"hygeia/report/data"
)

// SitesSchema is the schema of the figures over many sites as JSON.
const SitesSchema = "hygeia/sites/v1"

type Result struct {
	Schema    string             `json:"schema"`
	Program   string             `json:"program"`
	Marking   string             `json:"marking"`
	Legal     string             `json:"legal"`
	Notice    string             `json:"notice"`
	Subject   string             `json:"subject"`
	Period    string             `json:"period"` // the quarters compared
	AsOf      string             `json:"as_of"`  // the day for what is late and who is silent
	Counted   int                `json:"counted"`
	GoalsMet  jsonSpread         `json:"goals_met"` // of the Essential goals, over the sites that have as many as most
	GoalsOf   int                `json:"goals_of"`  // Essential goals that these sites have
	Sites     []jsonSite         `json:"sites"`
	Goals     []jsonSitesGoal    `json:"goals"`
	Sections  []jsonSitesSection `json:"sections"`
	Practices []jsonSitePractice `json:"practices"` // by their place on the ladder
	Missed    []string           `json:"missed"`    // keys, at the most sites first
	Shared    []string           `json:"shared"`    // keys of gaps at two sites or more, likewise
	Overdue   []jsonLate         `json:"overdue"`
}

// jsonSpread is a figure over sites; empty texts where no site has it.
type jsonSpread struct {
	Sites   int      `json:"sites"`
	Worst   string   `json:"worst"`
	WorstAt []string `json:"worst_at"` // as the sites are called in "name"
	Median  string   `json:"median"`   // of an even number the lower of the two in the middle
	Best    string   `json:"best"`
}

type jsonSite struct {
	Folder   string          `json:"folder"`
	Name     string          `json:"name"` // unique among the sites
	Size     string          `json:"size"`
	Period   string          `json:"period"`
	Status   string          `json:"status"` // finished or draft; "" where nothing can be read
	AsOf     string          `json:"as_of"`
	Content  *data.Content   `json:"content"`
	Counted  bool            `json:"counted"`
	Why      string          `json:"why"` // it is not counted
	Silent   bool            `json:"silent"`
	Newer    string          `json:"newer"`  // a draft after the quarter
	Parent   bool            `json:"parent"` // others took answers over from it
	Problem  string          `json:"problem"`
	Goals    *data.Goals     `json:"goals"`
	All      *jsonSiteScore  `json:"all"`
	Sections []jsonSiteScore `json:"sections"`
	Change   *jsonSiteChange `json:"change"`
	Overdue  int             `json:"overdue"`
	Taken    []jsonTaken     `json:"taken_over"`
}

type jsonSiteScore struct {
	Framework string       `json:"framework"`
	ID        string       `json:"id"`
	Same      bool         `json:"same"`  // the same questions as most sites
	Score     *data.Figure `json:"score"` // null where no single score may be shown
	Low       *data.Figure `json:"low"`
	High      *data.Figure `json:"high"`
	Color     string       `json:"color"`
	Text      string       `json:"text"`
}

type jsonSiteChange struct {
	From       string         `json:"from"`
	Goals      data.Goals     `json:"goals"` // in the quarter before
	NewContent bool           `json:"new_content"`
	Fell       []jsonSiteMove `json:"fell"`
	SetAside   []jsonSiteMove `json:"set_aside"`
	Rose       int            `json:"rose"`
	Corrected  int            `json:"corrected"`
}

type jsonSiteMove struct {
	Key       string `json:"key"`
	Title     string `json:"title"`
	From      string `json:"from"`
	To        string `json:"to"`
	Corrected bool   `json:"corrected"`
}

type jsonTaken struct {
	From    string `json:"from"`
	Period  string `json:"period"`
	Answers int    `json:"answers"`
}

type jsonSitesGoal struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Asked    int      `json:"asked"`
	Met      int      `json:"met"`
	Nearly   int      `json:"nearly"`
	Another  int      `json:"another_way"`
	Partly   int      `json:"partly"`
	NotMet   int      `json:"not_met"`
	NotKnown int      `json:"not_known"`
	Other    int      `json:"other_content"`
	Missed   []string `json:"missed_at"`
}

type jsonSitesSection struct {
	Framework string     `json:"framework"`
	ID        string     `json:"id"`
	Title     string     `json:"title"`
	Asked     int        `json:"asked"`
	NoScore   int        `json:"without_score"`
	Other     int        `json:"other_content"`
	Score     jsonSpread `json:"score"`
	Low       string     `json:"low"`
	High      string     `json:"high"`
}

type jsonSitePractice struct {
	Key     string       `json:"key"`
	Title   string       `json:"title"`
	Asked   int          `json:"asked"`
	Missed  int          `json:"missed"`
	No      int          `json:"no"`
	Partly  int          `json:"partly"`
	Unknown int          `json:"unknown"`
	Other   int          `json:"other_content"`
	Gaps    []string     `json:"gaps_at"`
	Urgent  int          `json:"must_not_wait"`
	Parents []jsonParent `json:"taken_over_from"`
}

type jsonParent struct {
	Folder string `json:"folder"`
	Gaps   int    `json:"gaps"`
}

type jsonLate struct {
	Site     string `json:"site"`
	Matter   int    `json:"matter"`
	Question string `json:"question"`
	Title    string `json:"title"`
	Date     string `json:"date"`
	Days     int    `json:"days"`
	Asks     int    `json:"asks"`
	Decided  string `json:"decided"`
}

// WriteJSON writes the figures over many sites as JSON, schema
// "hygeia/sites/v1"; schema/sites.v1.json describes it. Lists are whole.
func WriteJSON(w io.Writer, in Input) error {
	r, d := in.Roll, in.cover()
	out := Result{
		Schema: SitesSchema, Program: d.Program, Marking: d.Marking, Legal: d.Legal, Notice: d.Notice, Subject: d.Subject, Period: d.Period,
		AsOf: r.AsOf.String(), Counted: r.Counted, GoalsMet: newJSONSpread(r.Met), GoalsOf: r.Of,
		Sites: []jsonSite{}, Goals: []jsonSitesGoal{}, Sections: []jsonSitesSection{}, Practices: []jsonSitePractice{}, Missed: []string{}, Shared: []string{}, Overdue: []jsonLate{},
	}
	same := sameSections(r)
	for i := range r.Rows {
		out.Sites = append(out.Sites, newJSONSite(r, &r.Rows[i], same))
	}
	for _, g := range r.Goals {
		out.Goals = append(out.Goals, jsonSitesGoal{g.ID, g.Title, g.Asked, g.Met, g.Nearly, g.Another, g.Partly, g.NotMet, g.NotKnown, g.Other, list(g.Missed)})
	}
	for _, l := range r.Sections {
		out.Sections = append(out.Sections, jsonSitesSection{l.Framework, l.ID, l.Title, l.Asked, l.NoScore, l.Other, newJSONSpread(l.Score), l.Low, l.High})
	}
	for _, p := range r.Practices {
		out.Practices = append(out.Practices, newJSONPractice(p))
	}
	for _, p := range r.Missed() {
		out.Missed = append(out.Missed, p.Key)
	}
	for _, p := range r.Shared() {
		out.Shared = append(out.Shared, p.Key)
	}
	for _, l := range r.Overdue() {
		out.Overdue = append(out.Overdue, jsonLate{l.Row.Label, l.Number, l.Question, r.Title(l.Question, l.Title), l.Date.String(), l.Days, l.Asks, l.Decided})
	}
	return data.Write(w, out)
}

func newJSONSpread(s rollup.Spread) jsonSpread {
	return jsonSpread{s.Sites, s.Worst, list(s.WorstAt), s.Median, s.Best}
}

// list is a list that is never null.
func list(texts []string) []string { return append([]string{}, texts...) }

// sameSections says of each site in which sections it is asked the same as most.
func sameSections(r *rollup.Rollup) map[*rollup.Row]map[string]bool {
	same := map[*rollup.Row]map[string]bool{}
	for i := range r.Sections {
		l := &r.Sections[i]
		for _, at := range l.At {
			if same[at.Row] == nil {
				same[at.Row] = map[string]bool{}
			}
			same[at.Row][l.Framework+" "+l.ID] = at.Same
		}
	}
	return same
}

func newJSONSite(r *rollup.Rollup, row *rollup.Row, same map[*rollup.Row]map[string]bool) jsonSite {
	out := jsonSite{
		Folder: row.Folder, Name: row.Label, Size: row.Size, Period: row.Period.String(), Status: siteStatus(row), AsOf: row.AsOf.String(),
		Counted: row.Counted, Why: row.Why.String(), Silent: row.Silent, Newer: row.Newer.String(), Parent: row.Parent, Problem: row.Problem,
		Sections: []jsonSiteScore{}, Overdue: row.Late(r.AsOf), Taken: []jsonTaken{},
	}
	if row.Why == rollup.Unreadable {
		return out
	}
	goals, all, content := data.NewGoals(row.Goals), newJSONSiteScore(&row.All, true), data.NewContent(row.Version, row.Digest)
	out.Goals, out.All, out.Content = &goals, &all, &content
	for i := range row.Scores {
		s := &row.Scores[i]
		out.Sections = append(out.Sections, newJSONSiteScore(s, same[row][s.Framework+" "+s.ID]))
	}
	for _, t := range row.Taken {
		out.Taken = append(out.Taken, jsonTaken{t.From, t.Period.String(), t.Answers})
	}
	if c := row.Change; c != nil {
		out.Change = &jsonSiteChange{c.From.String(), data.NewGoals(c.Goals), c.NewContent, siteMoves(r, c.Fell), siteMoves(r, c.SetAside), c.Rose, c.Corrected}
	}
	return out
}

func newJSONSiteScore(s *rollup.Score, same bool) jsonSiteScore {
	out := jsonSiteScore{Framework: s.Framework, ID: s.ID, Same: same, Low: data.Share(s.Low), High: data.Share(s.High), Color: s.Color.String(), Text: s.Text}
	if s.Single {
		out.Score = data.Share(s.Score)
	}
	return out
}

func siteMoves(r *rollup.Rollup, moves []rollup.Move) []jsonSiteMove {
	out := []jsonSiteMove{}
	for _, m := range moves {
		out = append(out, jsonSiteMove{m.Key, r.Title(m.Key, m.Title), m.From, m.To, m.Corrected})
	}
	return out
}

func newJSONPractice(p rollup.Practice) jsonSitePractice {
	out := jsonSitePractice{p.Key, p.Title, p.Asked, p.Missed(), p.No, p.Partly, p.Unknown, p.Other, []string{}, p.Urgent, []jsonParent{}}
	for _, row := range p.Gaps {
		out.Gaps = append(out.Gaps, row.Label)
	}
	for _, s := range p.From {
		out.Parents = append(out.Parents, jsonParent{s.Folder, s.Gaps})
	}
	return out
}
