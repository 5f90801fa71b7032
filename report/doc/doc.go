// Package doc says what a report is before it is drawn: a [Document] of blocks,
// without any format, and what every format needs of one.
//
// A format is a [Drawer]: it has a method for each kind of [Block]. What it cannot
// draw as a picture it draws as the tables of this package, which hold the same
// figures ([BarTable], [TrendTables] and their like). Text comes in as people typed it:
// a format makes one line of it with words.Line or cleans the whole document
// ([Document.Cleaned]), escapes it in its own way, and lets links lead only where
// [LinkTarget] lets them.
//
// To add a kind of block: its type, its Draw and a method of [Drawer] (block.go or
// charts.go), how it is cleaned (cleaner.go), and then what the compiler asks for in
// each format. A case of doctest.EveryBlock says which words of it must be read in
// each of them.
package doc
