package html

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/html/htmltest"
)

func TestHTMLPolicyAllowsItsOwnStyleOnly(t *testing.T) {
	for _, d := range []*doc.Document{doctest.SampleDocument(), {}, doctest.Everywhere(`"</style><script>alert(1)</script>`)} {
		out := draw(t, d, doc.Options{})
		style := between(out, "<style>", "</style>")
		sum := sha256.Sum256([]byte(style))
		want := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; img-src data:; base-uri 'none'; form-action 'none'"
		if got := between(out, `http-equiv="Content-Security-Policy" content="`, `"`); got != want {
			t.Errorf("policy %q, want %q", got, want)
		}
		for _, asks := range []string{"url(", "@import", "http:", "src="} {
			if strings.Contains(style, asks) {
				t.Errorf("the style sheet says %q", asks)
			}
		}
	}
}

func between(s, from, to string) string {
	_, s, _ = strings.Cut(s, from)
	s, _, _ = strings.Cut(s, to)
	return s
}

func TestHTMLMarksBothEndsAndPrintedPages(t *testing.T) {
	d := doctest.SampleDocument()
	d.Legal = `Peer review "privileged"`
	page := htmltest.Read(t, draw(t, d, doc.Options{}))
	for _, end := range []string{"header", "footer"} {
		for _, want := range []string{d.Marking, "DRAFT", d.Legal} {
			if text := page.Inside(end); !strings.Contains(text, want) {
				t.Errorf("%s says %q, want %q in it", end, text, want)
			}
		}
	}
	style := page.Inside("style")
	for _, want := range []string{
		`@top-left { content: "TLP\00003aAMBER\00002bSTRICT \0000b7 DRAFT" }`,
		`@bottom-left { content: "hygeia 1\00002e0\00002e0 \0000b7 Peer review \000022privileged\000022" }`,
	} {
		if !strings.Contains(style, want) {
			t.Errorf("printed pages lack %s", want)
		}
	}
}

