package incident

import (
	"slices"
	"strings"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// clocks lists the time limits that hold, as facts, each with its source and its
// day; what was not confirmed is there with whom to ask and nothing else.
func clocks(place *frameworks.Locale, p *frameworks.Incident) []doc.Block {
	t := doc.Table{Columns: []doc.Column{
		{Title: "Who must be told", Width: 6}, {Title: "Within, from discovery", Width: 6}, {Title: "Rule", Width: 5, Whole: true}, {Title: "As of", Width: 2},
	}}
	for _, c := range p.Clocks {
		if c.InForce {
			t.Rows = append(t.Rows, doc.Row(c.Tell, words.Capital(limit(c)), c.Cite, monthOf(c)))
		}
	}
	for _, c := range place.Ask {
		t.Rows = append(t.Rows, []doc.Text{doc.Plain("Ask " + c.Tell), nil, nil, nil})
	}
	return append([]doc.Block{doc.Headed(2, "Clocks that may start"), doc.Say("%s", p.Starts), t}, remarks(place, p)...)
}

// limit returns the time limit of a row: the head of its column says from when,
// where the rule says nothing else.
func limit(c frameworks.Clock) string {
	if c.From == "discovery" {
		return c.Within
	}
	return c.Limit()
}

const oneSourceMark = "*"

// monthOf returns the month of the newest source, with a mark if there is one only.
func monthOf(c frameworks.Clock) string {
	month := c.AsOf[:min(len("2026-01"), len(c.AsOf))]
	if c.OneSource {
		return month + oneSourceMark
	}
	return month
}

// remarks says what the table cannot: which rule that is talked about does not
// hold, what is special here, and what the mark means.
func remarks(place *frameworks.Locale, p *frameworks.Incident) []doc.Block {
	var said []string
	if slices.ContainsFunc(p.Clocks, func(c frameworks.Clock) bool { return c.InForce && c.OneSource }) {
		said = append(said, oneSourceMark+" Seen in one source only; check it.")
	}
	said = append(said, hipaaHere(place)...)
	if place.Note != "" {
		said = append(said, place.Note)
	}
	for _, c := range p.Clocks {
		if !c.InForce {
			said = append(said, "Not in force on "+c.AsOf+": "+c.Tell+", "+c.Limit()+" ("+c.Cite+").")
		}
	}
	if len(said) == 0 {
		return nil
	}
	return []doc.Block{doc.Say("%s", strings.Join(said, " "))}
}

// hipaaHere says what the state's general law does with a place under HIPAA.
func hipaaHere(place *frameworks.Locale) []string {
	switch place.HIPAA {
	case frameworks.NoticeCounts:
		return []string{"Under " + place.Name + "'s law, letters sent under HIPAA may count; ask."}
	case frameworks.OfficeTold:
		return []string{"In " + place.Name + " letters sent under HIPAA may count, but the office is told all the same."}
	case frameworks.PlaceExempt:
		return []string{place.Name + "'s law may leave out places under HIPAA; ask."}
	}
	return nil
}
