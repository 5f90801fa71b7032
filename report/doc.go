// Package report tells a quarter's result to people and to scripts.
//
// What a report says is decided once, as a [doc.Document]: a list of blocks without
// any format. [Board], [Brief], [Full], [Insurer], [Provider], [Public],
// [Comparison] and others build one from chapters, each a small function that
// several documents share. [Write] draws a document in one of the formats of
// format.go, which draw and decide nothing. [WriteJSON], [WriteCSV] and [WriteXLSX]
// write the result as data.
//
// A board reads a first page that decides and a body of at most eight pages; what
// gives way when they are full is chosen by laying them out, see squeeze and lean.
// What stands in several places is a figure with a name, and a test holds all places
// of one against each other.
//
// The rooms below this package, each of which imports only what stands left of it:
//
//	doc ◄ typeset ◄ chart ◄ pdf, html     markdown, text and the other formats need doc alone
//	data                                  exact figures, groups and tables, for results as data
//
// Beside it stand the reports that need no story of a quarter: allsites, incident,
// listing, handout, calendar.
//
// No number is made here. Every figure comes from package assess in the words in
// which it is printed, so that all formats show the same digits. Whoever reads a report
// decides what is in it: a story is told only from what [Input.seen] lets through.
//
// To add a chapter, write a func(*story) []doc.Block and name it in body or
// annexChapters, which make [Board], or in [Full]. What two chapters need is worked out once, in [story]. To add a rule to
// the verdict for the chair, add a row to verdictRules and a case to TestVerdict.
// To add a format, write a package with a Draw beside the others, name it in
// format.go, and say in conform_test.go how what it drew is read. To add a kind of
// block, see package doc.
package report
