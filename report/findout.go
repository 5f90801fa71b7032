package report

import (
	"slices"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// findOut lists what nobody could say and what is not answered yet, under the
// role that would know best.
func findOut(s *story) []doc.Block {
	byRole := map[string][]*assess.Item{}
	var order []string
	for _, it := range s.r.Items {
		if it.State != assess.Unknown && it.State != assess.Open {
			continue
		}
		who := s.leader(it.Question)
		if !slices.Contains(order, who) {
			order = append(order, who)
		}
		byRole[who] = append(byRole[who], it)
	}
	blocks := []doc.Block{doc.Headed(1, "What to find out, and from whom")}
	if len(order) == 0 {
		return append(blocks, doc.Say("Every question has an answer."))
	}
	slices.Sort(order)
	for _, who := range order {
		blocks = append(blocks, doc.Headed(2, "Ask "+who), s.findOutTable(byRole[who]))
	}
	return blocks
}

func (s *story) findOutTable(items []*assess.Item) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: "Question", Width: 6}, {Title: "Today", Width: 2}, {Title: "What would show it", Width: 5}, {Title: "Or ask", Width: 3},
	}}
	for _, it := range items {
		t.Rows = append(t.Rows, doc.Row(it.Question.Text, said(it), words.Join("; ", it.Question.LookFor...), s.otherRoles(it.Question)))
	}
	return t
}

// otherRoles names those who might know besides the first.
func (s *story) otherRoles(q *frameworks.Question) string {
	var names []string
	for _, role := range q.Ask {
		if name := s.roleName(role); name != s.leader(q) {
			names = append(names, name)
		}
	}
	return words.Join("; ", names...)
}
