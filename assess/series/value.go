package series

import (
	"fmt"
	"strings"
	"sync"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// Value is one score as the sheet has it.
type Value struct {
	Text string // "2.5", "50%", "Largely implemented", "n/a"
	kind kind
	n    int // of a number: in thousandths
	of   int // the highest, where the cell says it, as in "2 of 4"; in thousandths
	hint Scale
	rest string // what the cell says beside it
}

type kind int

const (
	noValue       kind = iota
	number             // 2.5
	word               // of ordinary, or of a scale's names
	notApplicable      // n/a
	notKnown           // UKN, not assessed
	another            // another measure, which has no place on a scale
)

// Applies reports whether the sheet says anything but that it does not apply.
func (v Value) Applies() bool { return v.kind != notApplicable }

// Known reports whether the value is a score, and not "n/a" or "unknown".
func (v Value) Known() bool { return v.kind == number || v.kind == word }

var (
	decimal   = words.Pattern(`^[0-9]{1,4}(?:[.,][0-9]{1,4})?$`)
	halved    = words.Pattern(`^([0-9]{0,2}) ?½$`)
	outOf     = words.Pattern(`^([0-9]{1,3}(?:[.,][0-9]{1,3})?) ?(?:of|out of|/) ?([0-9]{1,3})$`)
	prefixed  = words.Pattern(`^(tier|level|maturity level|maturity|mil|ml|lvl|l|t|score|stage) ?:? ?([0-9](?:[.,][0-9]{1,2})?)(?: ?[-:(,.] ?(.*?)\)?)?$`)
	spaced    = words.Pattern(`^(?:(tier|level|maturity level|maturity|mil|ml|lvl|score|stage) ?)?([0-9]) ([a-z][a-z -]*)$`) // "Tier 3 Repeatable"
	footnote  = words.Pattern(`^(.*[^\s*†‡¹²³⁴⁵])\s*(?:[*†‡¹²³⁴⁵]+|\[[0-9a-z]\])$`)                                          // "2*", "3 [1]"
	dash      = words.Pattern(`^(?:-+|–+|—+|\.+|…|_+|/)$`)                                                                   // in place of an empty cell
	nearly    = words.Pattern(`^[~≈<>≤≥±]*\s*[0-9]{1,3}(?:[.,][0-9]{1,2})?\s*(?:[-–/+*(,?<>]|to)?[\s0-9.,()+*?]*$`)
	numbered  = words.Pattern(`^([0-9](?:[.,][0-9]{1,2})?) ?[-:(=,.] ?([a-z][a-z -]*?)\)?$`)
	nameFirst = words.Pattern(`^([a-z][a-z -]*?) ?[-:(] ?(?:tier |level )?([0-9](?:[.,][0-9]{1,2})?)\)?$`)
)

// plainWord is a text as its words are looked up: small, with plain hyphens and
// single blanks, without the marks around it.
func plainWord(text string) string {
	if light := strings.Trim(text, " ●•🟢🟡🟠🔴"); light != "" {
		text = light
	}
	text = strings.NewReplacer("🟢", "green", "🟡", "yellow", "🟠", "orange", "🔴", "red", "–", "-", "—", "-", "‑", "-", "−", "-", "\n", " ", "\u00a0", " ").Replace(text)
	return strings.ToLower(strings.Join(strings.Fields(strings.Trim(words.Line(text), " .'\"")), " "))
}

// asWords is a plain word with its hyphens and underlines as blanks.
func asWords(plain string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("-", " ", "_", " ").Replace(plain)), " ")
}

