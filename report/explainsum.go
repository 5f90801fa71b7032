package report

import (
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc"
)

// sumsHolding writes out the sum of each section that holds an item.
func (s *story) sumsHolding(it *assess.Item) []doc.Block {
	var blocks []doc.Block
	for i := range s.r.Views {
		v := &s.r.Views[i]
		for j := range v.Sections {
			sec := &v.Sections[j]
			if !holds(&sec.Group, it) {
				continue
			}
			blocks = append(blocks, doc.Headed(1, fmt.Sprintf("In %s: %s", viewTitle(v), sec.Title)))
			if it.State != assess.NotApplicable && it.State != assess.Open {
				blocks = append(blocks, doc.Say("It adds weight times points, %d × %d = %d, to the sum of %d.",
					it.Weight, it.Points, it.Weight*it.Points, sec.Tally.Earned))
			}
			blocks = append(blocks, sum(&sec.Group)...)
		}
	}
	return blocks
}

func holds(g *assess.Group, it *assess.Item) bool {
	for _, held := range g.Items {
		if held.Question.Key == it.Question.Key {
			return true
		}
	}
	return false
}

// sum writes the formulas of SCORING 4 with a group's numbers put in.
func sum(g *assess.Group) []doc.Block {
	t := g.Tally
	whole, answered := t.Total(), t.Levelled+t.Unknown
	table := doc.Table{Columns: []doc.Column{{Title: "Figure", Width: 2}, {Title: "Sum", Width: 6}, {Title: "Printed", Width: 2, Right: true}}}
	table.Rows = [][]doc.Text{
		doc.Row("Weights", fmt.Sprintf("answered %d + unknown %d + open %d = %d; does not apply %d", t.Levelled, t.Unknown, t.Open, whole, t.Excluded), ""),
		doc.Row("Sum of weight × points", "over all that is answered", fmt.Sprint(t.Earned)),
	}
	if whole == 0 {
		return []doc.Block{table}
	}
	if answered > 0 {
		table.Rows = append(table.Rows, doc.Row("Score", fmt.Sprintf("100 × %d / (3 × %d)", t.Earned, answered), t.Score().Printed()))
	}
	table.Rows = append(table.Rows,
		doc.Row("Low end", fmt.Sprintf("100 × %d / (3 × %d)", t.Earned, whole), t.Low().Printed()),
		doc.Row("High end", fmt.Sprintf("100 × (%d + 3 × %d) / (3 × %d)", t.Earned, t.Unknown+t.Open, whole), t.High().Printed()),
		doc.Row("Coverage", fmt.Sprintf("100 × %d / %d", answered, whole), t.Coverage().Printed()),
		doc.Row("Known", fmt.Sprintf("100 × %d / %d", t.Levelled, whole), t.Known().Printed()))
	if g.Proven.Levelled+g.Proven.Unknown > 0 {
		table.Rows = append(table.Rows, doc.Row("Score with proof",
			fmt.Sprintf("100 × %d / (3 × %d)", g.Proven.Earned, g.Proven.Levelled+g.Proven.Unknown), g.Proven.Score().Printed()))
	}
	blocks := []doc.Block{table, doc.Say("Printed: %s (%s).", scoreWords(g), orNone(restsOn(g)))}
	if g.Reason != "" {
		blocks = append(blocks, doc.Noted("%s", g.Reason))
	}
	return blocks
}

// servesList names the requirements a question speaks for.
func servesList(lib *frameworks.Library, q *frameworks.Question) []doc.Block {
	var list doc.List
	for _, served := range lib.Serves(q.Key) {
		list.Items = append(list.Items, doc.Plain(fmt.Sprintf("%s, %s: %s %s",
			served.Framework.Title, served.Section.Title, served.Requirement.ID, served.Requirement.Title)))
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []doc.Block{doc.Headed(1, "It speaks for"), list}
}

// ExplainRequirement returns how a requirement came to its status: its questions
// with their answers, the weakest one, and the sum of its section. An unknown id
// is an error that names the nearest one.
func ExplainRequirement(in Input, id string) (*doc.Document, error) {
	s := newStory(in)
	f, req, ok := s.lib.Requirement(id)
	if !ok {
		return nil, unknownName("requirement", id, requirementIDs(s.lib))
	}
	d := explanation(s.in, fmt.Sprintf("%s %s", req.ID, req.Title))
	d.Blocks = append(d.Blocks, doc.Say("%s %s. How much of it is asked: %s. Mapping: %s.", f.Title, f.Version, req.Extent, req.Source))
	d.Blocks = append(d.Blocks, mappingReasons(req)...)
	d.Blocks = append(d.Blocks, otherSheets(s.lib, s.in.Series, req.ID)...)
	v, _ := s.r.View(f.ID)
	sec, found := findRequirement(v, req.ID)
	if found == nil {
		d.Blocks = append(d.Blocks, doc.Noted("It is not written for an organization of this size, and counts in no score."))
		return d, nil
	}
	d.Blocks = append(d.Blocks, doc.Headed(1, "Status: "+found.Status.String()))
	d.Blocks = append(d.Blocks, doc.Say("A requirement is as far along as its weakest question that applies."))
	d.Blocks = append(d.Blocks, requirementQuestions(found))
	d.Blocks = append(d.Blocks, doc.Headed(1, "The section: "+sec.Title))
	d.Blocks = append(d.Blocks, sum(&sec.Group)...)
	return d, nil
}

func requirementIDs(lib *frameworks.Library) []string {
	var ids []string
	for _, f := range lib.Frameworks {
		for i := range f.Sections {
			for _, r := range f.Sections[i].Requirements(0) {
				ids = append(ids, r.ID)
			}
		}
	}
	return ids
}

func mappingReasons(req *frameworks.Requirement) []doc.Block {
	var blocks []doc.Block
	if req.Why != "" {
		blocks = append(blocks, doc.Say("Why these questions count: %s", req.Why))
	}
	if req.Note != "" {
		blocks = append(blocks, doc.Noted("%s", req.Note))
	}
	return blocks
}

func findRequirement(v *assess.View, id string) (*assess.Section, *assess.Requirement) {
	if v == nil {
		return nil, nil
	}
	for i := range v.Sections {
		sec := &v.Sections[i]
		for j := range sec.Requirements {
			if sec.Requirements[j].ID == id {
				return sec, &sec.Requirements[j]
			}
		}
	}
	return nil, nil
}

// requirementQuestions lists the questions of a requirement, asked or not.
func requirementQuestions(req *assess.Requirement) doc.Block {
	if len(req.Questions) == 0 {
		return doc.Say("No question speaks for it.")
	}
	asked := map[string]*assess.Item{}
	for _, it := range req.Items {
		asked[it.Question.Key] = it
	}
	t := doc.Table{Columns: []doc.Column{{Title: "Key", Width: 3}, {Title: "Practice", Width: 4}, {Title: "Answer", Width: 4}, {Title: "Weakest", Width: 1}}}
	for _, q := range req.Questions {
		it := asked[q.Key]
		weakest := ""
		if it != nil && it == req.Weakest {
			weakest = "yes"
		}
		t.Rows = append(t.Rows, doc.Row(q.Key, q.Title, saidWithAge(it), weakest))
	}
	return t
}
