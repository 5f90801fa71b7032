package typeset

// CapHeight is the height of a capital in parts of the type size.
const CapHeight = 0.72

// Tallest is how many lines the cell with most of them has.
func Tallest(cells [][]Line) int {
	most := 0
	for _, c := range cells {
		most = max(most, len(c))
	}
	return most
}
