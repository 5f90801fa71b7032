package frameworks

import (
	"fmt"
	"slices"
)

// FoundationID is the id and short name of the foundation: the first rungs of
// the ladder as a set that can be asked like a framework. It is no published
// catalog.
const FoundationID = "foundation"

// hasFoundation reports whether the content brought a ladder with a foundation.
// Content that borrows its ladder was never asked one.
func (l *loader) hasFoundation() bool {
	ladder := l.lib.Ladder
	return ladder != nil && !ladder.First && len(ladder.Rungs) > 0 && ladder.Rungs[0].Foundation
}

// addFoundation puts the foundation among the frameworks, right after the
// Essential goals: it is asked next after them.
func (l *loader) addFoundation() {
	if l.hasFoundation() {
		l.lib.addFoundation()
	}
}

func (l *Library) addFoundation() {
	f := l.foundation()
	at := slices.IndexFunc(l.Frameworks, func(f *Framework) bool { return f.ID == EssentialID })
	l.Frameworks = slices.Insert(l.Frameworks, at+1, f)
	for i := range f.Sections {
		section := &f.Sections[i]
		for _, r := range section.Requirements(0) {
			for _, q := range r.Questions {
				after := slices.IndexFunc(l.serves[q.Key], func(s Served) bool { return s.Framework.ID != EssentialID })
				if after < 0 {
					after = len(l.serves[q.Key])
				}
				l.serves[q.Key] = slices.Insert(l.serves[q.Key], after, Served{f, section, r})
			}
		}
	}
}

// foundation returns the foundation rungs as a framework: a section for each
// rung and a requirement for each question, under the question's key, by which
// it is found too.
func (l *Library) foundation() *Framework {
	f := &Framework{
		ID: FoundationID, Short: FoundationID, Title: "The foundation: what comes first everywhere",
		Version: l.Ladder.Version, Publisher: "hygeia", Standing: "our judgment", Notice: l.Ladder.Notice,
	}
	for _, rung := range l.Ladder.Rungs {
		if !rung.Foundation {
			continue
		}
		var rs []*Requirement
		for _, p := range rung.Places {
			q := l.questions[p.Key]
			if q == nil {
				continue // its file has a mistake
			}
			rs = append(rs, &Requirement{
				ID: q.Key, Title: q.Title, Questions: []*Question{q}, Extent: Full, Why: p.Why,
				Source: fmt.Sprintf("ours: place %d of the ladder", p.Number),
			})
		}
		f.Sections = append(f.Sections, Section{
			ID: fmt.Sprintf("rung-%d", rung.ID), Title: rung.Title, Groups: []Group{{Requirements: rs}},
		})
	}
	return f
}