// parseValue reads a cell as a score. False says that it is none: "2-3", ">3", a
// sentence.
func parseValue(cell string) (Value, bool) {
	cell = footnote().ReplaceAllString(strings.TrimSpace(theTicked(cell)), "$1")
	plain := plainWord(cell)
	v := Value{Text: words.Line(strings.TrimSpace(cell))}
	switch {
	case plain == "":
		return v, false
	case otherWay()[asWords(plain)]:
		v.kind = another
		return v, true
	case without()[asWords(plain)] != noValue:
		v.kind = without()[asWords(plain)]
		return v, true
	case decimal().MatchString(plain):
		v.number(plain)
		return v, true
	}
	if rest, ok := strings.CutSuffix(plain, "%"); ok && decimal().MatchString(strings.TrimSpace(rest)) {
		v.number(strings.TrimSpace(rest))
		v.Text, v.hint = v.Text+"%", Percent
		return v, true
	}
	if v.numberIn(plain) {
		return v, true
	}
	if isWord(asWords(plain)) {
		v.kind = word
		return v, true
	}
	return beside(cell)
}

var remark = words.Pattern(`^([^(;:–—]{1,30}?)(?: ?\((.*)\)|(?: -|;|:| ?–| ?—|,|(\.)) (.*))$`)

// beside reads a score with a remark behind it: "3 (two vendors left)", "Partial - see
// the list". The remark has to have words, or it may be the other end of a range.
func beside(cell string) (Value, bool) {
	m := remark().FindStringSubmatch(words.Line(strings.TrimSpace(cell)))
	if m == nil {
		return Value{Text: words.Line(strings.TrimSpace(cell))}, false
	}
	v, ok := parseValue(m[1])
	if v.kind != word && (m[3] != "" || len(stems(m[2]+m[4])) == 0) { // a full stop behind a number parts no remark
		return Value{Text: words.Line(strings.TrimSpace(cell))}, false
	}
	v.rest = m[2] + m[4]
	return v, ok
}

// without are the words for no score.
var without = sync.OnceValue(func() map[string]kind {
	return map[string]kind{
		"n/a": notApplicable, "na": notApplicable, "n.a": notApplicable, "not applicable": notApplicable, "does not apply": notApplicable, "out of scope": notApplicable, "n / a": notApplicable,
		"ukn": notKnown, "unk": notKnown, "unknown": notKnown, "tbd": notKnown, "?": notKnown, "not assessed": notKnown, "not known": notKnown, "u": notKnown,
		"not reviewed": notKnown, "not scored": notKnown, "not rated": notKnown, "unanswered": notKnown, "don't know": notKnown, "unsure": notKnown, "not evaluated": notKnown, "not tested": notKnown,
	}
})

// otherWay are the words for another measure in place of what was asked.
var otherWay = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"a": true, "alt": true, "alternate": true, "alternative": true, "alternative measure": true, "alternate measure": true, "alternative control": true,
		"compensating control": true, "compensating": true, "equivalent measure": true, "equivalent": true, "another way": true,
	}
})

// number takes the digits of a plain number, decimal comma or point.
func (v *Value) number(digits string) {
	v.kind, v.n = number, thousandths(digits)
	v.Text = printed(v.n)
}

// numberIn finds the number in "tier 3: repeatable", "3 - repeatable", "2 of 4".
func (v *Value) numberIn(plain string) bool {
	if m := halved().FindStringSubmatch(plain); m != nil {
		v.number(m[1] + "0"[:max(0, 1-len(m[1]))] + ".5")
		return true
	}
	if m := outOf().FindStringSubmatch(plain); m != nil {
		v.number(m[1])
		v.of = thousandths(m[2])
		return v.n <= v.of
	}
	if m := prefixed().FindStringSubmatch(plain); m != nil {
		v.number(m[2])
		if m[1] == "tier" {
			v.hint = Tiers
		} else if s, ok := scaleOfName(asWords(m[3]), v.n); ok {
			v.hint = s
		}
		return true
	}
	if m := spaced().FindStringSubmatch(plain); m != nil {
		if s, ok := scaleOfName(asWords(m[3]), thousandths(m[2])); ok {
			v.number(m[2])
			if v.hint = s; m[1] == "tier" {
				v.hint = Tiers
			}
			return true
		}
	}
	for _, m := range [][]string{numbered().FindStringSubmatch(plain), swapped(nameFirst().FindStringSubmatch(plain))} {
		if m == nil {
			continue
		}
		if s, ok := scaleOfName(asWords(m[2]), thousandths(m[1])); ok || isWord(asWords(m[2])) {
			v.number(m[1])
			v.hint = s
			return true
		}
	}
	return false
}

