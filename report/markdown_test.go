package report

import (
	"html"
	"regexp"
	"strings"
	"testing"
)

// hostile are texts that try to be more than text.
var hostile = []string{
	"a | b || c \\| d \\\\| e",
	"`code` ``more`` ```fence",
	"[link](https://evil.example/) ![image](https://evil.example/x.png) [ref]: https://evil.example/",
	"<script>alert(1)</script> <img src=x onerror=alert(1)> <!-- open",
	"first\nsecond\r\nthird\u2028fourth\u0085fifth",
	"# heading #", "## heading {#id .class}", "- item", "+ item", "* item", "1. item", "12) item", "(a) item", "a. item",
	"> quote", "| a | b |", "---", "===", "% title", "::: div", ": definition", "    code", "\tcode",
	"\x1b[31mred\x1b[0m \x1b]8;;https://evil.example/\x07click\x1b]8;;\x07 \x9b31m",
	"\u202egnp.exe \u2066isolated\u2069 \u200e\u200f\ufeff",
	"&lt;script&gt; &#60; R&D AT&T; &amp",
	"https://evil.example/ http://evil.example www.evil.example WWW.evil.example ftp://evil.example",
	"someone@evil.example @everyone mailto:someone@evil.example [@cite]",
	"$x$ $$y$$ H~2~O x^2^ ~~gone~~ **bold** __bold__ *a* _b_ snake_case_name",
	"😀 👩‍⚕️ 🏥 日本語 עברית العربية e\u0301",
	"^[note] [^1] [^1]: note", "\\", "\\\\", "ends in \\", "", " ", "\x00", "\xff\xfe",
	"=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0",
	"*[HTML]: abbreviation", "@<!-- -->", "<https://evil.example/>", "![](x)",
	strings.Repeat("x", 10_000), strings.Repeat("word ", 2_000), strings.Repeat("|", 500),
}

// markup is what Markdown reads as more than text: a sign without a backslash.
var markup = regexp.MustCompile("(^|[^\\\\])(\\\\\\\\)*[`*_\\[\\]<>|~$^{}#]")

// bare takes away what mdText itself writes: the comment that parts addresses.
func bare(s string) string { return strings.ReplaceAll(s, "@<!-- -->", "@") }

func checkEscaped(t *testing.T, s string) {
	t.Helper()
	got := bare(mdText(s))
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
	if strings.Count(mdText(s), "@") != strings.Count(mdText(s), "@<!-- -->") {
		t.Errorf("%q: GitHub links %q", s, mdText(s))
	}
	if unescaped := html.UnescapeString(mdUnescape.ReplaceAllString(got, "$1")); unescaped != oneLine(s) && !strings.Contains(s, "<!-- -->") {
		t.Errorf("%q reads %q after drawing", oneLine(s), unescaped)
	}
}

var mdUnescape = regexp.MustCompile(`\\([[:punct:]])`)

func TestMarkdownEscapesHostileText(t *testing.T) {
	for _, s := range hostile {
		checkEscaped(t, s)
	}
}

func FuzzMarkdownText(f *testing.F) {
	for _, s := range hostile {
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
		if got := mdStart(c.in); got != c.want {
			t.Errorf("mdStart(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestMarkdownTablesKeepTheirCells(t *testing.T) {
	sign := regexp.MustCompile(`(^|[^\\])(\\\\)*\|`)
	for _, s := range hostile {
		table := Table{Columns: []Column{{s, 1, false}, {"b", 1, true}}, Rows: [][]Text{{Plain(s), {{Text: s, Bold: true}, {Text: s, URL: "https://example.org/|"}}}}}
		lines := strings.Split(strings.TrimSpace(draw(t, "md", &Document{Blocks: []Block{table}}, Options{})), "\n")
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
		in   Text
		want string
	}{
		{"spaces outside bold", Text{{Text: "a"}, {Text: " b ", Bold: true}, {Text: "c"}}, "a **b** c"},
		{"link", Text{{Text: "Guide", URL: "https://example.org/a"}, {Text: " (CISA)"}}, "[Guide](https://example.org/a) (CISA)"},
		{"address as its own text", Text{{Text: "https://example.org/a", URL: "https://example.org/a"}}, "<https://example.org/a>"},
		{"mailbox", Text{{Text: "a@example.org", URL: "mailto:a@example.org"}}, "<a@example.org>"},
		{"encoded", Text{{Text: "x", URL: "https://example.org/a b(c)|<d>?e=1&f=é"}}, "[x](https://example.org/a%20b%28c%29%7C%3Cd%3E?e=1&amp;f=%C3%A9)"},
		{"script", Text{{Text: "x", URL: "javascript:alert(1)"}}, "x"},
		{"http", Text{{Text: "x", URL: "http://example.org"}}, "x"},
		{"breaks out", Text{{Text: "x](https://evil.example/)", URL: "https://example.org/)[y](https://evil.example/"}}, "[x\\](https\\://evil.example/)](https://example.org/%29%5By%5D%28https://evil.example/)"},
		{"only spaces", Text{{Text: "a"}, {Text: " "}, {Text: "b"}}, "a b"},
		{"empty", nil, ""},
	} {
		if got := mdSpans(c.in); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestHostileTextInEveryPlace(t *testing.T) {
	for _, s := range hostile {
		span := Text{{Text: s}, {Text: s, URL: s, Bold: true}}
		d := &Document{
			Title: s, Subject: s, Period: s, Lines: []string{s}, Marking: s, Program: s, Date: "2026-09-30", Notice: s,
			Blocks: []Block{
				Heading{1, s}, Heading{2, s}, Heading{3, s}, Paragraph{span}, Note{span}, List{false, []Text{span}}, List{true, []Text{span}},
				Table{s, []Column{{s, 1, false}, {s, 1, true}}, [][]Text{{span, span}}},
				Bars{Caption: s, Rows: []Bar{{Label: s, Words: s, Detail: s}}}, Tiles{[]Tile{{s, s, s}}},
			},
		}
		for _, f := range formats {
			if f.Name == "pdf" {
				continue // pdfhostile_test.go draws these and looks inside
			}
			out := draw(t, f.Name, d, Options{Width: 60})
			for _, bad := range []string{"\x1b", "\x00", "\x9b", "\u202e", "\u2028", "\r", "\t", "<script", "<img"} {
				if strings.Contains(out, bad) && (f.Name == "md" || bad[0] != '<') {
					t.Errorf("%s: %q lets %q through", f.Name, s, bad)
				}
			}
		}
	}
}
