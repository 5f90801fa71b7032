package rows

import (
	"hygeia/assess"
	"hygeia/frameworks"
	"sync"
)

// Rows are rows of a table about a site and a quarter.
type Rows struct {
	Table  Table
	Period assess.Quarter
	Rows   []Row
}

// OfQuarter returns the rows about one quarter of a site. Before is the quarter
// before, nil if there is none; latest says that it is the site's latest finished one.
func OfQuarter(folder string, r, before *assess.Result, latest bool) []Rows {
	k := keyed{folder, r.Period}
	return []Rows{
		k.rows(quarters, []Row{quarterRow(r, latest)}),
		k.rows(answers, answerRows(r)),
		k.rows(members, memberRows(r)),
		k.rows(sections, sectionRows(r)),
		k.rows(goals, goalRows(r)),
		k.rows(gaps, gapRows(r, before)),
	}
}

// keyed puts folder and period before each row.
type keyed struct {
	folder string
	period assess.Quarter
}

func (k keyed) rows(t Table, list []Row) Rows {
	out := Rows{Table: t, Period: k.period}
	for _, row := range list {
		out.Rows = append(out.Rows, append(Row{k.folder, k.period.String()}, row...))
	}
	return out
}

func quarterRow(r *assess.Result, latest bool) Row {
	a := r.Assessment
	return Row{
		assess.Clean(a.Organization.Name), r.Status.String(), r.AsOf, r.Size.String(), r.Library.Version, r.Library.Digest, latest,
		r.Goals.Known, r.Goals.Met, r.Goals.Nearly, r.Goals.Another, r.Goals.Of, r.All.Asked, r.All.Answered, r.All.LeftOpen,
		r.Added.Asked, len(a.InheritedKeys()),
	}
}

// states are the words for how an answer counts.
var states = sync.OnceValue(func() map[assess.State]string {
	return map[assess.State]string{
		assess.Open: "open", assess.Levelled: "levelled", assess.OtherWay: assess.WordOtherWay,
		assess.NotApplicable: assess.WordNotApplicable, assess.Unknown: assess.WordUnknown,
	}
})

var tiers = sync.OnceValue(func() map[frameworks.Tier]string {
	return map[frameworks.Tier]string{frameworks.Rest: "rest", frameworks.Enhanced: "enhanced", frameworks.Essential: "essential"}
})

func answerRows(r *assess.Result) []Row {
	var list []Row
	for _, it := range r.Items {
		ans := it.Answer
		from := ""
		if it.From != "" {
			from = r.Assessment.Inherits.From
		}
		list = append(list, Row{
			it.Question.Key, it.Question.Title, it.Question.Revision, it.Added, tiers()[it.Tier], it.Weight, states()[it.State], ans.Word(),
			it.Points, it.Proven, int(it.Target), int(it.Usual), it.Gap, ans.Left != assess.NotLeft, it.Incomplete, it.Stale,
			ans.Recorded, ans.Effective, ans.Review, ans.Change.String(), ans.Changed.String(), ans.Carried.String(), from,
		})
	}
	return list
}

// asked calls do for each section of the frameworks that are asked.
func asked(r *assess.Result, do func(*assess.View, *assess.Section)) {
	for i := range r.Views {
		if v := &r.Views[i]; v.Asked {
			for j := range v.Sections {
				do(v, &v.Sections[j])
			}
		}
	}
}

func memberRows(r *assess.Result) []Row {
	var list []Row
	asked(r, func(v *assess.View, s *assess.Section) {
		for _, it := range s.Items {
			list = append(list, Row{v.Framework.ID, s.ID, it.Question.Key})
		}
	})
	return list
}

func sectionRows(r *assess.Result) []Row {
	var list []Row
	asked(r, func(v *assess.View, s *assess.Section) {
		var score any
		if s.HasScore() {
			score = percent(s.Tally.Score())
		}
		t := s.Tally
		list = append(list, Row{
			v.Framework.ID, s.ID, s.Title, s.ScoreText(), score, percent(t.Low()), percent(t.High()),
			t.Earned, t.Levelled, t.Unknown, t.Open, t.Excluded, s.Asked, s.Answered, s.Reach.Part, s.Reach.Whole, s.Color.String(),
		})
	})
	return list
}

// percent is the whole percent as it is printed, nil for a share that says nothing.
func percent(s assess.Share) any {
	if p, ok := s.Percent(); ok {
		return p
	}
	return nil
}

func goalRows(r *assess.Result) []Row {
	var list []Row
	asked(r, func(v *assess.View, s *assess.Section) {
		if v.Framework.ID != frameworks.EssentialID || s.ID != frameworks.EssentialSection {
			return
		}
		for _, req := range s.Requirements {
			list = append(list, Row{req.ID, req.Title, req.Status.String()})
		}
	})
	return list
}

func gapRows(r, before *assess.Result) []Row {
	var list []Row
	for i, a := range assess.Actions(r, before) {
		var rung any
		if a.Place != nil {
			rung = a.Place.Rung.ID
		}
		list = append(list, Row{
			i + 1, a.Item.Question.Key, a.Kind.String(), a.Tier, rung, a.Item.Gap, a.Effort.String(), a.Money, a.Board, a.Fell,
			a.Decision.Kind.String(), a.Decision.Date(), a.Overdue,
		})
	}
	return list
}
