package report

import (
	"strings"

	"hygeia/assess"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// patients says for each threat how exposed the organization is, what would stop
// first, and the one practice that closes most of it. It prints no scores.
func patients(s *story) []doc.Block {
	title := heading(1, "What this means for patients")
	if len(s.r.Threats) == 0 {
		return []doc.Block{title, para("No threat is named in the content of this quarter.")}
	}
	t := doc.Table{Columns: []doc.Column{
		{Title: "Threat", Width: 3}, {Title: "Today", Width: 2}, {Title: "What it stops first", Width: 4}, {Title: "The step that helps most", Width: 3},
	}}
	for i := range s.r.Threats {
		threat := &s.r.Threats[i]
		t.Rows = append(t.Rows, []doc.Text{
			doc.Plain(threat.Threat.Title), {{Text: words.Capital(threat.Word()), Bold: true}}, doc.Plain(threat.Stops), doc.Plain(s.closer(threat.Key)),
		})
	}
	return []doc.Block{
		title,
		para("For each way in which care can be hit: how far today's practices hold it off, what would stop first, and the one step that helps most. %s", s.exposure()),
		t,
	}
}

// exposure counts the threats by how far they are held off, worst first:
// "Exposed: 2 threats. Partly covered: 3 threats."
func (s *story) exposure() string {
	var said []string
	for _, word := range []string{"exposed", "not known", "partly covered", "covered"} {
		n := 0
		for i := range s.r.Threats {
			if s.r.Threats[i].Word() == word {
				n++
			}
		}
		if n > 0 {
			said = append(said, words.Capital(word)+": "+words.Count(n, "threat", "threats")+".")
		}
	}
	return strings.Join(said, " ")
}

// closer names the step that closes most against a threat: of the fixes the one
// with the largest weighted gap, and only where there is none something to find
// out or to answer. Of equals the one that comes first in the plan. A gap whose
// risk is accepted for now is passed over.
func (s *story) closer(threat string) string {
	var best *assess.Action
	for i := range s.actions {
		a := &s.actions[i]
		if a.Item.Question.Names(threat) && (best == nil || closesMore(a, best)) {
			best = a
		}
	}
	if best == nil {
		return "Nothing below target"
	}
	return actionTitle(*best)
}

func closesMore(a, b *assess.Action) bool {
	if fix := a.Kind == assess.FixIt; fix != (b.Kind == assess.FixIt) {
		return fix
	}
	return a.Item.Weight*a.Item.Gap > b.Item.Weight*b.Item.Gap
}
