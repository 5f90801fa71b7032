package report

import (
	"math/big"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc"
)

// creekRow is the hospital of [creek] with an earlier quarter more, and one
// missing in between.
func creekRow(t testing.TB) *assess.Trend {
	in := creek(t)
	lib := in.Result.Library
	first := quarter(lib, assess.Quarter{Year: 2025, N: 4}, in.Result.Assessment.Organization, in.Result.Assessment.Frameworks,
		func(i int, q *frameworks.Question) assess.Answer {
			if i%7 == 6 {
				return open
			}
			return level(frameworks.Partly)
		})
	return assess.NewTrend(append(in.Earlier, in.Result, assess.Evaluate(lib, first)))
}

func TestHistoryLeavesAMissingQuarterEmpty(t *testing.T) {
	d := Focus{}.History(creekRow(t))
	text := draw(t, "text", d, doc.Options{Width: 100})
	for _, want := range []string{
		"2025-Q4 to 2026-Q3", "1 quarter is not part of this row: 2026-Q1", "2026-Q1  missing",
		"Essential goals by quarter", "From 2025-Q4 to 2026-Q3", "What fell",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	for _, b := range d.Blocks {
		trend, is := b.(doc.Trend)
		if !is {
			continue
		}
		for _, l := range trend.Lines {
			if p := l.Points[1]; p.Known || p.Words != "" {
				t.Errorf("%s has %+v in the missing quarter", l.Label, p)
			}
		}
	}
}

func TestHistoryOfASectionShowsItsQuestions(t *testing.T) {
	d := Focus{Section: "PR"}.History(creekRow(t))
	text := draw(t, "text", d, doc.Options{Width: 120})
	for _, want := range []string{"Its requirements", "PR.AA-03 Authentication", "Its questions", "mfa-admin", "Y Yes", "Every question of the section"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	if strings.Contains(text, "Govern") {
		t.Errorf("another section is shown in\n%s", text)
	}
}

// A focus takes nothing away from what it shows.
func TestFocus(t *testing.T) {
	in := creek(t)
	c := assess.Compare(in.before(), in.Result)
	all := Focus{}.comparison(c)
	if len(all.Questions) != len(c.Questions) {
		t.Errorf("%d of %d questions without a focus", len(all.Questions), len(c.Questions))
	}
	one := Focus{Frameworks: []string{frameworks.CSFID}, Section: "PR"}.comparison(c)
	if len(one.Views) != 1 || len(one.Views[0].Sections) != 1 || one.Views[0].Sections[0].After.ID != "PR" {
		t.Fatalf("got %+v", one.Views)
	}
	keys := map[string]bool{}
	addKeys(keys, one.Views[0].Sections[0].After)
	if len(one.Questions) != len(keys) {
		t.Errorf("%d questions, want the section's %d", len(one.Questions), len(keys))
	}
	if len(c.Views) < 2 || len(c.Views[0].Sections) < 2 {
		t.Error("the comparison itself was changed")
	}
}

// The terms that an explanation shows add up to the figures it shows.
func TestExplainBetweenAddsUp(t *testing.T) {
	in := creek(t)
	c := assess.Compare(in.before(), in.Result)
	for i := range c.Views {
		for j := range c.Views[i].Sections {
			sc := &c.Views[i].Sections[j]
			if sc.Compared == 0 {
				continue
			}
			moved := 0
			for _, con := range sc.Contributions {
				moved += con.After.Weight * (con.After.Points - con.Before.Points)
			}
			want := new(big.Rat).Mul(big.NewRat(100, 1), big.NewRat(int64(moved), int64(3*sc.Weight)))
			if sc.Matched.Cmp(want) != 0 {
				t.Errorf("%s: %s, and the sum shown is %s", sc.After.Title, sc.Matched, want)
			}
		}
	}
}

func TestExplainBetween(t *testing.T) {
	in := creek(t)
	c := assess.Compare(in.before(), in.Result)
	first := in.Result.Items[0].Question // fell from Yes to Partly, an Essential goal of weight 3
	for name, want := range map[string][]string{
		first.Key:      {"What happened: fell; the reason recorded is \"worsened\"", "3 of 3", "1 of 3", "100 × 3 × (1 - 3) / (3 × "},
		"HPH-03":       {"Status", "Decided by", "The section: Essential goals"},
		"csf/PR":       {"Score before", "Matched change", "Scope effect", "Its questions"},
		"PR":           {"NIST Cybersecurity Framework 2.0: Protect"},
		"hicp":         {"Scores, taken apart", "Email Protection Systems"},
		"nist-csf-2.0": {"Overall, all its questions|There is no Overall"},
	} {
		d, err := ExplainBetween(c, name, "hygeia test")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		text := draw(t, "text", d, doc.Options{Width: 160})
		for _, w := range append(want, "2026-Q2 to 2026-Q3", "hygeia test") {
			one, other, _ := strings.Cut(w, "|")
			if !strings.Contains(text, one) && (other == "" || !strings.Contains(text, other)) {
				t.Errorf("%s: %q is missing in\n%s", name, w, text)
			}
		}
	}
	if _, err := ExplainBetween(c, "mfa-emial", ""); err == nil || !strings.Contains(err.Error(), `did you mean "mfa-email"`) {
		t.Errorf("got %v", err)
	}
}

// What is not compared says why.
func TestWhyNotCompared(t *testing.T) {
	q := &frameworks.Question{Key: "a", Revision: 1}
	newer := &frameworks.Question{Key: "a", Revision: 2}
	for want, c := range map[string]assess.QuestionChange{
		"It was not asked before.":                        {After: &assess.Item{Question: q}},
		"It is not asked any more.":                       {Before: &assess.Item{Question: q}},
		"It is asked in another meaning now than before.": {Before: &assess.Item{Question: q}, After: &assess.Item{Question: newer}},
		"It was not answered before.":                     {Before: &assess.Item{Question: q}, After: &assess.Item{Question: q, State: assess.Levelled}},
		"It is not answered now.":                         {Before: &assess.Item{Question: q, State: assess.Levelled}, After: &assess.Item{Question: q}},
		"It did not apply before.":                        {Before: &assess.Item{Question: q, State: assess.NotApplicable}, After: &assess.Item{Question: q, State: assess.Levelled}},
		"It does not apply now.":                          {Before: &assess.Item{Question: q, State: assess.Levelled}, After: &assess.Item{Question: q, State: assess.NotApplicable}},
	} {
		if got := whyNotCompared(c); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
