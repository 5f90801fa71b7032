package pdf

import (
	"hygeia/report/doc"
)

// widestNeed is how much of the width the longest word of a column may ask for,
// in mm. A longer one, such as a web address, is broken.
const widestNeed = 30.0

// columnWidths shares out a width as the columns ask, but gives each at least
// the width of its longest word, at the cost of the others. A share counts as 1 to
// 100, so that no column disappears beside another. Where the words alone need
// more than there is, the shares decide.
func columnWidths(t doc.Table, width float64) []float64 {
	set := settingOf(t)
	shares, needs := make([]float64, len(t.Columns)), make([]float64, len(t.Columns))
	var needed float64
	for i, c := range t.Columns {
		shares[i] = float64(min(max(c.Width, 1), 100))
		needs[i] = min(longestWordOf(t, i), widestNeed) + 2*set.padX
		needed += needs[i]
	}
	if needed > width {
		clear(needs)
	}
	return shareOut(shares, needs, width)
}

// shareOut divides a width in the proportion of shares. A column that would get
// less than its need gets that, and the others share what is left.
func shareOut(shares, needs []float64, width float64) []float64 {
	widths := make([]float64, len(shares))
	for settled := false; !settled; {
		settled = true
		left, sum := width, 0.0
		for i := range shares {
			if widths[i] > 0 {
				left -= widths[i]
			} else {
				sum += shares[i]
			}
		}
		for i := range shares {
			if widths[i] == 0 && left*shares[i]/sum < needs[i] {
				widths[i], settled = needs[i], false
			}
		}
		if settled {
			for i := range shares {
				if widths[i] == 0 {
					widths[i] = left * shares[i] / sum
				}
			}
		}
	}
	return widths
}

// longestWordOf is the width of the longest word in a column, in mm.
func longestWordOf(t doc.Table, column int) float64 {
	set := settingOf(t)
	widest := set.head.LongestWord(doc.Plain(t.Columns[column].Title), 2*widestNeed)
	for _, r := range t.Rows {
		if column < len(r) {
			widest = max(widest, set.cell.LongestWord(r[column], 2*widestNeed))
		}
	}
	return widest
}
