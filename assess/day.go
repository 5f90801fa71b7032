package assess

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// DayAhead reads a day to come as people write it: "2027-05-27", "5/27/2027",
// "May 27, 2027", "27 May", "2027-05", "in 6 months", "a year", "tomorrow",
// "today". A month stands for its last day, and a day without a year for the
// next one of that name. Month comes before day between slashes, unless only the
// other order makes a day; between dots the day comes first.
//
// It reads days that are over, too; whether they will do is for the caller.
func DayAhead(s string, today Date) (Date, error) {
	if d, ok := (reading{today: today, ahead: true}).day(s); ok {
		return d, nil
	}
	like := today.NextYear()
	return Date{}, fmt.Errorf("%q is not a day: write it like %s, %s or \"in 6 months\"", s, like, like.slashed())
}

// DayPast reads a day that is over, or today, in the same ways: "yesterday",
// "2 weeks ago". A month stands for its first day, so that nothing is taken for
// newer than it may be, and a day without a year for the last one of that name.
func DayPast(s string, today Date) (Date, error) {
	if d, ok := (reading{today: today}).day(s); ok {
		return d, nil
	}
	return Date{}, fmt.Errorf("%q is not a day: write it like %s, %s, \"2 weeks ago\" or today", s, today, today.slashed())
}

// slashed returns the day as it is written in the United States: "5/27/2027".
func (d Date) slashed() string { return fmt.Sprintf("%d/%d/%d", d.Month, d.Day, d.Year) }

// reading is how a day is read: from which day on, and in which direction.
type reading struct {
	today Date
	ahead bool
}

func (r reading) day(s string) (Date, bool) {
	s = strings.ToLower(strings.NewReplacer(",", " ", "\u2013", "-").Replace(s))
	fields := slices.DeleteFunc(strings.Fields(s), func(w string) bool { return w == "on" || w == "by" || w == "of" || w == "until" })
	fields = unsplit(fields)
	for _, read := range []func([]string) (Date, bool){r.named, r.away, r.numbers, r.month} {
		if d, ok := read(fields); ok {
			return d, true
		}
	}
	return Date{}, false
}

// unsplit takes the dot off "Sept." and the "th" off "27th".
func unsplit(fields []string) []string {
	for i, w := range fields {
		w = strings.TrimSuffix(w, ".")
		for _, ordinal := range []string{"st", "nd", "rd", "th"} {
			if n, ok := strings.CutSuffix(w, ordinal); ok && isNumber(n) {
				w = n
			}
		}
		fields[i] = w
	}
	return fields
}

func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// named reads today, tomorrow, yesterday, and next or last with a unit.
func (r reading) named(fields []string) (Date, bool) {
	switch strings.Join(fields, " ") {
	case "today", "now":
		return r.today, true
	case "tomorrow":
		return r.today.AddDays(1), true
	case "yesterday":
		return r.today.AddDays(-1), true
	}
	if len(fields) == 2 && fields[0] == "next" {
		return r.today.further(1, fields[1])
	}
	if len(fields) == 2 && fields[0] == "last" {
		return r.today.further(-1, fields[1])
	}
	return Date{}, false
}

var numberWords = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// away reads a distance: "in 6 months", "6 months", "two weeks ago". Without "in"
// or "ago" it is one to come, and where days are to be over it is none.
func (r reading) away(fields []string) (Date, bool) {
	text := strings.Join(fields, " ")
	text, in := strings.CutPrefix(text, "in ")
	text, fromNow := strings.CutSuffix(text, " from now")
	text, ago := strings.CutSuffix(text, " ago")
	count, unit, two := strings.Cut(text, " ")
	n, known := distance(count)
	switch {
	case !two || !known, ago && (in || fromNow), !r.ahead && !in && !fromNow && !ago:
		return Date{}, false
	case ago:
		n = -n
	}
	return r.today.further(n, unit)
}

