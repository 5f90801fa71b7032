package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// insurerNotice says whose answers these are.
const insurerNotice = "These are the organization's own answers, as of the day named above. Nobody outside checked them, and they promise nothing beyond that day."

// Insurer returns the answers for an insurer: each question as it was asked,
// with the answer as it was given, and no priorities, plan or scores. "Yes" is
// said only of Yes. The audience is the insurer whatever the input says.
func Insurer(in Input) *doc.Document {
	in.Audience = ForInsurer
	return insurer(newStory(in))
}

func insurer(s *story) *doc.Document {
	d := s.cover("Cyber hygiene: answers for an insurer")
	d.Notice = insurerNotice + " " + d.Notice
	if who := respondents(s.r); len(who) > 0 {
		d.Lines = append(d.Lines, "Answered by: "+strings.Join(who, ", "))
	}
	d.Blocks = s.write(insurerWords, insurerCounts, carrierAnswers, attestation)
	return d
}

// attestation is the block to sign: who answers for the answers, and when.
func attestation(s *story) []doc.Block {
	line := strings.Repeat("_", 24)
	t := doc.Table{Columns: []doc.Column{{Title: "Name", Width: 3}, {Title: "Title", Width: 3}, {Title: "Signature", Width: 3}, {Title: "Date", Width: 2}}}
	t.Rows = [][]doc.Text{doc.Row(line, line, line, strings.Repeat("_", 14))}
	return []doc.Block{
		doc.Headed(1, "Attestation"),
		doc.Say("To the best of my knowledge the answers above are true for %s as of %s. They were read before signing; \"don't know\" and \"not everywhere\" are meant as they stand.",
			cmp.Or(s.r.Assessment.Organization.Name, "the organization"), cmp.Or(s.r.AsOf.Long(), "the day named above")),
		t,
	}
}

func insurerWords(*story) []doc.Block {
	return []doc.Block{
		doc.Headed(1, "How to read the answers"),
		doc.List{Items: []doc.Text{
			{{Text: "Yes: ", Bold: true}, {Text: "working everywhere it should, every time, without exceptions, still true on that day."}},
			{{Text: "Not everywhere: ", Bold: true}, {Text: "working in part; the words after it say how far."}},
			{{Text: "No: ", Bold: true}, {Text: "nothing is working. A plan or a purchase alone is a No, and so is another measure in its place; that there is one stands beside it."}},
			{{Text: "Don't know: ", Bold: true}, {Text: "nobody could say."}},
			{{Text: "Does not apply: ", Bold: true}, {Text: "the thing asked about does not exist here; the reason is on file."}},
		}},
	}
}

// The rows of the counts, in order.
const (
	countYes         = "Yes"
	countPart        = "Not everywhere"
	countNo          = "No"
	countOtherWay    = "No, handled another way"
	countUnknown     = "Don't know"
	countNotApplying = "Does not apply"
	countOpen        = "Not answered"
)

func countOf(it *assess.Item) string {
	switch it.State {
	case assess.OtherWay:
		return countOtherWay
	case assess.Unknown:
		return countUnknown
	case assess.NotApplicable:
		return countNotApplying
	case assess.Levelled:
		switch it.Answer.Level {
		case frameworks.Yes:
			return countYes
		case frameworks.No:
			return countNo
		}
		return countPart
	}
	return countOpen
}

// answerCount is how many questions have one kind of answer.
type answerCount struct {
	word      string
	questions int
}

// counted returns the kinds of answer in their order, with those nobody gave.
func counted(r *assess.Result) []answerCount {
	counts := []answerCount{{countYes, 0}, {countPart, 0}, {countNo, 0}, {countOtherWay, 0}, {countUnknown, 0}, {countNotApplying, 0}, {countOpen, 0}}
	for _, it := range r.Items {
		i := slices.IndexFunc(counts, func(c answerCount) bool { return c.word == countOf(it) })
		counts[i].questions++
	}
	return counts
}

func insurerCounts(s *story) []doc.Block {
	t := doc.Table{Columns: []doc.Column{{Title: "Answer", Width: 4}, {Title: "Questions", Width: 1, Right: true}}}
	for _, c := range counted(s.r) {
		t.Rows = append(t.Rows, doc.Row(c.word, fmt.Sprint(c.questions)))
	}
	t.Rows = append(t.Rows, doc.Row("Asked in all", fmt.Sprint(len(s.r.Items))))
	return []doc.Block{doc.Headed(1, "The answers, counted"), t}
}

// insurerAnswers goes through the questions in the order they were asked, but for
// those that were told already; n is the number of the last line before.
func insurerAnswers(s *story, told map[string]bool, n int) []doc.Block {
	title := "The answers"
	if told != nil {
		title = "The other answers"
	}
	blocks, first := []doc.Block{doc.Headed(1, title)}, n
	for _, c := range assess.Chapters(s.lib, s.r.Assessment.Frameworks, s.r.Size) {
		t := doc.Table{Columns: []doc.Column{
			{Title: "No.", Width: 2, Right: true}, {Title: "Question", Width: 10}, {Title: "Answer", Width: 8}, {Title: "Written down", Width: 4},
		}}
		for _, q := range c.Questions {
			if it, ok := s.r.Item(q.Key); ok && !told[q.Key] {
				n++
				t.Rows = append(t.Rows, doc.Row(fmt.Sprint(n), q.Text, literally(it), writtenDown(it, it.Answer.Recorded.Long())))
			}
		}
		if len(t.Rows) > 0 {
			blocks = append(blocks, doc.Headed(2, chapterTitle(c)), t)
		}
	}
	switch {
	case n == first && told != nil:
		return nil
	case n == first:
		return append(blocks, doc.Say("Nothing was asked."))
	}
	return blocks
}

func chapterTitle(c assess.Chapter) string {
	title := c.Framework.Title
	if !strings.EqualFold(title, c.Section.Title) {
		title += ": " + c.Section.Title
	}
	return title
}

// literally is an answer without kindness: only Yes is a yes.
func literally(it *assess.Item) string {
	a := it.Answer
	switch {
	case it.Outdated, it.State == assess.Open:
		return said(it)
	case it.Incomplete:
		return "No. Another way is written down, but it is not approved or past its review date."
	case it.State == assess.OtherWay:
		return fmt.Sprintf("No. Handled another way, which reaches %s; approved by %s, to be looked at again by %s.",
			a.Level.Name(), a.Approver, a.Review.Long())
	case it.State == assess.Levelled && slices.Contains([]frameworks.Level{frameworks.Partly, frameworks.Mostly}, a.Level):
		return "Not everywhere: " + it.Question.Wording[a.Level]
	}
	return a.Name()
}

// writtenDown is the day of an answer, and the quarter it was last confirmed in
// where that is an earlier one.
func writtenDown(it *assess.Item, day string) string {
	if it.State == assess.Open {
		return ""
	}
	if it.Answer.Carried.IsZero() {
		return day
	}
	return words.Join("; ", day, "last confirmed in "+it.Answer.Carried.String())
}
