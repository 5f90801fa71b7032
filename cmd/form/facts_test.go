package form

import (
	"bytes"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/frameworks"
)

// twoFacts are a number of hours that was said, and one that is so or not.
func twoFacts() (*Facts, map[string]string) {
	said := map[string]string{"told": "48"}
	f := &Facts{
		Facts: []assess.StatedFact{
			{Fact: &frameworks.Fact{Key: "told", Title: "When the board is told", Text: "Within how many hours?", Kind: frameworks.HoursFact}, Said: assess.Fact{Value: "48"}},
			{Fact: &frameworks.Fact{Key: "insured", Title: "Insurance", Text: "Is there insurance?", Kind: frameworks.YesNoFact}},
		},
		Today: assess.Date{Year: 2026, Month: 9, Day: 20},
	}
	f.Take = func(fact *frameworks.Fact, value string) error {
		if said[fact.Key] = value; value == "" {
			delete(said, fact.Key)
		}
		return nil
	}
	return f, said
}

func TestFactsGoBackAndCanBeEmptied(t *testing.T) {
	f, said := twoFacts()
	a := openAlone(t, (&stating{Facts: f}).fact(0))
	a.sees("1 of 2: When the board is told", "48", "Emptied, it is taken away", "Esc stops; what was said is saved")
	a.press("backspace", "backspace", "enter").sees("2 of 2: Insurance")
	if _, there := said["told"]; there {
		t.Error("what was emptied is still there")
	}
	a.press("1").sees() // the last one ends it
	equal(t, "insured", said["insured"], "yes")

	f, said = twoFacts()
	a = openAlone(t, (&stating{Facts: f}).fact(0))
	a.press("enter").sees("2 of 2", "shift+tab goes back").press("shift+tab").sees("1 of 2", "48")
	a.press("backspace", "backspace", "6", "enter").sees("2 of 2").press("1")
	equal(t, "told", said["told"], "6")
	if !a.m.finished || a.m.outcome != Done {
		t.Errorf("finished %t, outcome %v", a.m.finished, a.m.outcome)
	}
}

func TestPlainFactsGoBackAndCanBeEmptied(t *testing.T) {
	f, said := twoFacts()
	var out bytes.Buffer
	outcome, err := PlainFacts(t.Context(), Terminal{In: strings.NewReader("\nback\n-\nno\n"), Out: &out, Width: 80}, f)
	if err != nil || outcome != Done {
		t.Fatalf("%v, %v:\n%s", outcome, err, out.String())
	}
	if _, there := said["told"]; there || said["insured"] != "no" {
		t.Errorf("%v:\n%s", said, out.String())
	}
	f, said = twoFacts()
	f.Facts[1].Said.Value = "yes"
	if _, err := PlainFacts(t.Context(), Terminal{In: strings.NewReader("\nTake it away\n"), Out: &out, Width: 80}, f); err != nil {
		t.Fatal(err)
	}
	if _, there := said["insured"]; there {
		t.Errorf("%v:\n%s", said, out.String())
	}
}
