// Package pdf draws a document as a tagged PDF. It is the only one that knows
// gofpdf, and it trusts nothing of it: text is cleaned before ([cleaner]), a panic
// becomes an error, and what gofpdf wrote is taken apart again (file.go) to add what
// it cannot say: which words are a heading or a cell, what a chart shows (struct.go).
//
// Blocks become strips, bands across the page that are never split; one function
// decides where pages end (flow.go). A compact document has a layout of its own
// (sheet.go).
package pdf
