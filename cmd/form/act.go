package form

import (
	"strings"
	"sync"

	"hygeia/assess"
	"hygeia/frameworks"
)

// verb is something a person can ask for on a question.
type verb int

const (
	nothing verb = iota
	answerLevel
	otherWay
	notApply
	unknown
	confirm
	back
	skip
	clearAnswer
	undo
	nextOpen
	section
	note
	proof
	help
	goTo
	quit
)

// act is a verb with what belongs to it.
type act struct {
	verb  verb
	level frameworks.Level // of answerLevel
	arg   string           // of goTo
}

// keys are what can be pressed, letters in either case.
var keys = sync.OnceValue(func() map[string]act {
	return map[string]act{
		"1": {verb: answerLevel, level: frameworks.No},
		"2": {verb: answerLevel, level: frameworks.Partly},
		"3": {verb: answerLevel, level: frameworks.Mostly},
		"4": {verb: answerLevel, level: frameworks.Yes},
		"5": {verb: otherWay},
		"6": {verb: notApply},
		"0": {verb: unknown},
		"t": {verb: confirm}, // t for true; c and the digits mean something where a change is explained
		"b": {verb: back},
		"s": {verb: skip},
		"x": {verb: clearAnswer},
		"u": {verb: undo},
		"a": {verb: nextOpen},
		"-": {verb: section},
		"n": {verb: note},
		"p": {verb: proof},
		"?": {verb: help},
		"g": {verb: goTo},
		"q": {verb: quit},
	}
})

// pressed returns what a key means; Caps Lock makes no difference.
func pressed(key string) (act, bool) {
	a, ok := keys()[strings.ToLower(key)]
	return a, ok
}

// spelledOut is what can be typed in plain mode besides the keys, and what n means
// there: who types a line means No by it.
var spelledOut = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"no": "1", "n": "1", "partly": "2", "mostly": "3", "yes": "4",
		"other": "5", "other way": "5", "another way": "5", assess.WordOtherWay: "5",
		"does not apply": "6", "n/a": "6", "na": "6", assess.WordNotApplicable: "6",
		"unknown": "0", "don't know": "0", "dont know": "0",
		"true": "t", "still true": "t", "confirm": "t", "same": "t", "back": "b", "skip": "s", "next": "s", "clear": "x",
		"undo": "u", "take back": "u", "open": "a", "unanswered": "a",
		"section": "-", "note": "n", "proof": "p", "help": "?", "h": "?", "go to": "g", "goto": "g", "go": "g",
		"quit": "q", "exit": "q", "stop": "q",
	}
})

// parseLine reads what was typed in plain mode: a key, or a word, in any case.
// What changes a whole section has to be spelled out.
func parseLine(s string) act {
	s = strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(s, "\u2019", "'")), " "))
	if a, ok := keys()[spelledOut()[s]]; ok {
		return a
	}
	if a, ok := keys()[s]; ok && a.verb != section {
		return a
	}
	for _, command := range []string{"g ", "go to ", "goto ", "go "} {
		if to, ok := strings.CutPrefix(s, command); ok {
			return act{verb: goTo, arg: to}
		}
	}
	return act{}
}

// do carries out what a question itself can carry out. It returns what has to
// be asked before anything is changed. Help, going to a question and quitting
// are drawn, and so left to the caller.
func (c *core) do(a act) *inquiry {
	c.notice = ""
	p, onQuestion := c.here()
	switch a.verb {
	case back:
		c.back()
		return nil
	case undo:
		c.undo()
		return nil
	case nextOpen:
		c.nextOpen()
		return nil
	case skip:
		c.pass()
		return nil
	}
	if !onQuestion {
		c.say("These were all the questions. Go back to one to change its answer.")
		return nil
	}
	return c.onQuestion(p, a)
}

func (c *core) onQuestion(p place, a act) *inquiry {
	switch a.verb {
	case answerLevel:
		return c.choose(p.q, c.revised(p.q, assess.Levelled, a.level))
	case unknown:
		return c.choose(p.q, c.revised(p.q, assess.Unknown, frameworks.No))
	case otherWay:
		return c.askOtherWay(p.q)
	case notApply:
		return c.askNotApply(p.q)
	case section:
		return c.askSection(p.section)
	case confirm:
		c.confirm(p.q)
	case clearAnswer:
		return c.askClear(p.q)
	case note:
		return c.askNote(p.q)
	case proof:
		return c.askProof(p.q)
	}
	return nil
}

// pass goes on without answering; on the page after the last question it ends
// the sitting.
func (c *core) pass() {
	if _, onQuestion := c.here(); !onQuestion {
		c.over = true
		return
	}
	c.next()
}
