package text

import (
	"strings"
	"sync"
)

// The basic colors of a terminal, which every theme keeps readable.
const (
	ansiReset  = "\x1b[0m"
	ansiBold   = "\x1b[1m"
	ansiRed    = "\x1b[31m"
	ansiGreen  = "\x1b[32m"
	ansiYellow = "\x1b[33m"
	ansiGrey   = "\x1b[90m"
)

// statusColors are the words that are a rating. A cell that says nothing else
// is drawn in the color; the word always stands there as well.
var statusColors = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"red": ansiRed, "weak": ansiRed, "weakly guarded": ansiRed, "not met": ansiRed,
		"amber": ansiYellow, "partly in place": ansiYellow, "partly guarded": ansiYellow, "partly": ansiYellow,
		"green": ansiGreen, "in place": ansiGreen, "guarded": ansiGreen, "met": ansiGreen, "nearly met": ansiGreen, "met another way": ansiGreen,
		"grey": ansiGrey, "not known": ansiGrey, "not assessed": ansiGrey,
	}
})

// status colors a drawn cell by what the whole cell says.
func (p *Printer) status(cell, drawn string) string {
	return p.paint(statusColors()[cell], drawn)
}

// tail colors a score by the state behind it: "68%, weak (red) (target 90%)".
func (p *Printer) tail(words string) string {
	score, _, _ := strings.Cut(words, " (")
	_, color, _ := strings.Cut(score, ", ")
	return p.paint(statusColors()[color], words)
}

// Bold draws a head; it has the shape of a cell style, see [printer.rowLines].
func (p *Printer) Bold(_, drawn string) string { return p.paint(ansiBold, drawn) }

func (p *Printer) paint(code, drawn string) string {
	if !p.color || code == "" || strings.TrimSpace(drawn) == "" {
		return drawn
	}
	return code + drawn + ansiReset
}
