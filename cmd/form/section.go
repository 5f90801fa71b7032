package form

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// markable are the questions of a section that can be marked as not applying at
// once: those still open. Essential ones and those that apply everywhere stay.
func (c *core) markable(ch *Chapter) []*frameworks.Question {
	var qs []*frameworks.Question
	for _, p := range c.places {
		if (p.section == ch || p.chapter == ch) && c.open(p.q) && !c.stays(p.q) {
			qs = append(qs, p.q)
		}
	}
	return qs
}

// stays reports whether a question is left alone when its section does not apply.
func (c *core) stays(q *frameworks.Question) bool {
	return q.MustApply || c.s.Library.Tier(q) == frameworks.Essential
}

// askSection says what marking a section does and lists it, makes sure that it is
// meant, and asks for one reason. Answering the first field takes a word of its
// own, so that no line meant for something else is taken for the reason.
func (c *core) askSection(ch *Chapter) *inquiry {
	qs := c.markable(ch)
	if len(qs) == 0 {
		c.nothingToMark(ch)
		return nil
	}
	will := words.Count(len(qs), "question", "questions") + " will not apply"
	if c.count(ch, c.stays) > 0 {
		will += "; Essential ones and those that always apply stay"
	}
	about := []string{will + "."}
	if answered := c.count(ch, func(q *frameworks.Question) bool { return !c.open(q) }); answered > 0 {
		about = append(about, words.Count(answered, "answered one stays as it is.", "answered ones stay as they are."))
	}
	var titles []string
	for _, q := range qs {
		titles = append(titles, q.Title)
	}
	about = append(about, "They are: "+strings.Join(titles, "; ")+".")
	return &inquiry{
		title: ch.Title + ": the whole section does not apply",
		fields: []func(map[string]string) field{
			always(field{kind: pick, key: "sure", title: "Mark them all?", about: about, options: []option{
				{key: "y", title: "Yes, they do not apply", words: []string{"yes"}},
				{key: "n", title: "No, change nothing", words: []string{"no"}}}}),
			func(got map[string]string) field {
				if got["sure"] != "y" {
					return field{}
				}
				return field{kind: text, key: "reason", most: assess.MaxReason, title: "Why does this section not apply here?",
					help: []string{"In a sentence, for those who read the report: what is it that does not exist here?"},
					need: "a reason is needed: why does it not apply here?", check: sentence}
			},
		},
		finish: func(got map[string]string) *inquiry {
			if got["sure"] != "y" {
				c.say("Nothing was changed.")
				return nil
			}
			c.notApplying(ch, qs, got["reason"])
			return nil
		},
	}
}

func (c *core) nothingToMark(ch *Chapter) {
	c.say("Nothing in %q can be marked: its questions are answered, are Essential or always apply.", ch.Title)
}

// notApplying marks questions of a section as not applying, for one reason.
func (c *core) notApplying(ch *Chapter, qs []*frameworks.Question, reason string) {
	var keys []string
	for _, q := range qs {
		keys = append(keys, q.Key)
	}
	if c.s.Mark != nil {
		c.s.Mark()
	}
	done := c.recall(c.keyAt(c.at), keys...)
	for _, q := range qs {
		ans := c.revised(q, assess.NotApplicable, frameworks.No)
		ans.Reason = reason
		if !c.put(q, ans) {
			return
		}
	}
	marked := words.Count(len(qs), "question", "questions")
	done(fmt.Sprintf("\"does not apply\" for %s of %s", marked, ch.Title))
	here := c.at
	c.nextOpen()
	if !c.save(c.at) {
		c.at, c.over = here, false
	}
	c.say("%s of %s %s now marked \"does not apply\". u takes that back.", marked, ch.Title, words.Plural(len(qs), "is", "are"))
}

// emptyReasons say nothing to whoever reads them.
var emptyReasons = []string{"n/a", "na", "n.a.", "none", "no", "nothing", "not applicable", "does not apply", "doesn't apply", "not needed", "same", "see above"}

// reason refuses a text that gives no reason.
func reason(value string) (string, error) {
	said := strings.ToLower(strings.Trim(value, " .-?"))
	if slices.Contains(emptyReasons, said) {
		return "", fmt.Errorf("%q says nothing to those who read the report: what is it that does not exist here?", value)
	}
	if wordsIn(value) == 0 {
		return "", fmt.Errorf("a reason is needed, in words")
	}
	return value, nil
}

// sentence refuses a reason of a single word.
func sentence(value string) (string, error) {
	value, err := reason(value)
	if err == nil && wordsIn(value) < 2 {
		return "", fmt.Errorf("%q is too short for a whole section: say it in a sentence", value)
	}
	return value, err
}

// wordsIn counts the words of two letters and more.
func wordsIn(s string) int {
	n := 0
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		if utf8.RuneCountInString(word) > 1 {
			n++
		}
	}
	return n
}
