package assess_test

import (
	"testing"
	"time"

	"hygeia/assess"
	"hygeia/frameworks"
)

// The day said of old proof is that of the newest, wherever it stands; proof of a
// later day and proof without a day do not count.
func TestOldProofIsTheNewest(t *testing.T) {
	on := assess.Date{Year: 2026, Month: time.September, Day: 28}
	proof := func(year int, month time.Month) assess.Proof {
		return assess.Proof{Grade: assess.Paper, Date: assess.Date{Year: year, Month: month, Day: 1}}
	}
	q := &frameworks.Question{Fresh: 30}
	a, b, c := proof(2025, time.March), proof(2026, time.May), proof(2027, time.January)
	for _, proofs := range [][]assess.Proof{{a, b, c}, {b, a, c}, {c, b, a}, {{Grade: assess.Paper}, a, b}} {
		ans := assess.Answer{State: assess.Levelled, Level: frameworks.Yes, Proof: proofs}
		if got := ans.OldProof(q, on); got != b.Date {
			t.Errorf("%v: got %s, want %s", proofs, got, b.Date)
		}
	}
}
