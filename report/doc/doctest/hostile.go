package doctest

import (
	"strings"

	"hygeia/report/doc"
)

// Hostile are texts that try to be more than text.
var Hostile = []string{
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

// Everywhere puts one text into every place of a document that takes a text.
func Everywhere(s string) *doc.Document {
	text := doc.Text{{Text: s}, {Text: s, Bold: true}, {Text: s, URL: "https://example.org/" + s[:min(len(s), 200)]}}
	return &doc.Document{
		Title: s, Subject: s, Period: s, Lines: []string{s, s}, Marking: s, Legal: s, Draft: true, Program: s, Notice: s,
		Blocks: []doc.Block{
			doc.Contents{},
			doc.Heading{Level: 1, Text: s}, doc.Heading{Level: 2, Text: s}, doc.Heading{Level: 3, Text: s}, doc.Heading{Level: 9, Text: s}, doc.Heading{Level: -1, Text: s},
			doc.Paragraph{Text: text}, doc.Note{Text: text}, doc.List{Ordered: false, Items: []doc.Text{text, nil}}, doc.List{Ordered: true, Items: []doc.Text{text, {}}},
			doc.Table{Caption: s, Columns: []doc.Column{{Title: s, Width: 1, Right: false}, {Title: s, Width: 0, Right: true}, {Title: s, Width: -4, Right: false}}, Rows: [][]doc.Text{{text, text, text}, {text}, nil, {text, text, text, text}}},
			doc.Bars{Caption: s, Rows: []doc.Bar{{Label: s, Words: s, Detail: s}, {Label: s, Value: 50, Scored: true, Words: s, Detail: s}}},
			doc.Tiles{Tiles: []doc.Tile{{Number: s, Label: s, Sub: s}, {Number: s, Label: s, Sub: s}}}, doc.PageBreak{},
			doc.Trend{Caption: s, Finding: s, Quarters: []string{s, s}, Lines: []doc.TrendLine{{Label: s, Points: []doc.TrendPoint{{Words: s}, {Value: 50, Known: true, Words: s}}}}},
			doc.Dumbbells{Caption: s, Finding: s, Before: s, Now: s, Rows: []doc.Dumbbell{{Label: s, From: 10, To: 90, Words: s}, {Label: s}}},
			doc.Strip{Caption: s, Finding: s, Columns: []string{s}, Rows: []doc.StripRow{{Label: s, Cells: []string{s}}}, Legend: []doc.StripKey{{Letter: s, Words: s, Shade: 2}}},
			doc.Ticks{Caption: s, Rows: []doc.Tick{{Mark: doc.TickMet, Label: s, Words: s, Detail: s}, {Mark: doc.TickNone, Label: s, Words: s, Detail: s}}},
		},
	}
}
