package assess

import (
	"fmt"
	"strconv"
	"time"
)

// Date is a calendar day without a clock or a zone. The zero Date is "no date".
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf returns the day of a moment in the moment's own time zone: of the
// clock on the wall where a person sits, if that is what the moment was read from.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads "2026-09-14" and refuses days that do not exist.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("date %q: must be a day like 2026-09-14", s)
	}
	return DateOf(t), nil
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// String returns "2026-09-14", and nothing for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	text := padded(make([]byte, 0, len(time.DateOnly)), d.Year, 1000)
	text = padded(append(text, '-'), int(d.Month), 10)
	return string(padded(append(text, '-'), d.Day, 10))
}

// monthNames are the months as American newspapers print them beside a day.
var monthNames = [...]string{
	time.January: "Jan.", time.February: "Feb.", time.March: "March", time.April: "April", time.May: "May", time.June: "June",
	time.July: "July", time.August: "Aug.", time.September: "Sept.", time.October: "Oct.", time.November: "Nov.", time.December: "Dec.",
}

// Long prints a day as people in the United States write it, "Dec. 15, 2026", and
// nothing for the zero Date. Data for scripts have [Date.String].
func (d Date) Long() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s %d, %d", monthNames[d.Month], d.Day, d.Year)
}

// padded appends a number with as many digits as the smallest has that needs no
// zero in front. Dates are written by the thousand when a quarter is saved.
func padded(text []byte, n, smallest int) []byte {
	for ; n < smallest && smallest > 1; smallest /= 10 {
		text = append(text, '0')
	}
	return strconv.AppendInt(text, int64(n), 10)
}

func (d Date) time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// After reports whether d is a later day than e.
func (d Date) After(e Date) bool { return d.time().After(e.time()) }

// DaysSince returns the number of days from e to d; negative if d is earlier.
func (d Date) DaysSince(e Date) int { return int(d.time().Sub(e.time()).Hours() / 24) }

// AddDays returns the day so many days later, earlier for a number below 0. The
// zero Date stays zero.
func (d Date) AddDays(days int) Date {
	if d.IsZero() {
		return d
	}
	return DateOf(d.time().AddDate(0, 0, days))
}

// NextYear returns the same day a year later; 29 February becomes 28 February.
func (d Date) NextYear() Date {
	next := Date{d.Year + 1, d.Month, d.Day}
	if d.Month == time.February && d.Day == 29 {
		next.Day = 28
	}
	return next
}

// Quarter returns the quarter a day falls in; the zero Quarter for the zero Date.
func (d Date) Quarter() Quarter {
	if d.IsZero() {
		return Quarter{}
	}
	return Quarter{d.Year, (int(d.Month)-1)/3 + 1}
}

// AddMonths returns the same day so many months later, or the last day of that
// month where it is shorter: 31 August and one month is 30 September. The zero
// Date stays zero.
func (d Date) AddMonths(months int) Date {
	if d.IsZero() {
		return d
	}
	first := time.Date(d.Year, d.Month, 1, 0, 0, 0, 0, time.UTC).AddDate(0, months, 0)
	last := first.AddDate(0, 1, -1)
	return Date{first.Year(), first.Month(), min(d.Day, last.Day())}
}
