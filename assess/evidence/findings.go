package evidence

import (
	"errors"
	"hash/fnv"
	"io"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

// grade is how bad a finding is, as its file says.
type grade int

// The grades, the zero value is for what is no finding.
const (
	informational grade = iota
	low
	medium
	high
	critical
)

var gradeNames = [...]string{"informational", "low", "medium", "high", "critical"}

// gradeOf reads the grade as a word or as a number from 0 to 4.
func gradeOf(s string) (grade, error) {
	switch strings.ToLower(strings.TrimSuffix(s, ".0")) {
	case "none", "info", "informational", "log", "0", "":
		return informational, nil
	case "low", "1":
		return low, nil
	case "medium", "2":
		return medium, nil
	case "high", "3":
		return high, nil
	case "critical", "4":
		return critical, nil
	}
	return 0, errors.New(shown(s) + " is no severity that is known")
}

// band is the grade that a CVSS score has.
func band(score float64) grade {
	switch {
	case score >= 9:
		return critical
	case score >= 7:
		return high
	case score >= 4:
		return medium
	case score > 0:
		return low
	}
	return informational
}

// finding is one weakness on one system.
type finding struct {
	grade     grade
	age       int  // days from first to last seen
	undated   bool // the row says neither, where others do
	host      string
	name      string
	kev       bool
	ransom    bool
	listed    bool // the scanner itself says that CISA lists the flaw as attacked
	flaws     []string
	apart     string // what tells it from other findings; "" where every row is one
	unsuppted bool
	within    int // days in which the directive wants it fixed; 0 if the file does not carry what decides that
}

// findings counts the findings of a file.
type findings struct {
	in          *input
	aged        bool // the file tells when each was first and last seen
	flagged     bool // the file tells which flaws are in use by intruders
	noRansom    bool // it does not tell which of those are used with ransomware
	valued      bool // it carries what the directive's own bands need
	alone       bool // flaws are not looked up: the file should tell, and does not
	counts      [5]int
	ages        [5]histogram
	kev         histogram
	kevs        int
	undated     int  // findings without an age
	hinted      bool // the scanner itself says of some that CISA lists them
	ransom      int
	others      histogram
	due         map[int]histogram // by the days in which the directive wants them fixed
	hosts       set
	unsupported int
	old         set // hosts with something unsupported
	flaws       set
	kevFlaws    map[string]bool
	apart       set
}

// limits: a scan has thousands of findings, and one of millions is none that a
// person would act on.
const maxSet = 2_000_000

// set counts different texts in the memory of a number each.
type set map[uint64]struct{}

// add reports whether the text is new.
func (s *set) add(text string) bool {
	if *s == nil {
		*s = set{}
	}
	h := fnv.New64a()
	io.WriteString(h, text)
	before := len(*s)
	if before < maxSet {
		(*s)[h.Sum64()] = struct{}{}
	}
	return len(*s) > before
}

// histogram counts by days.
type histogram map[int]int

func (h *histogram) add(days int) {
	if *h == nil {
		*h = histogram{}
	}
	(*h)[days]++
}

// over counts those older than so many days.
func (h histogram) over(days int) int {
	n := 0
	for age, count := range h {
		if age > days {
			n += count
		}
	}
	return n
}

func (h histogram) max() int {
	most := 0
	for age := range h {
		most = max(most, age)
	}
	return most
}

// median returns the median in tenths of days; of an even number the mean of the
// middle two.
func (h histogram) median() int {
	var ages []int
	total := 0
	for age, count := range h {
		ages = append(ages, age)
		total += count
	}
	slices.Sort(ages)
	at := func(n int) int {
		for _, age := range ages {
			if n -= h[age]; n < 0 {
				return age
			}
		}
		return 0
	}
	return (at((total-1)/2) + at(total/2)) * 5
}

// errTooMany says that a file has more findings than are told apart.
var errTooMany = errors.New("it has more different findings than can be counted")

// add counts a finding, once however often it stands in the file.
func (f *findings) add(x finding) error {
	fresh := x.apart == "" || f.apart.add(x.apart)
	if len(f.apart) >= maxSet {
		return errTooMany
	}
	f.flawed(&x)
	if !fresh {
		return nil
	}
	f.counts[x.grade]++
	if x.unsuppted {
		f.unsupported++
		if x.host != "" {
			f.old.add(x.host)
		}
	}
	if x.grade == informational {
		return nil
	}
	if x.host != "" {
		f.hosts.add(x.host)
		f.in.host(x.host)
	}
	if x.undated {
		f.undated++
	} else if f.aged {
		f.ages[x.grade].add(x.age)
	}
	if x.within > 0 {
		if f.due == nil {
			f.due = map[int]histogram{}
		}
		due := f.due[x.within]
		due.add(x.age)
		f.due[x.within] = due
	}
	switch {
	case x.kev:
		f.kevs++
		if !x.undated {
			f.kev.add(x.age)
		}
		if x.ransom {
			f.ransom++
		}
	case !x.undated:
		f.others.add(x.age)
	}
	return nil
}

// flawed notes which flaws a row names, and looks them up in the catalog where
// the file itself does not say which are in use.
func (f *findings) flawed(x *finding) {
	if x.listed && x.grade > informational && !f.flagged && !f.alone {
		x.kev, f.hinted = true, true
	}
	catalog := f.in.opts.Catalog
	for _, c := range x.flaws {
		f.flaws.add(c)
		ransom, listed := catalog.find(c)
		if !listed {
			continue
		}
		if f.kevFlaws == nil {
			f.kevFlaws = map[string]bool{}
		}
		f.kevFlaws[c] = true
		if !f.flagged && !f.alone {
			x.kev, x.ransom = true, x.ransom || ransom
		}
	}
}

// done gives the figures.
func (f *findings) done() {
	f.open()
	switch total := f.counts[low] + f.counts[medium] + f.counts[high] + f.counts[critical]; {
	case f.undated > 0 && f.undated == total:
		f.aged = false
	case f.undated > 0:
		f.in.note("%s no dates and stand in no figure about age", words.Count(f.undated, "finding has", "findings have"))
	}
	f.in.exactly("hosts-with-findings", len(f.hosts))
	if f.aged {
		f.times()
	} else {
		f.in.missing("age-max", "age-median", "critical-over-15", "high-over-30", "kev-over-3", "kev-over-14")
	}
	f.known()
}

func (f *findings) open() {
	total := 0
	for g := low; g <= critical; g++ {
		total += f.counts[g]
		f.in.exactly("open-"+gradeNames[g], f.counts[g])
	}
	f.in.exactly("open", total)
}

// times gives the figures about age.
func (f *findings) times() {
	all := histogram{}
	for g := low; g <= critical; g++ {
		if len(f.ages[g]) == 0 {
			continue
		}
		f.in.exactly(gradeNames[g]+"-age-max", f.ages[g].max())
		f.in.put(gradeNames[g]+"-age-median", assess.Tenths(f.ages[g].median()))
		for age, n := range f.ages[g] {
			all[age] += n
		}
	}
	if len(all) > 0 {
		f.in.exactly("age-max", all.max())
		f.in.put("age-median", assess.Tenths(all.median()))
	}
	f.in.exactly("critical-over-15", f.ages[critical].over(15))
	f.in.exactly("high-over-30", f.ages[high].over(30))
}

// known gives the figures about flaws that intruders use. A file names one flaw of
// a finding where there may be several, so they are "at least".
func (f *findings) known() {
	if !f.flagged && !f.hinted && (f.alone || f.in.opts.Catalog == nil) {
		f.in.missing("kev-open", "kev-ransomware")
		if f.aged {
			f.in.missing("kev-over-3", "kev-over-14", "others-to-15", "others-to-30", "others-to-60", "others-to-90", "others-over-90")
		}
		return
	}
	f.in.put("kev-open", assess.AtLeast(f.kevs))
	f.in.counted("kev-ransomware", f.flagged && !f.noRansom || !f.flagged && f.in.opts.Catalog != nil, f.ransom)
	if !f.aged {
		return
	}
	if len(f.kev) > 0 {
		f.in.put("kev-age-max", assess.AtLeast(f.kev.max()))
	}
	f.in.put("kev-over-3", assess.AtLeast(f.kev.over(3)))
	f.in.put("kev-over-14", assess.AtLeast(f.kev.over(14)))
	f.ageBands()
}

// ageBands divides the other findings by age.
func (f *findings) ageBands() {
	bounds := []struct {
		key      string
		from, to int
	}{{"others-to-15", -1, 15}, {"others-to-30", 15, 30}, {"others-to-60", 30, 60}, {"others-to-90", 60, 90}, {"others-over-90", 90, 1 << 30}}
	for _, b := range bounds {
		f.in.exactly(b.key, f.others.over(b.from)-f.others.over(b.to))
	}
}

// named gives the figures about flaws and about what is past its support.
func (f *findings) named() {
	f.in.exactly("flaws", len(f.flaws))
	if f.in.opts.Catalog != nil && !f.alone {
		f.in.exactly("kev-flaws", len(f.kevFlaws))
	}
}

func (f *findings) unsupportedToo() {
	f.in.exactly("unsupported", f.unsupported)
	f.in.exactly("unsupported-hosts", len(f.old))
}

// pastSupport reports whether a finding is by its name about something that its
// maker no longer supports: as CISA counts it, and as newer scanners name it.
func pastSupport(name string) bool {
	return strings.Contains(strings.ToLower(name), "unsupported") || strings.Contains(name, "SEoL")
}
