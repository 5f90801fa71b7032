package form

import (
	"fmt"
	"strings"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// goTo goes to the question or section that is meant. Where several may be, it
// lists them, and without a word all.
func (p *plain) goTo(c *core, typed string) {
	if typed == "" {
		p.list(c)
		return
	}
	found := c.search(typed)
	switch {
	case len(found) == 0:
		var known []string
		for _, pl := range c.places {
			known = append(known, pl.q.Key)
		}
		c.say("There is no question %q here.%s Type g alone for the list.", words.Cut(typed, 40), nearest(typed, known))
	case len(found) == 1 || c.places[found[0]].matches(found[0], strings.ToLower(typed)) <= bySection:
		c.goTo(c.keyAt(found[0]))
	default:
		for _, i := range found[:min(len(found), mostFound)] {
			p.item(c.listed(i))
		}
		c.say("%s fit; type g and a number.", words.Count(len(found), "question", "questions"))
	}
}

// mostFound is how many questions are listed for a word.
const mostFound = 12

func nearest(key string, known []string) string {
	if near := frameworks.Nearest(key, known); near != "" {
		return fmt.Sprintf(" Did you mean %s?", near)
	}
	return ""
}

func (p *plain) list(c *core) {
	for i, pl := range c.places {
		if pl.n == 1 {
			p.paragraph(paragraph{"", []string{pl.chapter.Title}})
		}
		p.item(c.listed(i))
	}
}

func (c *core) listed(i int) string {
	q := c.places[i].q
	return fmt.Sprintf("%d %s: %s - %s", i+1, q.Key, q.Title, c.answer(q).Name())
}
