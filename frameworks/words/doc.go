// Package words holds the small rules for text that people read: what of it may
// be shown, how a number stands before its word, how names are joined, and how
// wide a text is and where it may be cut. Every package of hygeia uses these, so
// that a character one of them refuses does not get past another.
//
// Nothing here depends on anything of ours, on the language of the computer or
// on its terminal. Text is looked at by character or by grapheme (what a person
// takes for one character, such as an accented letter or a joined emoji), never
// by byte.
package words
