package assess

import (
	"math/big"
	"slices"
	"testing"
)

// TestTies holds the order of SCORING 7 among plans worth as much: the cheaper,
// then the one of fewer steps, then the one whose keys come first.
func TestTies(t *testing.T) {
	one := func(key string, cost int, value int64) candidate {
		return candidate{key: key, cost: cost, value: big.NewInt(value)}
	}
	tests := []struct {
		name string
		list []candidate
		want []int
	}{
		{"the cheaper, though its keys come last", []candidate{one("a", 3, 4), one("z", 1, 4)}, []int{1}},
		{"one step for two, though their keys come first", []candidate{one("a", 1, 2), one("b", 2, 2), one("z", 3, 4)}, []int{2}},
		{"the keys that come first", []candidate{one("z", 3, 4), one("a", 3, 4)}, []int{1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, exact := solve(tt.list, 3)
			if !exact || !slices.Equal(got, tt.want) {
				t.Errorf("got %v, exact %v; want %v", got, exact, tt.want)
			}
		})
	}
}
