package doc

// Options say how a format draws.
type Options struct {
	Width  int    // columns of a text report; 0 means 80
	Color  bool   // text reports only: color beside the words, never instead of them
	Sparks bool   // text reports only: rows of small bars beside the digits of a trend
	Paper  string // PDF only: "letter" (also if empty) or "a4"
}
