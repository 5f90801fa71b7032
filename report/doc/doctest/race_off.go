//go:build !race

package doctest

const RaceEnabled = false
