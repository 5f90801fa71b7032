package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"hygeia/assess"
)

// byteOrderMark at the start of a file makes Excel read it as UTF-8.
const byteOrderMark = "\uFEFF"

// csvColumn is a column of the table: its head and what it says of a question.
type csvColumn struct {
	title string
	cell  func(*csvRow) string
}

// csvRow is one question with its action; the action is nil where there is no gap.
type csvRow struct {
	story  *story
	item   *assess.Item
	action *assess.Action
	order  int
}

// csvColumns is the whole table, left to right. New columns go to the end.
var csvColumns = []csvColumn{
	{"period", func(r *csvRow) string { return r.story.r.Period.String() }},
	{"key", func(r *csvRow) string { return r.item.Question.Key }},
	{"title", func(r *csvRow) string { return r.item.Question.Title }},
	{"question", func(r *csvRow) string { return r.item.Question.Text }},
	{"answer", func(r *csvRow) string { return csvAnswer(r.item) }},
	{"reaches", func(r *csvRow) string { return csvReaches(r.item) }},
	{"points", func(r *csvRow) string { return points(r.item) }},
	{"points with proof", func(r *csvRow) string { return csvProven(r.item) }},
	{"weight", func(r *csvRow) string { return fmt.Sprint(r.item.Weight) }},
	{"target", func(r *csvRow) string { return r.item.Target.String() }},
	{"own target because", func(r *csvRow) string { return r.item.Own }},
	{"gap", func(r *csvRow) string { return fmt.Sprint(r.item.Gap) }},
	{"order", func(r *csvRow) string {
		return r.ofAction(func(a *assess.Action) string { return fmt.Sprint(r.order) })
	}},
	{"tier", func(r *csvRow) string { return r.ofAction(func(a *assess.Action) string { return fmt.Sprint(a.Tier) }) }},
	{"P", func(r *csvRow) string { return r.ofAction(func(a *assess.Action) string { return rankP(a.P) }) }},
	{"effort", func(r *csvRow) string { return r.ofAction(func(a *assess.Action) string { return a.Effort.String() }) }},
	{"first step", func(r *csvRow) string { return r.ofAction(func(a *assess.Action) string { return firstStep(*a) }) }},
	{"help", func(r *csvRow) string { return r.help(func(title, _ string) string { return title }) }},
	{"address", func(r *csvRow) string { return r.help(func(_, url string) string { return url }) }},
	{"who would know", func(r *csvRow) string { return roles(r.item.Question) }},
	{"reason", func(r *csvRow) string { return r.item.Answer.Reason }},
	{"approved by", func(r *csvRow) string { return r.item.Answer.Approver }},
	{"look again by", func(r *csvRow) string { return r.item.Answer.Review.String() }},
	{"best proof", func(r *csvRow) string { return bestProof(r.item) }},
	{"true since", func(r *csvRow) string { return r.item.Answer.Effective.String() }},
	{"written down", func(r *csvRow) string { return r.item.Answer.Recorded.String() }},
	{"answered by", func(r *csvRow) string { return r.item.Answer.By }},
	{"change", func(r *csvRow) string { return r.item.Answer.Change.String() }},
	{"carried from", func(r *csvRow) string { return r.item.Answer.Carried.String() }},
	{"speaks for", func(r *csvRow) string { return csvServes(r) }},
	{"note", func(r *csvRow) string { return r.item.Answer.Note }},
}

// WriteCSV writes the questions of a quarter as a table, one row a question, in
// the order they were asked. It starts with a byte order mark, and no cell is
// taken for a formula (see [csvSafe]).
func WriteCSV(w io.Writer, in Input) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	head := make([]string, len(csvColumns))
	for i, c := range csvColumns {
		head[i] = c.title
	}
	if err := out.Write(head); err != nil {
		return err
	}
	s := newStory(in)
	for _, it := range s.r.Items {
		row := &csvRow{story: s, item: it}
		row.action, row.order = s.actionOn(it)
		cells := make([]string, len(csvColumns))
		for i, c := range csvColumns {
			cells[i] = csvSafe(c.cell(row))
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// csvSafe makes a cell one clean line and puts an apostrophe before one that a
// spreadsheet would take for a formula: = + - @, a tab or a carriage return at
// its start, full-width signs included (OWASP, CSV injection).
func csvSafe(s string) string {
	risky := strings.HasPrefix(s, "\t") || strings.HasPrefix(s, "\r")
	s = oneLine(s)
	for _, sign := range []string{"=", "+", "-", "@", "＝", "＋", "－", "＠"} {
		risky = risky || strings.HasPrefix(s, sign)
	}
	if risky {
		return "'" + s
	}
	return s
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
	return say(fit[0].Resource.Title+" ("+fit[0].Resource.Provider+")", linkTarget(fit[0].URL))
}

// csvAnswer is the word a file uses for what counts; an answer to an older
// meaning of the question counts as none.
func csvAnswer(it *assess.Item) string {
	if it.State == assess.Open {
		return ""
	}
	return it.Answer.Word()
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
	return join(ids...)
}
