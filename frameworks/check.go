package frameworks

import (
	"maps"
	"slices"
	"strings"

	"hygeia/frameworks/strictyaml"
)

// check holds the files against each other, once all are read, and fills the
// look-ups that need all of them.
func (l *loader) check() {
	l.rankAndServe()
	l.checkWithdrawn()
	if l.blind {
		return // what seems to be missing may stand in the file that cannot be read
	}
	if !l.hasLimits {
		l.general = append(l.general, "no file has the schema "+thresholdsSchema+"; it holds the numbers of the scoring")
	}
	if l.lib.Ladder == nil {
		l.borrowLadder()
	}
	l.checkLadder()
	l.checkEfforts()
	l.addFoundation()
	l.checkNeeds()
	l.checkServes()
	l.checkOutcomes()
	l.checkInsteads()
	l.checkHelp()
	for _, c := range l.catalogs {
		c.checkCounts()
		c.checkEssential()
		c.checkHeirs()
	}
}

// rankAndServe notes for each question what it serves and its tier.
func (l *loader) rankAndServe() {
	for _, c := range l.catalogs {
		for _, r := range c.requirements {
			for _, q := range r.Requirement.Speakers() {
				l.lib.serves[q.Key] = append(l.lib.serves[q.Key], r.Served)
				if c.ID == EssentialID {
					l.lib.tiers[q.Key] = max(l.lib.tiers[q.Key], tierOf(r.Section))
				}
			}
		}
	}
	maps.DeleteFunc(l.lib.tiers, func(_ string, t Tier) bool { return t == Rest })
}

// tierOf returns the tier of a section of the HPH catalog.
func tierOf(s *Section) Tier {
	switch s.ID {
	case EssentialSection:
		return Essential
	case EnhancedSection:
		return Enhanced
	}
	return Rest
}

// checkNeeds looks for prerequisites that do not exist or go in a circle.
func (l *loader) checkNeeds() {
	for _, q := range l.questions {
		for _, need := range q.needs {
			if l.lib.questions[need.word] == nil {
				need.node.Errorf("needs %q: there is no such question; %s", need.word, strictyaml.Suggest(need.word, l.knownQuestions()))
			}
		}
	}
	l.checkCircles()
}

// checkCircles follows the prerequisites from question to question and records
// each circle once, at the line that closes it.
func (l *loader) checkCircles() {
	places := make(map[string]*questionPlace, len(l.questions))
	for _, q := range l.questions {
		if places[q.Key] == nil {
			places[q.Key] = q
		}
	}
	done := map[string]bool{}
	var path []string
	var follow func(q *questionPlace)
	follow = func(q *questionPlace) {
		path = append(path, q.Key)
		for _, need := range q.needs {
			if at := slices.Index(path, need.word); at >= 0 {
				circle := append(slices.Clone(path[at:]), need.word)
				need.node.Errorf("needs: go in a circle: %s", strings.Join(circle, " needs "))
				continue
			}
			if next := places[need.word]; next != nil && !done[need.word] {
				follow(next)
			}
		}
		path = path[:len(path)-1]
		done[q.Key] = true
	}
	for _, q := range l.questions {
		if !done[q.Key] {
			follow(q)
		}
	}
}

// checkServes looks for questions nothing asks: neither a framework nor the
// foundation.
func (l *loader) checkServes() {
	for _, q := range l.questions {
		if q.Key == "" || l.hasFoundation() && l.lib.Ladder.Foundation(q.Key) || slices.ContainsFunc(l.lib.serves[q.Key], q.askedBy) {
			continue
		}
		if len(l.lib.serves[q.Key]) == 0 {
			q.key.Errorf("question %q serves no requirement; name it in a catalog", q.Key)
			continue
		}
		q.key.Errorf("question %q only counts and is never asked; name it under questions in a catalog", q.Key)
	}
}

func (q *questionPlace) askedBy(s Served) bool { return s.Requirement.Asks(q.Question) }

// knownQuestions returns the keys of all questions, sorted.
func (l *loader) knownQuestions() []string { return slices.Sorted(maps.Keys(l.lib.questions)) }

// checkWithdrawn refuses ids a publisher took back, in any catalog and in the
// resources, so that an outdated one is told from a mistyped one.
func (l *loader) checkWithdrawn() {
	withdrawn := map[string]*Framework{}
	for _, c := range l.catalogs {
		for _, w := range c.Withdrawn {
			withdrawn[strings.ToUpper(w.ID)] = c.Framework
		}
	}
	refuse := func(r ref) {
		if f := withdrawn[strings.ToUpper(r.word)]; f != nil && r.word != "" {
			r.node.Errorf("id %q was withdrawn by %s in version %s", r.word, f.Publisher, f.Version)
		}
	}
	for _, c := range l.catalogs {
		for _, r := range c.ids {
			refuse(r)
		}
	}
	for _, r := range l.csfRefs {
		refuse(r)
	}
}

// checkOutcomes looks for CSF ids in resources that the loaded CSF does not have.
func (l *loader) checkOutcomes() {
	for _, c := range l.catalogs {
		if c.ID != CSFID {
			continue
		}
		var known []string
		for _, w := range c.Withdrawn { // already told
			known = append(known, w.ID)
		}
		for _, r := range c.ids {
			known = append(known, r.word)
		}
		ids := make(map[string]bool, len(known))
		for _, id := range known {
			ids[id] = true
		}
		for _, r := range l.csfRefs {
			if !ids[r.word] {
				r.node.Errorf("csf %q: there is no such category or subcategory; %s", r.word, strictyaml.Suggest(r.word, known))
			}
		}
	}
}

// checkEssential holds the Essential goals to "full": "k of 10 met" would
// otherwise say more than was asked (SCORING 5).
func (c *catalogPlace) checkEssential() {
	if c.ID != EssentialID {
		return
	}
	for _, r := range c.requirements {
		if tierOf(r.Section) != Essential {
			continue
		}
		if r.Requirement.Extent != Full {
			r.extent.Errorf("extent: Essential goal %s must be full", r.Requirement.ID)
		}
		if r.counts.Present() {
			r.counts.Errorf("counts: all questions of Essential goal %s are asked; name them under questions", r.Requirement.ID)
		}
	}
}
