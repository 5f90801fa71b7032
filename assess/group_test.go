package assess

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

// TestStanding holds SCORING 4: how much of a group's score may be shown.
func TestStanding(t *testing.T) {
	tests := []struct {
		name     string
		section  string
		answers  string
		standing Standing
		want     Figures
	}{
		{"no question", "s: /none; /none", "", NotCovered, Figures{Score: "not covered", Reach: "0 of 2"}},
		{"all does not apply", "s: e1; n1", "e1=na n1=na", DoesNotApply,
			Figures{Score: "does not apply", Scope: "0 of 2 apply"}},
		{"nothing answered", "s: e1; n1", "e1=na", NotAssessed,
			Figures{Score: "not assessed", Range: "0 to 100%", Coverage: "0 of 1 answered, 0 confirmed this quarter", Reach: "1 of 1",
				Scope: "1 of 2 apply", Note: "limited scope: 1 of 2 apply"}},
		{
			// Weights 3, 1, 1 apply and 3, 2 do not: G = 100·5/10 is half.
			"half of it applies", "s: e1; r1; r2; e2; n1", "e1=yes r1=yes r2=yes e2=na n1=na", Scored,
			Figures{Score: "100%", Range: "100%", Coverage: "3 of 3 answered, 3 confirmed this quarter", Reach: "3 of 3",
				Scope: "3 of 5 apply", Proven: "0%", Color: "green", Note: "limited scope: 3 of 5 apply"},
		},
		{
			// 3, 1 apply and 3, 2 do not: G = 400/9 = 44.4.
			"less than half of it applies", "s: e1; r1; e2; n1", "e1=yes r1=yes e2=na n1=na", NarrowScope,
			Figures{Range: "100%", Coverage: "2 of 2 answered, 2 confirmed this quarter", Reach: "2 of 2",
				Scope: "2 of 4 apply", Note: "only the range, most of it does not apply here; limited scope: 2 of 4 apply"},
		},
		{
			// T = 3+3+2+2 = 10, answered 8: coverage exactly 80. Excluded 0.
			"coverage of exactly 80", "s: e1; e2; n1; n2", "e1=yes e2=yes n1=yes", Scored,
			Figures{Score: "100%", Range: "80 to 100%", Coverage: "3 of 4 answered, 3 confirmed this quarter", Reach: "4 of 4", Proven: "0%", Color: "amber"},
		},
		{
			// T = 3+3+2+1+1 = 10 with 7 answered.
			"coverage under 80", "s: e1; e2; n1; r1; r2", "e1=yes e2=yes r1=no", RangeOnly,
			Figures{Range: "60 to 90%", Coverage: "3 of 5 answered, 3 confirmed this quarter", Reach: "5 of 5",
				Note: "not enough answered: 70 of the 80% needed"},
		},
		{
			// T = 3·3 + 2 + 3·1 = 14, answered 11: 78.57 prints as 78, rounded down.
			"coverage of 78.57", "s: e1; e2; e3; n1; r1; r2; r3", "e1=yes e2=yes e3=yes n1=yes", RangeOnly,
			Figures{Range: "79 to 100%", Coverage: "4 of 7 answered, 4 confirmed this quarter", Reach: "7 of 7",
				Note: "not enough answered: 78 of the 80% needed"},
		},
		{"reach of exactly half", "s: r1; /none", "r1=yes", Scored,
			Figures{Score: "100%", Range: "100%", Coverage: "1 of 1 answered, 1 confirmed this quarter", Reach: "1 of 2", Proven: "0%", Color: "green"}},
		{"reach under half", "s: r1; /none; /none", "r1=yes", PartReach,
			Figures{Score: "100%", Range: "100%", Coverage: "1 of 1 answered, 1 confirmed this quarter", Reach: "1 of 3", Proven: "0%",
				Note: "no color, too few of its requirements are asked about"}},
		{"requirements of another size do not count", "s: r1; /none/large; /none/large", "r1=yes", Scored,
			Figures{Score: "100%", Range: "100%", Coverage: "1 of 1 answered, 1 confirmed this quarter", Reach: "1 of 1", Proven: "0%", Color: "green"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lib := libraryOf(t, tt.section, "other: e9")
			g := &ownSection(t, lib, tt.answers, "s").Group
			if g.Standing != tt.standing {
				t.Errorf("standing %s, want %s", g.Standing, tt.standing)
			}
			if diff := cmp.Diff(tt.want, g.Figures()); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// "Limited scope" is printed above 20% of the weight, not at it: 1 of 5 is
// exactly 20, 2 of 6 more.
func TestLimitedScope(t *testing.T) {
	lib := libraryOf(t, "s: e1; r1; r2", "u: e2; r3; n3")
	if ownSection(t, lib, "e1=yes r1=yes r2=na", "s").Limited {
		t.Error("1 of 5 is limited")
	}
	if !ownSection(t, lib, "e2=yes r3=yes n3=na", "u").Limited {
		t.Error("2 of 6 is not limited")
	}
}

// A question counts once in a group however many requirements name it.
func TestQuestionCountsOnce(t *testing.T) {
	lib := libraryOf(t, "s: e1 r1; e1; r1 e1")
	s := ownSection(t, lib, "e1=yes r1=no", "s")
	if diff := cmp.Diff(Tally{Earned: 9, Levelled: 4}, s.Tally); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Categories are groups of their own, each with its reach.
func TestCategories(t *testing.T) {
	lib := libraryOf(t, "s: c1>e1; c1>r1; c2>r1 r2; c2>/none; c2>/none")
	s := ownSection(t, lib, "e1=yes r1=yes r2=no", "s")
	var got []string
	for i := range s.Groups {
		f := s.Groups[i].Figures()
		got = append(got, s.Groups[i].ID+" "+f.Score+" "+f.Reach+" "+f.Color)
	}
	want := []string{"c1 100% 2 of 2 green", "c2 50% 1 of 3 "}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if s.Reach != (Share{3, 5}) {
		t.Errorf("reach of the section %v, want 3 of 5", s.Reach)
	}
}

// TestOverall holds SCORING 4: all distinct asked questions of the framework
// together, by weight; defined with a coverage of 80, a reach of half and a scope
// of half. Sections without a score of their own are named beside it.
func TestOverall(t *testing.T) {
	tests := []struct {
		name     string
		sections []string
		answers  string
		score    string
		missing  []string
	}{
		{
			// 100·(3 + 0 + 2/3)/5 = 220/3, and not the mean of 75 and 200/3.
			"by weight", []string{"a: e1; r1", "b: r2"}, "e1=yes r1=no r2=mostly", "220/3", nil,
		},
		{
			// r1 stands in both and counts once: 100·3/5.
			"a question of two sections", []string{"a: e1; r1", "b: r1; r2"}, "e1=yes r1=no r2=no", "60", nil,
		},
		{"a section with too few answers", []string{"a: e1; r1", "b: r2; r3"}, "e1=yes r1=no r2=yes", "80", []string{"Section b"}}, // coverage 5 of 6
		{"too few answers in all", []string{"a: e1; r1", "b: r2; r3"}, "e1=yes r2=yes", "", []string{"Section a", "Section b"}},
		{"nothing answered", []string{"a: e1", "b: r2"}, "e1=yes", "", []string{"Section b"}},
		{"a section reached by less than half", []string{"a: e1", "b: r2; /none; /none"}, "e1=yes r2=yes", "100", nil}, // reach 2 of 4
		{"reached by less than half in all", []string{"a: e1", "b: r2; /none; /none; /none"}, "e1=yes r2=yes", "", nil},
		{"what binds others leaves the reach", []string{"a: e1", "b: r2; /none; /binds; /binds; /binds"}, "e1=yes r2=yes", "100", nil},
		{"a section not covered", []string{"a: e1", "b: /none"}, "e1=yes", "100", []string{"Section b"}},
		{"a section that does not apply", []string{"a: e1", "b: r2"}, "e1=yes r2=na", "100", nil},
		{"does not apply, but hardly asked", []string{"a: e1", "b: r2; /none; /none"}, "e1=yes r2=na", "", []string{"Section b"}}, // reach 1 of 3
		{"less than half applies", []string{"a: e1; r1", "b: e2; e3"}, "e1=yes r1=yes e2=na e3=na", "", nil},                      // 4 of 10
		{"a section for another size", []string{"a: e1", "b: /none/large"}, "e1=mostly", "200/3", nil},
		{"nothing applies", []string{"a: e1"}, "e1=na", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lib := libraryOf(t, tt.sections...)
			v, _ := Evaluate(lib, draftOf(told(tt.answers))).View("own")
			score := ""
			if v.Overall.Score != nil {
				score = v.Overall.Score.RatString()
			}
			if score != tt.score {
				t.Errorf("overall %q, want %q", score, tt.score)
			}
			if diff := cmp.Diff(tt.missing, v.Overall.Missing); diff != "" {
				t.Errorf("missing (-want +got)\n%s", diff)
			}
		})
	}
}

// The range of Overall is that of all its questions: weights 3, 3, 2, 2, 1, 1;
// e1, e2, n1 and r1 Yes, n2 open, r2 No: S = 900/10, L = 900/12, H = 1100/12.
func TestOverallRange(t *testing.T) {
	lib := libraryOf(t, "a: e1; e2; n1; n2", "b: r1; r2")
	v, _ := Evaluate(lib, draftOf(told("e1=yes e2=yes n1=yes r1=yes r2=no"))).View("own")
	if got, want := v.Overall.ScoreText()+", "+v.Overall.RangeText(), "90%, 75 to 92%"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	var undefined Overall
	if got := undefined.ScoreText() + undefined.RangeText(); got != "not covered" {
		t.Errorf("undefined prints %q", got)
	}
}

// TestAskedQuestions: Essential first and always, then the chosen frameworks for
// the size, each question once.
func TestAskedQuestions(t *testing.T) {
	lib := libraryOf(t, "a: r1 e2; n1; r2//large; r3", "b: e1; r1; r4//small")
	tests := []struct {
		name       string
		frameworks []string
		size       frameworks.Size
		want       []string
	}{
		{"Essential alone", nil, frameworks.Small, []string{"e2", "e1"}},
		{"unknown framework", []string{"gone"}, frameworks.Small, []string{"e2", "e1"}},
		{"hph by its short name", []string{"hph"}, frameworks.Small, []string{"e2", "e1", "n1"}},
		{"own, small", []string{"own"}, frameworks.Small, []string{"e2", "e1", "r1", "n1", "r3", "r4"}},
		{"own, large", []string{"own"}, frameworks.Large, []string{"e2", "e1", "r1", "n1", "r2", "r3"}},
		{"own, no size yet", []string{"own"}, 0, []string{"e2", "e1", "r1", "n1", "r2", "r3", "r4"}},
		{"order is the library's", []string{"own", "hph-cpg"}, frameworks.Small, []string{"e2", "e1", "n1", "r1", "r3", "r4"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, q := range AskedQuestions(lib, tt.frameworks, tt.size) {
				got = append(got, q.Key)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// Answers to questions that are not asked count nowhere, and a framework that
// was not chosen is seen through the Essential answers alone.
func TestNotChosen(t *testing.T) {
	lib := libraryOf(t, "s: e1; r1; r2")
	a := draftOf(told("e1=yes r1=no"))
	a.Frameworks = nil
	r := Evaluate(lib, a)
	if _, ok := r.Item("r1"); ok {
		t.Error("r1 is an item although it is not asked")
	}
	v, _ := r.View("own")
	if f := v.Sections[0].Figures(); v.Asked || f.Score != "100%" || f.Reach != "1 of 3" || f.Color != "" {
		t.Errorf("asked %t, %+v", v.Asked, f)
	}
	if hph, _ := r.View("hph"); !hph.Asked {
		t.Error("the Essential goals' framework is not asked")
	}
}

// e1 Yes of weight 3 with target Yes, r1 Partly of weight 1 with target Partly
// (a small organization), r2 blank: (3·3 + 1·1) of (3·3 + 1·3) = 10 of 12.
func TestAtTarget(t *testing.T) {
	s := ownSection(t, libraryOf(t, "s: e1; r1; r2"), "e1=yes r1=partly", "s")
	if got, want := s.AtTarget(), (Share{10, 12}); got != want {
		t.Errorf("AtTarget() = %v, want %v", got, want)
	}
}
