package assess

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// compareAnswers compares two quarters of a section; "key=word!" marks a later
// answer as a correction of that quarter.
func compareAnswers(t testing.TB, section, before, after string, corrections ...string) *Comparison {
	t.Helper()
	lib := libraryOf(t, section)
	b, a := draftOf(told(before)), draftOf(told(after))
	b.Period = Quarter{2026, 2}
	for _, key := range corrections {
		ans := a.Answers[key]
		ans.Change, ans.Changed = Corrected, testQuarter
		a.Answers[key] = ans
	}
	return Compare(Evaluate(lib, b), Evaluate(lib, a))
}

// TestSectionChange holds SCORING 8 for a section with e1 (3), n1 (2), r1 (1).
func TestSectionChange(t *testing.T) {
	tests := []struct {
		name          string
		section       string
		before, after string
		corrections   []string
		want          map[string]string
	}{
		{
			"nothing changed", "s: e1; n1; r1", "e1=yes n1=no r1=no", "e1=yes n1=no r1=no", nil,
			map[string]string{"before": "50%", "after": "50%", "matched": "0.0", "real": "0.0", "corrections": "0.0", "scope": "0.0", "shown": "0.0"},
		},
		{
			// Unknown is 0 and answered: e1 100·3·1/6 = +50. Without a reason it was found out, which is a correction.
			"unknown counts as answered", "s: e1; n1; r1", "e1=unknown n1=no r1=no", "e1=yes n1=no r1=no", nil,
			map[string]string{"before": "0%", "after": "50%", "matched": "+50.0", "real": "0.0", "corrections": "+50.0", "scope": "0.0", "shown": "+50.0", "e1": "+50.0"},
		},
		{
			// Without e1: n1 and r1 are compared, n1 No to Yes: 100·2/3 = 66.7. S1 = 50, S2 = 100·2/3: shown 16.7, scope -50.
			"does not apply is not compared", "s: e1; n1; r1", "e1=yes n1=no r1=no", "e1=na n1=yes r1=no", nil,
			map[string]string{"before": "50%", "after": "67%", "matched": "+66.7", "real": "+66.7", "corrections": "0.0", "scope": "-50.0", "shown": "+16.7", "n1": "+66.7"},
		},
		{
			// The earlier quarter has too few answers for a score: no scope effect. e1 alone is compared.
			"no score before", "s: e1; n1; r1", "e1=no", "e1=yes n1=yes r1=yes", nil,
			map[string]string{"before": "0 to 50%", "after": "100%", "matched": "+100.0", "real": "+100.0", "corrections": "0.0", "scope": "-", "shown": "-", "e1": "+100.0"},
		},
		{
			"nothing answered before", "s: e1; n1; r1", "", "e1=yes n1=yes r1=yes", nil,
			map[string]string{"before": "not assessed", "after": "100%", "matched": "-", "real": "-", "corrections": "-", "scope": "-", "shown": "-"},
		},
		{
			// Nothing in common, both have a score: all of it is scope.
			"nothing to compare", "s: e1; e2", "e1=yes e2=na", "e1=na e2=no", nil,
			map[string]string{"before": "100%", "after": "0%", "matched": "-", "real": "-", "corrections": "-", "scope": "-100.0", "shown": "-100.0"},
		},
		{
			// e1 Yes to Partly as a correction: 100·3·(-2/3)/6 = -33.3; n1 No to Partly: 100·2·(1/3)/6 = +11.1.
			"a correction down", "s: e1; n1; r1", "e1=yes n1=no r1=no", "e1=partly n1=partly r1=no", []string{"e1"},
			map[string]string{"before": "50%", "after": "28%", "matched": "-22.2", "real": "+11.1", "corrections": "-33.3", "scope": "0.0", "shown": "-22.2",
				"e1": "-33.3", "n1": "+11.1"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := compareAnswers(t, tt.section, tt.before, tt.after, tt.corrections...)
			if diff := cmp.Diff(tt.want, changeTexts(ownChange(t, c, "s"))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// Contributions: the largest fall first, then the largest rise, then the key;
// what did not move is left out.
func TestContributionOrder(t *testing.T) {
	c := compareAnswers(t, "s: r1; r2; r3; r4; n1; e1; e2",
		"r1=no r2=yes r3=yes r4=no n1=yes e1=no e2=yes",
		"r1=yes r2=no r3=no r4=yes n1=no e1=yes e2=yes")
	var got []string
	for _, x := range ownChange(t, c, "s").Contributions {
		got = append(got, x.After.Question.Key+" "+ChangeText(x.Change))
	}
	// Weights 1·4 + 2 + 3·2 = 12: a weight of 1 moves 8.3, of 2 16.7, of 3 25.
	want := []string{"n1 -16.7", "r2 -8.3", "r3 -8.3", "e1 +25.0", "r1 +8.3", "r4 +8.3"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func questionLines(c *Comparison) []string {
	var list []string
	for _, q := range c.Questions {
		it := q.After
		if it == nil {
			it = q.Before
		}
		words := it.Question.Key + " " + q.Kind.String()
		if q.Corrected && q.Kind != CorrectedAnswer {
			words += " (corrected)"
		}
		list = append(list, words)
	}
	return list
}

// TestQuestionOrder holds the order of SCORING 8.
func TestQuestionOrder(t *testing.T) {
	lib := libraryOf(t, "s: r1; r2; r3; r4; r5; r6; r7; r8; r9; n1; n2; e1; e2; e3; e4")
	b := draftOf(told("r1=yes r2=no r3=yes r4=no r5=mostly r6=yes r8=yes r9=unknown n1=yes n2=yes e1=mostly e2=yes e3=yes e4=unknown"))
	b.Period = Quarter{2026, 2}
	a := draftOf(told("r1=yes r2=yes r3=no r4=mostly r5=other-mostly r6=na r7=unknown r9=no n1=no n2=unknown e1=partly e2=mostly e3=yes e4=yes"))
	late := a.Answers["r5"]
	late.Review = Date{2026, 9, 1} // past review: it counts 0 now
	a.Answers["r5"] = late
	stale := a.Answers["r1"]
	stale.Carried = Quarter{2026, 1}
	a.Answers["r1"] = stale
	wrong := a.Answers["e2"]
	wrong.Change, wrong.Changed = Corrected, testQuarter
	a.Answers["e2"] = wrong

	got := questionLines(Compare(Evaluate(lib, b), Evaluate(lib, a)))
	want := []string{
		// What fell, the largest move in weighted points first: n1 and n2 6, then 3 (asking order: Essential first), r5 2.
		"n1 fell", "n2 fell", "e1 fell", "e2 fell (corrected)", "r3 fell", "r5 fell",
		"r6 set aside",
		"e4 corrected",       // nobody knew before
		"r2 rose", "r4 rose", // 3, 2
		"r1 past its date",
		"r7 newly answered", "r9 newly answered",
		"r8 no longer answered",
		"e3 unchanged",
	}
	// Asking order puts r6 to r9 in catalog order.
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestCorrectedSince: a correction counts only if it was said after the earlier
// of the two quarters.
func TestCorrectedSince(t *testing.T) {
	lib := libraryOf(t, "s: e1")
	quarters := map[Quarter]*Result{}
	for n, words := range []string{"e1=no", "e1=mostly", "e1=yes"} {
		a := draftOf(told(words))
		a.Period = Quarter{2026, n + 1}
		ans := a.Answers["e1"]
		switch n {
		case 1:
			ans.Change, ans.Changed = Improved, a.Period
		case 2:
			ans.Change, ans.Changed = Corrected, a.Period
		}
		a.Answers["e1"] = ans
		quarters[a.Period] = Evaluate(lib, a)
	}
	q1, q2, q3 := quarters[Quarter{2026, 1}], quarters[Quarter{2026, 2}], quarters[Quarter{2026, 3}]

	// The last reason, of 2026-Q3, explains the change from Q2, and from Q1 where Q2
	// is not known. Where it is, each step has its own: No to Mostly is real.
	for _, before := range []*Result{q1, q2} {
		if c := ownChange(t, Compare(before, q3), "s"); c.Real.Sign() != 0 || c.Corrected.Sign() <= 0 {
			t.Errorf("%s to %s: real %s, corrections %s", before.Period, q3.Period, c.Real, c.Corrected)
		}
	}
	if c := ownChange(t, Compare(q1, q3, q2), "s"); ChangeText(c.Real) != "+66.7" || ChangeText(c.Corrected) != "+33.3" {
		t.Errorf("through 2026-Q2: real %s, corrections %s", c.Real, c.Corrected)
	}
	// Carried on, the same answer in 2026-Q4 was corrected before 2026-Q3: a fall
	// in between, if somebody had changed the file, is real.
	a := draftOf(told("e1=partly"))
	a.Period = Quarter{2026, 4}
	ans := a.Answers["e1"]
	ans.Change, ans.Changed = Corrected, Quarter{2026, 3}
	a.Answers["e1"] = ans
	if c := ownChange(t, Compare(q3, Evaluate(lib, a)), "s"); c.Corrected.Sign() != 0 || c.Real.Sign() >= 0 {
		t.Errorf("an old correction explains a new fall: real %s, corrections %s", c.Real, c.Corrected)
	}
}

// Quarters in between are named, other content is marked, and a question with a
// new meaning is a new question.
func TestCompareAcross(t *testing.T) {
	old := libraryOf(t, "s: e1; r1; r2", "gone: r9")
	new := bank{
		sections:  []string{"s: e1; r1; r3", "fresh: r4"},
		questions: map[string]bankQuestion{"r1": {revision: 2}},
	}.mustLoad(t)
	b := draftOf(told("e1=no r1=no r2=yes r9=yes"))
	b.Period = Quarter{2025, 4}
	after := told("e1=yes r1=yes r3=no r4=no r2=yes")
	revised := after["r1"]
	revised.Revision = 2
	after["r1"] = revised
	c := Compare(Evaluate(old, b), Evaluate(new, draftOf(after)))

	if diff := cmp.Diff([]Quarter{{2026, 1}, {2026, 2}}, c.Skipped); diff != "" {
		t.Errorf("skipped (-want +got)\n%s", diff)
	}
	if !c.NewContent {
		t.Error("the content is other and not marked")
	}
	want := []string{"e1 rose", "r1 new question", "r3 new question", "r4 new question", "r2 no longer asked", "r9 no longer asked"}
	if diff := cmp.Diff(want, questionLines(c)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if s := ownChange(t, c, "s"); s.Compared != 1 {
		t.Errorf("compared %d, want e1 alone", s.Compared)
	}
	if s := ownChange(t, c, "fresh"); s.Before != nil || s.Matched != nil || s.Shown != nil {
		t.Error("a section the earlier quarter did not have is compared")
	}
}

// Without an earlier quarter nothing is compared and nothing breaks.
func TestCompareNothing(t *testing.T) {
	lib := libraryOf(t, "s: e1")
	c := Compare(nil, Evaluate(lib, draftOf(told("e1=yes"))))
	if len(c.Questions) != 0 || len(c.Skipped) != 0 || c.NewContent {
		t.Errorf("%d questions, skipped %v, new content %t", len(c.Questions), c.Skipped, c.NewContent)
	}
	if s := ownChange(t, c, "s"); s.Before != nil || s.Shown != nil {
		t.Error("a change without an earlier quarter")
	}
}

// The weights are the later quarter's: r1 weighs 2 once it names two of HICP's
// threats. e1 0, r1 No to Yes: 100·2/5 = 40.
func TestLaterWeight(t *testing.T) {
	old := libraryOf(t, "s: e1; r1")
	new := bank{sections: []string{"s: e1; r1"}, questions: map[string]bankQuestion{"r1": {threats: "ransom theft"}}}.mustLoad(t)
	b := draftOf(told("e1=no r1=no"))
	b.Period = Quarter{2026, 2}
	c := ownChange(t, Compare(Evaluate(old, b), Evaluate(new, draftOf(told("e1=no r1=yes")))), "s")
	if got := ChangeText(c.Matched); got != "+40.0" {
		t.Errorf("matched %s, want +40.0", got)
	}
}
