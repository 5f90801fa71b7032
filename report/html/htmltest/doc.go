// Package htmltest reads, for tests, what package html wrote, with a strict parser
// that is not ours. Nothing of the program imports it.
package htmltest
