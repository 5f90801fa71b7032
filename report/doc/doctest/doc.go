// Package doctest is for tests of documents and formats: blocks and documents to
// draw, texts that try to be more than text, and what every format must do
// ([Conform]). Nothing of the program imports it.
package doctest
