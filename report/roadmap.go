package report

import (
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// Stage is a stretch of a roadmap with what is to be done in it.
type Stage struct {
	Until   assess.Date // its last day
	Actions []assess.Action
}

// stageDays is the length of a stage; there are three.
const stageDays = 30

// Roadmap shares the first actions of the plan among the three times 30 days from
// a day on. What has a date stands where its date is; the rest follows in the
// order of the plan, so much in a stage as points of effort fit into it. An action
// with more points than a stage has stands in the first one that is empty.
func Roadmap(r, before *assess.Result, from assess.Date, points int) []Stage {
	stages := make([]Stage, 3)
	used := make([]int, len(stages))
	for i := range stages {
		stages[i].Until = from.AddDays(stageDays * (i + 1))
	}
	at := 0
	for _, a := range assess.Actions(r, before) {
		if due := a.Decision.Due; a.Decision.Kind == assess.Fix && !due.IsZero() {
			for i := range stages {
				if !due.After(stages[i].Until) {
					stages[i].Actions = append(stages[i].Actions, a)
					used[i] += a.Points
					break
				}
			}
			continue
		}
		for at < len(stages) && used[at] > 0 && used[at]+a.Points > points {
			at++
		}
		if at < len(stages) {
			stages[at].Actions = append(stages[at].Actions, a)
			used[at] += a.Points
		}
	}
	return stages
}

// Day returns the day on which an action of the stage is to be done: the decided
// one, or the last of the stage.
func (s Stage) Day(a assess.Action) assess.Date {
	if a.Decision.Kind == assess.Fix && !a.Decision.Due.IsZero() {
		return a.Decision.Due
	}
	return s.Until
}

// RoadmapPage returns the roadmap for reading.
func RoadmapPage(in Input, from assess.Date, points int) *doc.Document {
	s := newStory(in)
	d := s.cover("The next 30, 60 and 90 days")
	stages := Roadmap(in.Result, in.before(), from, points)
	d.Blocks = append(d.Blocks, doc.Noted("From %s on, in the order of the plan: what has a date stands where its date is, and else %s of effort are put into each 30 days. A small step is 1 point, a medium one 3, a large one 8.",
		from.Long(), words.Count(points, "point", "points")))
	listed := 0
	for i, stage := range stages {
		d.Blocks = append(d.Blocks, doc.Headed(2, fmt.Sprintf("By day %d (%s)", stageDays*(i+1), stage.Until.Long())))
		if len(stage.Actions) == 0 {
			d.Blocks = append(d.Blocks, doc.Say("Nothing."))
			continue
		}
		t := doc.Table{Columns: []doc.Column{{Title: "No.", Width: 1, Right: true}, {Title: "What to do first", Width: 9}, {Title: "Who", Width: 4}, {Title: "By", Width: 3}, {Title: "Work and money", Width: 4}}}
		for _, a := range stage.Actions {
			listed++
			t.Rows = append(t.Rows, []doc.Text{
				doc.Plain(fmt.Sprint(s.order[a.Item.Question.Key])), s.step(a), doc.Plain(s.carrier(a)), doc.Plain(stage.by(a, from)), doc.Plain(s.cost(a)),
			})
		}
		d.Blocks = append(d.Blocks, t)
	}
	if rest := len(s.actions) - listed; rest > 0 {
		d.Blocks = append(d.Blocks, doc.Say("%s of the plan come later.", words.Capital(words.Count(rest, "action", "actions"))))
	}
	return d
}

// by is the day for reading, with a word if it is past.
func (s Stage) by(a assess.Action, today assess.Date) string {
	if day := s.Day(a); today.After(day) {
		return day.Long() + " (past)"
	}
	return s.Day(a).Long()
}

// carrier is the decided owner, or the role that leads.
func (s *story) carrier(a assess.Action) string {
	if a.Decision.Owner != "" {
		return a.Decision.Owner
	}
	return words.Capital(s.leader(a.Item.Question))
}
