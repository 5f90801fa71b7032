package report

import (
	"strings"
	"testing"

	"hygeia/report/doc"
)

func TestExplainQuestionShowsEveryTerm(t *testing.T) {
	d, err := ExplainQuestion(creek(t), "vendor-contracts")
	if err != nil {
		t.Fatal(err)
	}
	text := draw(t, "text", d, doc.Options{Width: 200})
	for _, want := range []string{
		"It serves an Essential goal", "0 of 3", "3 points",
		", now. Effort", "on step 3 of 8", "Step 3 of 8", "the gap is three levels; nothing must come first", "Effort large, 8 points",
		"It adds weight times points, 3 × 0 = 0",
		"100 × 102 / (3 × 60)", // Essential goals: 102 thirds of a weight over the 60 answered
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

func TestExplainQuestionThatIsNotAsked(t *testing.T) {
	d, err := ExplainQuestion(only(t, nothing), "auto-lock")
	if err != nil {
		t.Fatal(err)
	}
	text := draw(t, "text", d, doc.Options{})
	if !strings.Contains(text, "not asked this quarter") || !strings.Contains(text, "Health Industry Cybersecurity Practices") {
		t.Errorf("got\n%s", text)
	}
}

func TestExplainRequirement(t *testing.T) {
	in := creek(t)
	for id, want := range map[string][]string{
		"HPH-03":        {"Status: not known", "mfa-remote", "Weakest"},
		"1.S.A":         {"Mapping: HICP 2023", "How much of it is asked: part"},
		"1.M.A":         {"not written for an organization of this size"},
		"164.314(b)(1)": {"No question speaks for it"},
	} {
		d, err := ExplainRequirement(in, id)
		if err != nil {
			t.Fatal(err)
		}
		text := draw(t, "text", d, doc.Options{Width: 200})
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s: %q is missing in\n%s", id, w, text)
			}
		}
	}
}

func TestExplainNamesTheNearest(t *testing.T) {
	in := creek(t)
	if _, err := ExplainQuestion(in, "mfa-emial"); err == nil || err.Error() != `question "mfa-emial": not known; did you mean "mfa-email"` {
		t.Errorf("got %v", err)
	}
	if _, err := ExplainRequirement(in, "HPH-33"); err == nil || !strings.Contains(err.Error(), "did you mean") {
		t.Errorf("got %v", err)
	}
	if _, err := ExplainQuestion(in, "zzzzzzzzzzzzzzzzzzzzzz"); err == nil || err.Error() != `question "zzzzzzzzzzzzzzzzzzzzzz": not known` {
		t.Errorf("got %v", err)
	}
}
