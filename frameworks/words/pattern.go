package words

import (
	"regexp"
	"sync"
)

// Pattern returns a regular expression that is compiled when it is asked for
// first, and panics then if it is none. Patterns compiled while packages are
// initialized would cost every command what only a few need.
func Pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
