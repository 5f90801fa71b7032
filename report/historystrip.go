package report

import (
	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc"
	"sync"
)

// statusLetters stand for how far a requirement is met, best first.
var statusLetters = sync.OnceValue(func() []doc.StripKey {
	return []doc.StripKey{
		{Letter: "M", Words: assess.ReqMet.String(), Shade: 3},
		{Letter: "W", Words: assess.ReqAnotherWay.String(), Shade: 2},
		{Letter: "E", Words: assess.ReqNearly.String(), Shade: 2},
		{Letter: "A", Words: assess.ReqAsFarAsAsked.String(), Shade: 2},
		{Letter: "P", Words: assess.ReqPartly.String(), Shade: 1},
		{Letter: "N", Words: assess.ReqNotMet.String(), Shade: 0},
		{Letter: "?", Words: assess.ReqNotKnown.String(), Shade: 0},
		{Letter: "x", Words: assess.ReqDoesNotApply.String(), Shade: 0},
		{Letter: "o", Words: assess.ReqNotCovered.String(), Shade: 0},
	}
})

// The answers that are not a level, in words.
const (
	anotherWay   = "another way"
	dontKnow     = "don't know"
	doesNotApply = "does not apply"
	notAnswered  = "not answered"
)

// answerLetters stand for an answer, best first.
var answerLetters = sync.OnceValue(func() []doc.StripKey {
	return []doc.StripKey{
		{Letter: "Y", Words: frameworks.Yes.Name(), Shade: 3},
		{Letter: "M", Words: frameworks.Mostly.Name(), Shade: 2},
		{Letter: "P", Words: frameworks.Partly.Name(), Shade: 1},
		{Letter: "N", Words: frameworks.No.Name(), Shade: 0},
		{Letter: "W", Words: anotherWay, Shade: 1},
		{Letter: "?", Words: dontKnow, Shade: 0},
		{Letter: "x", Words: doesNotApply, Shade: 0},
		{Letter: "o", Words: notAnswered, Shade: 0},
	}
})

// lettered fills a strip's cells and remembers which letters it uses.
type lettered struct {
	doc.Strip
	letters []doc.StripKey
	used    map[string]bool // by their words
}

func newLettered(t *assess.Trend, caption, finding string, letters []doc.StripKey) *lettered {
	s := &lettered{Strip: doc.Strip{Caption: caption, Finding: finding}, letters: letters, used: map[string]bool{}}
	for _, q := range t.Quarters {
		s.Columns = append(s.Columns, q.Period.String())
	}
	return s
}

// cell returns the letter for the words.
func (s *lettered) cell(words string) string {
	for _, key := range s.letters {
		if key.Words == words {
			s.used[words] = true
			return key.Letter
		}
	}
	return ""
}

// strip returns the strip with the legend of what it uses.
func (s *lettered) strip() doc.Strip {
	for _, key := range s.letters {
		if s.used[key.Words] {
			s.Legend = append(s.Legend, key)
		}
	}
	return s.Strip
}

// goalHistory shows each Essential goal over the quarters.
func goalHistory(t *assess.Trend) []doc.Block {
	s := essentialTrend(t)
	if s == nil {
		return nil
	}
	last := t.Quarters[len(t.Quarters)-1]
	return []doc.Block{
		doc.Headed(1, "Essential goals by quarter"),
		requirementStrip(t, *s, "How far each goal was met", last.Result.Goals.String()+" in "+last.Period.String()),
	}
}

// essentialTrend returns the Essential goals over the quarters, nil if the content
// has none.
func essentialTrend(t *assess.Trend) *assess.SectionTrend {
	for _, v := range t.Views {
		if v.View.Framework.ID == frameworks.EssentialID && len(v.Sections) > 0 {
			return &v.Sections[0]
		}
	}
	return nil
}

func requirementStrip(t *assess.Trend, s assess.SectionTrend, caption, finding string) doc.Strip {
	strip := newLettered(t, caption, finding, statusLetters())
	for _, r := range s.Requirements {
		line := doc.StripRow{Label: r.Requirement.ID + " " + r.Requirement.Title}
		for _, was := range r.Cells {
			if was == nil {
				line.Cells = append(line.Cells, "")
				continue
			}
			line.Cells = append(line.Cells, strip.cell(was.Status.String()))
		}
		strip.Rows = append(strip.Rows, line)
	}
	return strip.strip()
}

// sectionHistory shows the requirements and the questions of one section.
func sectionHistory(t *assess.Trend, v assess.ViewTrend) []doc.Block {
	var blocks []doc.Block
	for _, s := range v.Sections {
		strip := newLettered(t, "What was answered", "", answerLetters())
		for _, it := range s.Section.Items {
			line := doc.StripRow{Label: it.Question.Key}
			for _, was := range t.Question(it.Question.Key) {
				line.Cells = append(line.Cells, answerCell(strip, was))
			}
			strip.Rows = append(strip.Rows, line)
		}
		blocks = append(blocks, doc.Headed(3, "Its requirements"), requirementStrip(t, s, "How far each requirement was met", ""))
		blocks = append(blocks, doc.Headed(3, "Its questions"), strip.strip())
	}
	return blocks
}

func answerCell(s *lettered, it *assess.Item) string {
	if it == nil {
		return ""
	}
	switch it.State {
	case assess.Levelled:
		return s.cell(it.Answer.Level.Name())
	case assess.OtherWay:
		return s.cell(anotherWay)
	case assess.Unknown:
		return s.cell(dontKnow)
	case assess.NotApplicable:
		return s.cell(doesNotApply)
	}
	return s.cell(notAnswered)
}
