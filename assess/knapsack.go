package assess

import (
	"cmp"
	"math/big"
	"slices"
)

// candidate is something that can be chosen within a budget. Its needs are
// places in the same list and have to be chosen with it; they form no circle.
type candidate struct {
	order int      // place on the ladder, of no two the same
	cost  int      // 1 and up
	value *big.Int // 0 and up
	needs []int
}

// maxClosedSets is how many closed sets of needed candidates are tried in one
// connected part. The shipped questions need fewer than 40.
const maxClosedSets = 1 << 14

// choice is a set of candidates with what it is worth. Choices are compared by
// value, then lower cost, then fewer candidates, then what is earlier on the ladder.
// Each of the four adds up over candidates, so the best choice of two
// independent parts is the best of each.
type choice struct {
	value *big.Int
	cost  int
	count int
	set   *big.Int // a bit a candidate, the earliest on the ladder highest
}

func (a choice) plus(b choice) choice {
	return choice{
		value: new(big.Int).Add(a.value, b.value),
		cost:  a.cost + b.cost,
		count: a.count + b.count,
		set:   new(big.Int).Or(a.set, b.set),
	}
}

func (a choice) better(b choice) bool {
	return cmp.Or(
		a.value.Cmp(b.value),
		cmp.Compare(b.cost, a.cost),
		cmp.Compare(b.count, a.count),
		a.set.Cmp(b.set), // of two sets as large, the one with the earliest that only one has
	) > 0
}

func nothing() choice { return choice{value: new(big.Int), set: new(big.Int)} }

// knapsack is the problem with what does not change while it is solved.
type knapsack struct {
	list   []candidate
	budget int
	bits   []*big.Int // the bit of each candidate
}

// solve returns the best choice within the budget, as places in the list in
// ascending order, and whether that is proven. The problem falls into parts that
// share no need. In each part every closed set of the needed candidates is tried,
// with integer dynamic programming over the ones nobody needs; the parts
// are joined by dynamic programming again. Where a part has too many closed sets
// the choice is the best of a greedy search and not proven.
func solve(list []candidate, budget int) (chosen []int, exact bool) {
	k := newKnapsack(list, budget)
	best := k.table(nothing())
	for _, part := range k.parts() {
		options, ok := k.options(part)
		if !ok {
			return k.greedy(), false
		}
		best = k.join(best, options)
	}
	return k.places(best[k.budget]), true
}

func newKnapsack(list []candidate, budget int) *knapsack {
	k := &knapsack{list: list, bits: make([]*big.Int, len(list))}
	order := make([]int, len(list))
	for i := range list {
		order[i] = i
		k.budget += list[i].cost
	}
	k.budget = max(0, min(k.budget, budget))
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(list[a].order, list[b].order) })
	for rank, i := range order {
		k.bits[i] = new(big.Int).Lsh(big.NewInt(1), uint(len(list)-1-rank))
	}
	return k
}

// one returns the choice of a single candidate.
func (k *knapsack) one(i int) choice {
	return choice{value: k.list[i].value, cost: k.list[i].cost, count: 1, set: k.bits[i]}
}

func (k *knapsack) places(c choice) []int {
	var chosen []int
	for i, bit := range k.bits {
		if new(big.Int).And(c.set, bit).Sign() != 0 {
			chosen = append(chosen, i)
		}
	}
	return chosen
}

// table returns the best choice for each budget from 0 to the whole, all of them
// the same to begin with.
func (k *knapsack) table(c choice) []choice {
	t := make([]choice, k.budget+1)
	for i := range t {
		t[i] = c
	}
	return t
}

// join combines the best choices so far with the options of one more part, of
// which exactly one is taken. An option that costs more and is worth no more
// than another never wins, so only the improving ones are tried.
func (k *knapsack) join(best, options []choice) []choice {
	joined := slices.Clone(best) // the first option is to take nothing
	for cost := 1; cost < len(options); cost++ {
		if options[cost].cost < cost {
			continue // as for a smaller budget
		}
		for budget := cost; budget <= k.budget; budget++ {
			if c := best[budget-cost].plus(options[cost]); c.better(joined[budget]) {
				joined[budget] = c
			}
		}
	}
	return joined
}

// parts returns the connected parts of the graph of needs, each ascending.
func (k *knapsack) parts() [][]int {
	next := make([][]int, len(k.list))
	for i, c := range k.list {
		for _, n := range c.needs {
			next[i], next[n] = append(next[i], n), append(next[n], i)
		}
	}
	var parts [][]int
	seen := make([]bool, len(k.list))
	for i := range k.list {
		if seen[i] {
			continue
		}
		seen[i] = true
		part := []int{i}
		for at := 0; at < len(part); at++ {
			for _, n := range next[part[at]] {
				if !seen[n] {
					seen[n] = true
					part = append(part, n)
				}
			}
		}
		slices.Sort(part)
		parts = append(parts, part)
	}
	return parts
}

