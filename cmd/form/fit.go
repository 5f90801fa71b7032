package form

import (
	"fmt"
	"strings"

	"hygeia/frameworks/words"
)

// block is some lines of a screen that give way together when there are too many.
type block struct {
	lines []string
	rank  int    // the higher, the sooner it gives way; 0 never does
	least int    // lines that stay; fewer only when nothing else is left to give
	more  string // put in place of the last line when some are left out; %d is their number
	trail bool   // the last line that stays ends with an ellipsis when some are left out
	fill  bool   // takes the lines that are left over
}

const maxRank = 9

// gap is an empty line, the first to go.
var gap = block{lines: []string{""}, rank: maxRank}

// fit returns exactly height lines: blocks give way by rank until they fit, and
// the block marked fill takes what is left over.
func fit(height int, blocks []block) []string {
	total := 0
	for _, b := range blocks {
		total += len(b.lines)
	}
	for _, spare := range []bool{false, true} { // the second time round the least is not spared
		for rank := maxRank; rank > 0 && total > height; rank-- {
			for i := len(blocks) - 1; i >= 0 && total > height; i-- {
				if blocks[i].rank == rank {
					total -= blocks[i].shrink(total-height, spare)
				}
			}
		}
	}
	lines := make([]string, 0, height)
	for _, b := range blocks {
		lines = append(lines, b.lines...)
		if b.fill {
			lines = append(lines, make([]string, max(0, height-total))...)
		}
	}
	for len(lines) < height {
		lines = append(lines, "")
	}
	return lines[:height]
}

// shrink takes up to n lines away and returns how many went.
func (b *block) shrink(n int, toNothing bool) int {
	least := b.least
	if toNothing {
		least = 0
	}
	n = min(n, len(b.lines)-least)
	if n <= 0 {
		return 0
	}
	keep := b.lines[:len(b.lines)-n]
	if b.more != "" && len(keep) > 0 {
		gone := n + 1
		keep = append(keep[:len(keep)-1:len(keep)-1], strings.ReplaceAll(b.more, "%d", fmt.Sprint(gone)))
	}
	if b.trail && len(keep) > 0 {
		last := len(keep) - 1
		keep = append(keep[:last:last], strings.TrimSuffix(keep[last], " …")+" …")
	}
	b.lines = keep
	return n
}

// flow sets short pieces one after the other on as few lines as they need.
func flow(pieces []string, between string, width int) []string {
	var lines []string
	now := ""
	for _, p := range pieces {
		switch {
		case now == "":
			now = p
		case words.Width(now)+words.Width(between)+words.Width(p) <= width:
			now += between + p
		default:
			lines = append(lines, now)
			now = p
		}
	}
	return append(lines, now)
}
