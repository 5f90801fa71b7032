package frameworks

import (
	"fmt"
	"strconv"

	"hygeia/frameworks/strictyaml"
)

// maxPage is the last page an address may point to.
const maxPage = 9999

// PracticeWord is the word for an HICP practice in "for": practice-1 to practice-10.
func PracticeWord(practice int) string { return "practice-" + strconv.Itoa(practice) }

// alternates reads the addresses for one size or one practice each.
func alternates(n strictyaml.Node) []Alternate {
	items := n.Items()
	if items != nil && len(items) == 0 {
		n.Errorf("alternates: must have at least one item")
	}
	var list []Alternate
	seen := map[string]bool{}
	for _, item := range items {
		m := item.Mapping("for", "url", "page")
		a := Alternate{
			For: strictyaml.Word(m.Need("for"), alternateFor),
			URL: strictyaml.Word(m.Need("url"), address),
		}
		if page := m.Get("page"); page.Present() {
			a.Page = page.Int(1, maxPage)
		}
		if a.For != "" && seen[a.For] {
			m.Need("for").Errorf("for %q: is there twice", a.For)
		}
		seen[a.For] = true
		list = append(list, a)
	}
	return list
}

func alternateFor(s string) (string, error) {
	if _, err := ParseSize(s); err == nil {
		return s, nil
	}
	for p := 1; p <= Practices; p++ {
		if s == PracticeWord(p) {
			return s, nil
		}
	}
	return "", fmt.Errorf("for %q: must be small, medium, large or practice-1 to practice-10", s)
}
