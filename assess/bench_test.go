package assess

import (
	"testing"

	"hygeia/frameworks"
)

// shippedQuarter answers every shipped question, the answers going round.
func shippedQuarter(b *testing.B, lib *frameworks.Library, period Quarter, first int) *Assessment {
	b.Helper()
	a := draftOf(map[string]Answer{})
	a.Period = period
	for _, f := range lib.Frameworks {
		a.Frameworks = append(a.Frameworks, f.ID)
	}
	words := []string{"no", "partly", "mostly", "yes", "unknown"}
	for i, q := range lib.Questions {
		ans := toldWord(words[(i+first)%len(words)])
		ans.Revision = q.Revision
		a.Answers[q.Key] = ans
	}
	return a
}

func BenchmarkEvaluate(b *testing.B) {
	lib, err := frameworks.Shipped()
	if err != nil {
		b.Fatal(err)
	}
	a := shippedQuarter(b, lib, testQuarter, 0)
	b.ReportAllocs()
	for b.Loop() {
		Evaluate(lib, a)
	}
}

func BenchmarkCompare(b *testing.B) {
	lib, err := frameworks.Shipped()
	if err != nil {
		b.Fatal(err)
	}
	before := Evaluate(lib, shippedQuarter(b, lib, Quarter{2026, 2}, 0))
	after := Evaluate(lib, shippedQuarter(b, lib, testQuarter, 1))
	b.ReportAllocs()
	for b.Loop() {
		Compare(before, after)
	}
}

// BenchmarkRaiseScore chooses among all questions of the shipped bank, every one
// answered No, with a budget that buys about half of them.
func BenchmarkRaiseScore(b *testing.B) {
	lib, err := frameworks.Shipped()
	if err != nil {
		b.Fatal(err)
	}
	a := draftOf(map[string]Answer{})
	a.Organization.Size = frameworks.Large
	for _, f := range lib.Frameworks {
		a.Frameworks = append(a.Frameworks, f.ID)
	}
	for _, q := range AskedQuestions(lib, a.Frameworks, a.Organization.Size) {
		a.Answers[q.Key] = Answer{State: Levelled, Revision: q.Revision, Recorded: testDay}
	}
	r := Evaluate(lib, a)
	v, _ := r.View("nist-csf-2.0")
	for b.Loop() {
		p, err := RaiseScore(r, nil, v, 200)
		if err != nil || p.Method != exact {
			b.Fatal(p, err)
		}
	}
	b.ReportMetric(float64(len(r.Items)), "questions")
}

// BenchmarkMeetGoals is the same for the Essential goals, none of them met.
func BenchmarkMeetGoals(b *testing.B) {
	lib, err := frameworks.Shipped()
	if err != nil {
		b.Fatal(err)
	}
	a := draftOf(map[string]Answer{})
	for _, q := range AskedQuestions(lib, nil, a.Organization.Size) {
		a.Answers[q.Key] = Answer{State: Levelled, Revision: q.Revision, Recorded: testDay}
	}
	r := Evaluate(lib, a)
	for b.Loop() {
		if p := MeetGoals(r, nil, NoBudget); len(p.Goals) != 10 {
			b.Fatal(p.Goals, p.Out)
		}
	}
}
