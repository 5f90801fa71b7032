package report

import (
	"fmt"
	"io"
	"slices"

	"hygeia/assess"
	"hygeia/frameworks/words"
	"hygeia/report/data"
	"hygeia/report/doc"
)

// csvColumn is a column of the table: its head and what it says of a question.
type csvColumn struct {
	title string
	board bool // a board may see it
	cell  func(*csvRow) string
}

// csvRow is one question with its action; the action is nil where there is no gap.
type csvRow struct {
	story          *story
	item           *assess.Item
	action         *assess.Action
	order          int
	marking, legal string
}

// csvColumns is the whole table, left to right. New columns go to the end.
var csvColumns = []csvColumn{
	{"period", true, func(r *csvRow) string { return r.story.r.Period.String() }},
	{"key", true, func(r *csvRow) string { return r.item.Question.Key }},
	{"title", true, func(r *csvRow) string { return r.item.Question.Title }},
	{"question", true, func(r *csvRow) string { return r.item.Question.Text }},
	{"answer", false, func(r *csvRow) string { return csvAnswer(r.item) }},
	{"reaches", false, func(r *csvRow) string { return csvReaches(r.item) }},
	{"points", false, func(r *csvRow) string { return points(r.item) }},
	{"points with proof", false, func(r *csvRow) string { return csvProven(r.item) }},
	{"weight", true, func(r *csvRow) string { return fmt.Sprint(r.item.Weight) }},
	{"target", true, func(r *csvRow) string { return r.item.Target.String() }},
	{"own target because", false, func(r *csvRow) string { return r.item.Own }},
	{"gap", false, func(r *csvRow) string { return fmt.Sprint(r.item.Gap) }},
	{"order", true, func(r *csvRow) string {
		return r.ofAction(func(a *assess.Action) string { return fmt.Sprint(r.order) })
	}},
	{"tier", true, func(r *csvRow) string { return r.ofAction(func(a *assess.Action) string { return fmt.Sprint(a.Tier) }) }},
	{"step", false, func(r *csvRow) string { return r.ofAction(func(a *assess.Action) string { return a.Step() }) }},
	{"effort", true, func(r *csvRow) string { return r.ofAction(func(a *assess.Action) string { return a.Effort.String() }) }},
	{"first step", true, func(r *csvRow) string {
		return r.ofAction(func(a *assess.Action) string { return r.story.firstStep(*a) })
	}},
	{"help", true, func(r *csvRow) string { return r.help(func(title, _ string) string { return title }) }},
	{"address", true, func(r *csvRow) string { return r.help(func(_, url string) string { return url }) }},
	{"who would know", true, func(r *csvRow) string { return r.story.roles(r.item.Question) }},
	{"reason", false, func(r *csvRow) string { return r.item.Answer.Reason }},
	{"approved by", false, func(r *csvRow) string { return r.item.Answer.Approver }},
	{"look again by", false, func(r *csvRow) string { return r.item.Answer.Review.String() }},
	{"best proof", false, func(r *csvRow) string { return csvProof(r.item) }},
	{"true since", true, func(r *csvRow) string { return r.item.Answer.Effective.String() }},
	{"written down", true, func(r *csvRow) string { return r.item.Answer.Recorded.String() }},
	{"answered by", false, func(r *csvRow) string { return r.item.Answer.By }},
	{"change", true, (*csvRow).change},
	{"carried from", true, func(r *csvRow) string { return r.item.Answer.Carried.String() }},
	{"speaks for", true, func(r *csvRow) string { return csvServes(r) }},
	{"note", false, func(r *csvRow) string { return r.item.Answer.Note }},
	{"how far", true, func(r *csvRow) string { return gapBand(r.item) }},
	{"decided", true, func(r *csvRow) string { return r.decision().Kind.String() }},
	{"responsible", true, func(r *csvRow) string { return r.decision().Owner }},
	{"due", true, func(r *csvRow) string { return r.decision().Due.String() }},
	{"accepted until", true, func(r *csvRow) string { return r.decision().Until.String() }},
	{"marking", true, func(r *csvRow) string { return r.marking }},
	{"legal", true, func(r *csvRow) string { return r.legal }},
	{"fact", true, func(*csvRow) string { return "" }},
}

// factCells are the cells of a row about a fact, by the titles of their columns. What
// was answered of it stands in a column of its own, as no question has such answers.
func (s *story) factCells(f assess.StatedFact, marking, legal string) map[string]string {
	return map[string]string{
		"period": s.r.Period.String(), "key": f.Key, "title": f.Title, "question": f.Text, "fact": f.Said.Value,
		"written down": f.Said.Recorded.String(), "answered by": f.Said.By, "carried from": f.Said.Carried.String(), "marking": marking, "legal": legal,
	}
}

