//go:build race

package report

// raceEnabled says that the race detector slows everything down.
const raceEnabled = true
