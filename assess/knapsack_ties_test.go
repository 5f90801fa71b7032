package assess

import (
	"math/big"
	"slices"
	"testing"
)

// TestTies holds the order of SCORING 7 among plans worth as much: the cheaper,
// then the one of fewer steps, then the one that is earlier on the ladder.
func TestTies(t *testing.T) {
	one := func(order, cost int, value int64) candidate {
		return candidate{order: order, cost: cost, value: big.NewInt(value)}
	}
	tests := []struct {
		name string
		list []candidate
		want []int
	}{
		{"the cheaper, though it is later on the ladder", []candidate{one(1, 3, 4), one(26, 1, 4)}, []int{1}},
		{"one step for two, though they are earlier on the ladder", []candidate{one(1, 1, 2), one(2, 2, 2), one(26, 3, 4)}, []int{2}},
		{"the earlier on the ladder", []candidate{one(26, 3, 4), one(1, 3, 4)}, []int{1}},
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
