package assess

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hygeia/frameworks"
)

// drawnWords are the answers a property draws; the empty word is "not answered".
var drawnWords = []string{"", "no", "partly", "mostly", "yes", "other-partly", "other-mostly", "other-incomplete", "na", "unknown"}

func propertyLibrary(t testing.TB) *frameworks.Library {
	t.Helper()
	lib, err := propertyBank()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func drawAnswers(t *rapid.T, lib *frameworks.Library, label string) map[string]Answer {
	answers := map[string]Answer{}
	for _, q := range lib.Questions {
		word := rapid.SampledFrom(drawnWords).Draw(t, label+" "+q.Key)
		if word == "" {
			continue
		}
		ans := toldWord(word)
		if rapid.Bool().Draw(t, label+" proof of "+q.Key) {
			ans.Proof = []Proof{{Grade: Paper, What: "policy", Date: testDay}}
		}
		answers[q.Key] = ans
	}
	return answers
}

// groups returns every group of a result with a name.
func groups(r *Result) map[string]*Group {
	m := map[string]*Group{"all": &r.All}
	for i := range r.Views {
		v := &r.Views[i]
		for j := range v.Sections {
			m[v.Framework.Short+" "+v.Sections[j].ID] = &v.Sections[j].Group
		}
	}
	for i := range r.Threats {
		m["threat "+r.Threats[i].Key] = &r.Threats[i].Group
	}
	return m
}

// L <= S <= H, H - L = 100 - K, and the score with proof is never higher.
func TestPropertyRange(t *testing.T) {
	lib := propertyLibrary(t)
	rapid.Check(t, func(t *rapid.T) {
		r := Evaluate(lib, draftOf(drawAnswers(t, lib, "answer")))
		for name, g := range groups(r) {
			if g.Tally.Total() == 0 {
				continue
			}
			low, high := g.Tally.Low().Rat(), g.Tally.High().Rat()
			if score := g.Tally.Score().Rat(); score != nil {
				if low.Cmp(score) > 0 || score.Cmp(high) > 0 {
					t.Fatalf("%s: %s, %s, %s", name, low, score, high)
				}
				if g.Proven.Score().Rat().Cmp(score) > 0 {
					t.Fatalf("%s: more with proof than without", name)
				}
			}
			open := new(big.Rat).Sub(high, low)
			if open.Add(open, g.Tally.Known().Rat()).Cmp(hundred) != 0 {
				t.Fatalf("%s: H - L + K = %s", name, open)
			}
			if g.Color != NoColor && g.Standing != Scored {
				t.Fatalf("%s: %s without a score", name, g.Color)
			}
		}
	})
}

// A better answer never lowers score, low or high end of any group.
func TestPropertyBetterAnswer(t *testing.T) {
	lib := propertyLibrary(t)
	ladder := []string{"no", "partly", "mostly", "yes"}
	rapid.Check(t, func(t *rapid.T) {
		answers := drawAnswers(t, lib, "answer")
		key := rapid.SampledFrom(lib.Questions).Draw(t, "question").Key
		from := rapid.IntRange(0, 2).Draw(t, "from")
		to := rapid.IntRange(from+1, 3).Draw(t, "to")
		answers[key] = toldWord(ladder[from])
		before := groups(Evaluate(lib, draftOf(answers)))
		answers[key] = toldWord(ladder[to])
		for name, after := range groups(Evaluate(lib, draftOf(answers))) {
			for what, share := range map[string]func(Tally) Share{"score": Tally.Score, "low": Tally.Low, "high": Tally.High} {
				b, a := share(before[name].Tally).Rat(), share(after.Tally).Rat()
				if b != nil && a.Cmp(b) < 0 {
					t.Fatalf("%s: %s falls from %s to %s when %s goes from %s to %s", name, what, b, a, key, ladder[from], ladder[to])
				}
			}
			if after.Color < before[name].Color {
				t.Fatalf("%s: color falls from %s to %s", name, before[name].Color, after.Color)
			}
		}
	})
}

// The order in which questions are answered changes nothing.
func TestPropertyOrder(t *testing.T) {
	lib := propertyLibrary(t)
	rapid.Check(t, func(t *rapid.T) {
		answers := drawAnswers(t, lib, "answer")
		keys := make([]string, 0, len(answers))
		for key := range answers {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		print := func(order []string) string {
			a := draftOf(nil)
			for _, key := range order {
				q, _ := lib.Question(key)
				if err := a.Put(q, answers[key], a.Answers[key], "J. Rivera", testDay); err != nil && answers[key].Approver != "" {
					t.Fatal(err)
				}
			}
			r := Evaluate(lib, a)
			s := fmt.Sprint(r.Goals)
			for i := range r.Views {
				for j := range r.Views[i].Sections {
					g := &r.Views[i].Sections[j].Group
					s += fmt.Sprintln(g.ID, g.Tally, g.Figures(), g.Reason)
				}
			}
			return s + fmt.Sprint(lines(Actions(r, nil)))
		}
		want := print(keys)
		if got := print(rapid.Permutation(keys).Draw(t, "order")); got != want {
			t.Fatalf("got\n%s\nwant\n%s", got, want)
		}
	})
}

// Contributions sum to the matched change, real and corrections too, and with
// the scope effect they are the shown change.
func TestPropertyChange(t *testing.T) {
	lib := propertyLibrary(t)
	rapid.Check(t, func(t *rapid.T) {
		b, a := draftOf(drawAnswers(t, lib, "before")), draftOf(drawAnswers(t, lib, "after"))
		b.Period = Quarter{2026, 2}
		for key, ans := range a.Answers {
			if rapid.Bool().Draw(t, "corrected "+key) {
				ans.Change, ans.Changed = Corrected, testQuarter
				a.Answers[key] = ans
			}
		}
		c := Compare(Evaluate(lib, b), Evaluate(lib, a))
		if len(c.Questions) != len(c.After.Items) {
			t.Fatalf("%d questions, want each of %d once", len(c.Questions), len(c.After.Items))
		}
		for _, v := range c.Views {
			for i := range v.Sections {
				checkSum(t, &v.Sections[i])
			}
		}
	})
}

func checkSum(t *rapid.T, s *SectionChange) {
	if s.Compared == 0 {
		if s.Matched != nil || len(s.Contributions) > 0 {
			t.Fatalf("%s: a matched change of nothing", s.After.ID)
		}
		return
	}
	sum := new(big.Rat)
	for _, x := range s.Contributions {
		sum.Add(sum, x.Change)
	}
	parts := new(big.Rat).Add(s.Real, s.Corrected)
	if sum.Cmp(s.Matched) != 0 || parts.Cmp(s.Matched) != 0 {
		t.Fatalf("%s: contributions %s, parts %s, matched %s", s.After.ID, sum, parts, s.Matched)
	}
	if s.Shown == nil {
		return
	}
	if parts.Add(parts, s.Scope).Cmp(s.Shown) != 0 {
		t.Fatalf("%s: real + corrections + scope %s, shown %s", s.After.ID, parts, s.Shown)
	}
}

// Every gap is ranked once, what an action needs stands before it, and the list
// is the same each time.
func TestPropertyActions(t *testing.T) {
	lib := propertyLibrary(t)
	rapid.Check(t, func(t *rapid.T) {
		b := draftOf(drawAnswers(t, lib, "before"))
		b.Period = Quarter{2026, 2}
		before, r := Evaluate(lib, b), Evaluate(lib, draftOf(drawAnswers(t, lib, "after")))
		actions := Actions(r, before)
		if !slices.Equal(lines(actions), lines(Actions(r, before))) {
			t.Fatal("two lists of one quarter differ")
		}
		place := map[string]int{}
		for i, a := range actions {
			place[a.Item.Question.Key] = i
		}
		for _, it := range r.Items {
			i, listed := place[it.Question.Key]
			if listed != (it.Gap > 0) {
				t.Fatalf("%s: gap %d, listed %t", it.Question.Key, it.Gap, listed)
			}
			for _, need := range it.Question.Needs {
				if j, open := place[need]; listed && actions[i].Kind == FixIt && open && j > i {
					t.Fatalf("%s stands before %s, which it needs", it.Question.Key, need)
				}
			}
		}
		if len(place) != len(actions) || len(QuickWins(actions)) > 5 || len(BoardDecisions(actions)) > 3 {
			t.Fatalf("%d actions on %d questions", len(actions), len(place))
		}
	})
}
