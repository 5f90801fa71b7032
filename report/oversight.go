package report

import (
	"fmt"
	"slices"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// oversight is the page of the board's own work: its questions with the answers,
// the proof of each practice over the quarters, and when the next report is due.
func oversight(s *story) []doc.Block {
	blocks := append([]doc.Block{heading(1, "Oversight")}, nextReport(s)...)
	blocks = append(blocks, heading(2, "What a board should ask"), boardQuestions(s))
	return append(blocks, proofStrip(s)...)
}

// boardQuestions are what the handbooks for boards want to hear, with our answers.
func boardQuestions(s *story) doc.Block {
	questions, err := frameworks.Oversight()
	if err != nil { // the program was built from a broken file
		return note("What a board should ask cannot be shown: %v.", err)
	}
	t := doc.Table{Columns: []doc.Column{{Title: "Question", Width: 5}, {Title: "Our answer", Width: 6}, {Title: "Proof", Width: 3}, {Title: "Written down", Width: 2}}}
	for _, q := range questions {
		t.Rows = append(t.Rows, boardRow(s, q))
	}
	return t
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
		answers = append(answers, it.Question.Title+": "+saidWithAge(it))
		proofs = append(proofs, bestProof(it))
		if day := it.Answer.Recorded; written.IsZero() || written.After(day) {
			written = day
		}
	}
	switch {
	case q.Frameworks:
		return doc.Row(q.Asks, frameworksAsked(s), "", "")
	case len(q.Answers) == 0:
		return doc.Row(q.Asks, "Not asked here. Settle it in the incident plan.", "", "")
	case len(answers) == 0:
		return doc.Row(q.Asks, "Not asked this quarter", "", "")
	}
	return doc.Row(q.Asks, words.Join("; ", answers...), words.Join("; ", proofs...), written.String())
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
	return []doc.Block{para("The next report is due by %s, three months after this one.", s.r.AsOf.AddMonths(reportMonths))}
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
	return []doc.Block{heading(2, "Proof over the quarters"), para("%s", strip.Finding), strip}
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
