package doctest

import "testing"

// OneGoroutine skips a long test under the race detector, which has nothing to
// find where only one goroutine draws. Tests without the detector run all.
func OneGoroutine(t testing.TB) {
	t.Helper()
	if RaceEnabled {
		t.Skip("draws in one goroutine: the race detector finds nothing here, and ten times the time goes by")
	}
}
