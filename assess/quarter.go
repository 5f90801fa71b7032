package assess

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"hygeia/frameworks/words"
)

// Quarter is a quarter of a calendar year, such as 2026-Q3. The zero Quarter
// is "no quarter".
type Quarter struct{ Year, N int }

// QuarterOf returns the quarter a moment falls in, in the moment's own time
// zone, as [DateOf] does for the day.
func QuarterOf(t time.Time) Quarter {
	return Quarter{t.Year(), (int(t.Month())-1)/3 + 1}
}

// ParseQuarter reads "2026-Q3", years 2000 to 2199. A small q and blanks around
// it do not matter.
func ParseQuarter(s string) (Quarter, error) {
	var q Quarter
	word := strings.ToUpper(strings.TrimSpace(s))
	if year, n, ok := strings.Cut(word, "-Q"); ok && len(year) == 4 && len(n) == 1 {
		q.Year, _ = strconv.Atoi(year)
		q.N, _ = strconv.Atoi(n)
		if q.Year >= 2000 && q.Year <= 2199 && q.N >= 1 && q.N <= 4 {
			return q, nil
		}
	}
	return Quarter{}, fmt.Errorf("period %q: must be a quarter like 2026-Q3", s)
}

// IsZero reports whether there is no quarter.
func (q Quarter) IsZero() bool { return q == Quarter{} }

// String returns "2026-Q3", and nothing for the zero Quarter.
func (q Quarter) String() string {
	if q.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-Q%d", q.Year, q.N)
}

// Since returns how many quarters q is after p; negative if it is before.
func (q Quarter) Since(p Quarter) int { return 4*(q.Year-p.Year) + q.N - p.N }

// Next returns the quarter after q.
func (q Quarter) Next() Quarter {
	if q.N == 4 {
		return Quarter{q.Year + 1, 1}
	}
	return Quarter{q.Year, q.N + 1}
}

// QuarterWord reads a quarter as a person types it: 2026-Q3, 2026q3, 2026 Q3,
// Q3-2026, 3Q26. Q3 alone is the last one that has begun on that day's quarter.
// Files are read with [ParseQuarter], which takes one way to write it only.
func QuarterWord(s string, today Quarter) (Quarter, error) {
	if q, err := ParseQuarter(s); err == nil {
		return q, nil
	}
	m := quarterWord().FindStringSubmatch(strings.ToUpper(strings.TrimSpace(s)))
	if m == nil {
		return ParseQuarter(s)
	}
	group := func(name string) string { return m[quarterWord().SubexpIndex(name)] }
	n, _ := strconv.Atoi(group("n1") + group("n2") + group("n3"))
	q := Quarter{Year: today.Year, N: n}
	switch year := group("year1") + group("year2") + group("year3"); {
	case len(year) == 2:
		return ParseQuarter("20" + year + "-Q" + strconv.Itoa(n))
	case year != "":
		return ParseQuarter(year + "-Q" + strconv.Itoa(n))
	case q.Since(today) > 0:
		q.Year--
	}
	return q, nil
}

// quarterWord is 2026Q3 and its like, Q3 2026 and its like, 3Q26.
var quarterWord = words.Pattern(`^(?:(?P<year1>\d{4})[-_/ ]?Q(?P<n1>[1-4])|Q(?P<n2>[1-4])(?:[-_/ ]?(?P<year2>\d{4}))?|(?P<n3>[1-4])Q[-_/ ]?(?P<year3>\d{4}|\d{2}))$`)
