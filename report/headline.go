package report

import (
	"cmp"
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// longestOnFirstPage is how much of a name the page for the chair prints, in
// characters, so that it stays one page.
const longestOnFirstPage = 60

// chairPage is the page that stands by itself: who it is about, the verdict, the
// headline, at most six numbers, what fell, the decisions asked for, how sure all
// of it is, and what it is not. It names no framework by its code.
func chairPage(s *story) []doc.Block {
	blocks := []doc.Block{heading(1, "For the chair"), s.about()}
	blocks = append(blocks, headline(s)...)
	blocks = append(blocks, tiles(s))
	blocks = append(blocks, whatFell(s)...)
	blocks = append(blocks, decisions(s)...)
	blocks = append(blocks, certainty(s)...)
	return append(blocks, doc.PageBreak{})
}

// about says whose page this is, for which quarter, and who answered.
func (s *story) about() doc.Block {
	r := s.r
	period := r.Period.String()
	if r.Status == assess.Draft {
		period += " (draft)"
	}
	return para("%s.", words.Join(", ", cmp.Or(words.Cut(r.Assessment.Organization.Name, longestOnFirstPage), "Organization without a name"), period, words.Lower(s.answeredBy())))
}

// headline is the verdict, then the Essential goals and the weakest area.
func headline(s *story) []doc.Block {
	words := goalsChange(s) + "."
	if low := lowest(s.csf()); low != nil {
		words += fmt.Sprintf(" The weakest area is %s, at %s.", low.Title, low.Figures().Score)
	}
	return []doc.Block{
		doc.Paragraph{Text: doc.Text{{Text: s.grounds().verdict(), Bold: true}}},
		doc.Paragraph{Text: doc.Text{{Text: "Essential goals: " + s.r.Goals.String(), Bold: true}, {Text: words}}},
	}
}

// goalsChange says what the headline was before: "; 3 of 10 met in 2026-Q2".
func goalsChange(s *story) string {
	if s.before == nil {
		return ""
	}
	return fmt.Sprintf("; %d of %d met in %s", s.before.Goals.Met, s.before.Goals.Of, s.before.Period)
}

// lowest returns the lowest section that has a score and enough reach for one;
// nil if there is none.
func lowest(v *assess.View) *assess.Section {
	if v == nil {
		return nil
	}
	var low *assess.Section
	for i := range v.Sections {
		sec := &v.Sections[i]
		if sec.Standing != assess.Scored {
			continue
		}
		if low == nil || sec.Tally.Score().Rat().Cmp(low.Tally.Score().Rat()) < 0 {
			low = sec
		}
	}
	return low
}

// decisions asks for at most three, each with who leads it and by when.
func decisions(s *story) []doc.Block {
	asked := assess.BoardDecisions(s.actions)
	blocks := []doc.Block{heading(2, "Decisions asked of the board")}
	if len(asked) == 0 {
		return append(blocks, para("%s", s.noDecision()))
	}
	t := doc.Table{Columns: []doc.Column{
		{Title: "What", Width: 10}, {Title: "Who leads it", Width: 4}, {Title: "Effort", Width: 2}, {Title: "By when", Width: 3},
	}}
	for _, a := range asked {
		what := doc.Text{{Text: actionTitle(a) + ".", Bold: true}, {Text: " " + firstSentence(firstStep(a))}}
		t.Rows = append(t.Rows, []doc.Text{what, doc.Plain(words.Cut(s.owner(a), longestOnFirstPage)), doc.Plain(words.Capital(a.Effort.String())), doc.Plain(cmp.Or(s.dueWords(a), doc.Dash))})
	}
	return append(blocks, t, para("Effort: %s, %s.", s.effort(frameworks.MediumEffort), s.effort(frameworks.LargeEffort)))
}

// noDecision says why nothing is asked of the board.
func (s *story) noDecision() string {
	fixes := 0
	for _, a := range s.actions {
		if a.Kind == assess.FixIt {
			fixes++
		}
	}
	switch {
	case len(s.r.Items) == 0 || s.r.All.Answered == 0 && len(s.actions) > 0:
		return "None yet: answer the questions first."
	case fixes > 0:
		return "None this quarter: each fix in the plan takes under a day and costs nothing."
	case len(s.actions) > 0:
		return "None this quarter: first the open questions need an answer."
	case len(s.waived) > 0:
		return "None this quarter: the risk of each open gap was accepted for now."
	}
	return "None this quarter: nothing is below its target."
}

// firstSentence keeps the page for the chair on one page; the plan has the rest.
func firstSentence(s string) string {
	first, _, more := strings.Cut(s, ". ")
	if !more {
		return s
	}
	return first + "."
}

// certainty says how sure the numbers are: coverage, range, reach and proof of
// everything that was asked.
func certainty(s *story) []doc.Block {
	f := s.r.All.Figures()
	var sentences []string
	add := func(format string, args ...any) {
		sentences = append(sentences, fmt.Sprintf(format, args...))
	}
	if f.Coverage != "" {
		add("%s.", words.Capital(f.Coverage))
	}
	if f.Range != "" {
		add("All questions together score %s, however the open and unknown ones turn out.", f.Range)
	}
	if reach := totalReach(s.csf()); reach.Known() {
		add("They speak for %d of the %d outcomes of the national framework.", reach.Part, reach.Whole)
	}
	if f.Proven != "" {
		add("With fresh proof only, the score is %s.", f.Proven)
	}
	if len(sentences) == 0 {
		add("Nothing has been asked yet.")
	}
	add("These are your own answers: nobody outside has checked them, and they do not say how likely an attack is.")
	return []doc.Block{doc.Paragraph{Text: doc.Text{{Text: "How sure we are. ", Bold: true}, {Text: strings.Join(sentences, " ")}}}}
}

// totalReach adds up the reach of a framework's sections.
func totalReach(v *assess.View) assess.Share {
	var total assess.Share
	if v == nil {
		return total
	}
	for i := range v.Sections {
		total.Part += v.Sections[i].Reach.Part
		total.Whole += v.Sections[i].Reach.Whole
	}
	return total
}
