package words

import (
	"regexp"
	"sync"
)

// Pattern returns a regular expression that is compiled when it is asked for
// first, and panics then if it is none. Patterns compiled while packages are
// initialized would cost every command what only a few need.
func Pattern(expr string) func() *regexp.Regexp {
	return (&pattern{expr: expr}).compiled // takes two thirds of what sync.OnceValue does
}

type pattern struct {
	expr string
	once sync.Once
	is   *regexp.Regexp
}

func (p *pattern) compiled() *regexp.Regexp {
	p.once.Do(func() { p.is = regexp.MustCompile(p.expr) })
	return p.is
}
