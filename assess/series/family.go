package series

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// family is a way of writing ids, which the editions of one framework share.
type family struct {
	name     string
	editions []*edition
	find     func(cell string) []found
	norm     func(id string) string
	show     func(key string) string
	sameIDs  bool // an id withdrawn in one edition is still known in the next
}

// found is one id in the text of a cell.
type found struct {
	key      string // as it is looked up
	from, to int
	short    bool // written with fewer digits than the current edition writes
}

// key is how an id is looked up.
func (f *family) key(id string) string {
	if f.norm != nil {
		return f.norm(id)
	}
	return strings.ToUpper(id)
}

// print is how an id of an earlier edition is written among current ones.
func (f *family) print(id string) string {
	if f.show != nil {
		return f.show(f.key(id))
	}
	return id
}

func newFamilies() []*family {
	return []*family{
		{name: "csf", find: findCSF, norm: normCSF, show: func(key string) string { return key }, sameIDs: true},
		{name: "hipaa", find: findHIPAA, norm: normHIPAA},
		{name: "hicp", find: findHICP},
		{name: "cpg", find: findCPG, norm: normCPG},
		{name: "hph", find: findHPH},
	}
}

// family returns the shipped family that a framework belongs to; nil for one that
// the organization added.
func (l *library) family(id string) *family {
	name := map[string]string{
		frameworks.CSFID: "csf", "hipaa-security-rule": "hipaa", frameworks.HICPID: "hicp", "cisa-cpg-2.0": "cpg", frameworks.EssentialID: "hph",
	}[id]
	for _, f := range l.families {
		if f.name == name {
			return f
		}
	}
	return nil
}

const dashes = `[-‐‑–—−_]`

var (
	csfID    = words.Pattern(`(?i)(^|[^a-z0-9])(gv|id|pr|de|rs|rc)(?:[.]([a-z]{2})(?: ?(?:` + dashes + `|\.)? ?([0-9]{1,2})[a-z]?)?)?($|[^a-z0-9])`)
	csfLoose = words.Pattern(`(?i)(^|[^a-z0-9])(gv|id|pr|de|rs|rc)(?:` + dashes + `| )?(aa|ac|am|ae|an|at|be|cm|co|dp|ds|gv|im|ip|ir|ma|mi|oc|ov|po|ps|pt|ra|rm|rp|rr|sc)(?:` + dashes + `|[. ])?([0-9]{1,2})[a-z]?($|[^a-z0-9])`)
	hicpID   = words.Pattern(`(?i)(^|[^a-z0-9.])(10|[1-9])[.` + `-]([sml])[.-]([a-z])($|[^a-z0-9])`)
	cpgID    = words.Pattern(`(?i)(^|[^a-z0-9.])(?:cpg[ -]?)?([1-6])\.([a-z])($|[^a-z0-9.]|\.(?:$|[^a-z0-9]))`)
	hphID    = words.Pattern(`(?i)(^|[^a-z0-9])hph` + dashes + `? ?(?:cpg)? ?#?([0-9]{1,2})($|[^a-z0-9])`)
	hipaaID  = words.Pattern(`(^|[^0-9.])(164\.3(?:08|10|12|14|16))($|[^0-9])`)
	below    = words.Pattern(`^(?: ?\( ?([A-Za-z0-9]{1,4}) ?\)|[.]([A-Za-z0-9]{1,3})\b)`) // a step below a citation: (a), or .a
)

// findCSF finds ids as NIST writes them; where there is none, those that are written
// without the point, as in PR-AA-01.
func findCSF(cell string) []found {
	all := findAll(csfID(), cell, readCSF)
	if !slices.ContainsFunc(all, func(f found) bool { return len(f.key) > 2 }) {
		if loose := findAll(csfLoose(), cell, readCSF); len(loose) > 0 {
			return loose
		}
	}
	return all
}

func readCSF(g []string) (key string, short, ok bool) {
	function, category, number := strings.ToUpper(g[2]), strings.ToUpper(g[3]), g[4]
	switch {
	case category == "" && g[2] != function:
		return "", false, false // "id" and "de" are words
	case category == "":
		return function, false, true
	case number == "":
		return function + "." + category, false, true
	}
	n, _ := strconv.Atoi(number) // the pattern lets only digits through
	return fmt.Sprintf("%s.%s-%02d", function, category, n), len(number) == 1, true
}

func normCSF(id string) string {
	if all := findCSF(strings.ToUpper(id)); len(all) == 1 {
		return all[0].key
	}
	return strings.ToUpper(id)
}

func findHICP(cell string) []found {
	return findAll(hicpID(), cell, func(g []string) (string, bool, bool) {
		return strings.ToUpper(g[2] + "." + g[3] + "." + g[4]), false, true
	})
}

func findCPG(cell string) []found {
	return findAll(cpgID(), cell, func(g []string) (string, bool, bool) {
		return strings.ToUpper(g[2] + "." + g[3]), false, true
	})
}

func normCPG(id string) string { return strings.ToUpper(strings.TrimPrefix(id, "CPG-")) }

func findHPH(cell string) []found {
	return findAll(hphID(), cell, func(g []string) (string, bool, bool) {
		n, _ := strconv.Atoi(g[2])
		return fmt.Sprintf("HPH-%02d", n), false, true
	})
}

// findHIPAA finds citations with their steps in brackets, or parted by points.
func findHIPAA(cell string) []found {
	all := findAll(hipaaID(), cell, func(g []string) (string, bool, bool) { return g[2], false, true })
	for i := range all {
		f := &all[i]
		for {
			m := below().FindStringSubmatch(cell[f.to:])
			if m == nil {
				break
			}
			f.key += "|" + strings.ToLower(m[1]+m[2])
			f.to += len(m[0])
		}
	}
	return all
}

// normHIPAA writes a citation without its marks: "164.308|a|1|ii|a".
func normHIPAA(id string) string {
	parts := strings.FieldsFunc(strings.ToLower(id), func(r rune) bool { return strings.ContainsRune("(). ,:;", r) })
	if len(parts) < 2 {
		return strings.ToLower(id)
	}
	return strings.Join(append([]string{parts[0] + "." + parts[1]}, parts[2:]...), "|")
}

// findAll returns the ids in a text, by a pattern whose first group is what stands
// before an id and whose last is what stands behind it, and may begin the next.
func findAll(pattern *regexp.Regexp, text string, read func(groups []string) (key string, short, ok bool)) []found {
	var all []found
	for from := 0; from < len(text); {
		m := pattern.FindStringSubmatchIndex(text[from:])
		if m == nil {
			break
		}
		groups := make([]string, len(m)/2)
		for i := range groups {
			if m[2*i] >= 0 {
				groups[i] = text[from+m[2*i] : from+m[2*i+1]]
			}
		}
		begin, end := from+m[3], from+m[len(m)-2]
		if key, short, ok := read(groups); ok {
			all = append(all, found{key: key, from: begin, to: end, short: short})
		}
		from = max(end, from+m[0]+1)
	}
	return all
}
