package report

import (
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// everyAnswer is the table of all questions asked, in the order they were asked.
func everyAnswer(s *story) []doc.Block {
	if s.reader != Internal {
		return everyBand(s)
	}
	t := doc.Table{Columns: []doc.Column{
		{Title: "Key", Width: 6}, {Title: "Practice", Width: 8}, {Title: "Answer", Width: 8}, {Title: "Points", Width: 3, Right: true},
		{Title: "Target", Width: 3}, {Title: "Weight", Width: 3, Right: true}, {Title: "Best proof", Width: 5}, {Title: "Written down", Width: 5},
	}}
	for _, it := range s.r.Items {
		t.Rows = append(t.Rows, doc.Row(it.Question.Key, it.Question.Title, saidWithAge(it), points(it), it.Target.Name(),
			fmt.Sprint(it.Weight), bestProof(it), it.Answer.Recorded.Long()))
	}
	blocks := []doc.Block{doc.Headed(1, "Every answer")}
	if len(t.Rows) == 0 {
		blocks = append(blocks, doc.Say("Nothing was asked."))
	} else {
		blocks = append(blocks, doc.Say("\"hygeia explain KEY\" shows every term behind a row."), t)
	}
	return append(blocks, answeredUnasked(s)...)
}

// answeredUnasked is the table of answers that are kept although nothing chosen asks their
// questions; nothing where there are none.
func answeredUnasked(s *story) []doc.Block {
	t := doc.Table{Columns: []doc.Column{{Title: "Key", Width: 6}, {Title: "Practice", Width: 8}, {Title: "Answer", Width: 8}, {Title: "Written down", Width: 5}}}
	for _, it := range s.r.Unasked {
		t.Rows = append(t.Rows, doc.Row(it.Question.Key, it.Question.Title, saidWithAge(it), it.Answer.Recorded.Long()))
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []doc.Block{doc.Say("These answers are kept, but nothing that was chosen asks their questions, so they count nowhere."), t}
}

// points prints the points of what counts; what is open or does not apply has none.
func points(it *assess.Item) string {
	if it.State == assess.Open || it.State == assess.NotApplicable {
		return ""
	}
	return fmt.Sprint(it.Points)
}

// bestProof names the proof of the highest grade, the newest of equals, with its
// day, and says where a scan disputes the answer, so that it does not count. Where
// it is kept is not copied.
func bestProof(it *assess.Item) string {
	best := strongest(it)
	if best.Grade == assess.Nothing {
		return ""
	}
	not := ""
	if it.Disputed() {
		not = "does not count: a scan disputes the answer"
	}
	return words.Join(", ", best.Grade.String(), best.Date.Long(), not)
}

// strongest returns the proof of the highest grade, the newest of equals. A scan
// that supports the answer is one of them.
func strongest(it *assess.Item) assess.Proof {
	var best assess.Proof
	if it.Supported() {
		best = it.ByScan()
	}
	for _, p := range it.Answer.Proof {
		if p.Grade > best.Grade || p.Grade == best.Grade && p.Date.After(best.Date) {
			best = p
		}
	}
	return best
}

// everyNote lists the notes that were written beside the answers.
func everyNote(s *story) []doc.Block {
	t := doc.Table{Columns: []doc.Column{{Title: "Practice", Width: 2}, {Title: "Note", Width: 6}}}
	for _, it := range s.r.Items {
		if it.Answer.Note != "" {
			t.Rows = append(t.Rows, doc.Row(it.Question.Title, it.Answer.Note))
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []doc.Block{doc.Headed(1, "Notes"), t}
}
