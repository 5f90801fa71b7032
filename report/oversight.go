package report

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// oversight is the page of the board's own work, to be minuted: the matters the
// first page had no room for, its questions with the answers and their age, the next
// report, and lines to sign.
func oversight(s *story) []doc.Block {
	blocks := append([]doc.Block{doc.Headed(1, "Oversight")}, s.moreMatters(s.tight)...)
	blocks = append(blocks, doc.Headed(2, "What a board should ask"), boardQuestions(s))
	blocks = append(blocks, minuted(s)...)
	blocks = append(blocks, nextReport(s)...)
	if check := s.in.checkWords(); check != "" { // what is signed can be held against the files
		blocks = append(blocks, doc.Say("%s", check))
	}
	return append(blocks, signatures())
}

// signatures are the lines under the minutes.
func signatures() doc.Block {
	t := doc.Table{Columns: []doc.Column{{Title: "Presented by", Width: 3}, {Title: "Received for the board by", Width: 3}, {Title: "Date", Width: 2}}}
	line := strings.Repeat("_", 24)
	t.Rows = [][]doc.Text{doc.Row(line, line, strings.Repeat("_", 14))}
	return t
}

// boardQuestions are what the handbooks for boards want to hear, with our answers.
func boardQuestions(s *story) doc.Block {
	questions, err := frameworks.Oversight()
	if err != nil { // the program was built from a broken file
		return doc.Noted("What a board should ask cannot be shown: %v.", err)
	}
	t := doc.Table{Dense: s.lean.dense(), Columns: []doc.Column{{Title: "Question", Width: 5}, {Title: "Our answer", Width: 6}, {Title: "Proof", Width: 3}, {Title: "Written down", Width: 3}}}
	for _, q := range questions {
		t.Rows = append(t.Rows, boardRow(s, q))
	}
	return t
}

// oldAnswer is the age in days from which an answer a board relies on is marked.
const oldAnswer = 365

// aged is the day of an answer, marked where it is long ago.
func (s *story) aged(day assess.Date) string {
	if !day.IsZero() && s.r.AsOf.DaysSince(day) > oldAnswer {
		return day.Long() + ", over a year old"
	}
	return day.Long()
}

// boardRow is a question with the answer of each question of the bank behind it,
// their proof, and the day the oldest of the answers was written down.
func boardRow(s *story, q frameworks.BoardQuestion) []doc.Text {
	var answers, proofs []string
	var written assess.Date
	for _, key := range q.Answers {
		it, asked := s.r.Item(key)
		if !asked {
			continue
		}
		answers = append(answers, it.Question.Title+": "+s.says(it))
		proofs = append(proofs, s.agedProof(it))
		if day := it.Answer.Recorded; written.IsZero() || written.After(day) {
			written = day
		}
	}
	switch {
	case q.Frameworks:
		return doc.Row(q.Asks, frameworksAsked(s), "", "")
	case q.Fact != "":
		return factRow(s, q)
	case len(q.Answers) == 0:
		return doc.Row(q.Asks, "Not asked here. Settle it in the incident plan.", "", "")
	case len(answers) == 0:
		return doc.Row(q.Asks, "Not asked this quarter", "", "")
	}
	return doc.Row(q.Asks, words.Join("; ", answers...), words.Join("; ", proofs...), s.aged(written))
}

// factRow is a question that a fact answers.
func factRow(s *story, q frameworks.BoardQuestion) []doc.Text {
	for _, f := range s.facts(frameworks.OversightFacts) {
		if f.Key == q.Fact {
			return []doc.Text{doc.Plain(q.Asks), doc.Sentence("%s: %s", f.Title, factFigure(f)), doc.Plain(doc.Dash), doc.Plain(s.aged(f.Said.Recorded))}
		}
	}
	return doc.Row(q.Asks, "Not answered yet", "", "")
}

// agedProof is the best proof of an answer, marked where it is too old to count.
func (s *story) agedProof(it *assess.Item) string {
	said := bestProof(it)
	if said != "" && !it.Supported() && !it.Disputed() && !it.Answer.OldProof(it.Question, s.r.AsOf).IsZero() {
		said += ", too old to count"
	}
	return said
}

// frameworksAsked names the frameworks chosen for the quarter.
func frameworksAsked(s *story) string {
	var names []string
	for i := range s.r.Views {
		if v := &s.r.Views[i]; v.Asked {
			names = append(names, viewTitle(v))
		}
	}
	if len(names) == 0 {
		return "None"
	}
	return words.Join("; ", names...)
}

func nextReport(s *story) []doc.Block {
	if s.r.AsOf.IsZero() {
		return nil
	}
	return []doc.Block{doc.Say("The next report is due by %s, three months after this one.", s.r.AsOf.AddMonths(reportMonths).Long())}
}

// The letters of the strip of proof.
const (
	proofAll   = "P"
	proofSome  = "p"
	proofNone  = "n"
	proofNoYes = "o"
	proofDash  = doc.Dash
)

// proofStrip shows for each practice of HICP, or each function where HICP was not
// asked, and each quarter how many of the Yes answers fresh proof shows.
func proofStrip(s *story) []doc.Block {
	v := s.proofView()
	if v == nil || len(v.Sections) == 0 {
		return nil
	}
	line := s.timeline()
	strip := doc.Strip{
		Caption: "Fresh proof for the Yes answers of " + viewTitle(v),
		Columns: periods(line),
		Legend: []doc.StripKey{
			{Letter: proofAll, Words: "fresh proof for each Yes", Shade: 3}, {Letter: proofSome, Words: "for some", Shade: 2}, {Letter: proofNone, Words: "for none", Shade: 1},
			{Letter: proofNoYes, Words: "no Yes answer", Shade: 0}, {Letter: proofDash, Words: "not asked, or no quarter saved", Shade: 0},
		},
	}
	for i := range v.Sections {
		g := &v.Sections[i].Group
		r := doc.StripRow{Label: g.Title}
		for _, m := range line {
			r.Cells = append(r.Cells, proofLetter(sectionOf(m.result, v.Framework.ID, g.ID)))
		}
		strip.Rows = append(strip.Rows, r)
	}
	strip.Finding = proofFinding(strip)
	return []doc.Block{doc.Headed(1, "Proof over the quarters"), doc.Say("%s", strip.Finding), strip}
}

// proofView is the framework whose sections are the rows of the strip.
func (s *story) proofView() *assess.View {
	others := s.others()
	if i := slices.IndexFunc(others, func(v *assess.View) bool { return v.Framework.ID == frameworks.HICPID }); i >= 0 {
		return others[i]
	}
	return s.csf()
}

func proofLetter(sec *assess.Section) string {
	if sec == nil || len(sec.Items) == 0 {
		return proofDash
	}
	share := yesProven(sec.Items)
	switch {
	case !share.Known():
		return proofNoYes
	case share.Part == share.Whole:
		return proofAll
	case share.Part > 0:
		return proofSome
	}
	return proofNone
}

// proofFinding counts the areas of this quarter, the last column.
func proofFinding(strip doc.Strip) string {
	n := map[string]int{}
	for _, r := range strip.Rows {
		n[r.Cells[len(r.Cells)-1]]++
	}
	words := fmt.Sprintf("In %s each Yes has fresh proof in %d of %d areas", strip.Columns[len(strip.Columns)-1], n[proofAll], len(strip.Rows))
	if n[proofSome] > 0 {
		words += fmt.Sprintf("; in %d only some have it", n[proofSome])
	}
	if n[proofNone] > 0 {
		words += fmt.Sprintf("; in %d none has it", n[proofNone])
	}
	return words + "."
}
