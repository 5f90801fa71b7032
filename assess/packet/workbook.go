package packet

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/assess/sheet"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// The heads of the columns that are filled in, and of the one that is read by the
// program. A sheet that comes back is known by them, wherever they stand.
const (
	headAnswer   = "Your answer"
	headReason   = "Why it does not apply, or what you do instead"
	headNote     = "Note (optional)"
	headProof    = "What shows it (optional)"
	headKind     = "Which kind"
	headDated    = "Its date"
	headApprover = "Another way: who approved it"
	headReview   = "Another way: look at it again on"
	headCheck    = "Leave as it is"

	// headBoth is how the note was headed when a sheet had no place for a reason.
	headBoth = "Note, or why it does not apply"
)

// The labels of what stands above the head.
const (
	labelBy   = "Your name:"
	labelOn   = "Filled in on:"
	labelID   = "Hand-out:"
	labelName = "Organization:"
	labelTime = "Quarter:"
)

// The words of the answers, as a sheet offers them.
const (
	sheetStill   = "Still true"
	sheetUnknown = "Don't know"
	sheetNot     = "Does not apply"
	sheetMostly  = "Another way (mostly)"
	sheetPartly  = "Another way (partly)"
)

// kinds are what a proof may be, as a sheet offers it.
var kinds = []struct {
	grade assess.Grade
	name  string
}{
	{assess.Paper, "Paper"}, {assess.Record, "Record"}, {assess.Outside, "From outside"}, {assess.Said, "Somebody said so"},
}

// WriteXLSX writes the hand-out as an Excel workbook: the questions with drop-down
// lists and open cells for notes and proof, everything else locked, and help and
// words on sheets of their own. The same hand-out gives the same bytes.
func WriteXLSX(w io.Writer, p *Packet) error {
	title := fmt.Sprintf("Cyber hygiene: %s for %s, %s", words.Count(len(p.Questions), "question", "questions"), p.Organization, p.Quarter)
	tables := []sheet.Table{p.questionSheet(title), p.helpSheet()}
	if terms := p.wordSheet(); len(terms.Rows) > 0 {
		tables = append(tables, terms)
	}
	return sheet.WriteWorkbook(w, title, tables...)
}

func (p *Packet) questionSheet(title string) sheet.Table {
	notes := []string{"Choose an answer from the list in each yellow cell: the highest one that is wholly true. Leave empty what you cannot answer."}
	if p.Due.IsZero() {
		notes = append(notes, "Then save the file as an Excel workbook and send it back.")
	} else {
		notes = append(notes, fmt.Sprintf("Then save the file as an Excel workbook and send it back by %s.", p.Due))
	}
	notes = append(notes,
		"Another way: a different measure handles the risk, nearly everywhere (mostly) or in some places (partly). Say beside it what you do instead, who approved it, and a day within a year on which it is looked at again.",
		Mark+": pass it on only to those who need it to answer. The other sheets explain the questions and their words.")
	t := sheet.Table{
		Name: "Questions", Title: title, Notes: notes, Locked: true, Wide: true, Mark: Mark,
		Fields: []sheet.Field{
			{Label: labelBy, Open: true},
			{Label: labelOn, Open: true},
			{Label: labelName, Value: p.Organization},
			{Label: labelTime, Value: p.Quarter.String()},
			{Label: labelID, Value: schema + " " + p.ID},
		},
		Columns: []sheet.Column{
			{Head: "Question", Width: 40}, {Head: "What the answers mean", Width: 38}, {Head: "Today", Width: 10},
			{Head: headAnswer, Width: 13, Open: true}, {Head: headReason, Width: 22, Open: true}, {Head: headNote, Width: 18, Open: true},
			{Head: headProof, Width: 15, Open: true}, {Head: headKind, Width: 10, Open: true, Choices: kindChoices()}, {Head: headDated, Width: 10, Open: true},
			{Head: headApprover, Width: 13, Open: true}, {Head: headReview, Width: 12, Open: true}, {Head: headCheck, Width: 10},
		},
	}
	for i, q := range p.Questions {
		t.Rows = append(t.Rows, []sheet.Cell{
			{Lead: fmt.Sprintf("%d. %s", i+1, q.Title), Text: words.Join("\n", q.Text, q.Help)},
			sheet.Text(q.meanings()), sheet.Text(q.todayCell()),
			{Choices: q.choices()}, {}, {}, {}, {}, {}, {}, {},
			{Text: q.Key + "\n" + q.Check.String(), Is: sheet.Faint},
		})
	}
	return t
}

// meanings are the wordings of the four levels, a line each, the highest first.
func (q Question) meanings() string {
	var lines []string
	for level := frameworks.Yes; level >= frameworks.No; level-- {
		lines = append(lines, level.Name()+": "+q.Wording[level])
	}
	return strings.Join(lines, "\n")
}

func (q Question) todayCell() string {
	if q.Today == "" {
		return "no answer"
	}
	return fmt.Sprintf("%s\n(%s)", q.Today, q.Since)
}

// choices are the answers that the list of a question offers.
func (q Question) choices() []string {
	var list []string
	if q.Still {
		list = append(list, sheetStill)
	}
	for level := frameworks.Yes; level >= frameworks.No; level-- {
		list = append(list, level.Name())
	}
	list = append(list, sheetMostly, sheetPartly, sheetUnknown)
	if !q.MustApply {
		list = append(list, sheetNot)
	}
	return list
}

func kindChoices() []string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.name
	}
	return names
}

func (p *Packet) helpSheet() sheet.Table {
	t := sheet.Table{
		Name: "Help", Title: "What the questions mean, and where to begin", Locked: true, Wide: true, Mark: Mark,
		Columns: []sheet.Column{{Head: "Question", Width: 26}, {Head: "Why it is asked", Width: 44}, {Head: "What to look for", Width: 44}, {Head: "First step if the answer is low", Width: 50}},
	}
	for i, q := range p.Questions {
		first := words.Join("\n", q.First, labeled("Before it, in the care areas", q.Care))
		t.Rows = append(t.Rows, []sheet.Cell{
			sheet.Bold(fmt.Sprintf("%d. %s", i+1, q.Title)), sheet.Text(q.Why), sheet.Text(strings.Join(q.LookFor, "\n")), sheet.Text(first),
		})
	}
	return t
}

// wordSheet explains the words of all questions, by the alphabet.
func (p *Packet) wordSheet() sheet.Table {
	t := sheet.Table{
		Name: "Words", Title: "Words explained", Locked: true, Wide: true, Mark: Mark,
		Columns: []sheet.Column{{Head: "Word", Width: 26}, {Head: "What it means", Width: 110}},
	}
	var terms []Term
	for _, q := range p.Questions {
		for _, term := range q.Terms {
			if !slices.Contains(terms, term) {
				terms = append(terms, term)
			}
		}
	}
	slices.SortFunc(terms, func(x, y Term) int { return strings.Compare(strings.ToLower(x.Name), strings.ToLower(y.Name)) })
	for _, term := range terms {
		t.Rows = append(t.Rows, []sheet.Cell{sheet.Bold(term.Name), sheet.Text(term.Means)})
	}
	return t
}
