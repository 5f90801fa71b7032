package report

import (
	"cmp"
	"fmt"
	"slices"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// Handover is what the page for whoever takes over is made from.
type Handover struct {
	Result   *assess.Result
	Folder   string   // where everything is kept
	Quarters []string // the saved quarters, a line each
	Copy     string   // when the last copy of the folder was made, and where it is; "" if never
	Due      []string // what waits for a person
	Contacts []frameworks.Contact
	Today    assess.Date
	Commands []Command
	Program  string
}

// Command is a command line with what it is for.
type Command struct{ Line, For string }

// HandoverPage returns the page for whoever takes over: where everything is, what
// is open and by when, whom to ask, and what to do next. It names people and the
// folder and is for the house only.
func HandoverPage(h Handover) *doc.Document {
	r := h.Result
	d := &doc.Document{
		Title:   "Taking over the cyber-hygiene assessment",
		Subject: r.Assessment.Organization.Name,
		Period:  r.Period.String(),
		Marking: doc.DefaultMarking,
		Date:    h.Today.String(),
		Program: h.Program,
		Notice:  "For whoever takes over. It names people and a folder, and stays in the house.",
		Compact: true,
	}
	d.Blocks = append(d.Blocks,
		doc.Headed(2, "Where everything is"), doc.List{Items: doc.Plains(h.where())},
		doc.Headed(2, "What is open"), doc.List{Items: doc.Plains(h.open())},
		doc.Headed(2, "What was asked and decided, and by when"), h.decisions(),
		doc.Headed(2, "Whom to ask"), h.people(),
		doc.Headed(2, "What to do next"), h.commands(),
	)
	return d
}

func (h Handover) where() []string {
	last := "No copy of the folder was made yet. It lies on one computer only."
	if h.Copy != "" {
		last = "Last copy of the folder: " + h.Copy + "."
	}
	return append([]string{"The folder: " + h.Folder + ". Everything is in it; nothing is kept elsewhere.", last}, h.Quarters...)
}

func (h Handover) open() []string {
	r := h.Result
	lines := []string{fmt.Sprintf("%s (%s): %s; Essential goals %s.", r.Period, r.Status, r.All.SaidOf(), r.Goals)}
	for _, due := range h.Due {
		lines = append(lines, words.Capital(due)+".")
	}
	var unknown []string
	for _, it := range r.Items {
		if it.State == assess.Unknown {
			unknown = append(unknown, it.Question.Title)
		}
	}
	if len(unknown) > 0 {
		lines = append(lines, "To find out: "+some(unknown)+".")
	}
	return lines
}

// some names a few and counts the rest, so that the page stays one page.
func some(names []string) string {
	const most = 6
	if len(names) <= most {
		return words.Join("; ", names...)
	}
	return fmt.Sprintf("%s; and %d more", words.Join("; ", names[:most]...), len(names)-most)
}

func (h Handover) decisions() doc.Block {
	t := doc.Table{Columns: []doc.Column{{Title: "About", Width: 6}, {Title: "Decided", Width: 4}, {Title: "Who", Width: 4}, {Title: "By when", Width: 4}}}
	about := func(it *assess.Item) doc.Text {
		if n := h.matter(it).Number; n > 0 {
			return doc.Plain(fmt.Sprintf("%s (matter %d)", it.Question.Title, n))
		}
		return doc.Plain(it.Question.Title)
	}
	for _, it := range h.undecided() {
		m := h.matter(it)
		date := m.Due.String() + " suggested"
		if h.Today.After(m.Due) {
			date += ", past"
		}
		t.Rows = append(t.Rows, []doc.Text{
			about(it), doc.Plain("not yet"), doc.Plain("the board, asked " + m.Asked()), doc.Plain(date),
		})
	}
	for _, d := range assess.Decisions(h.Result) {
		if d.Done() {
			continue
		}
		date := cmp.Or(d.Decision.Date().String(), "no date")
		if d.Overdue(h.Today) {
			date += ", overdue"
		}
		t.Rows = append(t.Rows, []doc.Text{
			about(d.Item), doc.Plain(d.Decision.Kind.String()),
			doc.Plain(cmp.Or(d.Decision.Owner, d.Decision.Approver, "not named")), doc.Plain(date),
		})
	}
	if len(t.Rows) == 0 {
		return doc.Say("Nothing that is still open was asked of the board or decided.")
	}
	return t
}

func (h Handover) matter(it *assess.Item) assess.Matter {
	return h.Result.Assessment.Matters[it.Question.Key]
}

// undecided are the open gaps that the board was asked about and has not decided,
// the first ask first.
func (h Handover) undecided() []*assess.Item {
	var waiting []*assess.Item
	for _, it := range h.Result.Items {
		if h.matter(it).Asks > 0 && it.Gap > 0 && h.Result.Assessment.Decisions[it.Question.Key].Kind == assess.Undecided {
			waiting = append(waiting, it)
		}
	}
	slices.SortStableFunc(waiting, func(x, y *assess.Item) int { return h.matter(x).Number - h.matter(y).Number })
	return waiting
}

// people are the organization's own numbers, and who knows the answers.
func (h Handover) people() doc.Block {
	var lines []string
	for _, c := range h.Contacts {
		lines = append(lines, words.Join(", ", words.Present(c.Who, c.Name, c.Phone, c.Mail)...))
	}
	count := map[string]int{}
	var names []string
	for _, it := range h.Result.Items {
		if by := it.Answer.By; by != "" && it.State != assess.Open {
			if count[by] == 0 {
				names = append(names, by)
			}
			count[by]++
		}
	}
	slices.SortStableFunc(names, func(x, y string) int { return cmp.Or(count[y]-count[x], cmp.Compare(x, y)) })
	for _, name := range names {
		lines = append(lines, fmt.Sprintf("%s: gave %s", name, words.Count(count[name], "answer", "answers")))
	}
	if len(lines) == 0 {
		return doc.Say("Nobody is named: neither with the answers nor in own/contacts.yaml.")
	}
	return doc.List{Items: doc.Plains(lines)}
}

func (h Handover) commands() doc.Block {
	t := doc.Table{Columns: []doc.Column{{Title: "Command", Width: 7}, {Title: "What for", Width: 6}}}
	for _, c := range h.Commands {
		t.Rows = append(t.Rows, []doc.Text{doc.Plain(c.Line), doc.Plain(c.For)})
	}
	return t
}