func swapped(m []string) []string {
	if m == nil {
		return nil
	}
	return []string{m[0], m[2], m[1]}
}

// scaleOfName returns the scale on which a number has that name.
func scaleOfName(name string, n int) (Scale, bool) {
	for _, s := range []Scale{Tiers, CMMI, CMM} {
		if is, ok := names()[s.kind][name]; ok && is*1000 == n {
			return s, true
		}
	}
	return Scale{}, false
}

func isWord(w string) bool {
	if _, ok := ordinary()[w]; ok {
		return true
	}
	for _, list := range names() {
		if _, ok := list[w]; ok {
			return true
		}
	}
	return false
}

// thousandths reads digits with a decimal point or comma.
func thousandths(digits string) int {
	whole, part, _ := strings.Cut(strings.ReplaceAll(digits, ",", "."), ".")
	n := 0
	for _, c := range whole + (part + "000")[:3] {
		n = n*10 + int(c-'0')
	}
	return n
}

// printed is a number without idle digits.
func printed(n int) string {
	text := fmt.Sprintf("%d.%03d", n/1000, n%1000)
	return strings.TrimRight(strings.TrimRight(text, "0"), ".")
}

// On places a value on a scale. The error says in words why it has no place there.
func (v Value) On(s Scale) error {
	switch v.kind {
	case notApplicable, notKnown, another:
		return nil
	case number:
		if s == WordScale {
			return fmt.Errorf("%q is a number among words", v.Text)
		}
		if !s.holds(v.n) {
			return fmt.Errorf("%q lies outside %s", v.Text, s.Says())
		}
		return nil
	}
	return nil
}

// share returns how far a value is up the scale, as a fraction; false for one that
// is no score.
func (v Value) share(s Scale) (n, of int, ok bool) {
	switch v.kind {
	case number:
		if !s.holds(v.n) {
			return 0, 0, false
		}
		return v.n - s.low, s.high - s.low, true
	case word:
		w := asWords(plainWord(v.Text))
		if at, is := names()[s.kind][w]; is {
			return max(0, at*1000-s.low), s.high - s.low, true
		}
		at, is := ordinary()[w]
		return at, 3000, is
	}
	return 0, 0, false
}

// Level returns the level nearest to a value on its scale; halfway between two it is
// the higher one, since it serves to propose targets. False for one that is no score.
func (v Value) Level(s Scale) (frameworks.Level, bool) {
	n, of, ok := v.share(s)
	if !ok {
		return 0, false
	}
	return frameworks.Level((2*3*n + of) / (2 * of)), true
}

// Says prints a value for people: "2 of 5", "Tier 2 (Risk Informed)", "50%".
func (v Value) Says(s Scale) string {
	switch {
	case v.kind == notApplicable:
		return "that it does not apply"
	case v.kind == notKnown:
		return "that it is not known"
	case v.kind == word, v.kind == another:
		return fmt.Sprintf("%q", v.Text)
	case s == Percent:
		return printed(v.n) + "%"
	case s == Tiers && s.name(v.n) != "":
		return fmt.Sprintf("Tier %s (%s)", printed(v.n), s.name(v.n))
	case s.name(v.n) != "":
		return fmt.Sprintf("%s (%s)", printed(v.n), s.name(v.n))
	case s.kind == "":
		return printed(v.n)
	}
	return fmt.Sprintf("%s of %d", printed(v.n), s.high/1000)
}
