// Package exchange takes over what was filled in elsewhere: copies of a quarter
// that a sync program or a failed save left, and answers files. It recognizes a
// file by what it says and not by its name, and merges answer by answer: only
// where both sides changed the same thing is a person asked.
//
// It knows no files and no terminal: it is given bytes and quarters, and gives
// back what to change and in which words.
package exchange
