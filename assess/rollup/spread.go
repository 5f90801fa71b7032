package rollup

import (
	"cmp"
	"slices"

	"hygeia/assess"
)

// Spread is a figure over sites: its worst, its median and its best, each as it
// is printed, and who is worst. Of an even number the median is the lower of the
// two in the middle: a figure that some site has, and no average.
type Spread struct {
	Sites               int // that the figure is of; 0 says nothing
	Worst, Median, Best string
	WorstAt             []string // labels, in the order of the rows

	median assess.Share
}

// Less reports whether the median is lower than that of another, exactly.
func (s Spread) Less(other Spread) bool { return compareShares(s.median, other.median) < 0 }

// value is a site's figure.
type value struct {
	row  *Row
	rank assess.Share // compared exactly
	text string       // as it is printed
}

func spread(values []value) Spread {
	if len(values) == 0 {
		return Spread{}
	}
	slices.SortStableFunc(values, func(a, b value) int { return compareShares(a.rank, b.rank) })
	middle := values[(len(values)-1)/2]
	s := Spread{Sites: len(values), Worst: values[0].text, Median: middle.text, Best: values[len(values)-1].text, median: middle.rank}
	for _, v := range values {
		if compareShares(v.rank, values[0].rank) == 0 {
			s.WorstAt = append(s.WorstAt, v.row.Label)
		}
	}
	return s
}

// most returns what most of the sites have, of two with as many the larger.
func most[T cmp.Ordered](values []T) T {
	counts := map[T]int{}
	for _, v := range values {
		counts[v]++
	}
	var best T
	for v, n := range counts {
		if n > counts[best] || n == counts[best] && v > best {
			best = v
		}
	}
	return best
}
