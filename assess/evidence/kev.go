package evidence

import (
	"bufio"
	"encoding/json"
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

// Catalog is CISA's list of flaws that intruders use.
type Catalog struct {
	Version string
	flaws   map[string]bool // by id in capitals; whether ransomware is known to use it
}

// maxCatalog is far more than the list has, in entries.
const maxCatalog = 200_000

// Listed returns how many flaws the catalog has; 0 for none.
func (c *Catalog) Listed() int {
	if c == nil {
		return 0
	}
	return len(c.flaws)
}

// find looks a flaw up; nothing is listed in no catalog.
func (c *Catalog) find(flaw string) (ransomware, listed bool) {
	if c == nil {
		return false, false
	}
	ransomware, listed = c.flaws[flaw]
	return ransomware, listed
}

var kevTables = []table{{
	kind:  "kev-catalog",
	needs: []string{"cveid", "dateadded", "duedate"},
	known: []string{"vendorproject", "product", "vulnerabilityname", "shortdescription", "requiredaction", "knownransomwarecampaignuse", "forensictriage", "notes", "cwes"},
	begin: func(in *input, head row) rows {
		return &kevRows{in: in, ransom: head.has("knownransomwarecampaignuse")}
	},
}}

// kevRows reads the catalog as CSV, which has no version and no date of its own:
// it is as old as its newest entry.
type kevRows struct {
	in     *input
	list   Catalog
	ransom bool
}

func (k *kevRows) take(r row) error {
	return k.list.add(k.in, kevEntry{CVE: r.text("cveid"), Added: r.text("dateadded"), Ransomware: r.text("knownransomwarecampaignuse")})
}

func (k *kevRows) done() {
	k.list.done(k.in, k.ransom)
}

// kevEntry is what is read of one entry; fields that are not known are passed over.
type kevEntry struct {
	CVE        string `json:"cveID"`
	Added      string `json:"dateAdded"`
	Ransomware string `json:"knownRansomwareCampaignUse"`
}

func (c *Catalog) add(in *input, e kevEntry) error {
	ids := cves(e.CVE)
	added, err := moment(e.Added)
	switch {
	case len(ids) != 1:
		return fmt.Errorf("%s is no id of a flaw", shown(e.CVE))
	case err != nil:
		return err
	case len(c.flaws) >= maxCatalog:
		return errTooMany
	}
	if c.flaws == nil {
		c.flaws = map[string]bool{}
	}
	c.flaws[ids[0]] = strings.EqualFold(strings.TrimSpace(e.Ransomware), "known")
	in.later(assess.DateOf(added))
	return nil
}

func (c *Catalog) done(in *input, ransom bool) {
	in.exactly("kev-listed", len(c.flaws))
	known := 0
	for _, used := range c.flaws {
		if used {
			known++
		}
	}
	if ransom {
		in.exactly("kev-listed-ransomware", known)
	} else {
		in.missing("kev-listed-ransomware")
	}
	if c.Version == "" {
		c.Version = in.report.Evidence.Date.String()
	}
	in.report.Catalog = c
}

// readCatalog reads the catalog as JSON.
func readCatalog(in *input, file *bufio.Reader) error {
	in.report.Evidence.Kind = "kev-catalog"
	list := Catalog{}
	told, has, ransom := -1, false, false
	err := fields(file, map[string]func(*json.Decoder) error{
		"catalogVersion": func(d *json.Decoder) error {
			text, err := scalar(d)
			list.Version = words.Cut(words.Line(text), 40)
			return err
		},
		"dateReleased": func(d *json.Decoder) error {
			text, err := scalar(d)
			if released, wrong := moment(text); wrong == nil {
				in.later(assess.DateOf(released))
			}
			return err
		},
		"count": func(d *json.Decoder) error {
			text, err := scalar(d)
			if n, wrong := count(text); wrong == nil {
				told = n
			}
			return err
		},
		"vulnerabilities": func(d *json.Decoder) error {
			has = true
			return items(d, func() error {
				var e kevEntry
				wrong, err := entry(d, &e)
				if err != nil {
					return err
				}
				if wrong == nil {
					wrong = list.add(in, e)
				}
				if wrong != nil {
					in.unread(0, wrong)
					return nil
				}
				ransom = ransom || e.Ransomware != ""
				in.report.Evidence.Rows++
				return nil
			})
		},
	})
	switch {
	case err != nil:
		return err
	case !has:
		return ErrUnknown
	}
	if told >= 0 && told != in.report.Evidence.Rows+in.report.Evidence.Unread {
		in.note("the catalog says that it has %d entries, and has %d", told, in.report.Evidence.Rows+in.report.Evidence.Unread)
	}
	list.done(in, ransom)
	return nil
}
