package series

import (
	"slices"
	"strings"

	"hygeia/assess/sheet"
	"hygeia/frameworks/words"
)

var stepsOnly = words.Pattern(`^(?: ?\( ?[A-Za-z0-9]{1,4} ?\))+`)

// joinCitations puts a citation together that stands in two columns, as "164.308" beside
// "(a)(1)(ii)(A)". The section may stand only where it begins. A step that the second
// column repeats or replaces, as in "164.308(a)(1)(i)" beside "(ii)(A)", stands once.
func joinCitations(s *sheet.Sheet, f *family) {
	for c := 1; c < width(s); c++ {
		from, joined := "", map[int]string{}
		filled := 0
		for r := range s.Rows {
			cell := s.Cell(r, c)
			if left := findHIPAA(s.Cell(r, c-1)); len(left) == 1 {
				from = left[0].key
			}
			if cell == "" {
				continue
			}
			if from != "" {
				filled++
			}
			steps := stepsOnly().FindString(cell)
			if id := f.cited(from, steps); id != "" {
				joined[r] = id + cell[len(steps):]
			}
		}
		if len(joined) > 1 && 10*len(joined) >= 7*filled {
			for r, text := range joined {
				s.Rows[r][c] = text
			}
		}
	}
}

// cited returns the citation that steps lead to from another, "" where there is none.
func (f *family) cited(from, steps string) string {
	if from == "" || steps == "" || len(f.editions) == 0 {
		return ""
	}
	base := strings.Split(from, "|")
	more := normHIPAA("164.0" + steps)
	_, more, _ = strings.Cut(more, "|")
	for keep := len(base); keep > 0; keep-- {
		key := strings.Join(append(slices.Clone(base[:keep]), more), "|")
		if x := f.editions[0].look(key); x != nil {
			return x.id
		}
	}
	return ""
}
