package form

import (
	"context"
	"errors"
	"strings"
)

// Confirm asks on one line whether to go on. Only y or yes is a yes: Enter, any
// other word, several lines at once, the end of the input and an interruption are
// a no.
func Confirm(ctx context.Context, t Terminal, question string) bool {
	p := newPlain(ctx, t)
	typed, err := p.read(question + " [y/N]")
	var came atOnce
	if errors.As(err, &came) {
		p.print(cameAtOnce(came.text))
	}
	return err == nil && (strings.EqualFold(typed, "y") || strings.EqualFold(typed, "yes"))
}
