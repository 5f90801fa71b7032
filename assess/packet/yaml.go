package packet

import (
	"bytes"
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// schema is the first line of a hand-out and of what comes back.
const schema = "hygeia/packet/v1"

// WordStill says in place of an answer that the one of today is still true.
const WordStill = "still-true"

// yamlHead tells whoever opens the file in an editor how to fill it in.
const yamlHead = `Write your name behind "by:" and one word behind each "answer:". Then save the file
and send it back. Leave empty what you cannot answer. Choose the highest answer that
is wholly true.

  yes             working everywhere it should, every time, no exceptions
  mostly          nearly everywhere and done regularly; you can name the exceptions
  partly          in some places, or only when somebody remembers
  no              nothing is working today; a plan alone is still no
  unknown         you cannot say, and do not know who could
  does-not-apply  the thing asked about does not exist here. Needs a reason
  other-way       another measure handles the risk. Needs reaches (partly or
                  mostly), reason, approver and review (a day at most a year away)
  still-true      only where an answer of today is shown: it is still so

The lines that begin with "# " below an answer may be used too: take the "# " away
and write behind the colon. Days look like 2026-09-14. A proof's kind is said, paper,
record or outside.`

// yamlWidth is where comments are wrapped.
const yamlWidth = 84

// WriteYAML returns the hand-out as a file for a text editor. The same hand-out
// gives the same bytes.
func (p *Packet) WriteYAML() ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "schema: %s\n\n", schema)
	comment(&b, "# ", fmt.Sprintf("%s: %s for %s, %s.", Mark, words.Count(len(p.Questions), "question", "questions"), p.Organization, p.Quarter))
	if !p.Due.IsZero() {
		comment(&b, "# ", fmt.Sprintf("Please send it back by %s.", p.Due))
	}
	for line := range strings.SplitSeq("\n"+yamlHead, "\n") {
		b.WriteString(strings.TrimRight("# "+line, " ") + "\n")
	}
	b.WriteString("\nby:\n\nanswers:\n")
	section := ""
	for _, q := range p.Questions {
		if q.Section != section {
			section = q.Section
			b.WriteString("\n")
			comment(&b, "  # --- ", section)
		}
		q.writeYAML(&b)
	}
	b.WriteString("\n# What follows is not to be changed: hygeia tells by it what has changed meanwhile.\n")
	rest, err := p.rest().Encode()
	if err != nil {
		return nil, err
	}
	b.Write(rest)
	if _, err := Read("the hand-out", b.Bytes(), assess.Date{}); err != nil {
		return nil, err // what would not come back must not go out
	}
	return b.Bytes(), nil
}

// rest is what the program needs when the file comes back.
func (p *Packet) rest() *strictyaml.Map {
	m := strictyaml.NewMap()
	m.Word("packet", p.ID)
	m.Text("organization", p.Organization)
	m.Word("quarter", p.Quarter.String())
	check := m.Map("check")
	for _, q := range p.Questions {
		check.Text(q.Key, q.Check.String())
	}
	return m
}

func (q Question) writeYAML(b *bytes.Buffer) {
	b.WriteByte('\n')
	comment(b, "  # ", q.Title)
	comment(b, "  # ", q.Text)
	comment(b, "  # ", labeled("Why", q.Why))
	comment(b, "  # ", labeled("What is meant", q.Help))
	for level := frameworks.Yes; level >= frameworks.No; level-- {
		comment(b, "  #   ", fmt.Sprintf("%s: %s", level, q.Wording[level]))
	}
	comment(b, "  #   ", "or "+strings.Join(q.otherWords(), ", "))
	comment(b, "  # ", labeled("Look for", strings.Join(q.LookFor, "; ")))
	comment(b, "  # ", labeled("First step if the answer is low", q.First))
	for _, t := range q.Terms {
		comment(b, "  # ", labeled(t.Name, t.Means))
	}
	comment(b, "  # ", q.TodayLine())
	fmt.Fprintf(b, "  %s:\n    answer:\n    # note:\n    # proof:\n    #   - kind: record\n    #     what:\n    #     date:\n", q.Key)
}

// otherWords are the words for the answers that are no levels.
func (q Question) otherWords() []string {
	list := []string{assess.WordUnknown, assess.WordOtherWay}
	if !q.MustApply {
		list = append(list, assess.WordNotApplicable)
	}
	if q.Still {
		list = append(list, WordStill)
	}
	return list
}

// TodayLine says which answer the question has: "Today: Mostly (2026-Q2)."
func (q Question) TodayLine() string {
	if q.Today == "" {
		return "Today: not answered."
	}
	return fmt.Sprintf("Today: %s (%s).", q.Today, q.Since)
}

func labeled(label, text string) string {
	if text == "" {
		return ""
	}
	return label + ": " + text
}

// comment writes a text as comment lines, each after the prefix; nothing for
// nothing. Line breaks of the text itself are lost, so that none of it can end up
// outside the comment.
func comment(b *bytes.Buffer, prefix, text string) {
	text = words.Line(text)
	if text == "" {
		return
	}
	for _, line := range words.Wrap(text, yamlWidth-len(prefix), 0) {
		b.WriteString(strings.TrimRight(prefix+line, " ") + "\n")
	}
}
