package form

import (
	"context"
	"fmt"
	"strings"
)

// OneOf asks on one line which of several words holds, and asks again until it is one
// of them, or the beginning of one alone. Enter alone is none. It reports false at the
// end of the input and when interrupted.
func OneOf(ctx context.Context, t Terminal, question string, list []string) (string, bool) {
	p := newPlain(ctx, t)
	for {
		typed, err := p.read(fmt.Sprintf("%s [%s]", question, strings.Join(list, "/")))
		if err != nil {
			return "", false
		}
		var fit []string
		for _, word := range list {
			switch {
			case strings.EqualFold(typed, word):
				return word, true
			case typed != "" && strings.HasPrefix(word, strings.ToLower(typed)):
				fit = append(fit, word)
			}
		}
		if len(fit) == 1 {
			return fit[0], true
		}
		p.print("Type " + strings.Join(list, " or ") + ".")
	}
}
