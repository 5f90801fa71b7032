package form

import "context"

// Line asks for one line outside of a sitting. Several lines that came at once, as
// a paste does, are shown and none of them is used. It reports false at the end of
// the input and when interrupted; what stands on the last line counts all the same.
func Line(ctx context.Context, t Terminal, question string) (typed string, more bool) {
	p := newPlain(ctx, t)
	for {
		typed, err := p.read(question)
		if text, ok := atOnceText(err); ok {
			p.print(cameAtOnce(text))
			continue
		}
		return typed, err == nil
	}
}
