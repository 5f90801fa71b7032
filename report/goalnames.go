package report

import (
	"strings"
	"sync"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc"
)

// plainGoals are the Essential goals in the words of people who read no catalogs,
// short enough for the head of a column, by their ids.
var plainGoals = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"HPH-01": "Known flaws fixed", "HPH-02": "Email", "HPH-03": "Second factor", "HPH-04": "Training", "HPH-05": "Encryption",
		"HPH-06": "People who leave", "HPH-07": "Incident plan", "HPH-08": "Own passwords", "HPH-09": "Admin accounts", "HPH-10": "Vendor contracts",
	}
})

// plainGoal is the short name of a goal; of one without, its title to the first
// comma, from where a publisher's lists what is meant.
func plainGoal(r *frameworks.Requirement) string {
	if name, ok := plainGoals()[r.ID]; ok {
		return name
	}
	short, _, _ := strings.Cut(r.Title, ", ")
	return short
}

// goalQuarters is how many quarters the first page shows of the goals.
const goalQuarters = 4

// goalWords are the statuses in the space of a narrow column.
var goalWords = sync.OnceValue(func() map[assess.ReqStatus]string {
	return map[assess.ReqStatus]string{
		assess.ReqMet: "met", assess.ReqAsFarAsAsked: "met as far as asked", assess.ReqNearly: "nearly", assess.ReqAnotherWay: "another way", assess.ReqPartly: "partly",
		assess.ReqNotMet: "not met", assess.ReqNotKnown: "not known", assess.ReqDoesNotApply: "does not apply",
	}
})

// goalsOverTime is one row a quarter, newest first, with the ten goals in words.
func (s *story) goalsOverTime() []doc.Block {
	goals := s.essentialGoals()
	if len(goals) == 0 {
		return nil
	}
	t := doc.Table{Dense: true, Columns: []doc.Column{{Title: "Quarter", Width: 6}}}
	for i := range goals {
		t.Columns = append(t.Columns, doc.Column{Title: plainGoal(goals[i].Requirement), Width: 7})
	}
	line := s.timeline()
	for i := len(line) - 1; i >= max(0, len(line)-goalQuarters); i-- {
		t.Rows = append(t.Rows, goalRow(line[i], goals))
	}
	return []doc.Block{t}
}

func goalRow(m moment, goals []assess.Requirement) []doc.Text {
	cells := []doc.Text{{{Text: m.period.String(), Bold: true}}}
	for i := range goals {
		word := doc.Dash
		if was := goalIn(m.result, goals[i].ID); was != nil {
			word = goalWords()[was.Status]
		}
		cells = append(cells, doc.Text{{Text: word, Bold: word == goalWords()[assess.ReqNotMet]}})
	}
	return cells
}

// goalIn returns an Essential goal in a quarter; nil if nobody answered anything
// about the goals then, or the content has no such goal.
func goalIn(r *assess.Result, id string) *assess.Requirement {
	sec := sectionOf(r, frameworks.EssentialID, frameworks.EssentialSection)
	if sec == nil || !r.Goals.Known {
		return nil
	}
	for i := range sec.Requirements {
		if sec.Requirements[i].ID == id {
			return &sec.Requirements[i]
		}
	}
	return nil
}
