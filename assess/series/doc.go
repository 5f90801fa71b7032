// Package series reads the sheets people already have: any table with an id of a
// framework on each row, whatever its columns are called, and keeps what it says as
// somebody else's figures beside a quarter.
//
// A sheet is understood before it is read: which sheet of the workbook, which row
// names the columns, what each column means, which framework the ids are of, on what
// scale it scores. Where a file allows two readings, [Understand] says so with a
// [Question] and reads nothing; it never guesses a scale. What cannot be placed is
// listed with its place and the reason ([Reading.Unplaced]).
//
// The result is a [Series], a file of its own with a strict reader. It changes no
// answer and no target.
package series
