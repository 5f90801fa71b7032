package exchange

import (
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

// Tell says what taking over comes to, a line each: what is set, what stays, what
// is taken away, and what there was no place for.
func (m *Merge) Tell() []string {
	var lines, kept []string
	for _, c := range m.Changes {
		switch {
		case c.Verdict == Keep && !c.gone:
			kept = append(kept, c.Name())
		case c.Verdict == Take && c.gone:
			lines = append(lines, fmt.Sprintf("%s: %s -> taken away", c.Name(), c.Ours))
		case c.Verdict == Take:
			line := fmt.Sprintf("%s: %s -> %s", c.Name(), c.Ours, c.Theirs)
			if len(c.Lost) > 0 {
				line += fmt.Sprintf(" (replaces the %s)", words.And(c.Lost))
			}
			lines = append(lines, line)
		}
	}
	for _, rest := range []struct {
		keys []string
		what string
	}{
		{m.Confirmed, "said again, so no longer only carried"},
		{kept, "kept as it is here"},
		{m.NotAsked, "taken over, but this quarter does not ask it; choose its framework with \"hygeia assess --framework\""},
		{m.Unknown, "not taken over: there is no such question here"},
		{m.Empty, "left empty in the file, so nothing changes there"},
	} {
		if len(rest.keys) > 0 {
			lines = append(lines, fmt.Sprintf("%s: %s", list(rest.keys), rest.what))
		}
	}
	for _, l := range m.LeftOut {
		lines = append(lines, fmt.Sprintf("%s: not taken over: %s", l.Key, l.Why))
	}
	return lines
}

// Count returns how many things are set, how many are taken away, and how many
// stay although the file says otherwise.
func (m *Merge) Count() (set, away, kept int) {
	for _, c := range m.Changes {
		switch {
		case c.Verdict == Take && c.gone:
			away++
		case c.Verdict == Take:
			set++
		case c.Verdict == Keep && !c.gone:
			kept++
		}
	}
	return set + len(m.Confirmed), away, kept
}

// Differences says in which answers, targets and decisions one state of a quarter
// differs from another, a line each.
func Differences(before, after *assess.Assessment) []string {
	const most = 20
	var lines []string
	for _, p := range partsOf(before, after) {
		if p.same(before, after) {
			continue
		}
		was, is := p.words(before), p.words(after)
		if was == is && p.what == "answer" {
			var names []string
			for _, b := range beside(before.Answers[p.key], after.Answers[p.key]) {
				names = append(names, b.name)
			}
			is += ", but another " + words.And(names)
		}
		lines = append(lines, fmt.Sprintf("%s: %s -> %s", Change{What: p.what, Key: p.key}.Name(), was, is))
	}
	if n := len(lines) - most; n > 0 {
		lines = append(lines[:most], fmt.Sprintf("and %d more", n))
	}
	return lines
}
