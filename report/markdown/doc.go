// Package markdown draws a document as Markdown that GitHub and Pandoc render alike.
// A table stands for each chart.
package markdown
