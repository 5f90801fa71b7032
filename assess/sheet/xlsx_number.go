package sheet

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// format is how a number looks, as far as its meaning hangs on it.
type format int

const (
	general format = iota
	date
	percent
)

// readStyles finds out which styles show a number as a date or in percent.
func (w *workbook) readStyles(name string) error {
	if name == "" {
		return nil
	}
	var styles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := w.decode(name, &styles); err != nil {
		return err
	}
	own := map[int]format{}
	for _, f := range styles.Formats {
		own[f.ID] = formatOf(f.Code)
	}
	for _, c := range styles.Cells {
		f, ok := own[c.Format]
		if !ok {
			f = builtin(c.Format)
		}
		w.styles = append(w.styles, f)
	}
	return nil
}

// builtin is the look of the numbered formats that no file spells out.
func builtin(id int) format {
	switch {
	case id >= 14 && id <= 17, id == 22, id >= 27 && id <= 36, id >= 50 && id <= 58:
		return date
	case id == 9, id == 10:
		return percent
	}
	return general
}

// formatOf reads a format such as "yyyy-mm-dd" or "0.0%". Text in quotes, in
// brackets and behind a backslash is shown as it is and says nothing.
func formatOf(code string) format {
	code, _, _ = strings.Cut(strings.ToLower(code), ";")
	var b strings.Builder
	quoted, bracket := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\':
			i++
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case !bracket:
			b.WriteByte(c)
		}
	}
	plain := strings.ReplaceAll(b.String(), "general", "")
	switch {
	case strings.ContainsAny(plain, "yd"):
		return date
	case strings.Contains(plain, "%"):
		return percent
	}
	return general
}

// number returns a number as its style shows it: a day as 2026-09-14, a share in
// percent, anything else without the noise of binary fractions.
func (w *workbook) number(value string, style int) string {
	value = strings.TrimSpace(value)
	n, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return tidy(value)
	}
	look := general
	if style >= 0 && style < len(w.styles) {
		look = w.styles[style]
	}
	switch {
	case look == date && n >= 1 && n < 2_958_466: // 31 December 9999
		return w.day(n).Format(time.DateOnly)
	case look == percent:
		return plain(n*100) + "%"
	}
	return plain(n)
}

// day returns the day of a serial number. Excel's calendar has a 29 February
// 1900 that never was; numbers from March 1900 on are counted from 30 December
// 1899.
func (w *workbook) day(n float64) time.Time {
	first := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	if w.base {
		first = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	return first.AddDate(0, 0, int(n))
}

// plain prints a number with at most 10 digits behind the point, none of them idle.
func plain(n float64) string {
	s := strconv.FormatFloat(n, 'f', 10, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}
