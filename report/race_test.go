package report

import "testing"

// oneGoroutine skips a long test under the race detector, which has nothing to
// find where only one goroutine draws. Tests without the detector run all.
func oneGoroutine(t testing.TB) {
	t.Helper()
	if raceEnabled {
		t.Skip("draws in one goroutine: the race detector finds nothing here, and ten times the time goes by")
	}
}
