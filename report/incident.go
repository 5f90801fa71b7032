package report

import (
	"strings"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
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
func Incident(e Emergency) *doc.Document {
	p := e.Page
	d := &doc.Document{
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
		heading(2, "The first ten minutes"), doc.List{Ordered: true, Items: steps(p.First)},
		heading(2, "What not to do"), doc.List{Items: steps(p.Avoid)},
		heading(2, "Whom to call, in this order"), doc.List{Ordered: true, Items: calls(p.Calls)},
		heading(2, "Write down"), doc.List{Items: plains(p.WriteDown)},
		heading(2, "Clocks that may start"), para("%s", p.Starts), clocks(p.Clocks),
	)
	d.Blocks = append(d.Blocks, notInForce(p.Clocks)...)
	return d
}

// ownNumbers lists the organization's own numbers, or the roles to write
// numbers beside.
func ownNumbers(e Emergency) []doc.Block {
	blocks := []doc.Block{heading(2, "Our own numbers")}
	if e.Missing != "" {
		blocks = append(blocks, note("%s", e.Missing))
	}
	contacts := e.Contacts
	if len(contacts) == 0 {
		contacts = e.Page.Own
	}
	t := doc.Table{Columns: []doc.Column{{Title: "Who", Width: 6}, {Title: "Name", Width: 4}, {Title: "Phone", Width: 5}, {Title: "Mail, note", Width: 6}}}
	for _, c := range contacts {
		t.Rows = append(t.Rows, []doc.Text{
			doc.Plain(c.Who), doc.Plain(c.Name), {{Text: c.Phone, Bold: true}}, mailAndNote(c),
		})
	}
	return append(blocks, t)
}

func mailAndNote(c frameworks.Contact) doc.Text {
	if c.Mail == "" {
		return doc.Plain(c.Note)
	}
	text := doc.Text{{Text: c.Mail, URL: "mailto:" + c.Mail}}
	if c.Note != "" {
		text = append(text, doc.Span{Text: ", " + c.Note})
	}
	return text
}

func steps(list []frameworks.Step) []doc.Text {
	var texts []doc.Text
	for _, s := range list {
		text := doc.Text{{Text: s.Do, Bold: true}}
		if s.How != "" {
			text = append(text, doc.Span{Text: " " + s.How})
		}
		texts = append(texts, text)
	}
	return texts
}

func plains(list []string) []doc.Text {
	var texts []doc.Text
	for _, s := range list {
		texts = append(texts, doc.Plain(s))
	}
	return texts
}

// calls lists who must hear of it, each with the way to reach them first.
func calls(list []frameworks.Call) []doc.Text {
	var texts []doc.Text
	for _, c := range list {
		text := doc.Text{{Text: c.Who, Bold: true}}
		between := ": "
		add := func(s doc.Span) {
			text = append(text, doc.Span{Text: between}, s)
			between = ", "
		}
		if c.Phone != "" {
			add(doc.Span{Text: c.Phone, Bold: true})
		}
		if c.Mail != "" {
			add(doc.Span{Text: c.Mail, URL: "mailto:" + c.Mail})
		}
		for _, l := range c.Links {
			add(doc.Span{Text: l.Text, URL: l.URL})
		}
		texts = append(texts, append(text, doc.Span{Text: ". " + c.For + " " + c.When}))
	}
	return texts
}

// clocks lists the time limits that hold, as facts, each with its source and its day.
func clocks(list []frameworks.Clock) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: "Who must be told", Width: 5}, {Title: "Within", Width: 5}, {Title: "Rule", Width: 4}, {Title: "As of", Width: 3},
	}}
	for _, c := range list {
		if c.InForce {
			t.Rows = append(t.Rows, doc.Row(c.Tell, words.Capital(c.Within)+" of "+c.From, c.Cite, c.AsOf))
		}
	}
	return t
}

// notInForce says of each rule that is talked about and does not hold that it does not.
func notInForce(list []frameworks.Clock) []doc.Block {
	var blocks []doc.Block
	for _, c := range list {
		if !c.InForce {
			blocks = append(blocks, para("Not in force on %s: %s, %s of %s (%s).", c.AsOf, c.Tell, c.Within, c.From, c.Cite))
		}
	}
	return blocks
}
