package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/data"
	"hygeia/report/doc"
)

// writeHere is a line for what has to be written by hand.
const writeHere = "________________________"

// carrierRow is one line of a usual application, with what answers it here.
type carrierRow struct {
	frameworks.InsuranceRow
	items []*assess.Item // of its questions that are asked this quarter
	not   []string       // titles of those that are not
	fact  string         // what was said, in words; empty if nothing
	aged  string         // the day of the oldest of these answers, and when it was confirmed; empty without one
}

// carrierRow looks up what answers a line.
func (s *story) carrierRow(row frameworks.InsuranceRow) carrierRow {
	out := carrierRow{InsuranceRow: row}
	var oldest assess.Date
	note := func(day assess.Date, words string) {
		if !day.IsZero() && (oldest.IsZero() || oldest.After(day)) {
			oldest, out.aged = day, words
		}
	}
	for _, key := range row.Questions {
		it, asked := s.r.Item(key)
		if !asked {
			if q, known := s.lib.Question(key); known {
				out.not = append(out.not, q.Title)
			}
			continue
		}
		out.items = append(out.items, it)
		note(it.Answer.Recorded, writtenDown(it, it.Answer.Recorded.Long()))
	}
	for _, group := range []string{frameworks.OversightFacts, frameworks.PatientFacts} {
		for _, f := range s.facts(group) {
			if f.Key == row.Fact {
				out.fact = f.Title + ": " + factWithAge(f)
				note(f.Said.Recorded, f.Said.Recorded.Long())
			}
		}
	}
	return out
}

// answered reports whether something of ours answers the line.
func (c carrierRow) answered() bool { return len(c.items) > 0 || c.fact != "" }

// severity is the order in which one answer stands for several: what is least comes
// first, and only where all are Yes is it Yes.
var severity = []string{countNo, countUnknown, countOpen, countOtherWay, countPart, countYes, countNotApplying}

// overall is the one word for all the answers of a line.
func (c carrierRow) overall() string {
	for _, kind := range severity {
		if slices.ContainsFunc(c.items, func(it *assess.Item) bool {
			return countOf(it) == kind || kind == countNo && it.Incomplete
		}) {
			return kind
		}
	}
	return ""
}

// answer is what the line says, literally: the one word, then each answer with what
// is to be told of it.
func (c carrierRow) answer(more func(*assess.Item) string) string {
	var parts []string
	if len(c.items) > 1 {
		parts = append(parts, "Taken together: "+c.overall())
	}
	for _, it := range c.items {
		text := literally(it)
		if len(c.Questions) > 1 {
			text = it.Question.Title + ": " + text
		}
		parts = append(parts, strings.TrimSuffix(text, ".")+more(it))
	}
	if len(c.items) > 0 && len(c.not) > 0 {
		parts = append(parts, "Not asked in this quarter: "+words.And(c.not))
	}
	if c.fact != "" {
		parts = append(parts, c.fact)
	}
	for i, p := range parts {
		parts[i] = strings.TrimSuffix(p, ".") + "."
	}
	if !c.answered() {
		parts = append(parts, c.why(), writeHere)
	}
	if c.answered() && c.Write {
		parts = append(parts, writeHere)
	}
	return strings.Join(parts, " ")
}

// why says why nothing of ours answers the line.
func (c carrierRow) why() string {
	switch {
	case len(c.Questions) > 0:
		return "Not asked in this quarter."
	case c.Fact != "":
		return "Not written down in this quarter."
	}
	return "No question of ours answers this."
}

// proofBeside is the best proof of an answer, to stand behind it.
func (s *story) proofBeside(it *assess.Item) string {
	if p := s.agedProof(it); p != "" {
		return " (proof: " + p + ")"
	}
	return ""
}

// proof is the best proof of each answer, in the order of the answers.
func (c carrierRow) proof(s *story) string {
	var parts []string
	for _, it := range c.items {
		if p := s.agedProof(it); p != "" {
			if len(c.items) > 1 {
				p = it.Question.Title + ": " + p
			}
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, "; ")
}

// carrierAnswers go through what carriers usually ask, then through what is left of
// our own questions. Content from before there was such a table is gone through in the
// order in which it was asked.
func carrierAnswers(s *story) []doc.Block {
	if len(s.lib.Insurance) == 0 {
		return insurerAnswers(s, nil, 0)
	}
	blocks := []doc.Block{
		doc.Headed(1, "What carriers usually ask"),
		doc.Say("The questions and their order are ours and those of no carrier. Where several answers stand together, the first words are the weakest of them. What no question here answers has a line to write on."),
	}
	told := map[string]bool{}
	n := 0
	for _, topic := range s.lib.Insurance {
		t := doc.Table{Columns: []doc.Column{
			{Title: "No.", Width: 2, Right: true}, {Title: "Asked, and what answers it", Width: 10}, {Title: "Our answer, and its proof", Width: 13}, {Title: "Written down", Width: 4},
		}, Dense: true}
		for _, row := range topic.Rows {
			n++
			c := s.carrierRow(row)
			for _, it := range c.items {
				told[it.Question.Key] = true
			}
			asks := doc.Text{{Text: row.Asks, Bold: true}, {Text: " " + row.Why}}
			t.Rows = append(t.Rows, []doc.Text{
				doc.Plain(fmt.Sprint(n)), asks, doc.Plain(c.answer(s.proofBeside)), doc.Plain(cmp.Or(c.aged, doc.Dash)),
			})
		}
		blocks = append(blocks, doc.Headed(2, topic.Title), t)
	}
	return append(blocks, insurerAnswers(s, told, n)...)
}

// jsonCarrier is one line of a usual application.
type jsonCarrier struct {
	Topic     string   `json:"topic"`
	Asks      string   `json:"asks"`      // the carrier's question, in our own words
	Why       string   `json:"why"`       // why these answer it, or what to write down
	Questions []string `json:"questions"` // keys of what answers it and is asked this quarter
	Overall   string   `json:"overall"`   // the weakest of the answers in a word; "" where no question answers it
	Answer    string   `json:"answer"`    // in words; ends in a line to write on where nothing answers it
	Proof     string   `json:"proof"`     // the best proof of each, in words; "" without any
	Fact      string   `json:"fact"`      // a fact that was said, in words; ""
}

func (s *story) jsonCarriers() []jsonCarrier {
	list := []jsonCarrier{}
	for _, topic := range s.lib.Insurance {
		for _, row := range topic.Rows {
			c := s.carrierRow(row)
			list = append(list, jsonCarrier{topic.Title, row.Asks, row.Why, data.Keys(c.items), c.overall(), c.answer(func(*assess.Item) string { return "" }), c.proof(s), c.fact})
		}
	}
	return list
}
