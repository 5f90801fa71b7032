package html

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/typeset"
)

func TestCSSString(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"TLP:RED", `"TLP\00003aRED"`},
		{`a"; } * { display: none`, `"a\000022\00003b \00007d \00002a \00007b display\00003a none"`},
		{"</style>", `"\00003c\00002fstyle\00003e"`},
		{"a\n\\b", `"a \00005cb"`},
		{"é 医 😀", `"\0000e9 \00533b \01f600"`},
		{"", `""`},
	} {
		if got := cssString(c.in); got != c.want {
			t.Errorf("%q: got %s, want %s", c.in, got, c.want)
		}
	}
}

// Every ink on every ground it stands on, in each of the page's schemes.
func TestHTMLContrast(t *testing.T) {
	schemes := regexp.MustCompile(`(?s):root \{(.*?)\}`).FindAllStringSubmatch(css, -1)
	if len(schemes) != 3 {
		t.Fatalf("%d schemes, want light, dark and print", len(schemes))
	}
	for i, scheme := range []string{"light", "dark", "print"} {
		colors := map[string]typeset.Ink{}
		for _, m := range regexp.MustCompile(`--([a-z]+): #([0-9a-f]{6})`).FindAllStringSubmatch(schemes[i][1], -1) {
			n, err := strconv.ParseUint(m[2], 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			colors[m[1]] = typeset.Ink{R: int(n >> 16), G: int(n >> 8 & 255), B: int(n & 255)}
		}
		for _, text := range []string{"ink", "soft", "head", "link", "draft"} {
			for _, ground := range []string{"paper", "pale"} {
				a, b := doctest.Luminance(colors[text]), doctest.Luminance(colors[ground])
				if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.1f to 1, want 4.5", scheme, text, ground, ratio)
				}
			}
		}
	}
}

func TestHTMLStyleHasEveryClassOfTheColumns(t *testing.T) {
	for percent := 5; percent <= 100; percent += 5 {
		if name := ".share-" + strconv.Itoa(percent) + " "; !strings.Contains(css, name) {
			t.Errorf("no rule for %s", name)
		}
	}
	for _, c := range []struct{ width, total, want int }{{1, 1, 100}, {0, 3, 35}, {1, 400, 5}, {3, 9, 35}, {1, 8, 10}} {
		if got := share(doc.Column{Width: c.width}, c.total); got != c.want {
			t.Errorf("%d of %d: share %d, want %d", c.width, c.total, got, c.want)
		}
	}
}
