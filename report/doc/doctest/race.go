package doctest

import "testing"

// OneGoroutine skips a test under the race detector, which has nothing to find
// where only one goroutine draws. Tests without the detector run all.
func OneGoroutine(t testing.TB) {
	t.Helper()
	if RaceEnabled {
		t.Skip("draws in one goroutine: the race detector finds nothing here, and ten times the time goes by")
	}
}

// Long skips a test that takes seconds where the short ones are asked for
// (go test -short), and under the race detector as [OneGoroutine] does.
func Long(t testing.TB) {
	t.Helper()
	if testing.Short() {
		t.Skip("takes seconds; go test without -short runs it")
	}
	OneGoroutine(t)
}
