package series

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/frameworks/words"
)

// chooseFamily says which ids count where sheets hold those of two frameworks.
func (u *understanding) chooseFamily(all [][]*table) (*family, *Question, error) {
	if u.choices.Framework != "" {
		e := u.library.edition(u.choices.Framework)
		if e == nil {
			var ids []string
			for _, e := range u.editions {
				ids = append(ids, e.id)
			}
			return nil, nil, fmt.Errorf("framework %q: must be one of %s", u.choices.Framework, words.Or(ids))
		}
		return e.family, nil, nil
	}
	rows := map[*family]int{}
	for _, ts := range all {
		refer := len(ts) > 1 && slices.ContainsFunc(ts, func(t *table) bool { return !t.onlyRefers() })
		for _, t := range ts {
			if n := known(t); !refer || !t.onlyRefers() {
				rows[t.family] += n
			}
		}
	}
	var close []*family // those with almost as many rows as the first
	most := 0
	for _, f := range u.families {
		most = max(most, rows[f])
	}
	for _, f := range u.families {
		if rows[f] > 0 && 10*rows[f] >= 7*most {
			close = append(close, f)
		}
	}
	if named := slices.DeleteFunc(slices.Clone(close), func(f *family) bool { return !headedID(all, f) }); len(named) == 1 {
		return named[0], nil, nil
	}
	switch len(close) {
	case 0:
		return all[0][0].family, nil, nil
	case 1:
		return close[0], nil, nil
	}
	q := &Question{Flag: "framework", Text: "The rows have ids of several frameworks. Which of them do the scores belong to?"}
	for _, f := range close {
		q.Choices = append(q.Choices, Choice{f.editions[0].id, f.editions[0].title})
	}
	return nil, q, nil
}

// headedID reports whether a family's ids stand below a head that says that they are the
// ids of the rows, as in "CPG ID"; those beside them only refer.
func headedID(all [][]*table, f *family) bool {
	return slices.ContainsFunc(all, func(ts []*table) bool {
		return slices.ContainsFunc(ts, func(t *table) bool {
			return t.family == f && slices.ContainsFunc(t.ids, func(c int) bool {
				return slices.ContainsFunc(headWord().FindAllString(strings.ToLower(t.sheet.Cell(t.header, c)), -1), func(w string) bool { return w == "id" || w == "ids" }) || strings.HasSuffix(strings.TrimSpace(t.sheet.Cell(t.header, c)), "#")
			})
		})
	})
}

// known counts the rows whose id some edition of the family knows.
func known(t *table) int {
	n := 0
	for r := range t.marks {
		if slices.ContainsFunc(t.ids, func(c int) bool {
			return slices.ContainsFunc(t.mark(r, c).keys, func(key string) bool {
				return slices.ContainsFunc(t.family.editions, func(e *edition) bool { return e.entries[key] != nil })
			})
		}) {
			n++
		}
	}
	return n
}
