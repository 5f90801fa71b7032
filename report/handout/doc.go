// Package handout draws a hand-out as one web page that is filled in: it opens in
// any browser, without a network and with nothing to install, and saves what was
// answered as a file that "hygeia import" reads.
//
// The page is a stranger's on a stranger's computer, so it can do little. Its
// content security policy allows one script and one style sheet, both pinned by
// their digests, and nothing else: no request ever leaves it. The script is the same
// for every hand-out and takes what it needs from attributes, so that no text of a
// question is ever read as a program.
package handout
