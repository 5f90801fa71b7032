package form

import (
	"context"
	"strings"
)

// Confirm asks on one line whether to go on. Only y or yes is a yes: Enter, any
// other word, the end of the input and an interruption are a no.
func Confirm(ctx context.Context, t Terminal, question string) bool {
	typed, err := newPlain(ctx, t).read(question + " [y/N]")
	return err == nil && (strings.EqualFold(typed, "y") || strings.EqualFold(typed, "yes"))
}
