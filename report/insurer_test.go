package report

import (
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc"
)

func TestOnlyYesIsYes(t *testing.T) {
	q := &frameworks.Question{Revision: 1, Wording: [4]string{"none", "some places", "all but two", "all"}}
	day := assess.Date{Year: 2027, Month: 1, Day: 15}
	other := assess.Answer{State: assess.OtherWay, Level: frameworks.Mostly, Approver: "chief nursing officer", Review: day}
	for _, c := range []struct {
		name string
		item assess.Item
		want string
	}{
		{"yes", assess.Item{State: assess.Levelled, Answer: level(frameworks.Yes)}, "Yes"},
		{"mostly", assess.Item{State: assess.Levelled, Answer: level(frameworks.Mostly)}, "Not everywhere: all but two"},
		{"partly", assess.Item{State: assess.Levelled, Answer: level(frameworks.Partly)}, "Not everywhere: some places"},
		{"no", assess.Item{State: assess.Levelled, Answer: level(frameworks.No)}, "No"},
		{"other way", assess.Item{State: assess.OtherWay, Answer: other},
			"No. Handled another way, which reaches Mostly; approved by chief nursing officer, to be looked at again by Jan. 15, 2027."},
		{"incomplete", assess.Item{State: assess.OtherWay, Incomplete: true, Answer: other},
			"No. Another way is written down, but it is not approved or past its review date."},
		{"unknown", assess.Item{State: assess.Unknown, Answer: unknown}, "Don't know"},
		{"not applying", assess.Item{State: assess.NotApplicable, Answer: notHere(onFile)}, "Does not apply"},
		{"open", assess.Item{}, "Not answered"},
		{"outdated", assess.Item{Outdated: true, Answer: level(frameworks.Yes)}, "Not answered (the question has changed since)"},
	} {
		c.item.Question = q
		if got := literally(&c.item); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// The document for an insurer says nothing of what to do or of how good it is.
func TestInsurerHasNoPlanAndNoScore(t *testing.T) {
	in := creek(t)
	text := draw(t, "md", Insurer(in), doc.Options{})
	for _, word := range []string{"priorit", "score", "first step", "effort", "Every gap", "target", "red", "amber", "Chief nursing officer", "network of hospitals"} {
		if word == "red" {
			word = " red "
		}
		if strings.Contains(text, word) {
			t.Errorf("it says %q", word)
		}
	}
	total := 0
	for _, c := range counted(in.Result) {
		total += c.questions
	}
	if total != len(in.Result.Items) {
		t.Errorf("%d answers are counted, %d questions asked", total, len(in.Result.Items))
	}
}
