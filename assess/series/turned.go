package series

import (
	"fmt"
	"strings"

	"hygeia/assess/sheet"
	"hygeia/frameworks/words"
)

var (
	stepText = words.Pattern(`(?:^|[\s(,;/])([0-9]|10) ?(?:=|:|-|–) ?([a-z][^=;,0-9]{1,60})`)
	bestWord = words.Pattern(`^(?:fully|full\b|complete|implemented|optimi[sz]|best\b|excellent|compliant|very (?:good|high|strong)|strong|mature|high(?:est)?\b|yes\b|in place)`)
	lastWord = words.Pattern(`^(?:not\b|none?\b|no\b|missing|worst|poor|absent|non[ -]?|very (?:bad|low|weak|poor)|weak|immature|low(?:est)?\b|ad[ -]?hoc|incomplete|initial)`)
)

// isTurned reports whether a text says that the lowest number is the best.
func isTurned(text string) bool {
	steps := stepText().FindAllStringSubmatch(strings.ToLower(words.Line(text)), -1)
	if len(steps) < 2 {
		return false
	}
	first, last := steps[0], steps[len(steps)-1]
	if thousandths(first[1]) > thousandths(last[1]) {
		first, last = last, first
	}
	return thousandths(first[1]) < thousandths(last[1]) && bestWord().MatchString(strings.TrimSpace(first[2])) && lastWord().MatchString(strings.TrimSpace(last[2]))
}

// turned says that a book counts downward, where its head, the rows above or a sheet
// without a table do: what it scores would be read the wrong way around.
func (u *understanding) turned() error {
	for i := range u.book.Sheets {
		s := &u.book.Sheets[i]
		until := min(len(s.Rows), 200)
		for _, t := range u.tables {
			if t.sheet == s {
				until = t.header + 1
			}
		}
		if at := turnedIn(s, until); at > 0 && !s.Hidden {
			where := fmt.Sprintf("row %d", at)
			if s.Name != "" {
				where = fmt.Sprintf("sheet %q, row %d", s.Name, at)
			}
			return fmt.Errorf("counts downward: %s says that its lowest number is the best; turn the scores around, so that the highest is the best, and import it again", where)
		}
	}
	return nil
}

// turnedIn finds such a text in a cell, or in rows that list a step each; the row is
// counted from 1, and 0 says that there is none.
func turnedIn(s *sheet.Sheet, until int) int {
	var list []string
	for r := range until {
		for c, cell := range s.Rows[r] {
			if isTurned(cell) {
				return r + 1
			}
			if idNumber().MatchString(cell) && c+1 < len(s.Rows[r]) && textWord().MatchString(s.Rows[r][c+1]) {
				list = append(list, cell+" = "+words.Cut(strings.Map(plainLetter, s.Rows[r][c+1]), 40))
				break
			}
		}
	}
	if len(list) > 2 && len(list) < 12 && isTurned(strings.Join(list, "; ")) {
		return 1
	}
	return 0
}

// plainLetter leaves letters and blanks.
func plainLetter(r rune) rune {
	if r == ' ' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
		return r
	}
	return -1
}
