package rollup

import (
	"cmp"
	"slices"

	"hygeia/assess"
	"hygeia/frameworks"
)

// Practice is one shipped question over the counted sites that are asked it in the
// same meaning and to which it applies.
type Practice struct {
	Key, Title string
	Place      int // on the ladder; what is not on it comes after
	Asked      int
	No, Partly int // as counted: another way by what it reaches
	Unknown    int
	Other      int    // sites that are asked it in another meaning; in no figure beside
	Gaps       []*Row // the sites below their target, in the order of the rows
	Urgent     int    // of these, how many must not wait
	From       []Source
}

// Source is a parent whose answer several sites took over.
type Source struct {
	Folder string // as the sites name it from the common folder
	Gaps   int    // sites with that answer below their target
}

// Missed returns at how many sites the practice is not in place: No, Partly or
// Don't know.
func (p *Practice) Missed() int { return p.No + p.Partly + p.Unknown }

// offLadder comes after the last place of any ladder.
const offLadder = 1 << 20

func (r *Rollup) practices() {
	at, revisions := map[string]int{}, map[string][]int{}
	for _, row := range r.those() {
		for _, it := range row.Items {
			revisions[it.Key] = append(revisions[it.Key], it.Revision)
		}
	}
	same := map[string]int{} // the meaning that most sites are asked
	for key, list := range revisions {
		same[key] = most(list)
	}
	for _, row := range r.those() {
		for _, it := range row.Items {
			i, known := at[it.Key]
			if !known {
				i = len(r.Practices)
				at[it.Key] = i
				r.Practices = append(r.Practices, Practice{Key: it.Key, Title: r.Title(it.Key, it.Title), Place: r.place(it.Key)})
			}
			r.Practices[i].count(row, it, same[it.Key])
		}
	}
	slices.SortFunc(r.Practices, func(a, b Practice) int { return cmp.Or(cmp.Compare(a.Place, b.Place), cmp.Compare(a.Key, b.Key)) })
}

func (r *Rollup) place(key string) int {
	if p, ok := r.library.Ladder.Place(key); ok {
		return p.Number
	}
	return offLadder
}

func (p *Practice) count(row *Row, it Item, revision int) {
	if it.Revision != revision {
		p.Other++
		return
	}
	p.Asked++
	switch {
	case it.State == assess.Unknown, it.State == assess.Open:
		p.Unknown++
	case it.Points == int(frameworks.No):
		p.No++
	case it.Points == int(frameworks.Partly):
		p.Partly++
	}
	if it.Gap == 0 {
		return
	}
	p.Gaps = append(p.Gaps, row)
	if it.First {
		p.Urgent++
	}
	if it.From == "" {
		return
	}
	from := Beside(row.Folder, it.From)
	for i := range p.From {
		if p.From[i].Folder == from {
			p.From[i].Gaps++
			return
		}
	}
	p.From = append(p.From, Source{from, 1})
}

// Missed returns the practices that are not in place somewhere: at the most sites
// first, of two at as many the one with the fewer asked, then by the ladder.
func (r *Rollup) Missed() []Practice {
	return r.sorted(func(p *Practice) int { return p.Missed() }, 1)
}

// Shared returns the practices below target at two sites or more, for one action to
// help: at the most sites first, then by the ladder.
func (r *Rollup) Shared() []Practice {
	return r.sorted(func(p *Practice) int { return len(p.Gaps) }, 2)
}

func (r *Rollup) sorted(count func(*Practice) int, least int) []Practice {
	var list []Practice
	for _, p := range r.Practices {
		if count(&p) >= least {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(a, b Practice) int {
		return cmp.Or(cmp.Compare(count(&b), count(&a)), cmp.Compare(a.Asked, b.Asked))
	})
	return list
}