// options returns the best choice within one part for each budget, and false if
// the part has too many closed sets.
func (k *knapsack) options(part []int) ([]choice, bool) {
	whole := 0
	for _, i := range part {
		whole += k.list[i].cost
	}
	best := make([]choice, min(whole, k.budget)+1)
	for i := range best {
		best[i] = nothing()
	}
	inner, outer := k.split(part)
	tried := 0
	in := map[int]bool{}
	var try func(at int, base choice) bool
	try = func(at int, base choice) bool {
		if base.cost > k.budget {
			return true
		}
		if at == len(inner) {
			tried++
			k.fill(best, base, outer, in)
			return tried <= maxClosedSets
		}
		i := inner[at]
		if !try(at+1, base) {
			return false
		}
		if !k.closed(i, in) {
			return true
		}
		in[i] = true
		ok := try(at+1, base.plus(k.one(i)))
		delete(in, i)
		return ok
	}
	return best, try(0, nothing())
}

// fill offers the closed set and the best additions of those nobody needs.
func (k *knapsack) fill(best []choice, base choice, outer []int, in map[int]bool) {
	room := len(best) - 1 - base.cost
	add := make([]choice, room+1)
	for i := range add {
		add[i] = base
	}
	for _, i := range outer {
		if !k.closed(i, in) {
			continue
		}
		one := k.one(i)
		for budget := room; budget >= one.cost; budget-- {
			if c := add[budget-one.cost].plus(one); c.better(add[budget]) {
				add[budget] = c
			}
		}
	}
	for budget, c := range add {
		if at := base.cost + budget; c.better(best[at]) {
			best[at] = c
		}
	}
}

// closed reports whether everything a candidate needs is in the set.
func (k *knapsack) closed(i int, in map[int]bool) bool {
	for _, n := range k.list[i].needs {
		if !in[n] {
			return false
		}
	}
	return true
}

// split divides a part into those that another one needs, each after its own
// needs, and the rest.
func (k *knapsack) split(part []int) (inner, outer []int) {
	needed := map[int]bool{}
	for _, i := range part {
		for _, n := range k.list[i].needs {
			needed[n] = true
		}
	}
	placed := map[int]bool{}
	var place func(i int)
	place = func(i int) {
		if placed[i] {
			return
		}
		placed[i] = true
		for _, n := range k.list[i].needs {
			place(n)
		}
		inner = append(inner, i)
	}
	for _, i := range part {
		if needed[i] {
			place(i)
		} else {
			outer = append(outer, i)
		}
	}
	return inner, outer
}

// withNeeds returns a candidate and all it needs, directly or not, ascending.
func (k *knapsack) withNeeds(i int) []int {
	in := map[int]bool{i: true}
	all := []int{i}
	for at := 0; at < len(all); at++ {
		for _, n := range k.list[all[at]].needs {
			if !in[n] {
				in[n] = true
				all = append(all, n)
			}
		}
	}
	slices.Sort(all)
	return all
}

// greedy takes again and again the candidate that, with what it needs, brings
// most for each point.
func (k *knapsack) greedy() []int {
	chosen := nothing()
	for {
		best, found := choice{}, false
		for i := range k.list {
			c := k.missing(i, chosen)
			if c.count == 0 || c.value.Sign() == 0 || chosen.cost+c.cost > k.budget {
				continue
			}
			if !found || k.denser(c, best) {
				best, found = c, true
			}
		}
		if !found {
			return k.places(chosen)
		}
		chosen = chosen.plus(best)
	}
}

// missing is what a candidate adds to a choice, with what it needs.
func (k *knapsack) missing(i int, chosen choice) choice {
	add := nothing()
	for _, n := range k.withNeeds(i) {
		if new(big.Int).And(chosen.set, k.bits[n]).Sign() == 0 {
			add = add.plus(k.one(n))
		}
	}
	return add
}

// denser reports whether a brings more for each point than b.
func (k *knapsack) denser(a, b choice) bool {
	left := new(big.Int).Mul(a.value, big.NewInt(int64(b.cost)))
	right := new(big.Int).Mul(b.value, big.NewInt(int64(a.cost)))
	if c := left.Cmp(right); c != 0 {
		return c > 0
	}
	return a.better(b)
}

// bound returns a value that no choice within the budget can exceed: needs are
// left aside, and the last candidate may be taken in part.
func bound(list []candidate, budget int) *big.Rat {
	order := slices.Clone(list)
	slices.SortStableFunc(order, func(a, b candidate) int {
		left := new(big.Int).Mul(a.value, big.NewInt(int64(b.cost)))
		return new(big.Int).Mul(b.value, big.NewInt(int64(a.cost))).Cmp(left)
	})
	most := new(big.Rat)
	for _, c := range order {
		if budget <= 0 {
			break
		}
		part := big.NewRat(int64(min(c.cost, budget)), int64(c.cost))
		most.Add(most, part.Mul(part, new(big.Rat).SetInt(c.value)))
		budget -= c.cost
	}
	return most
}
