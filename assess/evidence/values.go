package evidence

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

// shown is a cell in an error: a stranger's text, cut short.
func shown(s string) string { return strconv.Quote(words.Cut(words.Line(s), 30)) }

// number reads a number from 0 on, with a point or a comma before its fraction.
func number(s string) (float64, error) {
	n, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err != nil || n < 0 || math.IsInf(n, 0) || math.IsNaN(n) {
		return 0, fmt.Errorf("%s is no number", shown(s))
	}
	return n, nil
}

var thousands = words.Pattern(`^\d{1,3}(,\d{3})+$`)

// ungrouped takes the commas out of a whole number that has one before each three
// digits, as in "65,536".
func ungrouped(s string) string {
	if thousands().MatchString(s) {
		return strings.ReplaceAll(s, ",", "")
	}
	return s
}

// maxDays is a century: more is no age.
const maxDays = 36600

// days reads an age in whole days, as "20" or "20.0".
func days(s string) (int, error) {
	n, err := number(ungrouped(s))
	if err != nil || n > maxDays || n != math.Trunc(n) {
		return 0, fmt.Errorf("%s is no number of days", shown(s))
	}
	return int(n), nil
}

// count reads a whole number from 0 on.
func count(s string) (int, error) {
	n, err := number(ungrouped(s))
	if err != nil || n > 1e9 || n != math.Trunc(n) {
		return 0, fmt.Errorf("%s is no count", shown(s))
	}
	return int(n), nil
}

// score reads a CVSS score. One above 10 lost its point in a spreadsheet.
func score(s string) (float64, error) {
	s, _, _ = strings.Cut(s, " ")
	n, err := number(s)
	if err != nil || n > 10 {
		return 0, fmt.Errorf("%s is no score from 0 to 10", shown(s))
	}
	return n, nil
}

// truth reads True or False in any letters; known is false for anything else.
func truth(s string) (yes, known bool) {
	switch strings.ToLower(s) {
	case "true", "yes", "1", "t", "y":
		return true, true
	case "false", "no", "0", "f", "n":
		return false, true
	}
	return false, false
}

// The forms of dates in scan files. Month before day is what US spreadsheets write.
var (
	momentForms = []string{
		"2006-01-02 15:04:05Z07:00", time.RFC3339, time.DateTime, "2006-01-02T15:04:05", "2006-01-02 15:04", time.DateOnly, "2006/01/02",
		"1/2/2006 15:04", "1/2/2006 15:04:05", "1/2/2006 3:04 PM", "1/2/2006 3:04:05 PM", "1/2/2006", "1/2/06 15:04", "1/2/06",
		"Jan 2, 2006 15:04:05", "Jan 2, 2006 3:04 PM", "Jan 2, 2006", "2 Jan 2006 3:04PM", "2 Jan 2006 03:04PM", "2 Jan 2006",
		"Mon Jan _2 15:04:05 2006", "2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05 Z07:00", "2006-01-02 15:04:05 Z0700",
		"2.1.2006 15:04:05", "2.1.2006 15:04", "2.1.2006", "2-Jan-2006 15:04:05", "2-Jan-2006 15:04", "2-Jan-2006", "2-Jan-06 15:04", "2-Jan-06",
		"2006/01/02 15:04:05", "2006-01-02T15:04", "January 2, 2006 15:04:05", "January 2, 2006",
	}
	zoneName = words.Pattern(` [A-Z]{2,5}([-+]\d{4})?$`)
	serial   = words.Pattern(`^[2-6]\d{4}([.,]\d+)?$`)
	epoch    = words.Pattern(`^[0-4]?\d{9}(\d{3})?$`)
)

// moment reads a date, with or without its time. The day is that of the file,
// whatever its zone.
func moment(s string) (time.Time, error) {
	s = strings.TrimSpace(s)
	if t, err := time.Parse(momentForms[0], s); err == nil && inRange(t) { // nearly all rows of large files
		return t, nil
	}
	if zone := zoneName().FindString(s); zone != "" && !strings.HasSuffix(s, " AM") && !strings.HasSuffix(s, " PM") {
		s = strings.TrimSuffix(s, zone)
	}
	if serial().MatchString(s) { // a day number, as spreadsheets count them
		n, _ := number(s)
		return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).Add(time.Duration(n * 24 * float64(time.Hour))), nil
	}
	if epoch().MatchString(s) { // seconds since 1970, or thousandths of them
		n, _ := strconv.ParseInt(s, 10, 64)
		if len(s) > len("1711324800") {
			n /= 1000
		}
		if t := time.Unix(n, 0).UTC(); inRange(t) {
			return t, nil
		}
	}
	for _, form := range momentForms {
		if t, err := time.Parse(form, s); err == nil && inRange(t) {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("%s is no date that can be read", shown(s))
}

// inRange reports whether a date is one of a scan.
func inRange(t time.Time) bool { return t.Year() >= 1990 && t.Year() < 2100 }

// dateOrNone returns the text of a date, and "" for what people and programs write where
// there is none.
func dateOrNone(s string) string {
	switch s = strings.TrimSpace(s); strings.ToLower(s) {
	case "-", "--", "n/a", "na", "none", "null", "nan", "never", "0":
		return ""
	}
	return s
}

// seen reads the day something was first and last seen, and how many whole days
// lie between.
func seen(first, last string) (age int, on assess.Date, err error) {
	from, err := moment(first)
	if err != nil {
		return 0, assess.Date{}, err
	}
	to, err := moment(last)
	if err != nil {
		return 0, assess.Date{}, err
	}
	if to.Before(from) {
		return 0, assess.Date{}, fmt.Errorf("it was last seen on %s, before it was first seen on %s", to.Format(time.DateOnly), from.Format(time.DateOnly))
	}
	return int(to.Sub(from) / (24 * time.Hour)), assess.DateOf(to), nil
}

var cvePattern = words.Pattern(`(?i)\bCVE-[0-9]{4}-[0-9]{4,19}\b`)

// cves returns the flaws that a text names, in capitals.
func cves(s string) []string {
	if s == "" {
		return nil
	}
	found := cvePattern().FindAllString(s, -1)
	for i, c := range found {
		found[i] = strings.ToUpper(c)
	}
	return found
}
