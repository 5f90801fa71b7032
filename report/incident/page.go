// Package incident makes the one page to read when something bad has happened. It
// needs no saved quarter and prints on one sheet, with the clocks of the place.
package incident

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
	Locale       *frameworks.Locale   // where the organization is
	Contacts     []frameworks.Contact // the organization's own numbers; none if there are none
	Missing      string               // why some or all of them are missing though recorded; "" if nothing is
	Organization string               // its name; may be empty
	Program      string               // "hygeia 1.0.0"
}

// Page returns the one page to read when something bad has happened: own
// numbers and a place for the facts first, then what to do, what not to do, whom
// to call and the clocks that start where the organization is.
func Page(e Emergency) *doc.Document {
	p := e.Page.At(e.Locale)
	d := &doc.Document{
		Title:   p.Title,
		Subject: words.Join(", ", e.Organization, e.Locale.Name),
		Lines:   []string{p.Lead},
		Notice:  p.Notice + sourcesOf(p),
		Program: e.Program,
		Date:    p.Reviewed,
		Compact: true,
	}
	d.Blocks = append(d.Blocks, ownNumbers(e, p)...)
	d.Blocks = append(d.Blocks, toWriteDown(p.WriteDown),
		doc.Headed(2, "The first hour, in this order"), doc.List{Ordered: true, Items: steps(p.First)},
		doc.Headed(2, "What not to do"), doc.List{Items: steps(p.Avoid)},
		doc.Headed(2, "Whom to call, in this order"), doc.List{Ordered: true, Items: calls(p.Calls)},
	)
	d.Blocks = append(d.Blocks, clocks(e.Locale, p)...)
	return d
}

func sourcesOf(p *frameworks.Incident) string {
	if len(p.Sources) == 0 {
		return " Reviewed " + p.Reviewed + "."
	}
	return " Sources: " + strings.Join(p.Sources, ", ") + "; reviewed " + p.Reviewed + "."
}

// ownNumbers lists the organization's own numbers, two a line, and every role of
// the page that has none with room to write one.
func ownNumbers(e Emergency, p *frameworks.Incident) []doc.Block {
	blocks := []doc.Block{doc.Headed(2, "Our own numbers")}
	if e.Missing != "" {
		blocks = append(blocks, doc.Noted("%s", e.Missing))
	}
	var cells []doc.Text
	for _, c := range p.WithOwn(e.Contacts) {
		who, number := ownNumber(c)
		cells = append(cells, who, number)
	}
	return append(blocks, pairs("Who", "Number", cells))
}

// ownNumber returns who it is and how to reach them. What is to be written beside
// a number that is missing, such as a policy number, stands with the role.
func ownNumber(c frameworks.Contact) (who, number doc.Text) {
	if c.Blank() {
		return doc.Plain(words.Join("; ", c.Who, c.Note)), nil
	}
	if c.Phone != "" {
		number = append(number, doc.Span{Text: c.Phone, Bold: true})
	}
	for _, s := range []doc.Span{{Text: c.Name}, {Text: c.Mail, URL: "mailto:" + c.Mail}, {Text: c.Note}} {
		if s.Text == "" {
			continue
		}
		if len(number) > 0 {
			number = append(number, doc.Span{Text: ", "})
		}
		number = append(number, s)
	}
	return doc.Plain(c.Who), number
}

// toWriteDown is a table to write the facts in by hand.
func toWriteDown(labels []string) doc.Table {
	var cells []doc.Text
	for _, l := range labels {
		cells = append(cells, doc.Plain(l), nil)
	}
	return pairs("Write down", "", cells)
}

// pairs is a table of pairs of cells, two pairs a row, read down the left half
// and then down the right one.
func pairs(what, value string, cells []doc.Text) doc.Table {
	t := doc.Table{Columns: []doc.Column{{Title: what, Width: 9}, {Title: value, Width: 11}, {Title: what, Width: 9}, {Title: value, Width: 11}}}
	if value == "" {
		t.Columns[2].Title = ""
	}
	rows := (len(cells)/2 + 1) / 2
	for i := range rows {
		row := []doc.Text{cells[2*i], cells[2*i+1], nil, nil}
		if right := 2 * (rows + i); right < len(cells) {
			row[2], row[3] = cells[right], cells[right+1]
		}
		t.Rows = append(t.Rows, row)
	}
	return t
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

// toWrite is where a number is written that nobody could print.
const toWrite = "phone ________________"

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
		switch {
		case c.Number != "":
			add(doc.Span{Text: c.Number})
		case c.Phone == "":
			add(doc.Span{Text: toWrite})
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
