package report

import (
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
)

// fallenOnFirstPage is how many fallen answers the page for the chair lists.
const fallenOnFirstPage = 3

// chairPage is the page that stands by itself: the headline, what fell, at most
// six numbers, the decisions asked for, and how sure all of it is. It names no
// framework by its code.
func chairPage(s *story) []Block {
	blocks := []Block{heading(1, "For the chair")}
	blocks = append(blocks, headline(s)...)
	blocks = append(blocks, tiles(s))
	blocks = append(blocks, fallen(s)...)
	blocks = append(blocks, decisions(s)...)
	blocks = append(blocks, certainty(s)...)
	return append(blocks, PageBreak{})
}

func headline(s *story) []Block {
	words := goalsChange(s) + "."
	if low := lowest(s.csf()); low != nil {
		words += fmt.Sprintf(" The weakest of the six areas is %s, at %s.", low.Title, low.Figures().Score)
	}
	return []Block{Paragraph{Text{{Text: "Essential goals: " + s.r.Goals.String(), Bold: true}, {Text: words}}}}
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

func tiles(s *story) Tiles {
	goals := s.r.Goals
	ts := []Tile{
		{fmt.Sprintf("%d of %d", goals.Met, goals.Of), "Essential goals met", since(s, func(r *assess.Result) int { return r.Goals.Met })},
		{fmt.Sprint(urgent(s.actions)), "Urgent gaps", "of the most basic practices"},
		{fmt.Sprintf("%d of %d", s.r.All.Answered, s.r.All.Asked), "Questions answered", since(s, func(r *assess.Result) int { return r.All.Answered })},
	}
	if p := s.r.All.Figures().Proven; p != "" {
		ts = append(ts, Tile{p, "Score with fresh proof", "what paper, records or outsiders show"})
	}
	ts = append(ts, Tile{fmt.Sprint(len(assess.QuickWins(s.actions))), "Quick wins", "under a day each, nothing to buy"})
	if s.change != nil {
		n := len(kind(s.change, assess.Fell)) + len(kind(s.change, assess.NewlyUnknown))
		ts = append(ts, Tile{fmt.Sprint(n), "Answers that fell", "since " + s.before.Period.String()})
	}
	return Tiles{ts}
}

// since returns the change of a count since the quarter before: "+2 since 2026-Q2".
func since(s *story, of func(*assess.Result) int) string {
	if s.before == nil {
		return ""
	}
	n := of(s.r) - of(s.before)
	if n == 0 {
		return "as in " + s.before.Period.String()
	}
	return fmt.Sprintf("%+d since %s", n, s.before.Period)
}

func urgent(actions []assess.Action) int {
	n := 0
	for _, a := range actions {
		if a.Tier == 1 {
			n++
		}
	}
	return n
}

func fallen(s *story) []Block {
	if s.change == nil {
		return nil
	}
	fell := append(kind(s.change, assess.Fell), kind(s.change, assess.NewlyUnknown)...)
	blocks := []Block{heading(2, "What fell")}
	if len(fell) == 0 {
		return append(blocks, para("Nothing fell since %s.", s.before.Period))
	}
	list := List{}
	for _, q := range fell[:min(len(fell), fallenOnFirstPage)] {
		list.Items = append(list.Items, Plain(fmt.Sprintf("%s: %s, now %s", question(q).Title, said(q.Before), said(q.After))))
	}
	blocks = append(blocks, list)
	if more := len(fell) - fallenOnFirstPage; more > 0 {
		blocks = append(blocks, para("%s under \"What changed\".", count(more, "more is", "more are")))
	}
	return blocks
}

func decisions(s *story) []Block {
	asked := assess.BoardDecisions(s.actions)
	blocks := []Block{heading(2, "Decisions asked of the board")}
	if len(asked) == 0 {
		return append(blocks, para("None this quarter. Every fix at the head of the plan takes under a day and costs nothing."))
	}
	t := Table{Columns: []Column{
		{Title: "What", Width: 8}, {Title: "Who leads it", Width: 3}, {Title: "Effort", Width: 2}, {Title: "Help", Width: 7},
	}}
	for _, a := range asked {
		q := a.Item.Question
		what := Text{{Text: actionTitle(a) + ".", Bold: true}, {Text: " " + firstSentence(firstStep(a))}}
		t.Rows = append(t.Rows, []Text{what, Plain(capital(leader(q))), Plain(capital(a.Effort.String())), s.firstHelp(a.Item)})
	}
	return append(blocks, t, para("Effort: %s, %s.", s.effort(frameworks.MediumEffort), s.effort(frameworks.LargeEffort)))
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
func certainty(s *story) []Block {
	f := s.r.All.Figures()
	var sentences []string
	add := func(format string, args ...any) {
		sentences = append(sentences, fmt.Sprintf(format, args...))
	}
	if f.Coverage != "" {
		add("%s.", capital(f.Coverage))
	}
	if f.Range != "" {
		add("All questions together: %s, from the worst to the best that the open and unknown ones can still turn out.", f.Range)
	}
	if reach := totalReach(s.csf()); reach.Known() {
		add("The questions speak for %d of the %d outcomes of the national cybersecurity framework.", reach.Part, reach.Whole)
	}
	if f.Proven != "" {
		add("Counting only answers with fresh proof, the score is %s.", f.Proven)
	}
	if len(sentences) == 0 {
		add("Nothing has been asked yet.")
	}
	return []Block{heading(2, "How sure we are"), para("%s", strings.Join(sentences, " "))}
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
