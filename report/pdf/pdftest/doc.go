// Package pdftest reads, for tests, what package pdf wrote. Nothing of the program
// imports it.
package pdftest
