package assess

import (
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// bruteForce tries every set.
func bruteForce(list []candidate, budget int) []int {
	k := newKnapsack(list, 1<<20)
	best := nothing()
	for set := range 1 << len(list) {
		c, closed := nothing(), true
		for i := range list {
			if set>>i&1 == 0 {
				continue
			}
			c = c.plus(k.one(i))
			for _, n := range list[i].needs {
				closed = closed && set>>n&1 == 1
			}
		}
		if closed && c.cost <= budget && c.better(best) {
			best = c
		}
	}
	return k.places(best)
}

// drawCandidates draws up to 11 candidates, whose needs form no circle, in an
// order that says nothing about their places.
func drawCandidates(t *rapid.T) []candidate {
	n := rapid.IntRange(0, 11).Draw(t, "n")
	places := rapid.Permutation([]int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}).Draw(t, "places")
	list := make([]candidate, n)
	for i := range list {
		list[i] = candidate{
			order: places[i],
			cost:  rapid.SampledFrom([]int{1, 1, 3, 8}).Draw(t, "cost"),
			value: big.NewInt(int64(rapid.IntRange(0, 6).Draw(t, "value"))),
		}
		for j := range i {
			if rapid.IntRange(0, 3).Draw(t, "need") == 0 {
				list[i].needs = append(list[i].needs, j)
			}
		}
	}
	return list
}

// TestSolveAgainstBruteForce holds SCORING 7, "Plan": the budget is solved
// exactly, ties by lower cost, fewer actions, earlier on the ladder.
func TestSolveAgainstBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawCandidates(t)
		budget := rapid.IntRange(0, 40).Draw(t, "budget")
		got, exact := solve(list, budget)
		if !exact {
			t.Fatal("not exact")
		}
		if diff := cmp.Diff(bruteForce(list, budget), got); diff != "" {
			t.Errorf("(-brute force +got)\n%s", diff)
		}
	})
}

// TestBudgetVector is the example of SCORING 9: X worth 10 costs 1, Y worth 60
// costs 10, budget 10.
func TestBudgetVector(t *testing.T) {
	got, exact := solve([]candidate{{order: 1, cost: 1, value: big.NewInt(10)}, {order: 2, cost: 10, value: big.NewInt(60)}}, 10)
	if !exact || !slices.Equal(got, []int{1}) {
		t.Errorf("got %v, exact %v; want Y alone", got, exact)
	}
}

// tangled has a candidate that needs n others, so 2^n closed sets.
func tangled(n int) []candidate {
	var list []candidate
	last := candidate{order: 99, cost: 1, value: big.NewInt(50)}
	for i := range n {
		list = append(list, candidate{order: i, cost: 1, value: big.NewInt(int64(i % 5))})
		last.needs = append(last.needs, i)
	}
	return append(list, last)
}

// TestTooManyClosedSets falls back to a search that says it is not exact, stays
// within the budget and takes nothing without what it needs.
func TestTooManyClosedSets(t *testing.T) {
	list := tangled(20)
	for _, budget := range []int{0, 5, 20, 21} {
		got, exact := solve(list, budget)
		if exact && budget > 14 {
			t.Errorf("budget %d: said to be exact", budget)
		}
		cost, value := 0, new(big.Int)
		for _, i := range got {
			cost += list[i].cost
			value.Add(value, list[i].value)
			for _, n := range list[i].needs {
				if !slices.Contains(got, n) {
					t.Errorf("budget %d: %d without %d", budget, list[i].order, list[n].order)
				}
			}
		}
		if cost > budget {
			t.Errorf("budget %d: costs %d", budget, cost)
		}
		if most := bound(list, budget); most.Cmp(new(big.Rat).SetInt(value)) < 0 {
			t.Errorf("budget %d: %s is more than the bound %s", budget, value, most)
		}
	}
}

// TestBoundIsABound compares it with the best choice.
func TestBoundIsABound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawCandidates(t)
		budget := rapid.IntRange(0, 40).Draw(t, "budget")
		value := new(big.Int)
		for _, i := range bruteForce(list, budget) {
			value.Add(value, list[i].value)
		}
		if most := bound(list, budget); most.Cmp(new(big.Rat).SetInt(value)) < 0 {
			t.Errorf("best %s, bound %s", value, most)
		}
	})
}
