// Package packet makes hand-outs and reads them when they come back: a few
// questions for somebody who knows the answers and does not use hygeia.
//
// A hand-out is an audience of its own. A [Packet] holds what its reader needs and
// nothing else: the questions with their wordings and help, and the level that
// each has today. There is no place in it for a note, a proof, a reason or a name
// that was given before.
//
// What comes back, in whatever form, is a [Reply]. Each answer in it says which
// words it was given to and which answer stood here when the hand-out went out, so
// that an answer to other words is known, and so is a change on both sides.
//
// The package knows no files, no terminal and no clock. The web page is drawn by
// hygeia/report/handout.
package packet
