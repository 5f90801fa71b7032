package markdown

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

// markup is what Markdown reads as more than text: a sign without a backslash.
var markup = regexp.MustCompile("(^|[^\\\\])(\\\\\\\\)*[`*_\\[\\]<>|~$^{}#]")

// bare takes away what mdText itself writes: the comment that parts addresses.
func bare(s string) string { return strings.ReplaceAll(s, "@<!-- -->", "@") }

func checkEscaped(t *testing.T, s string) {
	t.Helper()
	got := bare(escaped(s))
	if found := markup.FindString(got); found != "" {
		t.Errorf("%q: %q is markup in %q", s, found, got)
	}
	for _, bad := range []string{"\n", "\r", "\x1b", "\u202e", "://"} {
		if strings.Contains(strings.ReplaceAll(got, `\://`, ""), bad) {
			t.Errorf("%q: %q is left in %q", s, bad, got)
		}
	}
	if strings.Contains(strings.ToLower(got), "www.") {
		t.Errorf("%q: GitHub links %q", s, got)
	}
	if strings.Count(escaped(s), "@") != strings.Count(escaped(s), "@<!-- -->") {
		t.Errorf("%q: GitHub links %q", s, escaped(s))
	}
	if unescaped := html.UnescapeString(backslashed.ReplaceAllString(got, "$1")); unescaped != words.Line(s) && !strings.Contains(s, "<!-- -->") {
		t.Errorf("%q reads %q after drawing", words.Line(s), unescaped)
	}
}

var backslashed = regexp.MustCompile(`\\([[:punct:]])`)

func TestMarkdownEscapesHostileText(t *testing.T) {
	for _, s := range doctest.Hostile {
		checkEscaped(t, s)
	}
}

func FuzzMarkdownText(f *testing.F) {
	for _, s := range doctest.Hostile {
		f.Add(s)
	}
	f.Fuzz(checkEscaped)
}

func TestMarkdownStartOfLine(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"- item", `\- item`}, {"-12.5 points", `\-12.5 points`}, {"+ item", `\+ item`}, {"= rule", `\= rule`},
		{"1. item", `1\. item`}, {"12) item", `12\) item`}, {"3.5 of 7", "3.5 of 7"}, {"a. item", `a\. item`},
		{"iv. item", `iv\. item`}, {"Yes.", "Yes."}, {"Nothing fell.", "Nothing fell."}, {"(1) item", `(1\) item`}, {"% title", `\% title`}, {": definition", `\: definition`},
		{"# heading", `\# heading`}, {"plain - text", "plain - text"}, {"", ""},
	} {
		if got := atStart(c.in); got != c.want {
			t.Errorf("mdStart(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestMarkdownTablesKeepTheirCells(t *testing.T) {
	sign := regexp.MustCompile(`(^|[^\\])(\\\\)*\|`)
	for _, s := range doctest.Hostile {
		table := doc.Table{Columns: []doc.Column{{Title: s, Width: 1, Right: false}, {Title: "b", Width: 1, Right: true}}, Rows: [][]doc.Text{{doc.Plain(s), {{Text: s, Bold: true}, {Text: s, URL: "https://example.org/|"}}}}}
		lines := strings.Split(strings.TrimSpace(draw(t, &doc.Document{Blocks: []doc.Block{table}}, doc.Options{})), "\n")
		lines = lines[len(lines)-3:]
		for _, l := range lines {
			l = strings.TrimSuffix(strings.TrimPrefix(l, "| "), " |")
			if n := len(sign.FindAllString(l, -1)); n != 1 {
				t.Errorf("%q makes %d cells of 2: %q", s, n+1, l)
			}
		}
	}
}

func TestMarkdownSpans(t *testing.T) {
	for _, c := range []struct {
		name string
		in   doc.Text
		want string
	}{
		{"spaces outside bold", doc.Text{{Text: "a"}, {Text: " b ", Bold: true}, {Text: "c"}}, "a **b** c"},
		{"link", doc.Text{{Text: "Guide", URL: "https://example.org/a"}, {Text: " (CISA)"}}, "[Guide](https://example.org/a) (CISA)"},
		{"address as its own text", doc.Text{{Text: "https://example.org/a", URL: "https://example.org/a"}}, "<https://example.org/a>"},
		{"mailbox", doc.Text{{Text: "a@example.org", URL: "mailto:a@example.org"}}, "<a@example.org>"},
		{"encoded", doc.Text{{Text: "x", URL: "https://example.org/a b(c)|<d>?e=1&f=é"}}, "[x](https://example.org/a%20b%28c%29%7C%3Cd%3E?e=1&amp;f=%C3%A9)"},
		{"script", doc.Text{{Text: "x", URL: "javascript:alert(1)"}}, "x"},
		{"http", doc.Text{{Text: "x", URL: "http://example.org"}}, "x"},
		{"breaks out", doc.Text{{Text: "x](https://evil.example/)", URL: "https://example.org/)[y](https://evil.example/"}}, "[x\\](https\\://evil.example/)](https://example.org/%29%5By%5D%28https://evil.example/)"},
		{"only spaces", doc.Text{{Text: "a"}, {Text: " "}, {Text: "b"}}, "a b"},
		{"empty", nil, ""},
	} {
		if got := spans(c.in); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
