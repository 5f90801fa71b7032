package series

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"hygeia/frameworks/words"
)

// noScores asks for the column with the scores where no head names one, or says that
// there is none.
func (u *understanding) noScores() (*Question, error) {
	var could []Column
	for _, t := range u.tables {
		for i, c := range t.columns {
			scored, filled := t.scores(c.At - 1)
			if c.Means != Other || c.Head == "" || scored == 0 || 10*scored < 8*filled || never(c.Head) {
				continue
			}
			if u.isChosen(c) {
				t.columns[i].Means, t.columns[i].Period = Score, Current
				t.columns[i].Scale = readHead(c.Head).scale
				u.tables = []*table{t}
				return nil, nil
			}
			could = append(could, c)
		}
	}
	if len(could) == 0 {
		if !slices.ContainsFunc(u.tables, func(t *table) bool { return !t.isRegister() }) {
			return nil, errors.New("is a list of risks or of work to be done, in which ids only say what each is about; it has no scores of them, so there is nothing to keep")
		}
		if u.choices.Score == "" && u.ownWords() {
			return nil, nil
		}
		return nil, errors.New("has ids, but no column with scores or targets, so there is nothing to keep")
	}
	return columnQuestion("No head says which column has the scores. Which one is it?", could), nil
}

// ownWords takes a status in words of somebody's own where there is nothing else: it is
// kept as it stands, and no score is made of it.
func (u *understanding) ownWords() bool {
	for _, t := range u.tables {
		for i, c := range t.columns {
			if h := readHead(c.Head); c.Means == Other && h.means == Score && h.strength > 1 && t.labels(c.At-1) {
				t.columns[i].Means = Status
				u.tables = []*table{t}
				return true
			}
		}
	}
	return false
}

// never reports whether a head names what is never a score.
func never(text string) bool {
	means, _ := meansOf(headWord().FindAllString(strings.ToLower(text), -1))
	return means != Other || ruled(headWord().FindAllString(strings.ToLower(text), -1))
}

func columnQuestion(text string, columns []Column) *Question {
	q := &Question{Flag: "score", Text: text}
	for _, c := range columns {
		word := c.Head
		if slices.ContainsFunc(columns, func(other Column) bool { return other.At != c.At && strings.EqualFold(other.Head, c.Head) }) {
			word = c.Letter()
		}
		q.Choices = append(q.Choices, Choice{word, "column " + c.Letter()})
	}
	return q
}

// isChosen reports whether a person named that column as the one with the scores.
func (u *understanding) isChosen(c Column) bool {
	name := strings.TrimSpace(u.choices.Score)
	return name != "" && (strings.EqualFold(name, c.Head) || strings.EqualFold(name, c.Letter()))
}

// chooseColumns leaves one column for each time and meaning: the one whose head says
// most surely that it scores, numbers before words. Of two that are equal a person
// chooses. The other words become the status beside the score.
func (u *understanding) chooseColumns() (*Question, error) {
	if err := u.checkChosen(); err != nil {
		return nil, err
	}
	for _, t := range u.tables {
		for _, means := range []Means{Score, Target, Plan} {
			for _, same := range t.twice(means) {
				q, err := u.settle(t, means, same)
				if q != nil || err != nil {
					return q, err
				}
			}
		}
	}
	return nil, nil
}

func (u *understanding) checkChosen() error {
	if u.choices.Score == "" {
		return nil
	}
	var heads []string
	for _, t := range u.tables {
		for _, c := range t.columns {
			if u.isChosen(c) {
				return nil
			}
			if c.Head != "" {
				heads = append(heads, fmt.Sprintf("%q", c.Head))
			}
		}
	}
	return fmt.Errorf("has no column %q; its columns are %s", words.Line(u.choices.Score), words.Cut(words.And(heads), 300))
}

// twice returns the columns that mean the same at the same time, where there is more
// than one of them.
func (t *table) twice(means Means) [][]int {
	var order []Period
	groups := map[Period][]int{}
	for i, c := range t.columns {
		if c.Means == means {
			if groups[c.Period] == nil {
				order = append(order, c.Period)
			}
			groups[c.Period] = append(groups[c.Period], i)
		}
	}
	var all [][]int
	for _, p := range order {
		if len(groups[p]) > 1 {
			all = append(all, groups[p])
		}
	}
	return all
}

func (u *understanding) settle(t *table, means Means, same []int) (*Question, error) {
	best := slices.Clone(same)
	if i := slices.IndexFunc(same, func(i int) bool { return u.isChosen(t.columns[i]) }); i >= 0 && means == Score {
		best = same[i : i+1]
	}
	filled := slices.DeleteFunc(slices.Clone(best), func(i int) bool { n, _ := t.scores(i); return n == 0 })
	if len(filled) > 0 {
		best = filled
	}
	for _, weight := range []func(i int) int{
		func(i int) int { return t.columns[i].strength },
		func(i int) int { return min(1, t.numbers(i)) },
	} {
		most := 0
		for _, i := range best {
			most = max(most, weight(i))
		}
		best = slices.DeleteFunc(slices.Clone(best), func(i int) bool { return weight(i) < most })
	}
	best = slices.DeleteFunc(best, func(i int) bool { return i != best[0] && t.sameCells(best[0], i) })
	if len(best) > 1 && means == Score {
		var columns []Column
		for _, i := range best {
			columns = append(columns, t.columns[i])
		}
		return columnQuestion(fmt.Sprintf("%s have scores of the same time. Which one is to be read?", words.And(quoted(columns))), columns), nil
	}
	for _, i := range same {
		if i == best[0] {
			continue
		}
		t.columns[i].Means, t.columns[i].Period, t.columns[i].Scale = Other, "", Scale{}
		if means == Score && t.numbers(i) == 0 && !slices.ContainsFunc(t.columns, func(c Column) bool { return c.Means == Status }) {
			t.columns[i].Means = Status
		}
	}
	return nil, nil
}

