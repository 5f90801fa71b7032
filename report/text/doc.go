// Package text draws a document for a terminal or a pipe, in lines of a given width.
// A [Printer] also prints what is no document, such as a list of resources.
package text
