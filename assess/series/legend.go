package series

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"hygeia/assess/sheet"
	"hygeia/frameworks/words"
)

var (
	legendShape  = words.Pattern(`(?:scale|scor\w*|rat(?:ing|ed)\w*|maturity|levels?)\b[^0-9\n]{0,40}\b([0-9])\s*(?:-|–|to|through|\.\.)\s*(100|10|[0-9])\b`)
	legendBehind = words.Pattern(`\b([0-9])\s*(?:-|–|to)\s*(100|10|[0-9])[ -](?:point )?(?:scale|scor\w+|rating)\b`)
	legendInside = words.Pattern(`\((?:scale:? )?([0-9])\s*(?:-|–|to)\s*(100|10|[0-9])\)`)
)

// legend finds the scale that rows above a table, or a sheet without one, name. Two that
// differ say nothing.
func (u *understanding) legend() (Scale, string) {
	var s Scale
	where := ""
	for i := range u.book.Sheets {
		sh := &u.book.Sheets[i]
		until := min(len(sh.Rows), 200)
		for _, t := range u.tables {
			if t.sheet == sh {
				until = t.header
			}
		}
		if sh.Hidden {
			continue
		}
		for r := range until {
			for _, next := range append(legendsIn(sh.Rows[r]), listedFrom(sh, r, until)...) {
				if next == s {
					continue
				}
				if s != (Scale{}) {
					return Scale{}, ""
				}
				s, where = next, fmt.Sprintf("in row %d", r+1)
				if sh.Name != "" {
					where = fmt.Sprintf("on the sheet %q, row %d", sh.Name, r+1)
				}
			}
		}
	}
	return s, where
}

var legendEnds = words.Pattern(`(?:^|[\s(,;])([01]) ?(?:=|:|-|–) ?[a-z].{1,400}[ ,;\n]([2-9]|10) ?(?:=|:|-|–) ?[a-z]`)

// legendsIn returns the scales that the cells of a row name: "Scale: 0-5", or "0 = none
// ... 5 = optimized".
func legendsIn(row []string) []Scale {
	var all []Scale
	for _, cell := range row {
		low := strings.ToLower(cell)
		for _, pattern := range []*regexp.Regexp{legendShape(), legendBehind(), legendInside(), legendEnds()} {
			m := pattern.FindAllStringSubmatch(low, -1)
			if m == nil {
				continue
			}
			last := m[len(m)-1]
			if last[1] == "1" && !aboutScales().MatchString(low) {
				continue // a numbered list
			}
			if pattern == legendInside() && !aboutScores().MatchString(low) {
				continue // of pages, or anything else
			}
			if s, err := ParseScale(last[1] + "-" + last[2]); err == nil {
				all = append(all, percentIf100(s))
				break
			}
		}
	}
	return all
}

var aboutScores = words.Pattern(`(?i)scale|scor|maturit|rating|assessment|csf|profile`)

var aboutScales = words.Pattern(`(?i)scale|scor|maturit|rating|tier|levels?\b`)

// announced reports whether the rows just above say that a scale follows: what is
// numbered from 1 on may as well be a list of things to do.
func announced(sh *sheet.Sheet, row int) bool {
	for r := max(0, row-3); r < row; r++ {
		if aboutScales().MatchString(strings.Join(sh.Rows[r], " ")) {
			return true
		}
	}
	return aboutScales().MatchString(sh.Name)
}

// listedFrom returns the scale whose steps stand below each other from a row on, each
// number beside its meaning: 0 or 1 and at least two more.
func listedFrom(sh *sheet.Sheet, from, until int) []Scale {
	step := func(r int) (n int, ok bool) {
		for c, cell := range sh.Rows[r] {
			if cell == "" {
				continue
			}
			n, err := strconv.Atoi(strings.TrimSpace(strings.TrimPrefix(strings.ToLower(cell), "level ")))
			return n, err == nil && textWord().MatchString(strings.Join(sh.Rows[r][c+1:], " "))
		}
		return 0, false
	}
	low, ok := step(from)
	if !ok || low > 1 || low == 1 && !announced(sh, from) {
		return nil
	}
	if from > 0 {
		if before, ok := step(from - 1); ok && before == low-1 {
			return nil // not the first
		}
	}
	high := low
	for r := from + 1; r < until; r++ {
		n, ok := step(r)
		if !ok || n != high+1 {
			break
		}
		high = n
	}
	if high-low < 2 || high > 10 {
		return nil
	}
	return []Scale{Numbers(low, high)}
}
