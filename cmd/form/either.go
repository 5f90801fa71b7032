package form

import (
	"context"
	"fmt"
	"strings"
)

// Either asks on one line which of two words holds, and asks again until it is one
// of them, or the first letter of one. Enter alone is neither. It reports false at
// the end of the input and when interrupted.
func Either(ctx context.Context, t Terminal, question, one, other string) (string, bool) {
	p := newPlain(ctx, t)
	for {
		typed, err := p.read(fmt.Sprintf("%s [%s/%s]", question, one, other))
		if err != nil {
			return "", false
		}
		for _, word := range []string{one, other} {
			if strings.EqualFold(typed, word) || strings.EqualFold(typed, word[:1]) {
				return word, true
			}
		}
		p.print(fmt.Sprintf("Type %s or %s.", one, other))
	}
}
