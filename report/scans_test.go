package report

import (
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/frameworks"
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
