package series

import (
	"strings"
	"unicode"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// leastTitle is how many letters of a long title are enough, where no other begins so.
const leastTitle = 15

var goalNumber = words.Pattern(`(?i)^(?:(?:essential|enhanced)? ?goals? ?)?#?[0-9]{0,2}[\s.:)–-]*`)

// goalFinder finds the goals of HHS by our ids and by their titles: HHS gives them no
// ids, so that people's lists of them have none.
func goalFinder(f *frameworks.Framework) func(cell string) []found {
	keys := map[string]string{}
	for _, s := range f.Sections {
		for _, g := range s.Groups {
			for _, r := range g.Requirements {
				keys[lettersOf(r.Title)] = strings.ToUpper(r.ID)
			}
		}
	}
	return func(cell string) []found {
		if all := findHPH(cell); len(all) > 0 || len(cell) > 200 {
			return all
		}
		text := lettersOf(goalNumber().ReplaceAllString(words.Line(cell), ""))
		key := keys[text]
		if key == "" && len(text) >= leastTitle {
			for title, of := range keys {
				if strings.HasPrefix(title, text) {
					if key != "" {
						return nil
					}
					key = of
				}
			}
		}
		if key == "" {
			return nil
		}
		return []found{{key: key, from: 0, to: len(cell)}}
	}
}

// leastTitles is how many titles of goals make a sheet one of goals.
const leastTitles = 3

// onlyTitles reports whether a table has the titles of goals, and no ids.
func (t *table) onlyTitles() bool {
	if t.family.name != "hph" {
		return false
	}
	for r := range t.marks {
		for _, c := range t.ids {
			if len(t.mark(r, c).keys) > 0 && len(findHPH(t.sheet.Cell(r, c))) > 0 {
				return false
			}
		}
	}
	return true
}

// lettersOf is a title without its blanks and marks: "Multi-Factor" is "Multifactor".
func lettersOf(title string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, title)
}
