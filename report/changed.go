package report

import (
	"fmt"
	"math/big"
	"strings"
	"sync"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// changed says what moved since the quarter before, for a board: what fell, was set
// aside or corrected is listed, the rest is counted. The annex has the rest, see
// [changedInFull].
func changed(s *story) []doc.Block {
	if s.change == nil {
		return []doc.Block{doc.Headed(1, "What changed"), doc.Say("There is no earlier quarter to compare with. The next report shows what moved.")}
	}
	blocks := []doc.Block{doc.Headed(1, "What changed since "+s.before.Period.String())}
	blocks = append(blocks, caveats(s.change)...)
	blocks = append(blocks, s.movedAnswers(s.change, assess.Rose)...)
	if s.lean >= noTrend {
		return blocks
	}
	return append(blocks, trend(s)...)
}

// changedInFull is the annex to [changed]: what rose, and each framework taken
// apart down to the answers that moved it.
func changedInFull(s *story) []doc.Block {
	if s.change == nil {
		return nil
	}
	blocks := []doc.Block{doc.Headed(1, "What changed, in full")}
	if rose := kind(s.change, assess.Rose); len(rose) > 0 {
		blocks = append(blocks, doc.Headed(2, kindTitles()[assess.Rose]), s.movedTable(rose, 0))
	}
	for _, k := range []assess.ChangeKind{assess.Fell, assess.SetAside, assess.CorrectedAnswer} {
		if moved := kind(s.change, k); len(moved) > bodyList {
			blocks = append(blocks, doc.Headed(2, kindTitles()[k]+", all of it"), s.movedTable(moved, 0))
		}
	}
	if s.lean >= noTrend {
		blocks = append(blocks, trend(s)...)
	}
	return append(blocks, s.takenApart()...)
}

// everyChange is [changed] and [changedInFull] in one, with a list for each kind of
// change.
func everyChange(s *story) []doc.Block {
	blocks := s.changes(assess.Unchanged)
	if s.change == nil {
		return blocks
	}
	return append(blocks, s.takenApart()...)
}

// takenApart takes the change of each asked framework apart.
func (s *story) takenApart() []doc.Block {
	blocks := []doc.Block{doc.Headed(2, "Scores, taken apart"), doc.Say(apartSentence)}
	for i := range s.change.Views {
		v := &s.change.Views[i]
		if v.View.Asked || v.View.Framework.ID == frameworks.CSFID {
			blocks = append(blocks, sectionChanges(v)...)
		}
	}
	return blocks
}

// changes lists the kinds of change before one, and counts the others.
func (s *story) changes(before assess.ChangeKind) []doc.Block {
	if s.change == nil {
		blocks := []doc.Block{doc.Headed(1, "What changed"), doc.Say("There is no earlier quarter to compare with. The next report shows what moved.")}
		return append(blocks, promised(s)...)
	}
	blocks := []doc.Block{doc.Headed(1, "What changed since "+s.before.Period.String())}
	blocks = append(blocks, caveats(s.change)...)
	blocks = append(blocks, trend(s)...)
	blocks = append(blocks, dumbbells(s)...)
	blocks = append(blocks, s.movedAnswers(s.change, before)...)
	return append(blocks, promised(s)...)
}

// caveats says in words what a reader must know before the figures: quarters
// that are missing in between, and other content.
func caveats(c *assess.Comparison) []doc.Block {
	var blocks []doc.Block
	if len(c.Skipped) > 0 {
		names := make([]string, len(c.Skipped))
		for i, q := range c.Skipped {
			names[i] = q.String()
		}
		blocks = append(blocks, doc.Noted("%s in between and not part of this comparison: %s. What happened there is not known here.",
			words.Capital(words.Count(len(names), "quarter is", "quarters are")), words.Join("; ", names...)))
	}
	if c.NewContent {
		blocks = append(blocks, doc.Noted("The questions themselves changed: %s was answered against content %s, %s against content %s. Only questions that kept their meaning are compared.",
			c.Before.Period, contentName(c.Before), c.After.Period, contentName(c.After)))
	}
	return blocks
}

// contentName tells two contents apart: a hospital's own questions change the
// digest and not the version.
func contentName(r *assess.Result) string {
	digest := strings.TrimPrefix(r.Library.Digest, "sha256:")
	return r.Library.Version + " (" + digest[:min(8, len(digest))] + ")"
}

// kindTitles are the headings over the kinds of change; the order is that of
// [assess.ChangeKind].
var kindTitles = sync.OnceValue(func() map[assess.ChangeKind]string {
	return map[assess.ChangeKind]string{
		assess.Fell:             "What fell or can no longer be said",
		assess.SetAside:         "What was set aside as not applying",
		assess.CorrectedAnswer:  "What was corrected",
		assess.Rose:             "What rose",
		assess.PastDate:         "What is past its date",
		assess.NewlyAnswered:    "What is answered now",
		assess.NoLongerAnswered: "What is not answered any more",
		assess.NewlyExcluded:    "What applies no more, or applies again",
		assess.NewQuestion:      "What was asked for the first time",
		assess.GoneQuestion:     "What was not asked any more",
	}
})

// movedAnswers lists the answers that moved, kind by kind, what fell first; the
// kinds from one on are only counted.
func (s *story) movedAnswers(c *assess.Comparison, from assess.ChangeKind) []doc.Block {
	var blocks []doc.Block
	var counts []string
	most := 0
	if from == assess.Rose {
		most = bodyList
	}
	for k := assess.Fell; k <= assess.Unchanged; k++ {
		moved := kind(c, k)
		switch {
		case len(moved) > 0 && k < from:
			blocks = append(blocks, doc.Headed(2, kindTitles()[k]), s.movedTable(moved, most))
			if more := len(moved) - most; most > 0 && more > 0 {
				blocks = append(blocks, andMore(more, kindTitles()[k]+", all of it"))
			}
		case len(moved) > 0:
			counts = append(counts, countedChange(len(moved), k))
		case k == assess.Fell:
			blocks = append(blocks, doc.Headed(2, kindTitles()[k]), doc.Say("Nothing fell, and nothing known before became unknown."))
		}
	}
	if len(counts) > 0 {
		blocks = append(blocks, doc.Say("The other answers: %s.", words.Join("; ", counts...)))
	}
	return blocks
}

// bodyList is how long a list in the body of a board report is; the annex has the
// rest.
const bodyList = 10

// countedChange says how many answers changed in one way.
func countedChange(n int, k assess.ChangeKind) string {
	if k == assess.PastDate && n > 1 {
		return fmt.Sprintf("%d past their date", n)
	}
	return fmt.Sprintf("%d %s", n, k)
}

// kind returns the changes of one kind, in the comparison's order.
func kind(c *assess.Comparison, k assess.ChangeKind) []assess.QuestionChange {
	var of []assess.QuestionChange
	for _, q := range c.Questions {
		if q.Kind == k {
			of = append(of, q)
		}
	}
	return of
}

// movedTable lists changes, at most so many; 0 for all.
func (s *story) movedTable(moved []assess.QuestionChange, most int) doc.Table {
	if most > 0 {
		moved = moved[:min(len(moved), most)]
	}
	t := doc.Table{Dense: s.lean.dense(), Columns: []doc.Column{
		{Title: "Practice", Width: 4}, {Title: "Before", Width: 3}, {Title: "Now", Width: 3}, {Title: "Why", Width: 2},
	}}
	for _, m := range moved {
		before, now := s.says(m.Before), s.says(m.After)
		if before == now && m.Kind == assess.Fell {
			now += ", lower than before"
		}
		t.Rows = append(t.Rows, doc.Row(question(m).Title, before, now, why(m)))
	}
	return t
}

// why returns the reasons recorded with the changes, marked where nothing fell or
// rose by them but more is known.
func why(m assess.QuestionChange) string {
	if words := m.Why(); words != "" || !m.Corrected {
		return words
	}
	return "by correction"
}

// apartSentence explains the figures of [sectionChanges].
const apartSentence = "Points from 0 to 100. Only real change is progress; corrections mend what was wrong before, and the scope effect comes from what was asked, answered or left out. A dash stands where one of the two quarters has no figure."

// sectionChanges takes the change of each section apart, and says which answers
// made it.
func sectionChanges(v *assess.ViewChange) []doc.Block {
	return []doc.Block{doc.Headed(3, viewTitle(v.View)), apartTable(v), contributions(v)}
}

// apartTable takes the change of each section apart. Real change, corrections and
// scope effect stand in columns of their own (SCORING 8).
func apartTable(v *assess.ViewChange) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: "Section", Width: 7}, {Title: "Before", Width: 4}, {Title: "Now", Width: 4},
		{Title: "Real change", Width: 3, Right: true}, {Title: "Corrections", Width: 4, Right: true},
		{Title: "Scope effect", Width: 3, Right: true}, {Title: "Shown change", Width: 3, Right: true},
		{Title: "Answers compared", Width: 4, Right: true},
	}}
	for i := range v.Sections {
		t.Rows = append(t.Rows, sectionRow(&v.Sections[i]))
	}
	return t
}

