package rollup

import (
	"cmp"
	"slices"

	"hygeia/assess"
	"hygeia/frameworks"
)

// Line is one section of a framework over the sites that are asked it.
type Line struct {
	Framework, ID string
	Title         string
	Asked         int    // counted sites that are asked the framework
	Score         Spread // over those with a single score and the same questions
	Low, High     string // the lowest and the highest end of the ranges of all that are asked the same
	NoScore       int    // asked the same, and only a range or nothing may be shown
	Other         int    // sites whose content has other questions there; in no figure beside
	At            []At   // the sites asked it, in the order of the rows
}

// At is a section at one site.
type At struct {
	Row  *Row
	Same bool // the same questions as most
	Score
}

func (r *Rollup) sections() {
	at := map[[2]string]int{}
	for _, row := range r.those() {
		for _, s := range row.Scores {
			name := [2]string{s.Framework, s.ID}
			i, known := at[name]
			if !known {
				i = len(r.Sections)
				at[name] = i
				r.Sections = append(r.Sections, Line{Framework: s.Framework, ID: s.ID, Title: r.ScoreTitle(&s)})
			}
			r.Sections[i].At = append(r.Sections[i].At, At{Row: row, Score: s})
		}
	}
	for i := range r.Sections {
		r.Sections[i].fill()
	}
	place := map[string]int{}
	for _, f := range r.library.Frameworks {
		for _, s := range f.Sections {
			place[f.ID+" "+s.ID] = len(place) + 1
		}
	}
	slices.SortFunc(r.Sections, func(a, b Line) int { return byPlace(place, a.Framework+" "+a.ID, b.Framework+" "+b.ID) })
}

// byPlace compares two names by their place; what has none comes last, by name.
func byPlace(place map[string]int, a, b string) int {
	x, y := place[a], place[b]
	if x == 0 || y == 0 {
		return cmp.Or(cmp.Compare(y, x), cmp.Compare(a, b))
	}
	return cmp.Compare(x, y)
}

// ScoreTitle returns the title of a section.
func (r *Rollup) ScoreTitle(s *Score) string {
	if title, known := sectionTitle(r.library, s.Framework, s.ID); known && s.Title == "" {
		return title
	}
	return s.Title
}

func sectionTitle(lib *frameworks.Library, framework, section string) (string, bool) {
	f, err := lib.Framework(framework)
	if err != nil {
		return "", false
	}
	for i := range f.Sections {
		if f.Sections[i].ID == section {
			return f.Sections[i].Title, true
		}
	}
	return "", false
}

func (l *Line) fill() {
	var signs []string
	for _, a := range l.At {
		signs = append(signs, a.Sign)
	}
	sign := most(signs)
	var scores []value
	var lows, highs []assess.Share
	for i := range l.At {
		a := &l.At[i]
		l.Asked++
		a.Same = a.Sign == sign
		switch {
		case !a.Same:
			l.Other++
			continue
		case a.Single:
			scores = append(scores, value{a.Row, a.Score.Score, a.Text})
		default:
			l.NoScore++
		}
		if a.Low.Known() {
			lows, highs = append(lows, a.Low), append(highs, a.High)
		}
	}
	l.Score = spread(scores)
	if len(lows) > 0 {
		l.Low, l.High = slices.MinFunc(lows, compareShares).Printed(), slices.MaxFunc(highs, compareShares).Printed()
	}
}
