// Package report tells a quarter's result to people and to scripts.
//
// What a report says is decided once, as a [Document]: a list of blocks without
// any format. [Board], [Full], [Comparison], [ExplainQuestion] and
// [ExplainRequirement] build one from chapters, each a small function that
// several documents share. [Write] draws a document as HTML, Markdown, text or
// PDF; a format draws every kind of block and decides nothing. [WriteJSON] and
// [WriteCSV] write the result as data.
//
// No number is made here. Every figure comes from package assess in the words in
// which it is printed, so that all formats show the same digits.
//
// To add a chapter, write a func(*story) []Block and name it in [Board] or
// [Full]. What two chapters need is worked out once, in [story]. To add a rule to
// the verdict for the chair, add a row to verdictRules and a case to TestVerdict.
// To add a kind of block, add it to document.go and follow the compiler
// and TestEveryBlockInEveryFormat. To add a format, write one file and name it in
// format.go.
package report
