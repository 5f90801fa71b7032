package form

import (
	"io"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/frameworks"
)

// bank is a session over every question that is shipped, in one chapter.
func bank(t *testing.T) *hospital {
	t.Helper()
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	h := newHospital()
	h.Library = lib
	h.Chapters = []Chapter{{ID: "all", Title: "Every question that is shipped", Questions: lib.Questions}}
	return h
}

// Every shipped question fits 80 by 24 whole, with an answer carried and a
// sentence said, and all that is needed to answer it is there at 60 by 16.
func TestEveryShippedQuestionFits(t *testing.T) {
	h := bank(t)
	h.carry(frameworks.Mostly)
	d := h.open(t)
	for _, q := range h.Library.Questions {
		d.resize(80, 24)
		d.m.goTo(q.Key)
		d.m.build()
		d.check()
		d.sees(strings.Join(d.m.special(q), "   "), "t says it is still true", "q save and quit")
		flat := strings.Join(strings.Fields(d.text()), " ")
		contains(t, flat, q.Text, q.Why)
		contains(t, flat, answerLine(q, frameworks.No), answerLine(q, frameworks.Partly), "3 Mostly (2026-Q2) - "+q.Wording[frameworks.Mostly], answerLine(q, frameworks.Yes))
		for _, size := range [][2]int{{60, 16}, {40, 12}} {
			d.resize(size[0], size[1])
			d.sees("1 No - ", "2 Partly - ", "3 Mostly (2026-Q2) - ", "4 Yes - ", "0 Don't know", "? help", "Answer in 2026-Q2")
		}
		d.resize(60, 16)
		contains(t, strings.Join(strings.Fields(d.text()), " "), q.Text)
	}
}

func TestEveryShippedQuestionHasHelp(t *testing.T) {
	h := bank(t)
	d := h.open(t).resize(80, 24)
	for _, q := range h.Library.Questions {
		d.m.goTo(q.Key)
		d.press("?", "pgdown", "pgdown", "pgdown", "end", "esc")
		var all strings.Builder
		for _, p := range d.m.helpFor(q) {
			all.WriteString(p.title + "\n" + strings.Join(p.lines, "\n") + "\n")
		}
		contains(t, all.String(), q.Help, q.Fix.Do, q.LookFor[0], q.Fix.Resources[0].URL, "Effort: "+h.Library.Effort(q, frameworks.MediumColumn).String(), q.Fix.Care)
	}
}

func TestEveryShippedQuestionCanBeAnswered(t *testing.T) {
	h := bank(t)
	d := h.open(t)
	for range h.Library.Questions {
		d.press("3")
	}
	equal(t, "outcome", d.m.outcome, Done)
	equal(t, "answers", len(h.Assessment.Answers), len(h.Library.Questions))
}

// A key has to come back as a picture before the person notices.
func BenchmarkKeyToScreen(b *testing.B) {
	lib, err := frameworks.Shipped()
	if err != nil {
		b.Fatal(err)
	}
	a := &assess.Assessment{Period: assess.Quarter{Year: 2026, N: 3}}
	s := &Session{Library: lib, Assessment: a, Today: today, Save: func() error { return nil },
		Chapters: []Chapter{{Title: "All", Questions: lib.Questions}}}
	m := newScreen(Terminal{Out: io.Discard, Color: true}, newCore(s))
	keys := []string{"3", "down", "b", "s"}
	for i := 0; b.Loop(); i++ {
		m.key(msgFor(keys[i%len(keys)]))
		_ = m.View()
		if m.finished {
			m.finished, m.core.over, m.at = false, false, 0
			m.build()
		}
	}
}
