package series

import (
	"fmt"
	"slices"
)

// chooseScale finds the scale of all columns: the one that a head names, that the cells
// name ("Tier 3", "50%", "3 - Defined"), or a legend above the table or on another sheet.
// Where the file names none a person is asked.
func (u *understanding) chooseScale() (*Question, error) {
	var chosen Scale
	if u.choices.Scale != "" {
		var err error
		if chosen, err = ParseScale(u.choices.Scale); err != nil {
			return nil, err
		}
	}
	if err := u.turned(); err != nil {
		return nil, err
	}
	legend, where := u.legend()
	var open []Value
	for _, t := range u.tables {
		for i := range t.columns {
			c := &t.columns[i]
			t.onlyWords(c)
			t.onlyShares(c)
			if c.Means != Score && c.Means != Target && c.Means != Plan || c.Scale != (Scale{}) {
				continue
			}
			values := t.valuesOf(c.At - 1)
			if len(values) == 0 {
				continue
			}
			switch s, all := hinted(values); {
			case s != Scale{} && all:
				c.Scale = s
			case !slices.ContainsFunc(values, Value.isNumber):
				s, q := scaleOfWords(values, chosen)
				if q != nil {
					return q, nil
				}
				c.Scale = s
			case t.scoredOn(values) != Scale{}:
				c.Scale = t.scoredOn(values)
			case chosen != Scale{}:
				c.Scale = chosen
				t.onlyShares(c)
			case legend != Scale{} && explains(legend, values):
				c.Scale, u.reading.said = legend, where
			default:
				open = append(open, values...)
			}
		}
	}
	if only, ok := u.onlyReading(open); ok {
		u.take(only)
		u.note("the file does not say on what scale it scores; its numbers fit no other than %s", only.Says())
		open = nil
	}
	if len(open) == 0 {
		if u.reading.said != "" {
			u.note("the scale is said %s", u.reading.said)
		}
		return nil, u.settleScales(chosen)
	}
	return u.scaleQuestion(open)
}

// explains reports whether a legend is that of a column: all but a few of its numbers,
// which are slips, lie on the scale.
func explains(legend Scale, values []Value) bool {
	off := 0
	for _, v := range values {
		if v.On(legend) != nil {
			off++
		}
	}
	return 10*off <= len(values)
}

// onlyShares takes a column of percent for one of shares from 0 to 1, where that is what
// its numbers are: 0.45 as a spreadsheet keeps 45%.
func (t *table) onlyShares(c *Column) {
	values := t.valuesOf(c.At - 1)
	if c.Scale != Percent || !slices.ContainsFunc(values, func(v Value) bool { return v.kind == number && v.n%1000 != 0 }) {
		return
	}
	if !slices.ContainsFunc(values, func(v Value) bool { return v.kind == number && (v.n > 1000 || v.hint == Percent) }) {
		c.Scale = Numbers(0, 1)
	}
}

// onlyWords takes the tiers away that a head names, where its cells say in other words
// how far something reaches.
func (t *table) onlyWords(c *Column) {
	values := t.valuesOf(c.At - 1)
	if c.Scale != Tiers || len(values) == 0 || slices.ContainsFunc(values, Value.isNumber) {
		return
	}
	if s, _ := scaleOfWords(values, Scale{}); s == WordScale {
		c.Scale = Scale{}
	}
}

// scoredOn returns the scale that the head of a score names, for a column beside it whose
// numbers all lie on it.
func (t *table) scoredOn(values []Value) Scale {
	for _, c := range t.columns {
		if c.Means == Score && readHead(c.Head).scale != (Scale{}) && c.Scale == readHead(c.Head).scale {
			if !slices.ContainsFunc(values, func(v Value) bool { return v.On(c.Scale) != nil }) {
				return c.Scale
			}
		}
	}
	return Scale{}
}

// settleScales takes the scale of the first column for all scores, and likewise for
// the targets.
func (u *understanding) settleScales(chosen Scale) error {
	s := &u.reading.Series.Scale
	aim := &u.reading.Series.Aim
	for _, t := range u.tables {
		for _, c := range t.columns {
			switch {
			case c.Scale == Scale{}:
			case c.Means == Score && *s == Scale{}:
				*s = c.Scale
			case c.Means == Target && *aim == Scale{}:
				*aim = c.Scale
			}
		}
	}
	if *s == (Scale{}) {
		*s = *aim
	}
	if *s == (Scale{}) {
		*s = WordScale // nothing but "n/a", or a status in words of somebody's own
	}
	if *aim == *s {
		*aim = Scale{}
	}
	if chosen != (Scale{}) && chosen != *s && chosen != *aim {
		u.note("the file says its scale itself: %s; the one you gave was not needed", s.Says())
	}
	return nil
}

func (v Value) isNumber() bool { return v.kind == number }

// valuesOf are the scores of a column, on rows with an id.
func (t *table) valuesOf(column int) []Value {
	var values []Value
	for r := t.header + 1; r < t.end(); r++ {
		if v, ok := parseValue(t.sheet.Cell(r, column)); ok && t.hasID(r) && v.Known() {
			values = append(values, v)
		}
	}
	return values
}

