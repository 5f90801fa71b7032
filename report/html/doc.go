// Package html draws a document as one file for a browser, which fetches nothing and
// runs nothing. Charts are SVG with their tables folded under them.
package html
