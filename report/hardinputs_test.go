package report

import (
	"fmt"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/frameworks"
)

// hardInputs are quarters of a size that nobody plans for.
func hardInputs(t testing.TB) map[string]Input {
	return map[string]Input{"longest texts": longest(t), "400 gaps": fourHundredGaps(t), "40 quarters": history(t, 39)}
}

// longest is a quarter in which every text that a person can type has the most
// characters that a saved quarter may have, in turn of many kinds.
func longest(t testing.TB) Input {
	t.Helper()
	lib := shipped(t)
	kinds := []string{"W", "word ", "\U0001F3E5 ", "\U0001F468\u200D\U0001F469\u200D\U0001F467", "医院", "مستشفى ", "בית חולים ", "| ", "a\x1b[31m\x00\u202e\u0085", "e\u0301\u0308"}
	next := 0
	fill := func(most int) string {
		next++
		kind := []rune(kinds[next%len(kinds)])
		return string([]rune(strings.Repeat(string(kind), most/len(kind)+1))[:most])
	}
	org := assess.Organization{Name: fill(assess.MaxName), Size: frameworks.Small}
	quarterOf := func(period assess.Quarter, state assess.State) *assess.Result {
		a := quarter(lib, period, org, []string{"hph-cpg", "nist-csf-2.0"}, mixed)
		a.Decisions = map[string]assess.Decision{}
		for i, q := range assess.AskedQuestions(lib, a.Frameworks, org.Size) {
			ans := a.Answers[q.Key]
			ans.Note, ans.Reason, ans.By, ans.Approver = fill(assess.MaxNote), fill(assess.MaxReason), fill(assess.MaxName), fill(assess.MaxName)
			for range assess.MaxProofs {
				ans.Proof = append(ans.Proof, assess.Proof{Grade: assess.Record, What: fill(assess.MaxName), Where: fill(assess.MaxName), Date: a.Finished})
			}
			if i%7 == 1 {
				ans.State, ans.Review = state, a.Finished.NextYear()
			}
			a.Answers[q.Key] = ans
			a.Targets[q.Key] = assess.Target{Level: frameworks.Yes, Reason: fill(assess.MaxReason)}
			a.Decisions[q.Key] = assess.Decision{
				Kind: assess.DecisionKind(1 + i%4), Reason: fill(assess.MaxBrief), Owner: fill(assess.MaxRole), Approver: fill(assess.MaxRole), By: fill(assess.MaxRole),
				Due: a.Finished, Until: a.Finished.NextYear(), Recorded: a.Finished,
			}
		}
		return assess.Evaluate(lib, a)
	}
	return Input{
		Result: quarterOf(third, assess.OtherWay), Earlier: []*assess.Result{quarterOf(second, assess.Levelled)},
		Legal: fill(longestLegal), Program: "hygeia 1.0.0",
	}
}

// fourHundredGaps is a quarter that asks a catalog of the hospital's own, with
// nothing in place.
func fourHundredGaps(t testing.TB) Input {
	t.Helper()
	lib := bigLibrary(t, 400)
	a := quarter(lib, third, assess.Organization{Name: "Big", Size: frameworks.Large}, []string{"big-1"},
		func(int, *frameworks.Question) assess.Answer { return level(frameworks.No) })
	return Input{Result: assess.Evaluate(lib, a)}
}

// bigLibrary returns a library of n questions in one framework.
func bigLibrary(t testing.TB, n int) *frameworks.Library {
	t.Helper()
	var questions, catalog strings.Builder
	questions.WriteString("schema: hygeia/questions/v1\nquestions:\n")
	catalog.WriteString("schema: hygeia/framework/v1\nid: big-1\nshort: big\ntitle: Big\nversion: \"1\"\npublisher: Us\nurl: https://example.org/\nstanding: voluntary\nnotice: Ours.\nsections:\n  - id: one\n    title: One\n    requirements:\n")
	for i := range n {
		fmt.Fprintf(&questions, `  - key: q-%03d
    title: Question number %d
    revision: 1
    text: Is number %d done?
    why: Without it care may stop.
    answers: {no: Not at all., partly: In part., mostly: Nearly., "yes": Done.}
    look_for: [A list]
    ask: [it]
    must_apply: false
    fresh: 365
    threats: [ransomware]
    fix: {do: Start with number %d., effort: small, resources: [cisa-mfa]}
`, i, i, i, i)
		fmt.Fprintf(&catalog, "      - {id: B.%03d, title: Number %d, questions: [q-%03d], extent: full, why_counts: It asks for it., source: ours}\n", i, i, i)
	}
	files := append(frameworks.ShippedFiles(),
		frameworks.File{Name: "own/big-questions.yaml", Data: []byte(questions.String())},
		frameworks.File{Name: "own/big.yaml", Data: []byte(catalog.String())})
	lib, err := frameworks.Load(files...)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}
