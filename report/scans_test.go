package report

import (
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc"
)

// Proof that a scan takes away is shown and does not count; one that a scan gives is
// the best there is.
func TestProofByScans(t *testing.T) {
	day := assess.Date{Year: 2026, Month: 9, Day: 14}
	scan := func(v frameworks.ScanVerdict) []assess.Saying {
		return []assess.Saying{{Evidence: &assess.Evidence{Date: day}, Verdict: v, Why: "It was open.", Fresh: true, Newest: true}}
	}
	q := &frameworks.Question{Key: "kev-fix", Fresh: 92}
	paper := []assess.Proof{{Grade: assess.Paper, Date: day}}
	for _, c := range []struct {
		name string
		item assess.Item
		best string
		why  string
	}{
		{"none", assess.Item{Question: q}, "", "Best proof: none"},
		{"a paper", assess.Item{Question: q, Answer: assess.Answer{Proof: paper}}, "paper, Sept. 14, 2026", "Best proof: paper"},
		{"a scan", assess.Item{Question: q, Answer: assess.Answer{Proof: paper}, Scans: scan(frameworks.Supports)}, "outside, Sept. 14, 2026", "Best proof: outside"},
		{"disputed", assess.Item{Question: q, Answer: assess.Answer{Proof: paper}, Scans: scan(frameworks.Disputes)},
			"paper, Sept. 14, 2026, does not count: a scan disputes the answer", "while a scan disputes the answer: It was open."},
		{"cannot judge", assess.Item{Question: q, Answer: assess.Answer{Proof: paper}, Scans: scan(frameworks.SaysNothing)}, "paper, Sept. 14, 2026", "Best proof: paper"},
	} {
		if got := bestProof(&c.item); got != c.best {
			t.Errorf("%s: best proof is %q, want %q", c.name, got, c.best)
		}
		if got := provenReason(&c.item); !strings.Contains(got, c.why) {
			t.Errorf("%s: the reason is %q, want %q in it", c.name, got, c.why)
		}
	}
}

// weeklyScan is CISA's weekly report of a day.
func weeklyScan(day assess.Date, open, late int) *assess.Evidence {
	e := &assess.Evidence{
		Kind: "cyhy-findings", Date: day, Imported: day, From: assess.Internet, Rows: open,
		Figures: map[string]assess.Figure{"open": assess.Exactly(open), "kev-over-14": assess.AtLeast(late), "open-low": assess.Exactly(1)},
	}
	if open == 12 {
		e.Figures["open-high"] = assess.Exactly(2)
	}
	return e
}

// scanned is a hospital of which scans of two quarters are kept, and whose answer to
// kev-fix the newest disputes.
func scanned(t testing.TB) Input {
	in := creek(t)
	a := *in.Result.Assessment
	a.Answers = maps.Clone(a.Answers)
	ans := a.Answers["kev-fix"]
	ans.State, ans.Level = assess.Levelled, frameworks.Yes
	a.Answers["kev-fix"] = ans
	a.Evidence = []*assess.Evidence{
		weeklyScan(assess.Date{Year: 2026, Month: 5, Day: 4}, 40, 5), weeklyScan(assess.Date{Year: 2026, Month: 6, Day: 15}, 30, 3),
		weeklyScan(assess.Date{Year: 2026, Month: 9, Day: 14}, 12, 2), weeklyScan(assess.Date{Year: 2026, Month: 10, Day: 5}, 1, 0),
	}
	in.Result = assess.Evaluate(in.Result.Library, &a)
	return in
}

func TestDisputesOnTheFirstPage(t *testing.T) {
	in := scanned(t)
	for reader, exact := range map[Audience]bool{ForBoard: false, Internal: true} {
		in.Audience = reader
		full := Full(in)
		first := &doc.Document{}
		for _, b := range full.Blocks {
			if _, is := b.(doc.PageBreak); is {
				break
			}
			first.Blocks = append(first.Blocks, b)
		}
		if text := draw(t, "text", first, doc.Options{Width: 1000}); !strings.Contains(text, "somebody outside has looked at 2 of them. Scans dispute 1 of them (Attacked flaws fixed fast); while they do, no proof of these counts.") {
			t.Errorf("%s: the first page does not say it:\n%s", reader, text)
		}
		text := draw(t, "text", full, doc.Options{Width: 1000})
		if !strings.Contains(text, "Answers that evidence disputes") || strings.Contains(text, "Yes says that all are fixed in 14") != exact {
			t.Errorf("%s: the list of disputes is not there, or says too much", reader)
		}
	}
	text := draw(t, "text", Full(creek(t)), doc.Options{Width: 1000})
	if strings.Contains(text, "Scans dispute") || !strings.Contains(text, "None. No scan that is fresh enough bears on any answer.") {
		t.Error("without scans it speaks of disputes")
	}
}

// The trend has the newest file of each quarter; what came after the quarter, what is
// not the whole picture and what only one file has is not in it.
func TestScanTrend(t *testing.T) {
	in := scanned(t)
	row := func(in Input) map[string]string {
		rows := map[string]string{}
		for _, b := range scanTrend(newStory(in)) {
			if table, is := b.(doc.Table); is {
				for _, c := range table.Columns[1:] {
					rows["columns"] += c.Title + "|"
				}
				for _, r := range table.Rows {
					for _, cell := range r[1:] {
						rows[r[0].String()] += cell.String() + "|"
					}
				}
			}
		}
		return rows
	}
	want := map[string]string{"columns": "June 15, 2026|Sept. 14, 2026|", "Open findings": "30|12|", "Of those, open over 14 days": "at least 3|at least 2|"}
	for _, reader := range []Audience{Internal, ForBoard} {
		in.Audience = reader
		if diff := cmp.Diff(want, row(in)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", reader, diff)
		}
	}
	evidence := in.Result.Assessment.Evidence
	in.Result.Assessment.Evidence = evidence[:2]
	want = map[string]string{"columns": "May 4, 2026|June 15, 2026|", "Open findings": "40|30|", "Of those, open over 14 days": "at least 5|at least 3|"}
	if diff := cmp.Diff(want, row(in)); diff != "" {
		t.Errorf("of one quarter (-want +got):\n%s", diff)
	}
	evidence[1].Partial = "one page"
	if got := row(in); len(got) != 0 {
		t.Errorf("one report makes a trend: %v", got)
	}
}
