package series

import (
	"strings"
	"unicode"

	"hygeia/frameworks/words"
)

// marked is what a cell says of ids.
type marked struct {
	keys   []string // several where the cell is a list of ids
	short  bool     // written with fewer digits than the current edition writes
	strict bool     // it begins with the id, or ends with it in brackets
	part   string   // what of the id it is about: "Ex1", ".1"
	rest   string   // the text beside the id
	until  bool     // it is the first of a range
}

var (
	before    = words.Pattern(`(?i)^(?:[\s"'\[(•*#§.:-]|nist|csf|cfr|45|hipaa|hicp|cpg|cisa|v?[12]\.[01](?:\.1)?|sp|§|control|subcategory|outcome|practice|citation|goal|id|no\b|sec\b|section)*$`)
	partHere  = words.Pattern(`(?i)^[\s.,:(-]*(ex(?:ample)?\.? ?#?[0-9]{1,3})\b|^(\.[0-9]{1,2}|\.[a-z])(?:$|[^a-z0-9])`)
	rangeHere = words.Pattern(`(?i)^\s*(?:-|–|—|to|through|thru)\s*(?:[0-9]{1,2}|\([a-z0-9]{1,4}\)|(?:gv|id|pr|de|rs|rc)\.[a-z]{2}-[0-9]{1,2}|(?:§ ?)?164\.3[0-9]{2}[()a-z0-9]*|[0-9]{1,2}\.[sml]\.[a-z]|[1-6]\.[a-z])\s*(?:$|[:,;])`)
	between   = words.Pattern(`(?i)^[\s,;/&+|]*(?:and)?[\s,;/&+|]*$`)
)

// mark reads the ids of a cell.
func (f *family) mark(cell string) marked {
	all := f.find(cell)
	if len(all) == 0 {
		return marked{}
	}
	first := all[0]
	if len(first.key) == 2 && f.name == "csf" && !standsAlone(cell, first) {
		return marked{} // "User ID", "PR and HR"
	}
	m := marked{keys: []string{first.key}, short: first.short}
	switch {
	case before().MatchString(cell[:first.from]):
		return m.leading(cell, all)
	case inBrackets(cell, first):
		m.strict, m.rest = true, strings.Trim(cell[:first.from], " (\n")
		return m
	}
	for _, other := range all[1:] {
		if other.key != first.key {
			return marked{}
		}
	}
	m.rest = strings.TrimSpace(cell[:first.from] + " " + cell[first.to:])
	return m
}

// standsAlone reports whether the short name of a function is all of a cell, or stands
// before a colon or in brackets: as a word it means something else.
func standsAlone(cell string, f found) bool {
	after := cell[f.to:]
	return inBrackets(cell, f) || strings.TrimSpace(cell[:f.from]) == "" &&
		(strings.TrimSpace(after) == "" || after[0] == ':' || strings.HasPrefix(after, " - ") || strings.HasPrefix(after, " – ") || strings.HasPrefix(after, " — "))
}

// leading reads a cell that begins with an id: further ids that only commas part are
// a list, a number of an example is its part, and the rest is text.
func (m marked) leading(cell string, all []found) marked {
	m.strict = true
	end := all[0].to
	for i, next := range all[1:] {
		if !between().MatchString(cell[all[i].to:next.from]) {
			break
		}
		end = next.to
		if next.key != m.keys[len(m.keys)-1] {
			m.keys = append(m.keys, next.key)
		}
	}
	after := cell[end:]
	if m.until = rangeHere().MatchString(after); m.until && len(all) > 1 && all[1].key == m.keys[0] {
		m.until = false
	}
	if g := partHere().FindStringSubmatchIndex(after); g != nil && len(m.keys) == 1 {
		from, to := g[2], g[3]
		if from < 0 {
			from, to = g[4], g[5]
		}
		m.part = words.Capital(strings.ReplaceAll(strings.ToLower(after[from:to]), " ", ""))
		after = after[to:]
	} else if last := rune(cell[end-1]); unicode.IsLetter(last) && all[0].to == end && unicode.IsDigit(rune(cell[max(0, end-2)])) {
		m.part = strings.ToLower(string(last)) // PR.AA-01a
	}
	m.rest = strings.TrimLeft(after, " \n\t:;,.-–—)]'\"")
	return m
}

// inBrackets reports whether an id stands in brackets behind a text that says what it
// is, as in "Asset Management (ID.AM): assets are known".
func inBrackets(cell string, f found) bool {
	return f.from > 0 && f.to < len(cell) && cell[f.from-1] == '(' && cell[f.to] == ')' && !strings.ContainsAny(cell[:f.from], ".;:\n")
}
