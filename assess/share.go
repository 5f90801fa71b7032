package assess

import (
	"fmt"
	"math/big"
)

// Share is an exact part of a whole. The zero Share says nothing: it is not 0%.
type Share struct{ Part, Whole int }

// Known reports whether the share says anything.
func (s Share) Known() bool { return s.Whole != 0 }

// String returns "54/58".
func (s Share) String() string { return fmt.Sprintf("%d/%d", s.Part, s.Whole) }

// Rat returns 100·Part/Whole, exact, and nil for a share that says nothing.
func (s Share) Rat() *big.Rat {
	if !s.Known() {
		return nil
	}
	return new(big.Rat).Mul(big.NewRat(int64(s.Part), int64(s.Whole)), hundred)
}

// AtLeast reports whether the share is known and at least percent, compared exactly.
func (s Share) AtLeast(percent int) bool {
	return s.Known() && 100*s.Part >= percent*s.Whole
}

// Percent returns the whole percent to print (see [Percent]), and false for a
// share that says nothing.
func (s Share) Percent() (int, bool) {
	if !s.Known() {
		return 0, false
	}
	return Percent(s.Rat()), true
}

// Printed is the percent as every report prints it, "68%", and nothing for a share
// that says nothing.
func (s Share) Printed() string {
	if !s.Known() {
		return ""
	}
	return PercentText(s.Rat())
}

// Floor returns the whole percent rounded down, for what is missing to a
// threshold: it never seems to be reached. It is false for a share that says
// nothing.
func (s Share) Floor() (int, bool) {
	if !s.Known() {
		return 0, false
	}
	return 100 * s.Part / s.Whole, true
}

var hundred = big.NewRat(100, 1)

// Percent rounds an exact percentage from 0 to 100 for printing: whole percent,
// half up, and 100 and 0 only when exact (SCORING 4). Only printing code calls it.
func Percent(r *big.Rat) int {
	switch {
	case r.Sign() <= 0:
		return 0
	case r.Cmp(hundred) >= 0:
		return 100
	}
	half := new(big.Rat).Add(r, big.NewRat(1, 2))
	whole := int(new(big.Int).Quo(half.Num(), half.Denom()).Int64())
	return min(max(whole, 1), 99)
}

// ChangeText prints an exact change in points with its sign and one decimal,
// half away from zero (SCORING 4): "+5.8", "-12.5", "0.0".
func ChangeText(r *big.Rat) string {
	tenths := new(big.Rat).Mul(r, big.NewRat(10, 1))
	abs := new(big.Rat).Abs(tenths)
	abs.Add(abs, big.NewRat(1, 2))
	n := new(big.Int).Quo(abs.Num(), abs.Denom()).Int64()
	sign := "+"
	switch {
	case n == 0:
		sign = ""
	case r.Sign() < 0:
		sign = "-"
	}
	return fmt.Sprintf("%s%d.%d", sign, n/10, n%10)
}
