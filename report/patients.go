package report

import "hygeia/assess"

// patients says for each threat how exposed the organization is, what would stop
// first, and the one practice that closes most of it. It prints no scores.
func patients(s *story) []Block {
	blocks := []Block{
		heading(1, "What it means for patients"),
		para("For each way in which care can be hit: how far today's practices hold it off, what would stop first, and the one step that helps most."),
	}
	t := Table{Columns: []Column{
		{Title: "Threat", Width: 3}, {Title: "Today", Width: 2}, {Title: "What it stops first", Width: 4}, {Title: "The step that helps most", Width: 3},
	}}
	for i := range s.r.Threats {
		threat := &s.r.Threats[i]
		t.Rows = append(t.Rows, row(threat.Threat.Title, threat.Word(), threat.Stops, s.closer(threat.Key)))
	}
	return append(blocks, t)
}

// closer names the step that closes most against a threat: of the fixes the one
// with the largest P, and only where there is none something to find out or to
// answer. Of equals the one that comes first in the plan.
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
	return a.P.Rat().Cmp(b.P.Rat()) > 0
}
