package report

import (
	"strings"

	"hygeia/assess"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// patients says for each threat how well care is guarded against it, what it can
// stop, and the step of the plan that helps most. It prints no scores.
func patients(s *story) []doc.Block {
	title := doc.Headed(1, "What this means for patients")
	if len(s.r.Threats) == 0 {
		return []doc.Block{title, doc.Say("No threat is named in the content of this quarter.")}
	}
	t := doc.Table{Dense: s.lean.dense(), Columns: []doc.Column{
		{Title: "Threat", Width: 3}, {Title: "How well guarded", Width: 2}, {Title: "What it can stop", Width: 4}, {Title: "What helps most", Width: 3},
	}}
	for i := range s.r.Threats {
		threat := &s.r.Threats[i]
		t.Rows = append(t.Rows, []doc.Text{
			doc.Plain(threat.Threat.Title), {{Text: words.Capital(threat.Word()), Bold: true, Name: "word of " + threat.Key}}, doc.Plain(threat.Stops), s.closer(threat.Key),
		})
	}
	return append([]doc.Block{
		title,
		doc.Say("Ways in which care can be hit, how well today's practices guard against each, and the step of the plan that helps most, with its number there. %s", s.exposure()),
		t,
	}, services(s)...)
}

// threatWords are the words for threats, worst first; a word may go on with how
// much was asked.
var threatWords = []string{"weakly guarded", "not known", "partly guarded", "guarded", "does not apply here"}

// exposure counts the threats by how well they are guarded against, worst first:
// "Weakly guarded: 2 threats. Partly guarded: 3 threats."
func (s *story) exposure() string {
	var said []string
	for _, word := range threatWords {
		n := 0
		for i := range s.r.Threats {
			if strings.HasPrefix(s.r.Threats[i].Word(), word) {
				n++
			}
		}
		if n > 0 {
			said = append(said, words.Capital(word)+": "+words.Count(n, "threat", "threats")+".")
		}
	}
	return strings.Join(said, " ")
}

// closer names the step that helps most against a threat: the first fix of the
// plan that works against it, and where there is none the first thing to find out
// or to answer. What rests by a decision is in no plan.
func (s *story) closer(threat string) doc.Text {
	var best *assess.Action
	for i := range s.actions {
		a := &s.actions[i]
		if a.Item.Question.Names(threat) && (best == nil || best.Kind != assess.FixIt && a.Kind == assess.FixIt) {
			best = a
		}
	}
	if best == nil {
		return doc.Plain("No step is left in the plan")
	}
	return s.numbered(*best)
}
