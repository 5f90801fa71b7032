package series

import (
	"fmt"
	"regexp"
	"strings"

	"hygeia/frameworks/words"
)

// others are ids of frameworks that are not loaded, to name what a sheet has.
var others = []struct {
	name  string
	shape func() *regexp.Regexp
}{
	{"CMMC", words.Pattern(`(?i)^[A-Z]{2}\.L[1-3]-3\.[0-9]{1,2}\.[0-9]{1,2}`)},
	{"NIST SP 800-171", words.Pattern(`^0?3\.[0-9]{1,2}\.[0-9]{1,2}\b`)},
	{"ISO 27001", words.Pattern(`(?i)^A\.[0-9]{1,2}(?:\.[0-9]{1,2}){1,2}\b`)},
	{"COBIT", words.Pattern(`(?i)^(?:APO|BAI|DSS|EDM|MEA)[0-9]{2}(?:\.[0-9]{2})?\b`)},
	{"SOC 2", words.Pattern(`(?i)^(?:CC|A|C|PI|P)[1-9]\.[0-9]{1,2}\b`)},
	{"HITRUST", words.Pattern(`^(?:0[0-9]|1[0-3])\.[a-z]{1,2}\b`)},
	{"HECVAT", words.Pattern(`^[A-Z]{4}-[0-9]{2}$`)},
	{"NIST SP 800-53", words.Pattern(`^(?:AC|AT|AU|CA|CM|CP|IA|IR|MA|MP|PE|PL|PM|PS|PT|RA|SA|SC|SI|SR)-[0-9]{1,2}(?:\([0-9]{1,2}\))?\b`)},
	{"PCI DSS", words.Pattern(`^(?:[1-9]|1[0-2])\.[0-9]{1,2}\.[0-9]{1,2}\b`)},
	{"the CIS Controls", words.Pattern(`^(?:CIS ?)?(?:[1-9]|1[0-8])\.[0-9]{1,2}$`)},
}

// ownIDs are numbers that somebody gave, in the shape of ids.
var ownIDs = words.Pattern(`^[A-Z]{2,5}[-. ]?[0-9]{1,4}$`)

// nothing says why no id was found: those of which framework there are instead.
func (u *understanding) nothing() error {
	if u.choices.Sheet != "" {
		var names []string
		for _, s := range u.book.Sheets {
			names = append(names, fmt.Sprintf("%q", s.Name))
		}
		return fmt.Errorf("has no sheet %q with ids of a framework; its sheets are %s", words.Line(u.choices.Sheet), words.And(names))
	}
	if err := u.sideways(); err != nil {
		return err
	}
	best, name, example, own := 2, "", "", ""
	for _, s := range u.book.Sheets {
		for c := range width(&s) {
			counts, seen := make([]int, len(others)), make([]string, len(others))
			mine := 0
			for r := range s.Rows {
				cell := strings.TrimSpace(s.Cell(r, c))
				if cell == "" {
					continue
				}
				if ownIDs().MatchString(cell) {
					if mine++; mine > 2 && own == "" {
						own = cell
					}
				}
				for i, o := range others {
					if o.shape().MatchString(cell) {
						counts[i]++
						seen[i] = o.shape().FindString(cell)
						break
					}
				}
			}
			for i, n := range counts {
				if n > best {
					best, name, example = n, others[i].name, words.Line(seen[i])
				}
			}
		}
	}
	const take = "ids of NIST CSF, HIPAA, HICP, the HHS goals or CISA's goals can be placed, and those of a framework of your own"
	switch {
	case name != "":
		return fmt.Errorf("has ids such as %s, which look like %s, and hygeia has no such framework; %s", example, name, take)
	case own != "":
		return fmt.Errorf("has ids such as %s, which belong to no framework hygeia knows; %s", words.Line(own), take)
	}
	return fmt.Errorf("has no column with the ids of a framework; %s", take)
}
