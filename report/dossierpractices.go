package report

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/assess/ledger"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// practices goes through them, section by section.
func (d *dossier) practices() []doc.Block {
	blocks := []doc.Block{doc.PageBreak{}, doc.Headed(1, "Practice by practice")}
	for _, part := range d.parts {
		t := doc.Table{Dense: true, Columns: []doc.Column{{Title: "Practice", Width: 9}}}
		for _, q := range d.shown {
			t.Columns = append(t.Columns, doc.Column{Title: q.Period.String(), Width: 3})
		}
		t.Columns = append(t.Columns, doc.Column{Title: "Since", Width: 5}, doc.Column{Title: "On record since", Width: 5},
			doc.Column{Title: "Months", Width: 3, Right: true}, doc.Column{Title: "With proof", Width: 3, Right: true})
		var broken []doc.Text
		for _, p := range part.Practices {
			t.Rows = append(t.Rows, d.row(p))
			if text := d.breaks(p); text != "" {
				broken = append(broken, doc.Text{{Text: p.Question.Title + ": ", Bold: true}, {Text: text}})
			}
		}
		blocks = append(blocks, doc.Headed(2, part.Title), t)
		if len(broken) > 0 {
			blocks = append(blocks, doc.Headed(3, "Breaks"), doc.List{Items: broken})
		}
	}
	return blocks
}

func (d *dossier) row(p assess.Practice) []doc.Text {
	cells := []string{p.Question.Title + bracketed(d.ids(p))}
	for i := range d.shown {
		word := cellWords(p.Cells[d.first+i])
		if d.shown[i].Result == nil && slices.ContainsFunc(p.Breaks, func(b assess.Break) bool { return b.Quarter == d.shown[i].Period }) {
			word = "Break"
		}
		cells = append(cells, word)
	}
	since := p.Since.Long()
	if p.Later {
		since += ", written later"
	}
	months, shown := "", ""
	if p.InPlace {
		months, shown = fmt.Sprint(p.Months), fmt.Sprint(p.Shown)
	}
	return doc.Row(append(cells, since, p.OnRecord.Long(), months, shown)...)
}

// ids are the requirements of the framework that a practice speaks for at this size.
func (d *dossier) ids(p assess.Practice) []string {
	ids := []string{}
	v := d.view()
	if v == nil {
		return ids
	}
	for i := range v.Sections {
		for _, req := range v.Sections[i].Requirements {
			if slices.ContainsFunc(req.Items, func(it *assess.Item) bool { return it.Question.Key == p.Question.Key }) {
				ids = append(ids, req.ID)
			}
		}
	}
	return ids
}

// idsShown is how many of them stand beside a practice; the data have all.
const idsShown = 4

// bracketed are ids behind a title.
func bracketed(ids []string) string {
	switch n := len(ids) - idsShown; {
	case len(ids) == 0:
		return ""
	case n > 0:
		return fmt.Sprintf(" (%s and %d more)", strings.Join(ids[:idsShown], ", "), n)
	}
	return " (" + strings.Join(ids, ", ") + ")"
}

// cellWords is an answer in a narrow column; nothing where there is none.
func cellWords(it *assess.Item) string {
	if it == nil {
		return ""
	}
	word := ""
	switch {
	case it.Outdated || it.Answer.Left == assess.LeftChanged:
		return "Asked anew"
	case it.Incomplete:
		word = "Other way, counts as No"
	case it.State == assess.OtherWay:
		word = "Other way: " + it.Answer.Level.Name()
	case it.State == assess.NotApplicable:
		word = "Not here"
	case it.State == assess.Unknown && it.Answer.Left != assess.NotLeft:
		return "Left open"
	default:
		word = it.Answer.Name()
	}
	if !it.Answer.Carried.IsZero() && it.State != assess.Open {
		word += "*"
	}
	return word
}

// breaks says in words what broke a run of a practice in the quarters shown. A quarter
// without a finish is named for all of them, and stands in their rows.
func (d *dossier) breaks(p assess.Practice) string {
	var list []string
	for _, b := range p.Breaks {
		if b.Kind != assess.NoAssessment && d.shown[0].Period.Since(b.Quarter) <= 0 {
			list = append(list, breakText(b))
		}
	}
	return strings.Join(list, "; ")
}

func breakText(b assess.Break) string {
	text := b.Quarter.String() + ", " + b.Kind.String()
	if b.Item != nil && (b.Kind == assess.FellBelow || b.Kind == assess.WasCorrected) {
		text += " (" + words.Join(", ", b.Item.Answer.Name(), b.Item.Answer.Change.Words()) + ")"
	}
	return text
}

// acceptedBy are the events by which a risk was accepted, of matters that were open
// at some time in the twelve months.
func (d *dossier) acceptedBy() []acceptedRisk {
	var list []acceptedRisk
	for _, m := range d.in.Matters {
		if !m.Closed.IsZero() && d.record.From.After(m.Closed) {
			continue
		}
		for _, e := range m.Events {
			if e.Kind == ledger.Decided && e.Said.Kind == assess.Accept && !e.Said.Until.IsZero() && !d.record.From.After(e.Said.Until) {
				list = append(list, acceptedRisk{m.Number, d.titleOf(m.Question), e})
			}
		}
	}
	return list
}

type acceptedRisk struct {
	matter int
	title  string
	event  ledger.Event
}

// titleOf is the title of a question, and its key where none is known.
func (d *dossier) titleOf(key string) string {
	for _, p := range d.record.Practices {
		if p.Question.Key == key {
			return p.Question.Title
		}
	}
	return key
}
