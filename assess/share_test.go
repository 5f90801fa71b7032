package assess

import (
	"math/big"
	"testing"
)

// TestPercent: whole percent, half up; 100 and 0 only when exact.
func TestPercent(t *testing.T) {
	tests := []struct {
		share Share
		want  int
	}{
		{Share{0, 7}, 0},
		{Share{1, 1000}, 1},
		{Share{5, 8}, 63}, // 62.5
		{Share{1249, 2000}, 62},
		{Share{1700, 2700}, 63},
		{Share{999, 1000}, 99},
		{Share{1, 1}, 100},
	}
	for _, tt := range tests {
		if got, ok := tt.share.Percent(); !ok || got != tt.want {
			t.Errorf("%d/%d prints %d, want %d", tt.share.Part, tt.share.Whole, got, tt.want)
		}
	}
	if _, ok := (Share{}).Percent(); ok {
		t.Error("the zero share says something")
	}
}

// TestChangeText: one decimal, half away from zero.
func TestChangeText(t *testing.T) {
	tests := []struct {
		change *big.Rat
		want   string
	}{
		{big.NewRat(0, 1), "0.0"},
		{big.NewRat(1, 20), "+0.1"},   // 0.05
		{big.NewRat(-1, 20), "-0.1"},  // -0.05
		{big.NewRat(1, 25), "0.0"},    // 0.04
		{big.NewRat(-1, 25), "0.0"},   // no minus before nothing
		{big.NewRat(35, 6), "+5.8"},   // 5.83
		{big.NewRat(-25, 2), "-12.5"}, // exact
		{big.NewRat(-100, 1), "-100.0"},
		{big.NewRat(1995, 100), "+20.0"}, // 19.95
	}
	for _, tt := range tests {
		if got := ChangeText(tt.change); got != tt.want {
			t.Errorf("%s prints %q, want %q", tt.change, got, tt.want)
		}
	}
}

// Thresholds compare exact values, whatever is printed.
func TestAtLeast(t *testing.T) {
	if (Share{199, 250}).AtLeast(80) { // 79.6
		t.Error("79.6 is at least 80")
	}
	if !(Share{4, 5}).AtLeast(80) {
		t.Error("80 is not at least 80")
	}
	if (Share{}).AtLeast(0) {
		t.Error("the zero share is at least 0")
	}
}
