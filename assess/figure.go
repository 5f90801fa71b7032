package assess

import (
	"fmt"
	"strconv"
	"strings"
)

// Figure is one number out of a scan file. The zero Figure says that the number
// is not in the file, which is never the same as 0.
type Figure struct {
	tenths int
	kind   figureKind
}

type figureKind int8

const (
	figureAbsent figureKind = iota
	figureExact
	figureLower
)

// Exactly is a figure that the file has.
func Exactly(n int) Figure { return Figure{n * 10, figureExact} }

// AtLeast is a figure of which the file may show only a part.
func AtLeast(n int) Figure { return Figure{n * 10, figureLower} }

// Tenths is a figure with one place behind the point, such as a median.
func Tenths(n int) Figure { return Figure{n, figureExact} }

// Known reports whether the figure is in the file.
func (f Figure) Known() bool { return f.kind != figureAbsent }

// AtLeast reports whether there may be more than the file shows.
func (f Figure) AtLeast() bool { return f.kind == figureLower }

// Reaches reports whether the figure is in the file and n or more.
func (f Figure) Reaches(n int) bool { return f.Known() && f.tenths >= n*10 }

// Within reports whether the figure is in the file and surely n or less.
func (f Figure) Within(n int) bool { return f.kind == figureExact && f.tenths <= n*10 }

// Number returns the figure as a file keeps it: 17, 17.5 or "5+" for at least 5;
// nothing if it is not in the file.
func (f Figure) Number() string {
	if !f.Known() {
		return ""
	}
	text := strconv.Itoa(f.tenths / 10)
	if rest := f.tenths % 10; rest != 0 {
		text += "." + strconv.Itoa(rest)
	}
	if f.AtLeast() {
		text += "+"
	}
	return text
}

// String returns the figure for people: "17.5", "at least 5", "not in this file".
func (f Figure) String() string {
	switch number, more := strings.CutSuffix(f.Number(), "+"); {
	case !f.Known():
		return "not in this file"
	case more:
		return "at least " + number
	default:
		return number
	}
}

// maxFigure keeps figures within what is read again.
const maxFigure = 1_000_000_000

// ParseFigure reads what [Figure.Number] returns.
func ParseFigure(s string) (Figure, error) {
	wrong := fmt.Errorf("figure %q: must be a number from 0 on such as 17, 17.5, or 5+ for at least 5", s)
	number, more := strings.CutSuffix(s, "+")
	whole, rest, point := strings.Cut(number, ".")
	n, err := strconv.Atoi(whole)
	if err != nil || n < 0 || n > maxFigure || strconv.Itoa(n) != whole {
		return Figure{}, wrong
	}
	f := Figure{n * 10, figureExact}
	if more {
		f.kind = figureLower
	}
	if point {
		if len(rest) != 1 || rest[0] < '1' || rest[0] > '9' {
			return Figure{}, wrong
		}
		f.tenths += int(rest[0] - '0')
	}
	return f, nil
}
