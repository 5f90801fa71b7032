package rollup

import (
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/assess/ledger"
	"hygeia/frameworks"
)

// Of returns what a site's quarter comes to. Before is the finished quarter before
// it, nil if there is none. Titles that the shipped content has are not repeated.
// The open matters of its ledger are added with [Site.Remember].
func (s *Signs) Of(shipped *frameworks.Library, now, before *assess.Result) Site {
	site := Site{
		Name: strings.Clone(assess.Clean(now.Assessment.Organization.Name)), // a part of the file's text would keep all of it
		Size: now.Size.String(), Period: now.Period,
		Draft: now.Status == assess.Draft, AsOf: now.AsOf, Version: now.Library.Version, Digest: now.Library.Digest,
		Goals: now.Goals, All: score("", &now.All, ""), Own: len(now.Added.Items),
	}
	site.Self = len(now.Items) > 0
	for _, it := range now.Items {
		if it.Added {
			continue
		}
		if it.Tier == frameworks.Essential && (it.State == assess.Open || it.Answer.Left != assess.NotLeft) {
			site.Self = false
		}
		if it.State != assess.NotApplicable {
			site.Items = append(site.Items, s.item(shipped, now, it))
		}
	}
	if keys := now.Assessment.InheritedKeys(); len(keys) > 0 {
		in := now.Assessment.Inherits
		site.Taken = []Taken{{strings.Clone(in.From), in.Period, len(keys)}}
	}
	for i := range now.Views {
		site.view(s, shipped, now, &now.Views[i])
	}
	site.Change = changeOf(shipped, now, before)
	return site
}

func (s *Signs) item(shipped *frameworks.Library, r *assess.Result, it *assess.Item) Item {
	rung, on := r.Library.Ladder.Rung(it.Question.Key)
	from := ""
	if it.From != "" {
		from = strings.Clone(r.Assessment.Inherits.From)
	}
	first := it.Tier == frameworks.Essential || on && rung.ID == 1
	return Item{
		Key: it.Question.Key, Revision: it.Question.Revision, Title: titleBeside(shipped, it.Question),
		From: from, State: it.State, Points: it.Points, Gap: it.Gap, Target: it.Target,
		First: first && it.Gap > 0 && it.Points < int(frameworks.Mostly),
	}
}

// titleBeside is the title of a question that the shipped content does not have.
func titleBeside(shipped *frameworks.Library, q *frameworks.Question) string {
	if _, known := shipped.Question(q.Key); known {
		return ""
	}
	return q.Title
}

// view adds a framework's sections if it is asked; of the Essential goals, each.
func (site *Site) view(s *Signs, shipped *frameworks.Library, r *assess.Result, v *assess.View) {
	if !v.Asked || r.Library.OwnFramework(v.Framework) {
		return
	}
	for i := range v.Sections {
		sec := &v.Sections[i]
		sign := s.section(r.Library, v.Framework.ID, sec)
		if v.Framework.ID == frameworks.EssentialID && sec.ID == frameworks.EssentialSection {
			site.goals(s, shipped, r.Library, sec)
			continue
		}
		sc := score(v.Framework.ID, &sec.Group, sign)
		if s.title(shipped, v.Framework.ID, sec.ID) == sc.Title {
			sc.Title = ""
		}
		site.Scores = append(site.Scores, sc)
	}
}

func (site *Site) goals(s *Signs, shipped, lib *frameworks.Library, sec *assess.Section) {
	for i := range sec.Requirements {
		req := &sec.Requirements[i]
		if req.Status == assess.ReqDoesNotApply {
			continue
		}
		g := Goal{ID: req.ID, Status: req.Status, Sign: s.requirement(lib, req.Requirement)}
		if _, known, ok := shipped.Requirement(req.ID); !ok || known.Title != req.Title {
			g.Title = req.Title
		}
		site.Goal = append(site.Goal, g)
	}
}

func score(framework string, g *assess.Group, sign string) Score {
	return Score{
		Framework: framework, ID: g.ID, Title: g.Title, Sign: sign, Single: g.HasScore(),
		Score: g.Tally.Score(), Low: g.Tally.Low(), High: g.Tally.High(), Text: g.ScoreText(), Color: g.Color,
	}
}

func changeOf(shipped *frameworks.Library, now, before *assess.Result) *Change {
	if before == nil {
		return nil
	}
	out := &Change{From: before.Period, Goals: before.Goals, NewContent: before.Library.Digest != now.Library.Digest}
	for _, q := range assess.Changes(before, now) {
		if q.After == nil || q.After.Added {
			continue
		}
		switch q.Kind {
		case assess.Fell:
			out.Fell = append(out.Fell, move(shipped, q))
		case assess.SetAside:
			out.SetAside = append(out.SetAside, move(shipped, q))
		case assess.Rose:
			out.Rose++
		case assess.CorrectedAnswer:
			out.Corrected++
		}
	}
	return out
}

func move(shipped *frameworks.Library, q assess.QuestionChange) Move {
	return Move{
		Key: q.After.Question.Key, Title: titleBeside(shipped, q.After.Question),
		From: q.Before.Answer.Name(), To: q.After.Answer.Name(), Corrected: q.Corrected,
	}
}

// Remember adds the open matters of the site's ledger that have a date. Those
// about a question of the site's own are left out, like the question.
func (site *Site) Remember(shipped *frameworks.Library, r *assess.Result, matters []ledger.Matter) {
	for _, m := range matters {
		q, known := r.Library.Question(m.Question)
		if !m.Closed.IsZero() || m.Date().IsZero() || !known || r.Library.Own(q) {
			continue
		}
		decided, _ := m.Decision()
		site.Matters = append(site.Matters, Matter{
			Number: m.Number, Question: q.Key, Title: titleBeside(shipped, q),
			Date: m.Date(), Asks: m.Asks(), Decided: decided.Said.Kind.String(),
		})
	}
	slices.SortFunc(site.Matters, func(a, b Matter) int { return a.Number - b.Number })
}
