package report

import (
	"cmp"
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// ExplainQuestion returns every term that a question adds to the figures: its
// weight and why, its points, target and gap, its place in the plan, and the sum
// of each section that holds it. An unknown key is an error that names the
// nearest one; a question that is not asked this quarter is explained as such.
func ExplainQuestion(in Input, key string) (*doc.Document, error) {
	s := newStory(in)
	q, ok := s.lib.Question(key)
	if !ok {
		return nil, unknownName("question", key, questionKeys(s.lib))
	}
	d := explanation(s.in, q.Title)
	d.Blocks = append(d.Blocks, doc.Say("%s", q.Text))
	it, asked := s.r.Item(key)
	if !asked {
		d.Blocks = append(d.Blocks, doc.Noted("This question is not asked this quarter and counts in no score."))
		d.Blocks = append(d.Blocks, servesList(s.lib, q)...)
		return d, nil
	}
	d.Blocks = append(d.Blocks, doc.Headed(1, "Terms"), s.termTable(it))
	d.Blocks = append(d.Blocks, s.place(it)...)
	d.Blocks = append(d.Blocks, s.sumsHolding(it)...)
	return d, nil
}

// explanation returns an empty document for an explanation. It carries no
// notice: it is an answer on the screen and no report.
func explanation(in redacted, title string) *doc.Document {
	d := cover(in, title)
	d.Lines, d.Notice = nil, ""
	return d
}

func unknownName(what, name string, names []string) error {
	if near := frameworks.Nearest(name, names); near != "" {
		return fmt.Errorf("%s %q: not known; did you mean %q", what, name, near)
	}
	return fmt.Errorf("%s %q: not known", what, name)
}

func questionKeys(lib *frameworks.Library) []string {
	keys := make([]string, len(lib.Questions))
	for i, q := range lib.Questions {
		keys[i] = q.Key
	}
	return keys
}

func (s *story) termTable(it *assess.Item) doc.Table {
	t := doc.Table{Columns: []doc.Column{{Title: "Term", Width: 2}, {Title: "Value", Width: 3}, {Title: "Why", Width: 6}}}
	t.Rows = [][]doc.Text{
		doc.Row("Answer", saidWithAge(it), it.Answer.Reason),
		doc.Row("Weight", fmt.Sprint(it.Weight), s.weightReason(it)),
		doc.Row("Points", pointsOfThree(it), "No 0, Partly 1, Mostly 2, Yes 3"),
		doc.Row("With proof", provenOfThree(it), provenReason(it)),
		doc.Row("Target", it.Target.Name(), s.targetReason(it)),
		doc.Row("Gap", words.Count(it.Gap, "point", "points"), gapReason(it)),
	}
	return t
}

func pointsOfThree(it *assess.Item) string {
	if p := points(it); p != "" {
		return p + " of 3"
	}
	return ""
}

func provenOfThree(it *assess.Item) string {
	if points(it) == "" {
		return ""
	}
	return fmt.Sprintf("%d of 3", it.Proven)
}

func provenReason(it *assess.Item) string {
	if it.Disputed() {
		return "No proof counts while a scan disputes the answer: " + disputing(it)
	}
	return fmt.Sprintf("Counts only with a paper, a record or an outside check at most %s old. Best proof: %s",
		words.Count(it.Question.Fresh, "day", "days"), orNone(bestProof(it)))
}

// disputing is what the scan says that disputes an answer.
func disputing(it *assess.Item) string {
	for _, s := range it.Scans { // what weighs most comes first
		if s.Counts() {
			return s.Why
		}
	}
	return ""
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

// weightReason says which rule gave the weight (SCORING 3).
func (s *story) weightReason(it *assess.Item) string {
	switch {
	case it.Tier == frameworks.Essential:
		return "It serves an Essential goal"
	case it.Added:
		return "Every question of an organization's own has weight 1"
	case it.Tier == frameworks.Enhanced:
		return "It serves an Enhanced goal"
	case s.r.Library.Ladder.Foundation(it.Question.Key):
		return "It stands on the foundation of the ladder"
	case it.Weight == 2:
		return "It works directly against two or more of the five threats that HHS names"
	}
	return "Every other question has weight 1"
}

func (s *story) targetReason(it *assess.Item) string {
	if it.Own != "" {
		return "Set by the organization: " + it.Own
	}
	switch s.r.Library.Ground(it.Question) {
	case frameworks.EssentialGround:
		return "The usual target of an Essential practice"
	case frameworks.FoundationGround:
		return "The usual target of the foundation"
	case frameworks.LawGround:
		return "The usual target of what the HIPAA Security Rule requires"
	case frameworks.MustApplyGround:
		return "The usual target of what every organization has"
	case frameworks.EnhancedGround:
		return "The usual target of an Enhanced practice"
	}
	if s.r.Size == 0 {
		return "The usual target of the rest, while no size is chosen"
	}
	return fmt.Sprintf("The usual target of the rest for a %s organization", s.r.Size)
}

func gapReason(it *assess.Item) string {
	switch it.State {
	case assess.NotApplicable:
		return "It does not apply"
	case assess.Open:
		return "Not answered: the whole target, for ordering only"
	case assess.Unknown:
		return "Unknown counts as No"
	}
	return "Target less points, and never below 0"
}

// place shows where an item stands in the plan, with every number behind it.
func (s *story) place(it *assess.Item) []doc.Block {
	blocks := append(s.ladderPlace(it), doc.Headed(1, "Place in the plan"))
	for i, a := range s.actions {
		if a.Item.Question.Key != it.Question.Key {
			continue
		}
		blocks = append(blocks, doc.Say("Number %d of %d, %s. Effort %s, %s.",
			i+1, len(s.actions), assess.TierWord(a.Tier), a.Effort, words.Count(a.Points, "point", "points")))
		blocks = append(blocks, doc.Say("%s.", words.Capital(a.Why())))
		return append(blocks, doc.Paragraph{Text: s.step(a)})
	}
	d := s.r.Assessment.Decisions[it.Question.Key]
	if it.Gap > 0 && d.Kind == assess.Transfer && d.Rests(s.r.AsOf) {
		return append(blocks, doc.Say("%s takes it over by %s: no action before that day. It still counts as a gap.", d.Owner, d.Due.Long()))
	}
	if it.Gap > 0 && d.Accepted(s.r.AsOf) {
		return append(blocks, doc.Say("The risk is accepted until %s, approved by %s: no action before that day. It still counts as a gap.", d.Until.Long(), d.Approver))
	}
	return append(blocks, doc.Say("It is at its target or does not apply, and so not in the plan."))
}

// ladderPlace says where a question stands on the ladder and why; nothing for one
// of the organization's own, which stands on none.
func (s *story) ladderPlace(it *assess.Item) []doc.Block {
	ladder := s.r.Library.Ladder
	p, ok := ladder.Place(it.Question.Key)
	if !ok {
		return nil
	}
	return []doc.Block{
		doc.Headed(1, "Place on the ladder"),
		doc.Say("Place %d, on step %d of %d: %s. %s", p.Number, p.Rung.ID, len(ladder.Rungs), p.Rung.Title, cmp.Or(p.Why, p.Rung.Why)),
		doc.Noted("The order is our judgment and no publisher's: what a place that has nothing should put in place first."),
	}
}
