package frameworks

import (
	"slices"
	"strings"

	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// Withdrawn is an id that a publisher took back, and where its content went.
type Withdrawn struct {
	ID string
	To []string // ids of requirements, groups or sections of the same framework; none where it was spread over many
}

// Former returns what became of an id that a publisher withdrew, written as the
// publisher does, in small letters, or with one digit, as CSF 1.1 wrote its own.
func (l *Library) Former(id string) (*Framework, Withdrawn, bool) {
	id = fullID(id)
	for _, f := range l.Frameworks {
		for _, w := range f.Withdrawn {
			if strings.EqualFold(w.ID, id) {
				return f, w, true
			}
		}
	}
	return nil, Withdrawn{}, false
}

// oneDigit is an id that ends in a single digit: CSF 1.1 wrote PR.DS-1 for what
// 2.0 calls PR.DS-01.
var oneDigit = words.Pattern(`^[A-Za-z.]+-[0-9]$`)

// fullID is the id in capitals, its number in two digits where the letters before
// it are of the kind that NIST's and HHS's ids begin with.
func fullID(id string) string {
	id = strings.ToUpper(strings.TrimSpace(id))
	if oneDigit().MatchString(id) {
		last := len(id) - 1
		return id[:last] + "0" + id[last:]
	}
	return id
}

// readWithdrawn reads a withdrawn id: alone, as older content has it, or with
// where it went.
func (l *loader) readWithdrawn(c *catalogPlace, n strictyaml.Node) Withdrawn {
	if !n.IsMapping() {
		return Withdrawn{ID: strictyaml.Word(n, requirementName)}
	}
	m := n.Mapping("id", "to")
	w := Withdrawn{ID: strictyaml.Word(m.Need("id"), requirementName)}
	for _, item := range m.Get("to").Items() {
		id := strictyaml.Word(item, requirementName)
		w.To = append(w.To, id)
		c.heirs = append(c.heirs, ref{item, id})
	}
	return w
}

// checkHeirs looks for withdrawn ids that went where nothing is.
func (c *catalogPlace) checkHeirs() {
	var known []string
	for _, s := range c.Sections {
		known = append(known, s.ID)
	}
	for _, r := range c.ids {
		known = append(known, r.word)
	}
	for _, r := range c.heirs {
		if r.word != "" && !slices.Contains(known, r.word) {
			r.node.Errorf("to %q: there is no such requirement, group or section; %s", r.word, strictyaml.Suggest(r.word, known))
		}
	}
}
