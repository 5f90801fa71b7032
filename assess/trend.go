package assess

import "slices"

// Trend is a row of quarters of one organization, oldest first (SCORING 8). It
// only lines up what each quarter says; nothing is filled in or averaged.
type Trend struct {
	Quarters []TrendQuarter // every quarter from the first saved to the last, missing ones too
	Views    []ViewTrend    // the frameworks that the last quarter knows, in its order
}

// TrendQuarter is one place in the row.
type TrendQuarter struct {
	Period     Quarter
	Result     *Result // nil where no quarter is saved or it is left out
	NewContent bool    // answered against other content than the saved quarter before it
}

// ViewTrend is one framework over the quarters.
type ViewTrend struct {
	View     *View // of the last quarter
	Sections []SectionTrend
}

// SectionTrend is one section over the quarters.
type SectionTrend struct {
	Section      *Section // of the last quarter
	Cells        []*Group // one a quarter; nil without a quarter, or where its content has no such section
	Requirements []RequirementTrend
}

// RequirementTrend is one requirement over the quarters.
type RequirementTrend struct {
	Requirement *Requirement   // of the last quarter
	Cells       []*Requirement // one a quarter; nil like a section's
}

// NewTrend lines up the results of one organization, in any order; of two of
// the same quarter the later in the list counts. Without results it is empty.
func NewTrend(results []*Result) *Trend {
	t := &Trend{}
	sorted := byPeriod(results)
	if len(sorted) == 0 {
		return t
	}
	last := sorted[len(sorted)-1]
	var before *Result
	for q := sorted[0].Period; last.Period.Since(q) >= 0; q = q.Next() {
		place := TrendQuarter{Period: q}
		if sorted[0].Period == q {
			place.Result = sorted[0]
			place.NewContent = before != nil && before.Library.Digest != place.Result.Library.Digest
			before, sorted = sorted[0], sorted[1:]
		}
		t.Quarters = append(t.Quarters, place)
	}
	for i := range last.Views {
		t.Views = append(t.Views, t.view(&last.Views[i]))
	}
	return t
}

// byPeriod returns the results oldest first, each quarter once.
func byPeriod(results []*Result) []*Result {
	sorted := slices.Clone(results)
	slices.Reverse(sorted) // so that the later of two stays
	slices.SortStableFunc(sorted, func(a, b *Result) int { return a.Period.Since(b.Period) })
	return slices.CompactFunc(sorted, func(a, b *Result) bool { return a.Period == b.Period })
}

func (t *Trend) view(v *View) ViewTrend {
	out := ViewTrend{View: v}
	old := make([]*View, len(t.Quarters))
	for i, q := range t.Quarters {
		if q.Result != nil {
			old[i], _ = q.Result.View(v.Framework.ID)
		}
	}
	for i := range v.Sections {
		out.Sections = append(out.Sections, sectionTrend(&v.Sections[i], old))
	}
	return out
}

func sectionTrend(s *Section, views []*View) SectionTrend {
	out := SectionTrend{Section: s, Cells: make([]*Group, len(views))}
	for i := range s.Requirements {
		out.Requirements = append(out.Requirements, RequirementTrend{&s.Requirements[i], make([]*Requirement, len(views))})
	}
	for i, v := range views {
		old := v.section(s.ID)
		if old == nil {
			continue
		}
		out.Cells[i] = &old.Group
		for j := range out.Requirements {
			out.Requirements[j].Cells[i] = old.requirement(s.Requirements[j].ID)
		}
	}
	return out
}

// Saved returns the results in the row, oldest first.
func (t *Trend) Saved() []*Result {
	var saved []*Result
	for _, q := range t.Quarters {
		if q.Result != nil {
			saved = append(saved, q.Result)
		}
	}
	return saved
}

// Missing returns the quarters of the row that have no result.
func (t *Trend) Missing() []Quarter {
	var missing []Quarter
	for _, q := range t.Quarters {
		if q.Result == nil {
			missing = append(missing, q.Period)
		}
	}
	return missing
}

// Question returns what was said to a question, one item a quarter; nil where
// no quarter is saved or it was not asked.
func (t *Trend) Question(key string) []*Item {
	items := make([]*Item, len(t.Quarters))
	for i, q := range t.Quarters {
		if q.Result != nil {
			items[i] = q.Result.items[key]
		}
	}
	return items
}

// Whole compares the first quarter of the row with the last, step by step
// through those in between. It is nil without two quarters.
func (t *Trend) Whole() *Comparison {
	saved := t.Saved()
	if len(saved) < 2 {
		return nil
	}
	last := len(saved) - 1
	return Compare(saved[0], saved[last], saved[1:last]...)
}