// hinted returns the scale that cells name, and whether it explains every number of the
// column: 1 to 4 beside "Tier 3" are tiers.
func hinted(values []Value) (Scale, bool) {
	counts := map[Scale]int{}
	numbers := 0
	for _, v := range values {
		if v.kind == word {
			for kind, list := range names() {
				if _, ok := list[asWords(plainWord(v.Text))]; ok && kind == "tiers" && asWords(plainWord(v.Text)) != "partial" && asWords(plainWord(v.Text)) != "repeatable" {
					counts[Tiers]++
				}
			}
			continue
		}
		numbers++
		if v.hint != (Scale{}) {
			counts[v.hint]++
		}
	}
	for _, s := range []Scale{Percent, Tiers, CMMI, CMM} {
		if counts[s] == 0 || numbers == 0 {
			continue
		}
		if s == Percent && counts[s] < numbers {
			continue
		}
		return s, true
	}
	return Scale{}, false
}

// scaleOfWords finds the list that words belong to. "Managed" is 2 of one list and 4 of
// another, so that it can take a question.
func scaleOfWords(values []Value, chosen Scale) (Scale, *Question) {
	seen := map[string]bool{}
	for _, v := range values {
		seen[asWords(plainWord(v.Text))] = true
	}
	fits := func(kind string) bool {
		hit := 0
		for w := range seen {
			if _, ok := names()[kind][w]; ok {
				hit++
			}
		}
		return hit == len(seen) && hit > 0
	}
	if seen["risk informed"] || seen["adaptive"] || fits("tiers") && !(len(seen) == 1 && seen["partial"]) && !fits("cmm") {
		return Tiers, nil
	}
	cmmi, cmm := fits("cmmi"), fits("cmm")
	switch {
	case chosen == CMMI && cmmi || chosen == CMM && cmm:
		return chosen, nil
	case cmmi && cmm && seen["managed"]:
		return Scale{}, &Question{Flag: "scale", Text: "\"Managed\" is the second level of CMMI, and the fourth of older maturity scales. Which is it here?",
			Choices: []Choice{{CMMI.String(), CMMI.Says()}, {CMM.String(), CMM.Says()}}}
	case cmmi:
		return CMMI, nil
	case cmm:
		return CMM, nil
	}
	return WordScale, nil
}

// scaleQuestion lists the scales on which all the numbers lie.
func (u *understanding) scaleQuestion(values []Value) (*Question, error) {
	low, high, of := 1<<30, 0, 0
	halves := false
	for _, v := range values {
		if v.kind == number {
			low, high, of = min(low, v.n), max(high, v.n), max(of, v.of)
			halves = halves || v.n%1000 != 0
		}
	}
	could := readings(low, high)
	if of > 0 {
		could = slices.DeleteFunc(could, func(s Scale) bool { return s.high != of })
	}
	numbers := fmt.Sprintf("Its numbers go from %s to %s", printed(low), printed(high))
	if low == high {
		numbers = "Its only number is " + printed(low)
	}
	if halves {
		numbers += ", with fractions"
	}
	q := &Question{Flag: "scale", Text: "The file does not say on what scale it scores. " + numbers + ". Which scale is it?"}
	if u.tables[0].family.name != "csf" {
		could = slices.DeleteFunc(could, func(s Scale) bool { return s == Tiers })
	} else if slices.Contains(could, Tiers) {
		could = slices.DeleteFunc(could, func(s Scale) bool { return s == Numbers(1, 4) })
	}
	for _, s := range could {
		q.Choices = append(q.Choices, Choice{s.String(), s.Says()})
	}
	if len(q.Choices) == 0 {
		return nil, fmt.Errorf("scores from %s to %s, which fits no usual scale; say it, as in --scale %d-%d", printed(low), printed(high), 0, (high+999)/1000)
	}
	return q, nil
}

// onlyReading returns the scale that numbers are on where no other holds them, as with
// those above 10.
func (u *understanding) onlyReading(values []Value) (Scale, bool) {
	low, high := 1<<30, 0
	for _, v := range values {
		if v.kind == number {
			low, high = min(low, v.n), max(high, v.n)
		}
	}
	could := readings(low, high)
	if len(values) == 0 || len(could) != 1 {
		return Scale{}, false
	}
	return could[0], true
}

// take gives a scale to the columns that have none.
func (u *understanding) take(s Scale) {
	for _, t := range u.tables {
		for i := range t.columns {
			c := &t.columns[i]
			if (c.Means == Score || c.Means == Target || c.Means == Plan) && c.Scale == (Scale{}) && t.numbers(c.At-1) > 0 {
				c.Scale = s
			}
		}
	}
}

// readings are the scales people use that hold numbers from low to high.
func readings(low, high int) []Scale {
	var could []Scale
	for _, c := range []struct {
		Scale
		from int // the highest number has to reach this, or nobody would have used it
		to   int
	}{
		{Numbers(0, 1), 0, 1000}, {Numbers(0, 2), 0, 2000}, {Numbers(0, 3), 0, 3000}, {Numbers(1, 3), 0, 3000}, {Tiers, 0, 4000}, {Numbers(1, 4), 0, 4000}, {Numbers(0, 4), 0, 4000},
		{Numbers(1, 5), 0, 5000}, {Numbers(0, 5), 0, 5000}, {Numbers(0, 10), 0, 10_000}, {Numbers(1, 10), 5001, 10_000}, {Percent, 5001, 100_000},
	} {
		if c.holds(low) && c.holds(high) && high >= c.from {
			could = append(could, c.Scale)
		}
	}
	return could
}
