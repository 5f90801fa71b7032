package report

import (
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// everySection shows each framework of the library: the figures of its sections
// and, where it was asked, the status of each requirement.
func everySection(s *story) []doc.Block {
	blocks := []doc.Block{doc.Headed(1, "Each framework in detail")}
	for i := range s.r.Views {
		v := &s.r.Views[i]
		blocks = append(blocks, doc.Headed(2, viewTitle(v)))
		blocks = append(blocks, doc.Say("%s", v.Framework.Notice))
		if hasAddressable(v) {
			blocks = append(blocks, doc.Noted("Addressable does not mean optional: do it, do something equal, or write down why neither is reasonable here."))
		}
		if !v.Asked {
			blocks = append(blocks, doc.Noted("Not chosen this quarter. What is shown rests on questions asked for the others."))
		}
		blocks = append(blocks, figuresTable(v))
		blocks = append(blocks, undefined(v)...)
		if v.Asked || v.Framework.ID == frameworks.CSFID {
			blocks = append(blocks, s.requirementTables(v)...)
		}
	}
	return blocks
}

func figuresTable(v *assess.View) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: "Section", Width: 6}, {Title: "Score", Width: 4}, {Title: "Range", Width: 4}, {Title: "Coverage", Width: 6},
		{Title: "Reach", Width: 3}, {Title: "Applies", Width: 4}, {Title: "With proof", Width: 3}, {Title: "State", Width: 4}, {Title: "Reason", Width: 8},
	}}
	for i := range v.Sections {
		g := &v.Sections[i].Group
		f := g.Figures()
		t.Rows = append(t.Rows, doc.Row(g.Title, f.Score, f.Range, f.Coverage, f.Reach, f.Scope, f.Proven, stateWords(g.Color), words.Join("; ", g.Reason, f.Note)))
	}
	return t
}

// undefined says why a framework has no Overall, or prints it.
func undefined(v *assess.View) []doc.Block {
	if v.Overall.Score != nil {
		return overall(v)
	}
	return []doc.Block{doc.Say("No Overall: %s.", v.Overall.Undefined())}
}

func (s *story) requirementTables(v *assess.View) []doc.Block {
	var blocks []doc.Block
	for i := range v.Sections {
		sec := &v.Sections[i]
		if len(sec.Requirements) == 0 {
			continue
		}
		t := doc.Table{Columns: []doc.Column{
			{Title: "Id", Width: 2}, {Title: "Requirement", Width: 5}, {Title: "Status", Width: 3}, {Title: "Held back by", Width: 5},
		}}
		for j := range sec.Requirements {
			req := &sec.Requirements[j]
			t.Rows = append(t.Rows, doc.Row(req.ID, withDuty(req.Requirement), req.Status.String(), s.heldBack(req)))
		}
		blocks = append(blocks, doc.Headed(3, sec.Title), t)
		blocks = append(blocks, s.notAsked(sec)...)
	}
	return blocks
}

// withDuty is a requirement's title with its kind of duty where it has one: a
// standard stands above its specifications and needs no word.
func withDuty(r *frameworks.Requirement) string {
	if r.Duty == frameworks.Required || r.Duty == frameworks.Addressable {
		return r.Title + " (" + r.Duty.String() + ")"
	}
	return r.Title
}

func hasAddressable(v *assess.View) bool {
	for i := range v.Sections {
		for _, req := range v.Sections[i].Requirements {
			if req.Duty == frameworks.Addressable {
				return true
			}
		}
	}
	return false
}

// stateWords are a color with the state it stands for, the state first.
func stateWords(c assess.Color) string {
	if c == assess.NoColor {
		return ""
	}
	return words.Capital(c.Word()) + " (" + c.String() + ")"
}

// notAsked says of each requirement of a section what of it the framework does not
// ask, and what would ask it. What something else asked this quarter counts and is
// not listed.
func (s *story) notAsked(sec *assess.Section) []doc.Block {
	var list doc.List
	for i := range sec.Requirements {
		req := &sec.Requirements[i]
		for _, m := range req.Missing {
			if by := s.whoAsks(m); by != "" {
				list.Items = append(list.Items, doc.Text{{Text: req.ID + ", " + by + ": ", Bold: true}, {Text: m.What + "."}})
			}
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []doc.Block{doc.Say("What of these is not asked:"), list}
}

// whoAsks says what would ask a part that is missing: "asked with cpg, hipaa",
// "asked nowhere", and nothing where all of it is asked this quarter.
func (s *story) whoAsks(m frameworks.Missing) string {
	if len(m.By) == 0 {
		return "asked nowhere"
	}
	var open []*frameworks.Question
	for _, q := range m.By {
		if _, asked := s.r.Item(q.Key); !asked {
			open = append(open, q)
		}
	}
	if len(open) == 0 {
		return ""
	}
	var names []string
	for _, f := range s.lib.Askers(open, s.r.Size) {
		names = append(names, f.Title)
	}
	if len(names) == 0 {
		return "asked of no organization of this size"
	}
	return "asked with " + strings.Join(names, ", ")
}
