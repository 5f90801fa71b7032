package report

import (
	"fmt"
	"math/big"

	"hygeia/assess"
	"hygeia/assess/series"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// ExplainBetween returns every term behind a change between two quarters. The
// name is a question's key, or the id of a requirement, a section or a framework,
// looked for in that order in the later content; where two frameworks share a
// section's id, "framework/section" tells them apart. Names must be known: an
// error names the nearest.
func ExplainBetween(c *assess.Comparison, name, program string, sheets ...*series.Series) (*doc.Document, error) {
	d, err := explainBetween(c, name)
	if err != nil {
		return nil, err
	}
	if _, req, ok := c.After.Library.Requirement(name); ok {
		d.Blocks = append(d.Blocks, otherSheets(c.After.Library, sheets, req.ID)...)
	}
	d.Program = program
	d.Period = fmt.Sprintf("%s to %s", c.Before.Period, c.After.Period)
	return d, nil
}

func explainBetween(c *assess.Comparison, name string) (*doc.Document, error) {
	for _, q := range c.Questions {
		if question(q).Key == name {
			return questionBetween(c, q), nil
		}
	}
	if q, ok := c.After.Library.Question(name); ok {
		d := emptyBetween(c, q.Title)
		d.Blocks = append(d.Blocks, doc.Say("%s", q.Text), doc.Noted("This question was asked in neither quarter and counts in no score."))
		return d, nil
	}
	if f, req, ok := c.After.Library.Requirement(name); ok {
		return requirementBetween(c, f, req), nil
	}
	switch sections := sectionsNamed(c, name); len(sections) {
	case 0:
	case 1:
		return sectionBetween(c, sections[0]), nil
	default:
		var full []string
		for _, s := range sections {
			full = append(full, s.name())
		}
		return nil, fmt.Errorf("section %q stands in several frameworks: say which: %s", name, words.Join("; ", full...))
	}
	if v := viewNamed(c, name); v != nil {
		return frameworkBetween(c, v), nil
	}
	return nil, unknownName("question, requirement, section or framework", name, namesBetween(c))
}

// emptyBetween returns an empty explanation with what must be known before the figures.
func emptyBetween(c *assess.Comparison, title string) *doc.Document {
	d := explanation(Input{Result: c.After}.seen(), title)
	d.Draft = d.Draft || c.Before.Status == assess.Draft
	d.Blocks = caveats(c)
	return d
}

// questionBetween shows both answers with their terms, and what the difference
// adds to each section.
func questionBetween(c *assess.Comparison, q assess.QuestionChange) *doc.Document {
	d := emptyBetween(c, question(q).Title)
	d.Blocks = append(d.Blocks, doc.Say("%s", question(q).Text),
		doc.Say("What happened: %s.", happened(q)), answersBetween(q))
	if !q.Compared() {
		d.Blocks = append(d.Blocks, doc.Noted("%s So it adds nothing to a real change or a correction; whatever it moves stands in the scope effect.", whyNotCompared(q)))
	}
	if t := addsTable(c, question(q).Key); len(t.Rows) > 0 {
		d.Blocks = append(d.Blocks, doc.Headed(1, "What it adds"),
			doc.Say("With the weight of the later quarter: 100 × weight × (points now - points before) / (3 × the weight of all compared questions of the section)."), t)
	}
	if t := requirementTable(requirementsOf(c, question(q).Key), true); len(t.Rows) > 0 {
		d.Blocks = append(d.Blocks, doc.Headed(1, "The requirements it speaks for"),
			doc.Say("A requirement is as far along as its weakest question that applies."), t)
	}
	return d
}

// happened is the kind of change with the recorded reason.
func happened(q assess.QuestionChange) string {
	if odd := q.Recorded(); odd != "" {
		return fmt.Sprintf("%s; %s", q.Kind, odd)
	}
	if reason := why(q); reason != "" && reason != q.Kind.String() {
		return fmt.Sprintf("%s; the reason recorded is %q", q.Kind, reason)
	}
	return q.Kind.String()
}

// answersBetween shows the terms of both answers side by side.
func answersBetween(q assess.QuestionChange) doc.Table {
	t := doc.Table{Columns: []doc.Column{{Title: "Term", Width: 2}, {Title: "Before", Width: 4}, {Title: "Now", Width: 4}}}
	for _, term := range []struct {
		name string
		of   func(*assess.Item) string
	}{
		{"Answer", saidWithAge},
		{"Points", pointsOfThree},
		{"Weight", func(it *assess.Item) string { return fmt.Sprint(it.Weight) }},
		{"With proof", provenOfThree},
		{"Meaning", func(it *assess.Item) string { return fmt.Sprintf("revision %d", it.Question.Revision) }},
		{"Reason given", func(it *assess.Item) string { return it.Answer.Reason }},
		{"Recorded", func(it *assess.Item) string { return it.Answer.Recorded.Long() }},
	} {
		cells := []string{term.name, "", ""}
		for i, it := range []*assess.Item{q.Before, q.After} {
			if it != nil {
				cells[i+1] = term.of(it)
			}
		}
		t.Rows = append(t.Rows, doc.Row(cells...))
	}
	return t
}

// whyNotCompared says why a question is not compared.
func whyNotCompared(q assess.QuestionChange) string {
	switch {
	case q.Before == nil:
		return "It was not asked before."
	case q.After == nil:
		return "It is not asked any more."
	case q.Before.Question.Revision != q.After.Question.Revision:
		return "It is asked in another meaning now than before."
	case q.Before.State == assess.Open:
		return "It was not answered before."
	case q.After.State == assess.Open:
		return "It is not answered now."
	case q.Before.State == assess.NotApplicable:
		return "It did not apply before."
	}
	return "It does not apply now."
}

// addsTable lists the sections whose matched change a question is part of.
func addsTable(c *assess.Comparison, key string) doc.Table {
	t := doc.Table{Columns: []doc.Column{{Title: "Section", Width: 4}, {Title: "Sum", Width: 5}, {Title: "Adds", Width: 2, Right: true}, {Title: "Matched change", Width: 2, Right: true}}}
	for i := range c.Views {
		v := &c.Views[i]
		for j := range v.Sections {
			sc := &v.Sections[j]
			for _, con := range sc.Contributions {
				if con.After.Question.Key == key {
					t.Rows = append(t.Rows, doc.Row(v.View.Framework.Short+": "+sc.After.Title, contributionSum(sc, con), assess.ChangeText(con.Change), change(sc.Matched)))
				}
			}
		}
	}
	return t
}

func contributionSum(sc *assess.SectionChange, con assess.Contribution) string {
	return fmt.Sprintf("100 × %d × (%d - %d) / (3 × %d)", con.After.Weight, con.After.Points, con.Before.Points, sc.Weight)
}

// requirementsOf returns the changes of the requirements a question speaks for.
func requirementsOf(c *assess.Comparison, key string) []assess.RequirementChange {
	var list []assess.RequirementChange
	for i := range c.Views {
		for j := range c.Views[i].Sections {
			for _, r := range c.Views[i].Sections[j].Requirements {
				for _, it := range r.After.Items {
					if it.Question.Key == key {
						list = append(list, r)
					}
				}
			}
		}
	}
	return list
}

// requirementBetween shows the questions of a requirement in both quarters and
// the one that decides.
func requirementBetween(c *assess.Comparison, f *frameworks.Framework, req *frameworks.Requirement) *doc.Document {
	d := emptyBetween(c, fmt.Sprintf("%s %s", req.ID, req.Title))
	r, sc := requirementChange(c, req.ID)
	if r == nil {
		d.Blocks = append(d.Blocks, doc.Noted("%s %s is not in both quarters with this requirement, so there is nothing to compare.", f.Title, f.Version))
		return d
	}
	t := requirementTable([]assess.RequirementChange{*r}, true)
	t.Rows = append(t.Rows, doc.Row("Decided by", weakestKey(r.Before), weakestKey(r.After)))
	d.Blocks = append(d.Blocks, doc.Headed(1, "Status"), t, doc.Say("A requirement is as far along as its weakest question that applies."))
	d.Blocks = append(d.Blocks, doc.Headed(1, "Its questions"), termsTable(c, sc, keySet(r)))
	d.Blocks = append(d.Blocks, doc.Headed(1, "The section: "+sc.After.Title))
	d.Blocks = append(d.Blocks, sectionSum(sc)...)
	return d
}

func weakestKey(r *assess.Requirement) string {
	if r == nil || r.Weakest == nil {
		return ""
	}
	return r.Weakest.Question.Key
}

// keySet returns the keys of a requirement's questions in either quarter.
func keySet(r *assess.RequirementChange) map[string]bool {
	keys := map[string]bool{}
	for _, side := range []*assess.Requirement{r.Before, r.After} {
		if side == nil {
			continue
		}
		for _, it := range side.Items {
			keys[it.Question.Key] = true
		}
	}
	return keys
}

func requirementChange(c *assess.Comparison, id string) (*assess.RequirementChange, *assess.SectionChange) {
	for i := range c.Views {
		for j := range c.Views[i].Sections {
			sc := &c.Views[i].Sections[j]
			for k := range sc.Requirements {
				if sc.Requirements[k].After.ID == id {
					return &sc.Requirements[k], sc
				}
			}
		}
	}
	return nil, nil
}

// termsTable lists questions with the terms of both quarters: first those that
// were compared and moved, in the order of the comparison.
func termsTable(c *assess.Comparison, sc *assess.SectionChange, keys map[string]bool) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: "Question", Width: 3}, {Title: "Before", Width: 3}, {Title: "Now", Width: 3},
		{Title: "What happened", Width: 3}, {Title: "Weight × points", Width: 3}, {Title: "Adds", Width: 2, Right: true},
	}}
	adds := map[string]*big.Rat{}
	for _, con := range sc.Contributions {
		adds[con.After.Question.Key] = con.Change
	}
	for _, q := range c.Questions {
		key := question(q).Key
		if !keys[key] {
			continue
		}
		sum, added := "not compared", doc.Dash
		if q.Compared() {
			sum = fmt.Sprintf("%d × (%d - %d)", q.After.Weight, q.After.Points, q.Before.Points)
			added = change(orZero(adds[key]))
		}
		t.Rows = append(t.Rows, doc.Row(key, said(q.Before), said(q.After), q.Kind.String(), sum, added))
	}
	return t
}

func orZero(r *big.Rat) *big.Rat {
	if r == nil {
		return new(big.Rat)
	}
	return r
}
