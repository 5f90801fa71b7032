// Package chart computes charts. For each kind of chart there is a function from a
// block and a width to bands of marks: numbers in, shapes out, in mm, without
// knowing a format. A format is a [Painter] of marks.
package chart
