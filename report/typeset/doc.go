// Package typeset sets type: it knows the fonts, how wide a text is in a [Style],
// where its lines end, in which order its letters stand where some run from right to
// left, and the colors of a report. Lengths are in mm, sizes of type
// in points. It draws nothing.
package typeset
