package form

import (
	"strconv"
	"strings"

	"hygeia/frameworks/words"
)

// search finds questions by what a person remembers of them, the best first: the
// number of the question, its key, a section by its name, the beginning of a
// title, then all words somewhere in the title or key, and last somewhere in what
// is asked. What is exact comes before what only contains it.
func (c *core) search(typed string) []int {
	typed = strings.ToLower(words.Line(typed))
	if typed == "" {
		return nil
	}
	var ranks [searchRanks][]int
	for i, p := range c.places {
		if rank := p.matches(i, typed); rank < searchRanks {
			ranks[rank] = append(ranks[rank], i)
		}
	}
	var found []int
	for _, some := range ranks {
		found = append(found, some...)
	}
	return found
}

// The ways in which a question may match, the best first.
const (
	exactly = iota
	bySection
	byBeginning
	byName
	byWords
	searchRanks
)

func (p place) matches(i int, typed string) int {
	title, key := strings.ToLower(p.q.Title), strings.ToLower(p.q.Key)
	wanted := strings.Fields(typed)
	n, err := strconv.Atoi(typed)
	switch {
	case err == nil && n == i+1, typed == key, typed == title:
		return exactly
	case p.n == 1 && (strings.EqualFold(p.chapter.ID, typed) || strings.HasPrefix(strings.ToLower(p.chapter.Title), typed)):
		return bySection
	case strings.HasPrefix(title, typed), strings.HasPrefix(key, typed):
		return byBeginning
	case strings.HasPrefix(strconv.Itoa(i+1), typed):
		return byBeginning
	case hasAll(title+" "+key, wanted):
		return byName
	case hasAll(strings.ToLower(strings.Join([]string{title, key, p.q.Text, p.q.Help, p.q.Why, p.chapter.Title}, " ")), wanted):
		return byWords
	}
	return searchRanks
}

func hasAll(text string, wanted []string) bool {
	for _, w := range wanted {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}