// distance reads a number of units; more than a hundred years of days are none.
func distance(s string) (int, bool) {
	if s == "a" || s == "an" {
		return 1, true
	}
	if i := slices.Index(numberWords, s); i > 0 {
		return i, true
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && isNumber(s) && n <= 40_000
}

// further returns the day so many units later; false if the word is no unit.
func (d Date) further(n int, unit string) (Date, bool) {
	switch strings.TrimSuffix(unit, "s") {
	case "day":
		d = d.AddDays(n)
	case "week":
		d = d.AddDays(7 * n)
	case "month":
		d = d.AddMonths(n)
	case "year":
		d = d.AddMonths(12 * n)
	default:
		return Date{}, false
	}
	return exists(d.Year, int(d.Month), d.Day)
}

// numbers reads a day of numbers only.
func (r reading) numbers(fields []string) (Date, bool) {
	if len(fields) != 1 {
		return Date{}, false
	}
	for _, between := range []string{"-", "/", "."} {
		parts := strings.Split(fields[0], between)
		if len(parts) < 2 || len(parts) > 3 || slices.ContainsFunc(parts, func(p string) bool { return !isNumber(p) || len(p) > 4 }) {
			continue
		}
		n := make([]int, 3)
		for i, p := range parts {
			n[i], _ = strconv.Atoi(p)
		}
		switch {
		case len(parts[0]) == 4 && len(parts) == 3:
			return exists(n[0], n[1], n[2])
		case len(parts[0]) == 4:
			return r.ofMonth(n[0], n[1])
		case len(parts) == 2 && len(parts[1]) == 4:
			return r.ofMonth(n[1], n[0])
		}
		month, day := n[0], n[1]
		if between == "." || month > 12 {
			month, day = day, month
		}
		if len(parts) == 2 {
			return r.ofYear(month, day)
		}
		return exists(fullYear(parts[2], n[2]), month, day)
	}
	return Date{}, false
}

// fullYear returns 2027 for 27.
func fullYear(written string, n int) int {
	if len(written) == 2 {
		return 2000 + n
	}
	return n
}

// month reads a day with the name of its month, in any order: "May 27, 2027",
// "27 May 2027", "May 2027", "May 27".
func (r reading) month(fields []string) (Date, bool) {
	month, day, year := 0, 0, 0
	for _, w := range fields {
		n, err := strconv.Atoi(w)
		switch m := monthNamed(w); {
		case m != 0 && month == 0:
			month = m
		case err == nil && len(w) == 4 && year == 0:
			year = n
		case err == nil && len(w) <= 2 && isNumber(w) && day == 0:
			day = n
		default:
			return Date{}, false
		}
	}
	switch {
	case month == 0:
		return Date{}, false
	case day == 0 && year == 0:
		return Date{}, false
	case day == 0:
		return r.ofMonth(year, month)
	case year == 0:
		return r.ofYear(month, day)
	}
	return exists(year, month, day)
}

// monthNamed reads a month by three letters or more of its name; 0 if it is none.
func monthNamed(s string) int {
	if s == "sept" {
		return 9
	}
	for m := time.January; m <= time.December; m++ {
		if len(s) >= 3 && strings.HasPrefix(strings.ToLower(m.String()), s) {
			return int(m)
		}
	}
	return 0
}

// ofMonth is the day that a month stands for.
func (r reading) ofMonth(year, month int) (Date, bool) {
	first, ok := exists(year, month, 1)
	if !ok || !r.ahead {
		return first, ok
	}
	return first.AddMonths(1).AddDays(-1), true
}

// ofYear is the next or last day of that name. February 29 is found, too.
func (r reading) ofYear(month, day int) (Date, bool) {
	step := -1
	if r.ahead {
		step = 1
	}
	for i := range 9 {
		d, ok := exists(r.today.Year+step*i, month, day)
		if ok && (r.ahead && !r.today.After(d) || !r.ahead && !d.After(r.today)) {
			return d, true
		}
	}
	return Date{}, false
}

// exists returns the day if the calendar has it, in the years people plan in.
func exists(year, month, day int) (Date, bool) {
	d := Date{year, time.Month(month), day}
	return d, year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && DateOf(d.time()) == d
}
