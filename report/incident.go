package report

import (
	"strings"

	"hygeia/frameworks"
)

// Emergency is what the page for a bad day is made from. None of it needs a
// saved quarter.
type Emergency struct {
	Page         *frameworks.Incident
	Contacts     []frameworks.Contact // the organization's own numbers; none if there are none
	Missing      string               // why some or all of them are missing though recorded; "" if nothing is
	Organization string               // its name; may be empty
	Program      string               // "hygeia 1.0.0"
}

// Incident returns the one page to read when something bad has happened: own
// numbers first, then what to do, what not to do, whom to call and the clocks
// that start.
func Incident(e Emergency) *Document {
	p := e.Page
	d := &Document{
		Title:   p.Title,
		Subject: e.Organization,
		Lines:   []string{p.Lead},
		Notice:  p.Notice + " Sources: " + strings.Join(p.Sources, ", ") + "; reviewed " + p.Reviewed + ".",
		Program: e.Program,
		Date:    p.Reviewed,
		Compact: true,
	}
	d.Blocks = append(d.Blocks, ownNumbers(e)...)
	d.Blocks = append(d.Blocks,
		heading(2, "The first ten minutes"), List{Ordered: true, Items: steps(p.First)},
		heading(2, "What not to do"), List{Items: steps(p.Avoid)},
		heading(2, "Whom to call, in this order"), List{Ordered: true, Items: calls(p.Calls)},
		heading(2, "Write down"), List{Items: plains(p.WriteDown)},
		heading(2, "Clocks that may start"), para("%s", p.Starts), clocks(p.Clocks),
	)
	d.Blocks = append(d.Blocks, notInForce(p.Clocks)...)
	return d
}

// ownNumbers lists the organization's own numbers, or the roles to write
// numbers beside.
func ownNumbers(e Emergency) []Block {
	blocks := []Block{heading(2, "Our own numbers")}
	if e.Missing != "" {
		blocks = append(blocks, note("%s", e.Missing))
	}
	contacts := e.Contacts
	if len(contacts) == 0 {
		contacts = e.Page.Own
	}
	t := Table{Columns: []Column{{Title: "Who", Width: 6}, {Title: "Name", Width: 4}, {Title: "Phone", Width: 5}, {Title: "Mail, note", Width: 6}}}
	for _, c := range contacts {
		t.Rows = append(t.Rows, []Text{
			Plain(c.Who), Plain(c.Name), {{Text: c.Phone, Bold: true}}, mailAndNote(c),
		})
	}
	return append(blocks, t)
}

func mailAndNote(c frameworks.Contact) Text {
	if c.Mail == "" {
		return Plain(c.Note)
	}
	text := Text{{Text: c.Mail, URL: "mailto:" + c.Mail}}
	if c.Note != "" {
		text = append(text, Span{Text: ", " + c.Note})
	}
	return text
}

func steps(list []frameworks.Step) []Text {
	var texts []Text
	for _, s := range list {
		text := Text{{Text: s.Do, Bold: true}}
		if s.How != "" {
			text = append(text, Span{Text: " " + s.How})
		}
		texts = append(texts, text)
	}
	return texts
}

func plains(list []string) []Text {
	var texts []Text
	for _, s := range list {
		texts = append(texts, Plain(s))
	}
	return texts
}

// calls lists who must hear of it, each with the way to reach them first.
func calls(list []frameworks.Call) []Text {
	var texts []Text
	for _, c := range list {
		text := Text{{Text: c.Who, Bold: true}}
		between := ": "
		add := func(s Span) {
			text = append(text, Span{Text: between}, s)
			between = ", "
		}
		if c.Phone != "" {
			add(Span{Text: c.Phone, Bold: true})
		}
		if c.Mail != "" {
			add(Span{Text: c.Mail, URL: "mailto:" + c.Mail})
		}
		for _, l := range c.Links {
			add(Span{Text: l.Text, URL: l.URL})
		}
		texts = append(texts, append(text, Span{Text: ". " + c.For + " " + c.When}))
	}
	return texts
}

// clocks lists the time limits that hold, as facts, each with its source and its day.
func clocks(list []frameworks.Clock) Table {
	t := Table{Columns: []Column{
		{Title: "Who must be told", Width: 5}, {Title: "Within", Width: 5}, {Title: "Rule", Width: 4}, {Title: "As of", Width: 3},
	}}
	for _, c := range list {
		if c.InForce {
			t.Rows = append(t.Rows, row(c.Tell, capital(c.Within)+" of "+c.From, c.Cite, c.AsOf))
		}
	}
	return t
}

// notInForce says of each rule that is talked about and does not hold that it does not.
func notInForce(list []frameworks.Clock) []Block {
	var blocks []Block
	for _, c := range list {
		if !c.InForce {
			blocks = append(blocks, para("Not in force on %s: %s, %s of %s (%s).", c.AsOf, c.Tell, c.Within, c.From, c.Cite))
		}
	}
	return blocks
}
