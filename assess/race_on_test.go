//go:build race

package assess

// raceEnabled says that the race detector runs, which makes every limit on time
// meaningless.
const raceEnabled = true