func TestHTMLHeadingsSkipNoLevel(t *testing.T) {
	for _, c := range []struct {
		name   string
		levels []int
		want   string
	}{
		{"chapters", []int{1, 2, 3, 1, 2}, "h1 h2 h3 h4 h2 h3"},
		{"starts with a section", []int{2, 2, 3, 2}, "h1 h2 h2 h3 h2"},
		{"jumps", []int{1, 3, 3, 2}, "h1 h2 h3 h3 h3"},
		{"odd levels", []int{-1, 0, 9}, "h1 h2 h3 h4"},
	} {
		d := &doc.Document{Title: "T"}
		for _, l := range c.levels {
			d.Blocks = append(d.Blocks, doc.Heading{Level: l, Text: "A heading"})
		}
		if got := strings.Join(htmltest.Read(t, draw(t, d, doc.Options{})).Headings, " "); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestHTMLContentsLeadToTheirChapters(t *testing.T) {
	d := &doc.Document{Title: "T", Blocks: []doc.Block{
		doc.Contents{}, doc.Heading{Level: 1, Text: "Where we stand"}, doc.Heading{Level: 2, Text: "The plan"}, doc.Heading{Level: 1, Text: "The plan"}, doc.Heading{Level: 1, Text: "לוח & 医院"}, doc.Heading{Level: 1, Text: "!"}, doc.Heading{Level: 1, Text: ""},
	}}
	page := htmltest.Read(t, draw(t, d, doc.Options{}))
	want := []string{"#report", "#h-where-we-stand", "#h-the-plan-2", "#h-לוח-医院", "#h-"}
	if diff := cmp.Diff(want, page.Links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	for _, l := range page.Links {
		if !page.IDs[strings.TrimPrefix(l, "#")] {
			t.Errorf("%s leads nowhere", l)
		}
	}
	if text := draw(t, &doc.Document{Blocks: []doc.Block{doc.Contents{}}}, doc.Options{}); strings.Contains(text, "<nav") {
		t.Error("there is a list of contents without contents")
	}
}

// Below the title of a long report stand its chapters, up to the list they have of
// their own.
// Every script is kept as it was written; the browser finds its direction.
func TestHTMLKeepsScripts(t *testing.T) {
	for _, text := range []string{"בית חולים 12", "مستشفى", "北京医院", "Clinic 🏥 בית"} {
		out := draw(t, &doc.Document{Title: "T", Subject: text, Latin: "Beijing Hospital", Blocks: []doc.Block{doc.Paragraph{Text: doc.Plain(text)}}}, doc.Options{})
		page := htmltest.Read(t, out)
		if strings.Count(page.Told(), text) < 2 || strings.Contains(out, "Beijing") {
			t.Errorf("%q is not kept", text)
		}
		if right := strings.Contains(out, `<p dir="auto">`); right != strings.ContainsAny(text, "בم") {
			t.Errorf("%q: the browser finds its direction: %v", text, right)
		}
	}
}

func TestHTMLBeginsWithItsChapters(t *testing.T) {
	d := &doc.Document{Title: "T", Blocks: []doc.Block{
		doc.Heading{Level: 1, Text: "One"}, doc.Heading{Level: 2, Text: "Within"}, doc.Heading{Level: 1, Text: "Two"},
		doc.Heading{Level: 1, Text: "Annexes"}, doc.Contents{}, doc.Heading{Level: 1, Text: "Three"},
	}}
	page := htmltest.Read(t, draw(t, d, doc.Options{}))
	if diff := cmp.Diff([]string{"#report", "#h-one", "#h-two", "#h-annexes", "#h-three"}, page.Links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	d.Blocks = d.Blocks[2:3]
	if out := draw(t, d, doc.Options{}); strings.Contains(out, "<nav") {
		t.Error("a short report has a list of its chapters")
	}
}

func TestHTMLTables(t *testing.T) {
	table := doc.Table{Caption: "Scores", Columns: []doc.Column{{Title: "Area", Width: 3, Right: false}, {Title: "", Width: 1, Right: true}, {Title: "Why", Width: 5, Right: false}}, Rows: [][]doc.Text{
		doc.Row("Govern", "41", "a & b"), doc.Row("", "7", "c"), {doc.Plain("שלום")},
	}}
	got := between(draw(t, &doc.Document{Title: "T", Blocks: []doc.Block{table}}, doc.Options{}), "</h1>\n", "\n</main>")
	want := `<div class="scroll" role="group" tabindex="0" aria-labelledby="table-1">
<table role="table" aria-labelledby="table-1" class="columns-3">
<caption id="table-1">Scores</caption>
<colgroup><col class="share-35"/><col class="share-10"/><col class="share-55"/></colgroup>
<thead role="rowgroup"><tr role="row">
<th scope="col" role="columnheader">Area</th>
<td role="cell"></td>
<th scope="col" role="columnheader">Why</th>
</tr></thead>
<tbody role="rowgroup">
<tr role="row">
<th scope="row" role="rowheader">Govern</th>
<td role="cell" class="right">41</td>
<td role="cell" data-label="Why">a &amp; b</td>
</tr>
<tr role="row">
<td role="cell" data-label="Area">–</td>
<td role="cell" class="right">7</td>
<td role="cell" data-label="Why">c</td>
</tr>
<tr role="row">
<th scope="row" role="rowheader" dir="auto">שלום</th>
<td role="cell" class="right"></td>
<td role="cell" data-label="Why"></td>
</tr>
</tbody>
</table>
</div>`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestHTMLSpans(t *testing.T) {
	const rel = ` rel="noreferrer noopener"`
	for _, c := range []struct {
		name string
		in   doc.Text
		want string
	}{
		{"spaces outside", doc.Text{{Text: "a"}, {Text: " b ", Bold: true}, {Text: "c"}}, "a <strong>b</strong> c"},
		{"link", doc.Text{{Text: "Guide", URL: "https://example.org/a?b=1&c=2"}}, `<a href="https://example.org/a?b=1&amp;c=2"` + rel + ` class="named">Guide</a>`},
		{"address as its own text", doc.Text{{Text: "example.org/a", URL: "https://example.org/a"}}, `<a href="https://example.org/a"` + rel + `>example.org/a</a>`},
		{"mailbox", doc.Text{{Text: "a@example.org", URL: "mailto:a@example.org"}}, `<a href="mailto:a@example.org"` + rel + `>a@example.org</a>`},
		{"breaks out", doc.Text{{Text: "x", URL: `https://example.org/" onclick="x'`}}, `<a href="https://example.org/%22%20onclick=%22x&#39;"` + rel + ` class="named">x</a>`},
		{"script", doc.Text{{Text: "x", URL: "javascript:alert(1)"}}, "x"},
		{"data", doc.Text{{Text: "x", URL: "data:text/html,x"}}, "x"},
		{"http", doc.Text{{Text: "x", URL: "http://example.org"}}, "x"},
		{"kept together", doc.Plain("By Sept. 24, 2026, 2026-Q3; □ approve"), `By <span class="whole">Sept. 24, 2026</span>, <span class="whole">2026-Q3</span>; <span class="whole">□ approve</span>`},
		{"an address breaks", doc.Plain("https://example.org/2026-09-24"), "https://example.org/2026-09-24"},
		{"not a character", doc.Plain("a\ufffeb"), "ab"},
		{"empty", nil, ""},
	} {
		if got := spans(c.in); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestHTMLChartsHaveTheirTables(t *testing.T) {
	for _, c := range []struct {
		quarters, tables int
		caption          string
	}{{4, 1, "Over the quarters. A star means: " + doc.TurnedWords}, {20, 3, "Over the quarters"}} {
		out := draw(t, &doc.Document{Title: "T", Blocks: []doc.Block{doctest.SampleTrend(c.quarters, 2)}}, doc.Options{})
		page := htmltest.Read(t, out)
		if got := page.Inside("figcaption"); got != c.caption {
			t.Errorf("%d quarters: caption %q, want %q", c.quarters, got, c.caption)
		}
		if got := strings.Count(between(out, "<details>", "</details>"), "<table"); got != c.tables {
			t.Errorf("%d quarters: %d tables, want %d", c.quarters, got, c.tables)
		}
		if !strings.Contains(between(out, "<figure>", "<details>"), `role="img"`) {
			t.Errorf("%d quarters: no drawing stands before the table", c.quarters)
		}
	}
}

func TestHTMLTicksKeepTheirWords(t *testing.T) {
	out := draw(t, &doc.Document{Blocks: []doc.Block{doc.Ticks{Rows: []doc.Tick{{Mark: doc.TickMet, Label: "Mail", Words: "met", Detail: "x"}, {Mark: doc.TickNone, Label: "Keys", Words: "not asked", Detail: "x"}}}}}, doc.Options{})
	for _, want := range []string{tickPaths()[doc.TickMet] + "</svg> met</div></td>", tickPaths()[doc.TickNone] + "</svg> not asked</div></td>"} {
		if !strings.Contains(out, want) {
			t.Errorf("%s is missing in\n%s", want, out)
		}
	}
}

func TestHTMLLogoIsInTheFile(t *testing.T) {
	d := doctest.SampleDocument()
	if strings.Contains(draw(t, d, doc.Options{}), "<img") {
		t.Error("there is a picture without a logo")
	}
	logo, err := doc.ReadLogo("sign.png", doctest.PNG(t, doctest.Sign(40, 20)))
	if err != nil {
		t.Fatal(err)
	}
	d.Logo, d.Subject = logo, `North "Campus"`
	out := draw(t, d, doc.Options{})
	htmltest.Read(t, out)
	tag := between(out, "<img ", "/>")
	got, err := base64.StdEncoding.DecodeString(between(tag, ` src="data:image/png;base64,`, `"`))
	if err != nil || !bytes.Equal(got, logo.PNG) {
		t.Errorf("the picture is another one (error %v)", err)
	}
	if want := `class="logo" alt="Logo of North &#34;Campus&#34;" width="40" height="20" `; !strings.HasPrefix(tag, want) {
		t.Errorf("got %.100s, want %s", tag, want)
	}
}