func sectionRow(sc *assess.SectionChange) []doc.Text {
	before := doc.Dash
	if sc.Before != nil {
		before = sc.Before.ScoreText()
	}
	return doc.Row(sc.After.Title, before, sc.After.ScoreText(), change(sc.Real), change(sc.Corrected), change(sc.Scope), change(sc.Shown),
		fmt.Sprint(sc.Compared))
}

// change prints a change in points, and a dash where there is none to tell.
func change(r *big.Rat) string {
	if r == nil {
		return doc.Dash
	}
	return assess.ChangeText(r)
}

// contributions says which answers moved each section, and by how much.
func contributions(v *assess.ViewChange) doc.Block {
	var list doc.List
	for i := range v.Sections {
		sc := &v.Sections[i]
		var parts []string
		for _, c := range sc.Contributions {
			said := fmt.Sprintf("%s %s", c.After.Question.Title, assess.ChangeText(c.Change))
			if c.Corrected {
				said += " (corrected)"
			}
			parts = append(parts, said)
		}
		if len(parts) > 0 {
			list.Items = append(list.Items, doc.Text{{Text: sc.After.Title + ": ", Bold: true}, {Text: words.Join("; ", parts...)}})
		}
	}
	if len(list.Items) == 0 {
		return doc.Say("No compared answer moved.")
	}
	return list
}
