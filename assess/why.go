package assess

import (
	"fmt"
	"strings"
	"unicode"

	"hygeia/frameworks/words"
)

// Why says in words why an action stands where it stands: "step 2 of 8, be able
// to recover; the gap is two levels; nothing must come first".
func (a Action) Why() string {
	parts := []string{a.Step()}
	if a.Overdue {
		parts = append(parts, fmt.Sprintf("its date, %s, is past", a.Decision.Date()))
	}
	if a.Fell {
		parts = append(parts, fmt.Sprintf("it fell since %s", a.since))
	}
	parts = append(parts, a.gapWords(), a.needsWords())
	if a.For != nil {
		parts = append(parts, fmt.Sprintf("it stands here because %q needs it", a.For.Question.Title))
	}
	return strings.Join(parts, "; ")
}

// Step names the rung of the ladder: "step 2 of 8, be able to recover".
func (a Action) Step() string {
	switch {
	case a.Place != nil:
		return fmt.Sprintf("step %d of %d, %s", a.Place.Rung.ID, a.rungs, lowerFirst(a.Place.Rung.Title))
	case a.Item.Added:
		return "a question of our own, after the steps of the ladder"
	}
	return "on no step of the ladder"
}

func (a Action) gapWords() string {
	switch {
	case a.Kind == AnswerIt:
		return "nobody has answered it yet"
	case a.Kind == FindOut:
		return "nobody knows how far it reaches"
	case a.Item.Gap == 1:
		return "the gap is one level"
	case a.Item.Gap == 2:
		return "the gap is two levels"
	}
	return "the gap is three levels"
}

func (a Action) needsWords() string {
	if len(a.Needs) == 0 {
		return "nothing must come first"
	}
	var titles []string
	for _, it := range a.Needs {
		titles = append(titles, fmt.Sprintf("%q", it.Question.Title))
	}
	if len(titles) == 1 {
		return "first comes " + titles[0]
	}
	return "first come " + words.And(titles)
}

// lowerFirst makes a title fit inside a sentence; a word in capitals stays.
func lowerFirst(title string) string {
	runes := []rune(title)
	if len(runes) > 1 && unicode.IsUpper(runes[0]) && unicode.IsLower(runes[1]) {
		runes[0] = unicode.ToLower(runes[0])
	}
	return string(runes)
}
