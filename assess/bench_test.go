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
