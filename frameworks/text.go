package frameworks

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// The longest texts. A title must fit into a table, a wording on one line of a
// form at 80 columns, the rest on a screen of 24 lines together.
const (
	maxTitleWords    = 6
	maxQuestionWords = 25
	maxWhy           = 200 // characters, like those that follow
	maxHelp          = 400
	maxWording       = 64
	maxLookFor       = 70
	maxFirstStep     = 220
	maxTime          = 60
	maxLine          = 400 // any other text
)

// line reads a text of one line that is not empty, has no spaces around it, is
// at most that many characters long and can be drawn in a report.
func line(n strictyaml.Node, name string, longest int) string {
	if !n.Present() {
		return ""
	}
	s := n.Text()
	if n.Checked() {
		return s
	}
	length := utf8.RuneCountInString(s)
	switch {
	case strings.TrimSpace(s) == "":
		n.Errorf("%s: is empty", name)
	case strings.ContainsAny(s, "\n\t"):
		n.Errorf("%s: must be one line without tabs", name)
	case s != strings.TrimSpace(s):
		n.Errorf("%s: has spaces at its start or end", name)
	case length > longest:
		n.Errorf("%s: has %d characters; at most %d fit", name, length, longest)
	}
	if r, bad := undrawable(s); bad {
		n.Errorf("%s: the font of the report has no character U+%04X; write it another way", name, r)
	}
	return s
}

// fewWords is [line] with a limit on the number of words.
func fewWords(n strictyaml.Node, name string, most int) string {
	s := line(n, name, maxLine)
	if n.Checked() {
		return s
	}
	if count := len(strings.Fields(s)); count > most {
		n.Errorf("%s: has %d words; at most %d fit", name, count, most)
	}
	return s
}

// lines reads a list of texts with at least one item; each text once.
func lines(n strictyaml.Node, name string, longest int) []string {
	items := n.Items()
	if items != nil && len(items) == 0 {
		n.Errorf("%s: must have at least one item", name)
	}
	var texts []string
	for _, item := range items {
		s := line(item, name, longest)
		if !item.Checked() && slices.Contains(texts, s) {
			item.Errorf("%s: %q is there twice", name, s)
		}
		texts = append(texts, s)
	}
	return texts
}

// drawable are the characters of Liberation Sans, regular and bold, that our
// texts may use: Latin with its accents, the usual punctuation, a few symbols.
// The font has more; it has neither check marks nor emoji.
var drawable = [][2]rune{
	{'\n', '\n'}, {' ', '~'}, {0xA0, 0x24F}, {0x1E00, 0x1E9B}, {0x1EA0, 0x1EF9},
	{0x2010, 0x2010}, {0x2012, 0x2015}, {0x2018, 0x201E}, {0x2020, 0x2022}, {0x2026, 0x2026},
	{0x2030, 0x2030}, {0x2032, 0x2033}, {0x2039, 0x203A}, {0x20AC, 0x20AC}, {0x2122, 0x2122},
	{0x2190, 0x2193}, {0x2212, 0x2212}, {0x2248, 0x2248}, {0x2260, 0x2260}, {0x2264, 0x2265},
	{0x25A0, 0x25A1}, {0x25B2, 0x25B2}, {0x25BC, 0x25BC}, {0x25CB, 0x25CB}, {0x25CF, 0x25CF},
}

// Drawable returns the text without the characters that a report cannot draw, for
// texts that come from elsewhere.
func Drawable(s string) string {
	return strings.Map(func(r rune) rune {
		if _, bad := undrawable(string(r)); bad {
			return -1
		}
		return r
	}, s)
}

// undrawable returns the first character the PDF font cannot draw. The soft
// hyphen is one: it is drawn as a hyphen in the middle of a line.
func undrawable(s string) (rune, bool) {
next:
	for _, r := range s {
		if r >= ' ' && r <= '~' {
			continue
		}
		for _, span := range drawable {
			if r >= span[0] && r <= span[1] && r != 0xAD {
				continue next
			}
		}
		return r, true
	}
	return 0, false
}

var (
	keyForm         = words.Pattern(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	frameworkForm   = words.Pattern(`^[a-z][a-z0-9]*([.-][a-z0-9]+)*$`)
	requirementForm = words.Pattern(`^[A-Za-z0-9][A-Za-z0-9.()/_-]*$`)
	dayForm         = words.Pattern(`^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`)
	mailForm        = words.Pattern(`^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$`)
	phoneForm       = words.Pattern(`^\+?[0-9][0-9 ()-]{2,20}$`)
	seenForm        = words.Pattern(`^([0-9]{4}(-[0-9]{2}){0,2}|undated)$`)
)

// longestName is the longest key or id.
const longestName = 40

// named returns a reader of keys and ids of the given form, described in words.
func named(kind string, form func() *regexp.Regexp, description string) func(string) (string, error) {
	return func(s string) (string, error) {
		if len(s) > longestName || !form().MatchString(s) {
			return "", fmt.Errorf("%s %q: must be %s, at most %d characters", kind, s, description, longestName)
		}
		return s, nil
	}
}

// oneOf returns a reader of a word out of a short list.
func oneOf(kind string, words ...string) func(string) (string, error) {
	return func(s string) (string, error) {
		for _, w := range words {
			if s == w {
				return s, nil
			}
		}
		return "", fmt.Errorf("%s %q: %s", kind, s, strictyaml.Suggest(s, words))
	}
}

// day reads a date as 2026-11-24.
func day(s string) (string, error) {
	if !dayForm().MatchString(s) {
		return "", fmt.Errorf("date %q: must be written like 2026-11-24", s)
	}
	return s, nil
}

// address reads a link. Links are printed, and a reader clicks on them: only
// web pages over https, mail and telephone are let through.
func address(s string) (string, error) {
	u, err := url.Parse(s)
	if err != nil || strings.ContainsFunc(s, notInAddress) {
		return "", fmt.Errorf("address %q: is not a valid link", s)
	}
	switch u.Scheme {
	case "https":
		if u.Hostname() == "" || u.User != nil {
			return "", fmt.Errorf("address %q: must be https:// and a host name", s)
		}
	case "mailto", "tel":
		if u.Opaque == "" {
			return "", fmt.Errorf("address %q: nothing follows %q", s, u.Scheme+":")
		}
	default:
		return "", fmt.Errorf("address %q: must be an https://, mailto: or tel: address", s)
	}
	return s, nil
}

func notInAddress(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune("<>\"\\^`{|}", r) }

// sizes reads a list of distinct sizes; empty if the list is absent.
func sizes(n strictyaml.Node) []Size {
	var list []Size
	for _, item := range n.Items() {
		size := strictyaml.Word(item, ParseSize)
		for _, other := range list {
			if size == other && size != 0 {
				item.Errorf("size %q is there twice", size)
			}
		}
		list = append(list, size)
	}
	return list
}
