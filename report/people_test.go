package report

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc"
)

var peopleCounted = regexp.MustCompile(`\d+ (?:person|people)`)

// Two people who do the same work are two, on each page, whoever reads it: they are
// counted once, before a report for others knows them by their role only.
func TestPeopleAreCountedOnce(t *testing.T) {
	in := creek(t)
	a := *in.Result.Assessment
	a.Answers = map[string]assess.Answer{}
	names := []string{"Dana Ruiz", "Ole Berg"}
	for i, it := range in.Result.Items {
		ans := it.Answer
		ans.By = names[i%2]
		a.Answers[it.Question.Key] = ans
	}
	in.Result = assess.Evaluate(in.Result.Library, &a)
	for _, reader := range []Audience{Internal, ForBoard} {
		in.Audience = reader
		said := peopleCounted.FindAllString(draw(t, "text", Board(in), doc.Options{Width: 1000}), -1)
		if len(said) < 2 || len(slices.Compact(said)) != 1 || said[0] != "2 people" {
			t.Errorf("for %s the cover and the first page say %q, want 2 people on both", reader, said)
		}
	}
}

// An owner whose name begins with any letter is printed whole, with a capital.
func TestOwnerBeginsWithAnyLetter(t *testing.T) {
	d := fix(day(2027, 3, 31))
	d.Owner = "émilie Ärztin"
	in, _ := decided(t, d)
	for what, report := range map[string]*doc.Document{"board": Board(in), "plan": Plan(PlanInput{Input: in})} {
		for _, f := range formats {
			told, err := readers[f.Name](t, []byte(draw(t, f.Name, report, doc.Options{Width: 200})))
			if err != nil {
				t.Fatal(err)
			}
			text := strings.Join(told, " ")
			if !strings.Contains(text, "émilie") || strings.Contains(text, "\ufffd") || strings.Contains(text, "□m") {
				t.Errorf("the %s report as %s breaks the name", what, f.Name)
			}
		}
	}
}

// What was decided says that its day is past, from the day after on.
func TestDecisionPastItsDay(t *testing.T) {
	for _, tt := range []struct {
		decision assess.Decision
		want     string
	}{
		{fix(day(2026, 9, 28)), "to be fixed by Sept. 28, 2026"},
		{fix(day(2026, 9, 27)), "to be fixed by Sept. 27, 2026, which is past"},
		{accept(day(2026, 9, 28)), "risk accepted until Sept. 28, 2026"},
		{accept(day(2026, 9, 27)), "risk accepted until Sept. 27, 2026, which is past"},
		{fix(assess.Date{}), "to be fixed by a day not set"},
		{assess.Decision{}, ""},
	} {
		in, actions := decided(t, tt.decision)
		if got := newStory(in).decidedWords(actions[0].Item); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

// Of several proofs the one of the highest grade is named, the newest of equals,
// wherever it stands among them.
func TestBestProof(t *testing.T) {
	old, later, paper := assess.Proof{Grade: assess.Record, Date: day(2026, 1, 1)}, assess.Proof{Grade: assess.Record, Date: day(2026, 6, 1)}, assess.Proof{Grade: assess.Paper, Date: day(2026, 9, 1)}
	for _, proofs := range [][]assess.Proof{{old, later, paper}, {later, old, paper}, {paper, later, old}, {paper, old, later}} {
		it := &assess.Item{Question: &frameworks.Question{}, Answer: assess.Answer{Proof: proofs}}
		if got, want := bestProof(it), assess.Record.String()+", June 1, 2026"; got != want {
			t.Errorf("%v: got %q, want %q", proofs, got, want)
		}
	}
	if got := bestProof(&assess.Item{}); got != "" {
		t.Errorf("no proof is called %q", got)
	}
}
