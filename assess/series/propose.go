package series

import (
	"fmt"
	"slices"

	"hygeia/assess"
	"hygeia/frameworks"
)

// Proposal is a target that a sheet suggests for a question. A person accepts it.
type Proposal struct {
	Question  *frameworks.Question
	Level     frameworks.Level // the highest that the sheet wants of what the question speaks for
	Now       frameworks.Level // the target as it is
	Usual     frameworks.Level
	Why       string // "PR.AA-03: Tier 4 (Adaptive)"
	Essential bool   // the question serves an Essential goal
	Problem   string // why it may not stand as it is; "" if it may
}

// Proposed is what the targets of a sheet come to.
type Proposed struct {
	Proposals []Proposal // in the order of the questions
	Same      int        // questions whose target is that already
	Coarse    int        // targets of whole categories, which are none of a question's
	Unasked   []string   // ids with a target that no question of this quarter speaks for
}

// Propose turns the targets of a sheet into targets of questions: of each requirement
// the latest target, as the level nearest to it, for the questions asked for it. A
// question that speaks for several takes the highest. What a sheet wants of a category
// says nothing about the questions below it.
func (s *Series) Propose(lib *frameworks.Library, a *assess.Assessment, approver string) Proposed {
	var out Proposed
	best := map[string]*Proposal{}
	asked := map[string]bool{}
	for _, q := range assess.AskedQuestions(lib, a.Frameworks, a.Organization.Size) {
		asked[q.Key] = true
	}
	now := func(q *frameworks.Question) frameworks.Level {
		if own, ok := a.Targets[q.Key]; ok {
			return own.Level
		}
		return lib.DefaultTarget(q, a.Organization.Size)
	}
	for _, row := range s.Rows {
		d, ok := Latest(row.Targets)
		level, isLevel := d.Value.Level(s.aim())
		if !ok || !isLevel || row.Excluded {
			continue
		}
		ids := row.Went
		if len(ids) == 0 {
			ids = []string{row.ID}
		}
		for _, id := range ids {
			_, req, known := lib.Requirement(id)
			if !known {
				out.Coarse++
				continue
			}
			speak := slices.DeleteFunc(slices.Clone(req.Questions), func(q *frameworks.Question) bool { return !asked[q.Key] })
			for q, level := range reaching(speak, level, now) {
				take(best, q, level, wanted(row, id, d.Value.Says(s.aim())))
			}
			if len(speak) == 0 && !slices.Contains(out.Unasked, id) {
				out.Unasked = append(out.Unasked, id)
			}
		}
	}
	for _, q := range lib.Questions {
		p := best[q.Key]
		if p == nil {
			continue
		}
		p.Essential = lib.Tier(q) == frameworks.Essential
		p.Usual = lib.DefaultTarget(q, a.Organization.Size)
		p.Now = now(q)
		if p.Now == p.Level {
			out.Same++
			continue
		}
		if p.Level != p.Usual {
			p.Problem = assess.Target{Level: p.Level, Reason: s.Reason(*p), Approver: approver}.Problem(lib, q, a.Organization.Size)
		}
		out.Proposals = append(out.Proposals, *p)
	}
	return out
}

// reaching returns how far each question of an outcome is to reach so that the
// outcome reaches a level. It is as far as its weakest question: what is meant to
// reach further stays so, unless the outcome is wanted at less than all of them.
func reaching(speak []*frameworks.Question, level frameworks.Level, now func(*frameworks.Question) frameworks.Level) map[*frameworks.Question]frameworks.Level {
	lowest := frameworks.Yes
	for _, q := range speak {
		lowest = min(lowest, now(q))
	}
	reach := map[*frameworks.Question]frameworks.Level{}
	for _, q := range speak {
		reach[q] = level
		if level >= lowest {
			reach[q] = max(level, now(q))
		}
	}
	return reach
}

// take keeps the highest of the levels that a question is wanted at.
func take(best map[string]*Proposal, q *frameworks.Question, level frameworks.Level, why string) {
	if p := best[q.Key]; p == nil || level > p.Level {
		best[q.Key] = &Proposal{Question: q, Level: level, Why: why}
	}
}

// wanted says which id wants what.
func wanted(row Row, id, says string) string {
	if len(row.Went) > 0 {
		return fmt.Sprintf("%s, by way of %s: %s", id, row.ID, says)
	}
	return fmt.Sprintf("%s: %s", id, says)
}

// Reason is the reason that is kept with a target that was accepted.
func (s *Series) Reason(p Proposal) string {
	return fmt.Sprintf("The sheet %s wants it (%s).", s.Name, p.Why)
}
