package form

import (
	"context"
	"strings"
)

// Confirm asks on one line whether to go on. Only y or yes is a yes: Enter, any
// other word, several lines at once, the end of the input and an interruption are
// a no.
func Confirm(ctx context.Context, t Terminal, question string) bool {
	p := newPlain(ctx, t)
	typed, err := p.read(question + " [y/N]")
	if text, ok := atOnceText(err); ok {
		p.print(cameAtOnce(text))
	}
	return err == nil && (strings.EqualFold(typed, "y") || strings.EqualFold(typed, "yes"))
}
