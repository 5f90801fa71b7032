package assess

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

// Every word a person sees stands here once.
func TestWords(t *testing.T) {
	var got []string
	for c := NoColor; c <= Green; c++ {
		got = append(got, c.String(), c.Word())
	}
	for tier := 1; tier <= 4; tier++ {
		got = append(got, TierWord(tier))
	}
	for l := LeftOpen; l <= LeftChanged; l++ {
		got = append(got, l.String()+" = "+Answer{State: Unknown, Left: l}.Name())
	}
	for c := Improved; c <= FoundOut; c++ {
		got = append(got, c.String())
	}
	for s := NotCovered; s <= Scored; s++ {
		got = append(got, s.String())
	}
	for s := ReqNotCovered; s <= ReqMet; s++ {
		got = append(got, s.String())
	}
	for k := FixIt; k <= AnswerIt; k++ {
		got = append(got, k.String())
	}
	for k := Fell; k <= Unchanged; k++ {
		got = append(got, k.String())
	}
	for _, w := range []string{"no", "partly", "mostly", "yes", "other-partly", "na", "unknown"} {
		ans := toldWord(w)
		got = append(got, ans.Word()+" = "+ans.Name())
	}
	got = append(got, Answer{}.Word()+" = "+Answer{}.Name())
	want := []string{
		"", "", "red", "weak", "grey", "not known", "amber", "partly in place", "green", "in place",
		"now", "next", "then", "later",
		"open = Don't know (left open)", "question-changed = Don't know (the question changed)",
		"improved", "worsened", "corrected", "found-out",
		"not covered", "does not apply", "not assessed", "range only", "narrow scope", "partly reached", "scored",
		"not covered by this questionnaire", "does not apply", "not met", "not known", "partly",
		"nearly met", "met another way", "met as far as asked", "met",
		"fix", "find out", "answer this",
		"fell", "set aside", "corrected", "rose", "past its date", "newly answered", "no longer answered",
		"changed whether it applies", "new question", "no longer asked", "unchanged",
		"no = No", "partly = Partly", "mostly = Mostly", "yes = Yes", "other-way = Another way (reaches Partly)",
		"does-not-apply = Does not apply", "unknown = Don't know", " = Not answered",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// The range alone is the figure of a group with too few answers.
func TestScoreText(t *testing.T) {
	lib := libraryOf(t, "s: e1; e2; n1; r1; r2")
	if got := ownSection(t, lib, "e1=yes e2=yes r1=no", "s").ScoreText(); got != "60 to 90%" {
		t.Errorf("%q, want the range", got)
	}
}

// The shipped content is scored whole: twenty questions at most for the
// Essential goals, all of them asked in full (SCORING 5).
func TestShippedEssential(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	asked := AskedQuestions(lib, nil, frameworks.Small)
	if len(asked) == 0 || len(asked) > 20 {
		t.Errorf("%d questions for the Essential goals, want 1 to 20", len(asked))
	}
	a := draftOf(map[string]Answer{})
	a.Frameworks = nil
	for _, q := range asked {
		if err := a.Put(q, Answer{State: Levelled, Level: frameworks.Yes}, a.Answers[q.Key], "J. Rivera", testDay); err != nil {
			t.Fatal(err)
		}
	}
	r := Evaluate(lib, a)
	if got := r.Goals.String(); got != "10 of 10 met" {
		t.Errorf("all Yes: %s", got)
	}
	for _, it := range r.Items {
		if it.Weight != 3 || it.Target != frameworks.Yes {
			t.Errorf("%s weighs %d with the target %s, want 3 and yes", it.Question.Key, it.Weight, it.Target)
		}
	}
}
