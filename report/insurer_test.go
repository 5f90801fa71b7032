package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc"
)

func TestOnlyYesIsYes(t *testing.T) {
	q := &frameworks.Question{Revision: 1, Wording: [4]string{"none", "some places", "all but two", "all"}}
	day := assess.Date{Year: 2027, Month: 1, Day: 15}
	other := assess.Answer{State: assess.OtherWay, Level: frameworks.Mostly, Approver: "chief nursing officer", Review: day}
	for _, c := range []struct {
		name string
		item assess.Item
		want string
	}{
		{"yes", assess.Item{State: assess.Levelled, Answer: level(frameworks.Yes)}, "Yes"},
		{"mostly", assess.Item{State: assess.Levelled, Answer: level(frameworks.Mostly)}, "Not everywhere: all but two"},
		{"partly", assess.Item{State: assess.Levelled, Answer: level(frameworks.Partly)}, "Not everywhere: some places"},
		{"no", assess.Item{State: assess.Levelled, Answer: level(frameworks.No)}, "No"},
		{"other way", assess.Item{State: assess.OtherWay, Answer: other},
			"No. Handled another way, which reaches Mostly; approved by chief nursing officer, to be looked at again by Jan. 15, 2027."},
		{"incomplete", assess.Item{State: assess.OtherWay, Incomplete: true, Answer: other},
			"No. Another way is written down, but it is not approved or past its review date."},
		{"unknown", assess.Item{State: assess.Unknown, Answer: unknown}, "Don't know"},
		{"not applying", assess.Item{State: assess.NotApplicable, Answer: notHere(onFile)}, "Does not apply"},
		{"open", assess.Item{}, "Not answered"},
		{"outdated", assess.Item{Outdated: true, Answer: level(frameworks.Yes)}, "Not answered (the question has changed since)"},
	} {
		c.item.Question = q
		if got := literally(&c.item); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// The document for an insurer says nothing of what to do or of how good it is.
func TestInsurerHasNoPlanAndNoScore(t *testing.T) {
	in := creek(t)
	text := draw(t, "md", Insurer(in), doc.Options{})
	for _, word := range []string{"priorit", "score", "first step", "effort", "Every gap", "target", "red", "amber", "Chief nursing officer", "network of hospitals"} {
		if word == "red" {
			word = " red "
		}
		if strings.Contains(text, word) {
			t.Errorf("it says %q", word)
		}
	}
	total := 0
	for _, c := range counted(in.Result) {
		total += c.questions
	}
	if total != len(in.Result.Items) {
		t.Errorf("%d answers are counted, %d questions asked", total, len(in.Result.Items))
	}
}

// A line of a usual application is as good as its weakest answer, and what nothing
// answers has a line to write on.
func TestCarrierLines(t *testing.T) {
	lib := shipped(t)
	answers := map[string]assess.Answer{"mfa-admin": level(frameworks.Yes), "mfa-kind": level(frameworks.Partly), "internet-doors": unknown}
	proven := level(frameworks.Yes)
	proven.Proof = []assess.Proof{{Grade: assess.Record, What: "Enrollment list", Date: assess.Date{Year: 2026, Month: 9, Day: 2}, Where: "SECRET-PLACE"}}
	answers["mfa-email"] = proven
	a := quarter(lib, third, assess.Organization{Size: frameworks.Large}, []string{"hph-cpg", "hicp-2023", "cisa-cpg-2.0", "nist-csf-2.0"}, func(_ int, q *frameworks.Question) assess.Answer { return answers[q.Key] })
	a.Facts = map[string]assess.Fact{"insurance-conditions": {Value: "yes", Recorded: a.Finished}}
	d := Insurer(Input{Result: assess.Evaluate(lib, a)})
	row := func(asks string) []string {
		t.Helper()
		for _, b := range d.Blocks {
			table, is := b.(doc.Table)
			if !is || len(table.Columns) != 4 {
				continue
			}
			for _, r := range table.Rows {
				if strings.HasPrefix(r[1].String(), asks) {
					return []string{r[2].String(), r[3].String()}
				}
			}
		}
		t.Fatalf("no line %q", asks)
		return nil
	}
	kind, _ := lib.Question("mfa-kind")
	for asks, want := range map[string][]string{
		"Do all users need a second factor": {"Yes (proof: record, Sept. 2, 2026).", "Sept. 28, 2026"},
		"Do administrators need": {"Taken together: Not everywhere. Second factor for administrators: Yes. Second factor a fake cannot steal: Not everywhere: " +
			kind.Wording[frameworks.Partly], "Sept. 28, 2026"},
		"Is remote desktop (RDP) closed":           {"Don't know.", "Sept. 28, 2026"},
		"Is somebody asked about rights":           {"No question of ours answers this. ________________________", "–"},
		"Do you have cyber insurance now":          {"Don't know (left open). Insurance conditions hold: yes.", "Sept. 28, 2026"},
		"Which incidents, losses or claims did yo": {"Not written down in this quarter. ________________________", "–"},
	} {
		if diff := cmp.Diff(want, row(asks)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", asks, diff)
		}
	}
	var order []string
	for _, b := range d.Blocks {
		if h, is := b.(doc.Heading); is {
			order = append(order, h.Text)
		}
	}
	if i, j := slices.Index(order, "Signing in"), slices.Index(order, "The other answers"); i < 0 || j < i || order[len(order)-1] != "Attestation" {
		t.Errorf("the order is %q", order)
	}
}

// Content from before there was a table is told in the order in which it was asked.
func TestInsurerOfOldContent(t *testing.T) {
	in := creek(t)
	old := *in.Result.Library
	old.Insurance = nil
	in.Result = assess.Evaluate(&old, in.Result.Assessment)
	text := draw(t, "md", Insurer(in), doc.Options{})
	if strings.Contains(text, "What carriers usually ask") || !strings.Contains(text, "## The answers\n") {
		t.Error("it is not told in the order of the questions")
	}
}

// Of several answers the one that is least speaks, and one without what it needs
// counts No.
func TestTakenTogether(t *testing.T) {
	item := func(l frameworks.Level) *assess.Item {
		return &assess.Item{State: assess.Levelled, Answer: assess.Answer{State: assess.Levelled, Level: l}}
	}
	incomplete := item(frameworks.Yes)
	incomplete.Incomplete = true
	for _, tt := range []struct {
		items []*assess.Item
		want  string
	}{
		{nil, ""},
		{[]*assess.Item{item(frameworks.Yes), item(frameworks.Yes)}, countYes},
		{[]*assess.Item{item(frameworks.Yes), item(frameworks.Mostly)}, countPart},
		{[]*assess.Item{item(frameworks.Mostly), {State: assess.Unknown}}, countUnknown},
		{[]*assess.Item{item(frameworks.Yes), incomplete}, countNo},
	} {
		if got := (carrierRow{items: tt.items}).overall(); got != tt.want {
			t.Errorf("%d answers: %q, want %q", len(tt.items), got, tt.want)
		}
	}
}
