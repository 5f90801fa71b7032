package form

import (
	"context"
	"fmt"
	"strconv"
	"strings"
)

// Option is one of several things to choose from: the word for it, and what it means.
type Option struct{ Word, Says string }

// Pick asks which of several options holds, by its number or its word, and asks again
// until it is one of them. Enter alone is none. It reports false at the end of the
// input and when interrupted.
func Pick(ctx context.Context, t Terminal, question string, options []Option) (string, bool) {
	p := newPlain(ctx, t)
	p.print(question)
	for i, o := range options {
		line := fmt.Sprintf("%d  %s", i+1, o.Word)
		if o.Says != "" && o.Says != o.Word {
			line += ": " + o.Says
		}
		p.item(line)
	}
	for {
		typed, err := p.read(fmt.Sprintf("1 to %d:", len(options)))
		if err != nil {
			return "", false
		}
		typed = strings.TrimSpace(typed)
		if n, err := strconv.Atoi(typed); err == nil && n >= 1 && n <= len(options) {
			return options[n-1].Word, true
		}
		for _, o := range options {
			if strings.EqualFold(typed, o.Word) {
				return o.Word, true
			}
		}
		p.print(fmt.Sprintf("Type a number from 1 to %d.", len(options)))
	}
}
