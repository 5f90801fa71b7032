package series

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"hygeia/frameworks/words"
)

// Period is the time that a column is of, as the sheet says it: 2025, FY2025,
// 2026-Q1, FY2026-Q1, 2026-01, Q1 where no year is told, "previous" or "current".
type Period string

// The periods that name no time.
const (
	Previous Period = "previous"
	Current  Period = "current"
)

// String returns the period as it is written.
func (p Period) String() string { return string(p) }

var periodShape = words.Pattern(`^(previous|current|Q[1-4]|(?:FY)?(?:19|20)[0-9]{2}(?:-(?:Q[1-4]|H[12]))?|(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2]))$`)

// ParsePeriod reads a period as [Period.String] writes it.
func ParsePeriod(text string) (Period, error) {
	if !periodShape().MatchString(text) {
		return "", fmt.Errorf("period %q: must be a time such as 2025, FY2025, 2026-Q1 or 2026-01, or previous or current", text)
	}
	return Period(text), nil
}

// compare orders periods: previous first, then by time, then current. A quarter
// without a year stands behind those with one.
func (p Period) compare(q Period) int { return cmp.Compare(p.order(), q.order()) }

func (p Period) order() int {
	s := strings.TrimPrefix(string(p), "FY")
	switch {
	case p == Previous || s == "":
		return 0
	case p == Current:
		return 1 << 30
	case s[0] == 'Q':
		return 1<<29 + int(s[1]-'0')
	}
	year, rest, _ := strings.Cut(s, "-")
	n, _ := strconv.Atoi(year)
	month := 12
	if q, ok := strings.CutPrefix(rest, "Q"); ok {
		month = 3 * int(q[0]-'0')
	} else if h, ok := strings.CutPrefix(rest, "H"); ok {
		month = 6 * int(h[0]-'0')
	} else if rest != "" {
		month, _ = strconv.Atoi(rest)
	}
	return n*100 + month
}

const (
	yearPart  = `((?:19|20)[0-9]{2}|'?[0-9]{2})`
	fullYear  = `((?:19|20)[0-9]{2})`
	monthPart = `(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)`
)

// timeForms are the ways in which heads name a time, the longer ones first.
var timeForms = []struct {
	shape func() *regexp.Regexp
	read  func(m []string) Period
}{
	{words.Pattern(`\bfy ?` + yearPart + `[ /_-]*q([1-4])\b`), func(m []string) Period { return Period("FY" + fourDigits(m[1]) + "-Q" + m[2]) }},
	{words.Pattern(`\bq([1-4])[ /_,-]*fy ?` + yearPart + `\b`), func(m []string) Period { return Period("FY" + fourDigits(m[2]) + "-Q" + m[1]) }},
	{words.Pattern(`\b` + fullYear + `[ /_.-]*q(?:tr|uarter)?\.? ?([1-4])\b`), func(m []string) Period { return Period(m[1] + "-Q" + m[2]) }},
	{words.Pattern(`\b(?:q(?:tr|uarter)?\.? ?([1-4])|([1-4])q)[ /_,.'-]*` + yearPart + `\b`), func(m []string) Period { return Period(fourDigits(m[3]) + "-Q" + m[1] + m[2]) }},
	{words.Pattern(`\b` + fullYear + `[ /_-]*h([12])\b`), func(m []string) Period { return Period(m[1] + "-H" + m[2]) }},
	{words.Pattern(`\bh([12])[ /_,.'-]*` + yearPart + `\b`), func(m []string) Period { return Period(fourDigits(m[2]) + "-H" + m[1]) }},
	{words.Pattern(`\bfy ?` + fullYear + `[-/–]([0-9]{2})\b`), func(m []string) Period { return Period("FY20" + m[2]) }}, // named by the year it ends in
	{words.Pattern(`\b` + fullYear + `[-/–]((?:1[3-9]|[2-9][0-9]))\b`), func(m []string) Period { return Period("FY20" + m[2]) }},
	{words.Pattern(`\b` + fullYear + `[-/](0[1-9]|1[0-2])(?:[-/][0-3][0-9])?\b`), func(m []string) Period { return Period(m[1] + "-" + m[2]) }},
	{words.Pattern(`\b` + monthPart + `\.?[ /_,.'-]*` + yearPart + `\b`), func(m []string) Period { return Period(fourDigits(m[2]) + "-" + monthNumber(m[1])) }},
	{words.Pattern(`\b` + fullYear + `[ /_-]*` + monthPart + `\b`), func(m []string) Period { return Period(m[1] + "-" + monthNumber(m[2])) }},
	{words.Pattern(`\b(0?[1-9]|1[0-2])/(?:[0-3]?[0-9]/)?` + fullYear + `\b`), func(m []string) Period { return Period(fmt.Sprintf("%s-%02s", m[2], m[1])) }},
	{words.Pattern(`\bfy ?` + yearPart + `\b`), func(m []string) Period { return Period("FY" + fourDigits(m[1])) }},
	{words.Pattern(`\bfiscal year ` + fullYear + `\b`), func(m []string) Period { return Period("FY" + m[1]) }},
	{words.Pattern(`\b` + fullYear + `\b`), func(m []string) Period { return Period(m[1]) }},
	{words.Pattern(`\bq(?:tr|uarter)?\.? ?([1-4])\b`), func(m []string) Period { return Period("Q" + m[1]) }},
}

// timeIn finds the time in a head, and returns what is left of it.
func timeIn(head string) (Period, string) {
	low := strings.ToLower(head)
	for _, form := range timeForms {
		m := form.shape().FindStringSubmatchIndex(low)
		if m == nil {
			continue
		}
		groups := make([]string, len(m)/2)
		for i := range groups {
			if m[2*i] >= 0 {
				groups[i] = low[m[2*i]:m[2*i+1]]
			}
		}
		return form.read(groups), strings.TrimSpace(low[:m[0]] + " " + low[m[1]:])
	}
	return "", low
}

func fourDigits(year string) string {
	year = strings.TrimPrefix(year, "'")
	if len(year) == 2 {
		return "20" + year
	}
	return year
}

func monthNumber(name string) string {
	const all = "janfebmaraprmayjunjulaugsepoctnovdec"
	return fmt.Sprintf("%02d", strings.Index(all, name[:3])/3+1)
}
