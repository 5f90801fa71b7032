package series

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/frameworks/words"
)

// Line says in words what a row says: its latest score, those before it, and its
// target; "" where it says none of them.
func (s *Series) Line(r Row) string {
	var parts []string
	values := slices.SortedStableFunc(slices.Values(r.Values), func(x, y Dated) int { return y.Period.compare(x.Period) })
	for i, d := range values {
		text := d.Value.Says(s.Scale)
		if at := d.Period.Says(); at != "" && (len(values) > 1 || d.Period != Current) {
			text += fmt.Sprintf(" (%s)", at)
		}
		if i == 1 {
			text = "before that " + text
		}
		parts = append(parts, text)
	}
	if r.Excluded {
		parts = append(parts, "that it is out of scope")
	}
	for _, d := range r.Targets {
		parts = append(parts, words.Join(" ", "target", string(d.Period), d.Value.Says(s.aim())))
	}
	for _, d := range r.Plans {
		parts = append(parts, words.Join(" ", "expected", string(d.Period), d.Value.Says(s.Scale)))
	}
	return strings.Join(parts, ", ")
}

// Says names a period to people.
func (p Period) Says() string {
	switch p {
	case Current:
		return "current"
	case Previous:
		return "the time before"
	}
	return string(p)
}

// Origin says of a row about an id that is used no longer, of a part, or of a whole
// category what it is about; "" of one that is about the id itself.
func (r Row) Origin(id string) string {
	var parts []string
	switch {
	case len(r.Went) > 0:
		parts = append(parts, fmt.Sprintf("under %s, which went here", r.ID))
	case !strings.EqualFold(r.ID, id):
		parts = append(parts, fmt.Sprintf("of all of %s, and not of this alone", r.ID))
	}
	if r.Part != "" {
		parts = append(parts, "for "+r.Part)
	}
	return strings.Join(parts, ", ")
}
