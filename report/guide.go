package report

import (
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// GuideInput is what the walk through the sector's implementation guide is made
// from.
type GuideInput struct {
	Input
	Errands []string               // how far the free scans are that were asked for
	Command func(...string) string // the command line with these words, with the folder if it needs one
}

// guideTitle is the guide's own; the titles of its steps are, too. What is said of
// each step is ours.
const guideTitle = "Health Care and Public Health Sector Cybersecurity Framework Implementation Guide"

// guideStep is a step of the guide with what is recorded of it.
type guideStep struct {
	title, means string
	recorded     []string
	open         []string // what is still to do; the step is done without
	next         []string // words of the command that goes on
}

func (g guideStep) state() string {
	if len(g.open) == 0 {
		return "done"
	}
	return "open"
}

// Guide returns the seven steps of the sector's guide: what each means, whether it
// is done, what is recorded, and the command that goes on. It judges nothing that
// the answers do not say, and never that a place conforms to anything.
func Guide(in GuideInput) *doc.Document {
	g := newGuide(in)
	steps := g.steps()
	d := g.cover("The sector's guide, step by step")
	t := doc.Table{Columns: []doc.Column{{Title: "Step", Width: 1, Right: true}, {Title: "What", Width: 5}, {Title: "State", Width: 2}, {Title: "Next", Width: 7}}}
	for i, s := range steps {
		next := ""
		if s.state() == "open" {
			next = in.Command(s.next...)
		}
		t.Rows = append(t.Rows, []doc.Text{doc.Plain(fmt.Sprint(i + 1)), doc.Plain(s.title), doc.Plain(s.state()), doc.Plain(next)})
	}
	d.Blocks = append(d.Blocks, doc.Headed(1, "Where you are"), t, g.about())
	for i, s := range steps {
		d.Blocks = append(d.Blocks, s.blocks(i+1)...)
		if s.state() == "open" {
			d.Blocks = append(d.Blocks, doc.Say("Next: %s", in.Command(s.next...)))
		}
	}
	return d
}

// blocks are what a step means and what is recorded of it.
func (g guideStep) blocks(number int) []doc.Block {
	blocks := []doc.Block{doc.Headed(2, fmt.Sprintf("%d. %s: %s", number, g.title, g.state())), doc.Say("%s", g.means)}
	blocks = append(blocks, listUnder("Recorded", g.recorded)...)
	return append(blocks, listUnder("Open", g.open)...)
}

// guideRecord is the record of the profile as an annex, for those who have begun to
// write down what the sector's guide wants.
func guideRecord(s *story) []doc.Block {
	g := guideOf(s, GuideInput{Input: s.in.Input, Command: func(line ...string) string { return words.Join(" ", append([]string{"hygeia"}, line...)...) }})
	if !g.begun() {
		return nil
	}
	blocks := []doc.Block{doc.Headed(1, "Record of the sector's guide"), g.about()}
	for i, step := range g.steps() {
		blocks = append(blocks, step.blocks(i+1)...)
	}
	return blocks
}

// begun reports whether anything that the guide wants in words is answered.
func (g *guide) begun() bool {
	for _, f := range g.facts {
		if f.Group == frameworks.GuideFacts && f.Said.Value != "" {
			return true
		}
	}
	return false
}

func listUnder(title string, items []string) []doc.Block {
	if len(items) == 0 {
		return nil
	}
	return []doc.Block{doc.Say("%s:", title), doc.List{Items: doc.Plains(items)}}
}

// guide is the input with what the steps need of it.
type guide struct {
	*story
	GuideInput
	facts map[string]assess.StatedFact
}

func newGuide(in GuideInput) *guide { return guideOf(newStory(in.Input), in) }

func guideOf(s *story, in GuideInput) *guide {
	g := &guide{s, in, map[string]assess.StatedFact{}}
	for _, f := range assess.AskedFacts(g.lib, g.r.Assessment, g.r.AsOf) {
		g.facts[f.Key] = f
	}
	return g
}

// about says what the guide is, on what it rests, and which part is for small places.
func (g *guide) about() doc.Block {
	text := doc.Text{{Text: "The guide is the "}}
	if r, known := g.lib.Resource("hph-csf-implementation-guide"); known {
		text = append(text, doc.Span{Text: guideTitle, URL: r.URL})
	} else {
		text = append(text, doc.Span{Text: guideTitle})
	}
	said := ", edition 2 of March 2023. It rests on CSF 1.1; the answers here are shown by CSF 2.0. The words on this page are ours."
	org := g.r.Assessment.Organization
	if g.r.Size == frameworks.Small || org.Critical {
		said += " A small place begins with the guide's Appendix H, for small organizations; Appendix I is a summary for leaders and J a plan for telling people, both to fill in."
	}
	said += " This page shows how far you are; it is no proof that you follow the guide or any rule."
	return doc.Note{Text: append(text, doc.Span{Text: said})}
}

// want records a fact, or adds it to what is open.
func (g *guide) want(s *guideStep, key string) {
	f, asked := g.facts[key]
	switch {
	case !asked:
	case f.Said.Value == "" || f.Said.Value == frameworks.FactUnknown:
		s.open = append(s.open, f.Text)
	case f.Old:
		s.open = append(s.open, fmt.Sprintf("%s: %s. Look at it again.", f.Title, tiered(f)))
	default:
		s.recorded = append(s.recorded, fmt.Sprintf("%s: %s", f.Title, tiered(f)))
	}
}
