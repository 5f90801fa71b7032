package report

import (
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// contradictions lists the answers that hardly go together, with what to ask
// about them. It belongs to how sure a reader can be.
func contradictions(s *story) []doc.Block {
	found := assess.Contradictions(s.r)
	blocks := []doc.Block{doc.Headed(2, "Answers that hardly go together")}
	if len(found) == 0 {
		return append(blocks, doc.Say("None of the %s that are looked at.", words.Count(len(s.lib.Contradictions), "pair", "pairs")))
	}
	t := doc.Table{Columns: []doc.Column{{Title: "One answer", Width: 4}, {Title: "The other", Width: 4}, {Title: "What to ask", Width: 7}}}
	for _, c := range found {
		t.Rows = append(t.Rows, doc.Row(firstOf(c), saidOf(c.High), c.Ask))
	}
	return append(blocks, doc.Say("Both may be true. Ask before you rely on them."), t)
}

// firstOf is the first side of a pair: an answer, or what the profile says.
func firstOf(c assess.Contradiction) string {
	if c.Low != nil {
		return saidOf(c.Low)
	}
	return "Who runs IT: " + map[string]string{"own": "own staff", "shared": "own staff and a provider", "outsourced": "a service provider"}[c.IT]
}

func saidOf(it *assess.Item) string {
	return fmt.Sprintf("%s: %s", it.Question.Title, said(it))
}
