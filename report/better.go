package report

import (
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// moves counts what happened to the answers since the quarter before.
type moves struct {
	rose, fell, lost, aside, corrected int // lost: known before, and nobody can say any more
	real                               int // weight times points of real change
}

// moved counts the list of what fell as it is listed, and the other kinds.
func (s *story) moved() moves {
	var m moves
	if s.change == nil {
		return m
	}
	for _, q := range s.change.Questions {
		real, _ := q.Parts()
		if q.After != nil && !q.After.Added {
			m.real += q.After.Weight * real
		}
		switch q.Kind {
		case assess.Fell:
			if q.After != nil && q.After.State == assess.Unknown {
				m.lost++
			} else {
				m.fell++
			}
		case assess.SetAside:
			m.aside++
		case assess.CorrectedAnswer:
			m.corrected++
		case assess.Rose:
			m.rose++
		}
	}
	return m
}

// better says better or worse in words, by what really changed: "Better than in
// 2026-Q2: 10 rose, 2 fell, 1 can no longer be said."
func (s *story) better() []doc.Block {
	if s.before == nil {
		return nil
	}
	m := s.moved()
	counts := doc.Sentence("Of the answers %s rose, %s fell", count("rose", m.rose), count("fell", m.fell))
	for _, more := range []struct {
		n          int
		name, what string
	}{{m.lost, "no longer known", "can no longer be said"}, {m.aside, "set aside", "set aside as not applying"}, {m.corrected, "corrected", "corrected"}} {
		if more.n > 0 {
			counts = append(counts, doc.Sentence(", %s %s", count(more.name, more.n), more.what)...)
		}
	}
	said := "Neither better nor worse than in "
	switch {
	case m.real > 0:
		said = "Better than in "
	case m.real < 0:
		said = "Worse than in "
	}
	text := append(doc.Text{{Text: said + s.before.Period.String() + ". ", Bold: true}}, counts...)
	return []doc.Block{doc.Paragraph{Text: append(text, doc.Span{Text: "." + s.namedFalls()})}}
}

// fallsNamed is how many of what fell the first page names.
const fallsNamed = 3

// fallen returns what fell since the quarter before; none without one.
func (s *story) fallen() []assess.QuestionChange {
	if s.change == nil {
		return nil
	}
	return s.change.Fell()
}

// namedFalls names the first of what fell; the chapter on the change has all.
func (s *story) namedFalls() string {
	fell := s.fallen()
	if len(fell) == 0 {
		return ""
	}
	var names []string
	for _, q := range fell[:min(len(fell), fallsNamed)] {
		names = append(names, question(q).Title)
	}
	said := " Lower or no longer known: " + words.Join("; ", names...)
	if more := len(fell) - fallsNamed; more > 0 {
		said += fmt.Sprintf("; and %d more", more)
	}
	return said + "."
}
