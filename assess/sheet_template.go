package assess

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"hygeia/frameworks"
	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// sheetHead explains the file to whoever opens it in an editor.
const sheetHead = `schema: ` + schemaSheet + `

# Write one word behind "answer:" and save the file. Then type:
#   hygeia assess --answers FILE
# A question whose answer is left empty stays as it is. A note and proof that are
# there already stay, unless you write others. Choose the highest answer that is
# wholly true.
#
#   yes             working everywhere it should, every time, no exceptions
#   mostly          nearly everywhere and done regularly; you can name the exceptions
#   partly          in some places, or only when somebody remembers
#   no              nothing is working today; a plan alone is still no
#   other-way       another measure handles the risk. Needs reaches (partly or
#                   mostly), reason, approver and review (a day at most a year away)
#   does-not-apply  the thing asked about does not exist here. Needs a reason
#   unknown         nobody could say
#
# The lines that begin with "# " below an answer may be used too: take the "# "
# away and write behind the colon. Dates look like 2026-09-14. A proof's kind is
# said, paper, record or outside. A note has at most 2,000 characters.

`

// sheetWidth is where comments are wrapped.
const sheetWidth = 80

// Template returns the answers file of these questions for an editor: what each
// asks and what each answer means as comments, and its answer to fill in. An
// answer given this quarter stands there already. One that must be looked at
// again (carried, past its review date) stands there as a comment, so that
// nothing is confirmed by sending the file back unread. [ReadAnswers] reads the
// file as it is.
func Template(lib *frameworks.Library, a *Assessment, qs []*frameworks.Question) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(sheetHead)
	b.WriteString("answers:\n")
	section := ""
	for _, q := range qs {
		if s := sectionOf(lib, a, q); s != section {
			section = s
			writeHeading(&b, s)
		}
		if err := writeQuestion(&b, a, q); err != nil {
			return nil, err
		}
	}
	if len(qs) == 0 {
		return nil, fmt.Errorf("no question to put into the answers file")
	}
	if _, err := ReadAnswers("the answers file", b.Bytes(), lib, nil, a.AsOf()); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// sectionOf returns the section under which a question is asked: the Essential
// goals', or that of the first chosen framework it serves.
func sectionOf(lib *frameworks.Library, a *Assessment, q *frameworks.Question) string {
	served := lib.Serves(q.Key)
	if len(served) == 0 {
		return ""
	}
	i := slices.IndexFunc(served, func(s frameworks.Served) bool {
		if lib.Tier(q) == frameworks.Essential {
			return s.Framework.ID == frameworks.EssentialID
		}
		return slices.Contains(a.Frameworks, s.Framework.ID)
	})
	s := served[max(i, 0)]
	return s.Framework.Title + ": " + s.Section.Title
}

func writeHeading(b *bytes.Buffer, section string) {
	rule := strings.Repeat("-", sheetWidth-4)
	fmt.Fprintf(b, "\n  # %s\n", rule)
	writeComment(b, "  # ", section)
	fmt.Fprintf(b, "  # %s\n", rule)
}

func writeQuestion(b *bytes.Buffer, a *Assessment, q *frameworks.Question) error {
	b.WriteByte('\n')
	writeComment(b, "  # ", q.Title)
	writeComment(b, "  # ", q.Text)
	writeComment(b, "  # ", "Why: "+q.Why)
	for level := frameworks.Yes; level >= frameworks.No; level-- {
		writeComment(b, "  #   ", fmt.Sprintf("%-8s%s", level, q.Wording[level]))
	}
	others := WordOtherWay + ", " + WordNotApplicable + ", " + WordUnknown
	if q.MustApply {
		others = WordOtherWay + ", " + WordUnknown
	}
	writeComment(b, "  #   ", "or "+others)
	ans, again := presentAnswer(a, q)
	if again != "" {
		writeComment(b, "  # ", again)
	}
	fmt.Fprintf(b, "  %s:\n", q.Key)
	if ans.State == Open {
		b.WriteString("    answer:\n")
		writeUnused(b, ans)
		return nil
	}
	lines, err := answerLines(ans)
	if err != nil {
		return fmt.Errorf("%s: %w", q.Key, err)
	}
	writeLines(b, lines, again != "")
	writeUnused(b, ans)
	return nil
}

// presentAnswer returns the answer to show, and why it must be looked at before
// it counts as given; "" if it need not.
func presentAnswer(a *Assessment, q *frameworks.Question) (ans Answer, again string) {
	const look = `Take the "# " away from what is right, or write another answer.`
	ans = a.Answers[q.Key]
	switch problems := ans.Problems(q, a.AsOf()); {
	case ans.State == Open:
		return Answer{}, ""
	case a.inherits(q.Key):
		return ans, fmt.Sprintf("It is taken over from %s, and stays so if nothing is written here.", a.Inherits)
	case ans.Outdated(q):
		return Answer{}, "The question means something else since it was answered. Please answer it anew."
	case len(problems) > 0:
		return ans, "There was an answer, but " + strings.Join(problems, "; ") + ". " + look
	case !ans.Carried.IsZero():
		return ans, fmt.Sprintf("It was so in %s. Is it still? %s", ans.Carried, look)
	}
	return ans, ""
}

// writeLines writes the lines of an answer, or keeps them as comments.
func writeLines(b *bytes.Buffer, lines []string, asComment bool) {
	for _, line := range lines {
		switch {
		case asComment:
			b.WriteString("    # " + line)
		case line != "":
			b.WriteString("    " + line)
		}
		b.WriteByte('\n')
	}
}

// answerLines returns what a person may write of an answer, line by line.
func answerLines(ans Answer) ([]string, error) {
	m := strictyaml.NewMap()
	writeSaid(m, ans)
	writeWord(m, "effective", ans.Effective.String())
	writeSupport(m, ans)
	data, err := m.Encode()
	if err != nil {
		return nil, err
	}
	return strings.Split(strings.TrimSuffix(string(data), "\n"), "\n"), nil
}

// writeUnused writes, as comments, the lines an answer does not use yet.
func writeUnused(b *bytes.Buffer, ans Answer) {
	unused := []struct {
		used  bool
		lines string
	}{
		{ans.State == OtherWay, "# reaches: mostly"},
		{ans.Reason != "", "# reason:"},
		{ans.Approver != "", "# approver:"},
		{!ans.Review.IsZero(), "# review:"},
		{!ans.Effective.IsZero(), "# effective:"},
		{ans.Note != "", "# note:"},
		{len(ans.Proof) > 0, "# proof:\n#   - kind: record\n#     what:\n#     date:\n#     where:"},
	}
	for _, u := range unused {
		if u.used {
			continue
		}
		for _, line := range strings.Split(u.lines, "\n") {
			b.WriteString("    " + line + "\n")
		}
	}
}

// writeComment writes a text as comment lines of at most sheetWidth characters,
// each after the prefix. The line breaks of the text itself are lost, so that
// none of it can end up outside the comment.
func writeComment(b *bytes.Buffer, prefix, text string) {
	line := prefix
	for _, word := range strings.Split(strings.Join(strings.Split(text, "\n"), " "), " ") {
		if line != prefix && words.Width(line)+words.Width(word) >= sheetWidth {
			b.WriteString(strings.TrimRight(line, " ") + "\n")
			line = prefix
		}
		line += word + " "
	}
	b.WriteString(strings.TrimRight(line, " ") + "\n")
}
