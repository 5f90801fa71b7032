package report

import (
	"hygeia/assess"
	"hygeia/report/doc"
)

// exceptions are the lists of what stands apart from the rest of the answers, and of
// what a reader may doubt.
func exceptions(s *story) []doc.Block {
	blocks := []doc.Block{doc.Headed(1, "Exceptions and doubts")}
	return append(blocks, s.write(everyMatter, acceptedRisks, notApplying, otherWays, ownTargets, disputes, contradictions)...)
}

// notApplying lists what was left out of every score, always with its reason
// (SCORING 1).
func notApplying(s *story) []doc.Block {
	t := doc.Table{Columns: []doc.Column{{Title: "Practice", Width: 3}, {Title: "Why it does not apply", Width: 5}}}
	for _, it := range s.r.Items {
		if it.State == assess.NotApplicable {
			t.Rows = append(t.Rows, doc.Row(it.Question.Title, it.Answer.Reason))
		}
	}
	blocks := []doc.Block{doc.Headed(2, "What does not apply here")}
	if len(t.Rows) == 0 {
		return append(blocks, doc.Say("Everything that was asked applies."))
	}
	return append(blocks, doc.Say("These stand outside every score."), t)
}

// otherWays lists the risks that are handled by another measure.
func otherWays(s *story) []doc.Block {
	t := doc.Table{Columns: []doc.Column{
		{Title: "Practice", Width: 3}, {Title: "Reaches", Width: 2}, {Title: "What is done instead, and why", Width: 5},
		{Title: "Approved by", Width: 2}, {Title: "Look again by", Width: 2},
	}}
	for _, it := range s.r.Items {
		if it.State != assess.OtherWay {
			continue
		}
		reaches := it.Answer.Level.Name()
		if it.Incomplete {
			reaches = "Incomplete, counts as No"
		}
		t.Rows = append(t.Rows, doc.Row(it.Question.Title, reaches, it.Answer.Reason, it.Answer.Approver, it.Answer.Review.Long()))
	}
	blocks := []doc.Block{doc.Headed(2, "What is handled another way")}
	if len(t.Rows) == 0 {
		return append(blocks, doc.Say("No practice is handled another way."))
	}
	return append(blocks, doc.Say("An entry counts only with a reason, an approver and a review date that has not passed."), t)
}

// ownTargets lists the targets the organization set for itself.
func ownTargets(s *story) []doc.Block {
	t := doc.Table{Columns: []doc.Column{{Title: "Practice", Width: 3}, {Title: "Own target", Width: 2}, {Title: "Usual target", Width: 2}, {Title: "Reason", Width: 5}}}
	for _, it := range s.r.Items {
		if it.Own != "" {
			usual := s.lib.DefaultTarget(it.Question, s.r.Size)
			t.Rows = append(t.Rows, doc.Row(it.Question.Title, it.Target.Name(), usual.Name(), it.Own))
		}
	}
	blocks := []doc.Block{doc.Headed(2, "Targets the organization set itself")}
	if len(t.Rows) == 0 {
		return append(blocks, doc.Say("None; the usual targets hold."))
	}
	return append(blocks, t)
}