// csvInsurer is the table for an insurer: the answers, and nothing of what to do.
var csvInsurer = []csvColumn{
	{"period", false, func(r *csvRow) string { return r.story.r.Period.String() }},
	{"key", false, func(r *csvRow) string { return r.item.Question.Key }},
	{"question", false, func(r *csvRow) string { return r.item.Question.Text }},
	{"answer", false, func(r *csvRow) string { return literally(r.item) }},
	{"written down", false, func(r *csvRow) string { return writtenDown(r.item, r.item.Answer.Recorded.String()) }},
	{"marking", false, func(r *csvRow) string { return r.marking }},
	{"legal", false, func(r *csvRow) string { return r.legal }},
}

// csvColumnsFor returns what a reader may see.
func csvColumnsFor(reader Audience) []csvColumn {
	switch reader {
	case Internal:
		return csvColumns
	case ForBoard:
		return slices.DeleteFunc(slices.Clone(csvColumns), func(c csvColumn) bool { return !c.board })
	}
	return csvInsurer
}

// WriteCSV writes the questions of a quarter as a table, one row a question, in
// the order they were asked, and below them the facts that were answered. It starts with a byte order mark, its lines end as
// on Windows, and no cell is taken for a formula (see [csvSafe]). A board gets
// the columns it may see; an insurer gets question and answer, and no facts.
func WriteCSV(w io.Writer, in Input) error {
	if err := in.Audience.data(); err != nil {
		return err
	}
	s := newStory(in)
	d, columns := s.cover(""), csvColumnsFor(s.reader)
	var rows []*csvRow
	for _, it := range s.r.Items {
		row := &csvRow{story: s, item: it, marking: d.Marking, legal: d.Legal}
		row.action, row.order = s.actionOn(it)
		rows = append(rows, row)
	}
	table := tableOf(columns, rows)
	if s.reader != ForInsurer {
		for _, f := range s.answeredFacts() {
			cells := s.factCells(f, d.Marking, d.Legal)
			table.Add(func(i int) string { return cells[columns[i].title] })
		}
	}
	return table.Write(w)
}

// tableOf has the columns of each row under their heads.
func tableOf(columns []csvColumn, rows []*csvRow) *data.Table {
	table := data.NewTable(len(columns), func(i int) string { return columns[i].title })
	for _, row := range rows {
		table.Add(func(i int) string { return columns[i].cell(row) })
	}
	return table
}

func (r *csvRow) decision() assess.Decision {
	return r.story.r.Assessment.Decisions[r.item.Question.Key]
}

// actionOn returns the action about an item and its number in the order; nil
// where there is none.
func (s *story) actionOn(it *assess.Item) (*assess.Action, int) {
	for i := range s.actions {
		if s.actions[i].Item.Question.Key == it.Question.Key {
			return &s.actions[i], i + 1
		}
	}
	return nil, 0
}

func (r *csvRow) ofAction(say func(*assess.Action) string) string {
	if r.action == nil {
		return ""
	}
	return say(r.action)
}

func (r *csvRow) help(say func(title, url string) string) string {
	if r.action == nil {
		return ""
	}
	fit := r.story.helpFor(r.item)
	if len(fit) == 0 {
		return ""
	}
	return say(fit[0].Resource.Title+" ("+fit[0].Resource.Provider+")", doc.LinkTarget(fit[0].URL))
}

// change is the reason recorded for a change of this very quarter; one of an earlier
// quarter is carried along with the answer and no news.
func (r *csvRow) change() string {
	if r.item.Answer.Changed != r.story.r.Period {
		return ""
	}
	return r.item.Answer.Change.String()
}

// csvAnswer is the word a file uses for what counts; an answer to an older
// meaning of the question counts as none.
func csvAnswer(it *assess.Item) string {
	if it.State == assess.Open {
		return ""
	}
	return it.Answer.Word()
}

// csvProof is the best proof with its day as data has days.
func csvProof(it *assess.Item) string {
	best := strongest(it)
	if best.Grade == assess.Nothing {
		return ""
	}
	return words.Join(", ", best.Grade.String(), best.Date.String())
}

func csvReaches(it *assess.Item) string {
	if it.State != assess.OtherWay {
		return ""
	}
	return it.Answer.Level.String()
}

func csvProven(it *assess.Item) string {
	if points(it) == "" {
		return ""
	}
	return fmt.Sprint(it.Proven)
}

// csvServes names the requirements a question speaks for: "csf PR.AA-01; hph HPH-03".
func csvServes(r *csvRow) string {
	var ids []string
	for _, served := range r.story.lib.Serves(r.item.Question.Key) {
		ids = append(ids, served.Framework.Short+" "+served.Requirement.ID)
	}
	return words.Join("; ", ids...)
}
