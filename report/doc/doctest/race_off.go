//go:build !race

package doctest

// RaceEnabled says that the race detector slows everything down.
const RaceEnabled = false
