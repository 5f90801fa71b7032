package packet

import (
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// cellError is what is wrong in a cell of a row, by the head of its column.
type cellError struct{ head, why string }

func wrongCell(head, format string, args ...any) *cellError {
	return &cellError{head, fmt.Sprintf(format, args...)}
}

// answer reads one row: it is given, left empty, or wrong with its place.
func (t *table) answer(r *Reply, row int, key string, check Check) {
	g := Given{Key: key, Check: check}
	given, wrong := t.cells(row, &g)
	switch {
	case wrong != nil:
		r.Wrong = append(r.Wrong, Wrong{key, fmt.Sprintf("row %d, %q: %s", row+1, wrong.head, wrong.why)})
	case given:
		r.Given = append(r.Given, g)
	default:
		r.Empty = append(r.Empty, key)
	}
}

// cells reads the cells of a row; false if none of them says anything.
func (t *table) cells(row int, g *Given) (given bool, wrong *cellError) {
	for _, head := range filled {
		if t.formula(row, head) {
			return false, wrongCell(head, "is worked out by a formula, and formulas are not read; type the answer itself")
		}
	}
	text := t.text(row, headAnswer)
	if text == "" {
		if t.given(row) {
			return false, wrongCell(headAnswer, "is empty, though something stands beside it; choose an answer")
		}
		return false, nil
	}
	var err error
	if g.Answer, g.Still, err = parseAnswer(text); err != nil {
		return false, wrongCell(headAnswer, "%v", err)
	}
	if wrong = t.reasons(row, &g.Answer); wrong == nil {
		wrong = t.proof(row, &g.Answer)
	}
	return wrong == nil, wrong
}

// reasons reads the note and what two of the answers need besides. A reason beside
// another answer is a note: nothing that somebody typed is lost.
func (t *table) reasons(row int, ans *assess.Answer) *cellError {
	reason, note := t.text(row, headReason), t.text(row, headNote)
	if both := t.text(row, headBoth); ans.State == assess.NotApplicable {
		reason = words.Join("\n", reason, both)
	} else {
		note = words.Join("\n", note, both)
	}
	ans.Note, ans.Reason = note, reason
	switch ans.State {
	case assess.OtherWay:
		return t.otherWay(row, ans)
	case assess.NotApplicable:
	default:
		ans.Note, ans.Reason = words.Join("\n", note, reason), ""
	}
	for _, head := range []string{headApprover, headReview} {
		if t.text(row, head) != "" {
			return wrongCell(head, "belongs to another way only; choose %q or %q as the answer, or empty this cell", sheetMostly, sheetPartly)
		}
	}
	return nil
}

// otherWay reads what another way needs. That its day is not too far off is for
// whoever takes the answer over to say.
func (t *table) otherWay(row int, ans *assess.Answer) *cellError {
	for _, head := range []string{headReason, headApprover, headReview} {
		if _, there := t.columns[head]; !there {
			return wrongCell(headAnswer, "another way needs what is done instead, who approved it and a day to look at it again, for which this sheet has no place: answer it with \"hygeia assess\"")
		}
		if t.text(row, head) == "" {
			return wrongCell(head, "is empty, and another way needs it")
		}
	}
	ans.Approver = words.Line(t.text(row, headApprover))
	var err error
	if ans.Review, err = assess.DayAhead(t.text(row, headReview), t.today); err != nil {
		return wrongCell(headReview, "%v", err)
	}
	return nil
}

// proof reads what shows that an answer is true. Without a kind it is a paper.
func (t *table) proof(row int, ans *assess.Answer) *cellError {
	what, kind, dated := t.text(row, headProof), t.text(row, headKind), t.text(row, headDated)
	if what == "" {
		if kind+dated != "" {
			return wrongCell(headProof, "is empty, though its kind or date stands beside it; write what shows it")
		}
		return nil
	}
	p := assess.Proof{Grade: assess.Paper, What: words.Line(what)}
	var err error
	if kind != "" {
		if p.Grade, err = parseKind(kind); err != nil {
			return wrongCell(headKind, "%v", err)
		}
	}
	if dated != "" {
		if p.Date, err = assess.DayPast(dated, t.today); err != nil {
			return wrongCell(headDated, "%v", err)
		}
	}
	ans.Proof = []assess.Proof{p}
	return nil
}

// parseKind reads which kind a proof is: as the list has it, or by its word.
func parseKind(text string) (assess.Grade, error) {
	plain := squeezed(text)
	for _, k := range kinds {
		if plain == squeezed(k.name) || plain == k.grade.String() {
			return k.grade, nil
		}
	}
	return 0, fmt.Errorf("%q is no kind of proof: %s", words.Cut(words.Visible(text), 40), strictyaml.Suggest(text, kindChoices()))
}

// squeezed is a text in small letters, without blanks, apostrophes and the like.
func squeezed(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("'\u2019\u2018`-_/.:,() ", r) {
			return -1
		}
		return r
	}, strings.ToLower(words.Line(text)))
}

// parseAnswer reads an answer as people write it into a cell.
func parseAnswer(text string) (ans assess.Answer, still bool, err error) {
	plain := squeezed(text)
	switch plain {
	case "stilltrue", "still":
		return ans, true, nil
	case "dontknow", "donotknow", "unknown", "notknown":
		ans.State = assess.Unknown
		return ans, false, nil
	case "doesnotapply", "na", "notapplicable", "doesntapply":
		ans.State = assess.NotApplicable
		return ans, false, nil
	case "anotherwaymostly", "otherwaymostly":
		ans.State, ans.Level = assess.OtherWay, frameworks.Mostly
		return ans, false, nil
	case "anotherwaypartly", "otherwaypartly":
		ans.State, ans.Level = assess.OtherWay, frameworks.Partly
		return ans, false, nil
	case "anotherway", "otherway":
		return ans, false, fmt.Errorf("does not say how far another way reaches: choose %q or %q", sheetMostly, sheetPartly)
	}
	level, err := frameworks.ParseLevel(plain)
	if err != nil {
		all := []string{"Yes", "Mostly", "Partly", "No", sheetMostly, sheetPartly, sheetUnknown, sheetNot, sheetStill}
		return ans, false, fmt.Errorf("%q is no answer: %s", words.Cut(words.Visible(text), 40), strictyaml.Suggest(text, all))
	}
	ans.State, ans.Level = assess.Levelled, level
	return ans, false, nil
}