// sameCells reports whether two columns hold the same, as exports do that repeat one.
func (t *table) sameCells(x, y int) bool {
	for r := t.header + 1; r < t.end(); r++ {
		if t.sheet.Cell(r, x) != t.sheet.Cell(r, y) {
			return false
		}
	}
	return true
}

func quoted(columns []Column) []string {
	var heads []string
	for _, c := range columns {
		heads = append(heads, fmt.Sprintf("%q", c.Head))
	}
	return heads
}

// chooseEdition says which edition the ids are of: the one that alone knows some of
// them, or whose titles stand beside them. Where both read the same it is the current
// one.
func (u *understanding) chooseEdition() (*Question, error) {
	editions := u.tables[0].family.editions
	if u.choices.Framework != "" {
		u.edition = u.library.edition(u.choices.Framework)
		return nil, nil
	}
	u.edition = editions[0]
	if len(editions) == 1 {
		return nil, nil
	}
	now, was := editions[0], editions[1]
	e := u.weigh(now, was)
	switch {
	case e.mixed() && now.family.sameIDs:
		u.note("%s only in %s, and %d only in %s; it is read as the former, with the older ids kept where they went",
			words.Count(e.onlyNow, "of its ids is", "of its ids are"), now.title, e.onlyWas, was.title)
	case e.onlyWas > e.onlyNow:
		u.edition = was
	case e.onlyNow > e.onlyWas, e.onlyNow > 0:
	case e.titleWas != e.titleNow:
		if e.titleWas > e.titleNow {
			u.edition = was
		}
	case e.named != nil:
		u.edition = e.named
	case e.differ == 0 && e.short == 0, e.long > 0 && e.short == 0 && now.family.sameIDs:
	default:
		return &Question{Flag: "framework", Text: fmt.Sprintf("The ids can be of %s or of %s. Which edition are they of?", now.title, was.title),
			Choices: []Choice{{now.id, now.title}, {was.id, was.title}}}, nil
	}
	return nil, nil
}

// evidence of editions: how many ids only one of them knows, and whose titles fit.
type signs struct {
	onlyNow, onlyWas   int
	titleNow, titleWas int
	differ             int // ids that mean another thing in the other edition
	short, long        int // written with one digit, and with two
	named              *edition
}

// mixed reports whether a sheet has ids of both editions, more of the current one than
// somebody adds to an old list.
func (e signs) mixed() bool { return e.onlyWas > 0 && e.onlyNow > 2 && 4*e.onlyNow >= e.onlyWas }

func (u *understanding) weigh(now, was *edition) signs {
	var e signs
	for _, t := range u.tables {
		for r := range t.marks {
			key, m, ok := t.finest(r)
			if !ok || r <= t.header {
				continue
			}
			x, y := now.entries[key], was.entries[key]
			switch {
			case x != nil && !x.gone && y == nil:
				e.onlyNow++
			case (x == nil || x.gone) && y != nil:
				e.onlyWas++
			case x != nil && y != nil:
				if !slices.Equal(y.went, []string{x.id}) {
					e.differ++
				}
				text := t.titleOf(r, m)
				if is, other := x.overlap(text), y.overlap(text); is > other {
					e.titleNow++
				} else if other > is {
					e.titleWas++
				}
			}
			if m.short {
				e.short++
			} else if strings.Contains(key, "-") {
				e.long++
			}
		}
	}
	e.named = u.namedEdition(now, was)
	return e
}

// namedEdition finds the version that the heads, the rows above them or the name of the
// sheet give.
func (u *understanding) namedEdition(now, was *edition) *edition {
	var text strings.Builder
	for _, t := range u.tables {
		text.WriteString(t.sheet.Name + "\n")
		for r := range t.header + 1 {
			text.WriteString(strings.Join(t.sheet.Rows[r], "\n") + "\n")
		}
	}
	has := func(e *edition) bool {
		return slices.ContainsFunc(versionOf()[e.id], func(v string) bool { return containsWord(strings.ToLower(text.String()), v) })
	}
	switch {
	case has(now) && !has(was):
		return now
	case has(was) && !has(now):
		return was
	}
	return nil
}

// versionOf is how people write which edition they mean.
func versionOf() map[string][]string {
	return map[string][]string{
		"nist-csf-2.0": {"2.0", "csf2", "v2"}, "nist-csf-1.1": {"1.1", "v1.1"},
		"hicp-2023": {"hicp 2023", "2023 edition"}, "hicp-2018": {"hicp 2018", "2018 edition"},
		"cisa-cpg-2.0": {"2.0", "v2"}, "cisa-cpg-1.0.1": {"1.0.1", "v1"},
	}
}

func containsWord(text, word string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return false
		}
		i += from
		end := i + len(word)
		if (i == 0 || !isWordByte(text[i-1])) && (end == len(text) || !isWordByte(text[end])) {
			return true
		}
		from = end
	}
}

func isWordByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b == '.'
}
