// Package evidence reads the files of scans and keeps figures of them: one file
// of code a family of scan files. It recognizes a file by what it says, never by
// its name, and reads it as a stream in bounded memory.
//
// A figure that a file does not have is the zero [assess.Figure], "not in this
// file", and never 0. A row that cannot be read is counted. What is kept are
// counts, days and dates; names and addresses of systems are kept only where a
// person asks for it, and what a scan was sent or answered is never kept.
//
// To add a family: a file with its columns and its reader, a line in [tables],
// in jsons or in xmls, a kind with its figures in frameworks/evidence.yaml, and a
// small sample with the figures it must give.
package evidence
