package listing

import (
	"encoding/csv"
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess/match"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/data"
	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

func listed(t testing.TB, ids ...string) List {
	t.Helper()
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	l := List{Library: lib, Steps: 10}
	for _, id := range ids {
		r, ok := lib.Resource(id)
		if !ok {
			t.Fatalf("no resource %s", id)
		}
		l.Found = append(l.Found, match.Matched{Resource: r, URL: r.URL, Reasons: []string{"the first rule", "the second"}})
	}
	return l
}

func drawListing(t testing.TB, format string, l List, opts doc.Options) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, format, l, opts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestListingAsText(t *testing.T) {
	l := listed(t, "cisa-kev", "health-isac")
	l.Steps, l.Explain = 1, true
	got := drawListing(t, "text", l, doc.Options{Width: 70})
	doctest.InOrder(t, got, "Known Exploited Vulnerabilities Catalog\n  cisa-kev · CISA · tool · free", "\n    1. ", "Seen in print, last dated",
		"Why here:\n    - the first rule\n    - the second\n", "health-isac ·", "partly free", "Why here:")
	_, second, _ := strings.Cut(got, "health-isac")
	if strings.Contains(second, "    1. ") {
		t.Error("the second is printed with its steps")
	}
	if strings.Contains(got, "\x1b") {
		t.Error("an escape code without links or color")
	}
}

// No line of words is wider than the terminal; an address stays whole.
func TestListingFitsTheWidth(t *testing.T) {
	l := listed(t, "cisa-phishing-guidance", "cisa-cyber-hygiene", "hicp-tv1", "ms-isac")
	l.Explain = true
	for _, width := range []int{40, 52, 80, 200} {
		for line := range strings.Lines(drawListing(t, "text", l, doc.Options{Width: width})) {
			line = strings.TrimSuffix(line, "\n")
			if words.Width(line) > width && !doctest.StaysWhole(line) {
				t.Errorf("%d: %d columns: %s", width, words.Width(line), line)
			}
		}
	}
}

var oscLink = regexp.MustCompile("\x1b\\]8;id=[0-9a-f]{8};(https:[!-~]*)\x1b\\\\([^\x1b]*)\x1b\\]8;;\x1b\\\\")

func TestListingWithLinks(t *testing.T) {
	l := listed(t, "cisa-cyber-hygiene", "hicp-five-threat-material")
	plain := drawListing(t, "text", l, doc.Options{Width: 44})
	l.Links = true
	linked := drawListing(t, "text", l, doc.Options{Width: 44})
	if diff := cmp.Diff(plain, oscLink.ReplaceAllString(linked, "$2")); diff != "" {
		t.Errorf("links change the text (-plain +linked):\n%s", diff)
	}
	links := oscLink.FindAllStringSubmatch(linked, -1)
	if len(links) < 4 || links[0][1] != l.Found[0].URL || links[0][2] != "Cyber Hygiene Services" {
		t.Errorf("links %q", links)
	}
}

// steering is what must not reach a terminal: every control character but the
// line feed, and what turns the reading direction around.
func steering(r rune) bool {
	return r != '\n' && unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == '\ufeff'
}

// hostileListing puts a text into every place of a resource, the address included.
func hostileListing(s string) List {
	other := &frameworks.Resource{ID: "a", Title: s}
	r := &frameworks.Resource{
		ID: "x", Title: s, Provider: s, Kind: "guidance", URL: s, Cost: "paid", Country: "us", Time: s, Gives: s, How: []string{s, s},
		Contact: s, CSF: []string{s}, Status: "paused", Seen: s, Note: s, Instead: s,
		Alternates: []frameworks.Alternate{{For: "small", URL: s}},
	}
	return List{
		Library: &frameworks.Library{Resources: []*frameworks.Resource{other, r}},
		Found: []match.Matched{
			{Resource: r, URL: s, Reasons: []string{s}},
			{Resource: r, URL: "https://example.org/" + s, Reasons: []string{s}},
			{Resource: r, URL: "javascript:alert(1)//" + s},
			{Resource: r, URL: "https:" + s},
		},
		Steps: 1, Explain: true,
	}
}

func TestHostileListing(t *testing.T) {
	doctest.OneGoroutine(t)
	addresses := []string{
		"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,<script>alert(1)</script>", "file:///etc/passwd", "http://evil.example/",
		"https://evil.example/\x1b\\\x1b]0;title\x07", "https://evil.example/\x1b]8;;https://other.example\x07", "https://evil.example/)[x](javascript:alert(1)",
		"https://evil.example/\" onclick=\"alert(1)", "https://evil.example/\n# heading", "mailto:a@b.example?subject=\x1b[31m", "tel:\u202e123",
	}
	for _, s := range append(addresses, doctest.Hostile...) {
		l := hostileListing(s)
		for _, links := range []bool{false, true} {
			l.Links = links
			text := drawListing(t, "text", l, doc.Options{Width: 60})
			if links {
				text = oscAny.ReplaceAllString(text, "$2")
			}
			if i := strings.IndexFunc(text, steering); i >= 0 {
				t.Errorf("%q, links %v: text has %q", s, links, text[i:min(len(text), i+12)])
			}
		}
		md := drawListing(t, "md", l, doc.Options{})
		if i := strings.IndexFunc(md, steering); i >= 0 {
			t.Errorf("%q: Markdown has %q", s, md[i:min(len(md), i+12)])
		}
		for _, m := range mdLink.FindAllStringSubmatch(bare(md), -1) {
			if target := m[1] + m[2]; doc.LinkTarget(strings.ReplaceAll(target, "&amp;", "&")) == "" && !strings.Contains(target, "@") {
				t.Errorf("%q: Markdown links to %q", s, target)
			}
		}
		if strings.Contains(md, "<script") || strings.Contains(md, "<img") {
			t.Errorf("%q: Markdown has a tag", s)
		}
		checkTable(t, s, drawListing(t, "csv", l, doc.Options{}))
		data := drawListing(t, "json", l, doc.Options{})
		if !json.Valid([]byte(data)) || strings.IndexFunc(data, steering) >= 0 {
			t.Errorf("%q: JSON is not clean", s)
		}
		for line := range strings.Lines(drawListing(t, "urls", l, doc.Options{})) {
			if !strings.HasPrefix(line, "https://") || strings.ContainsFunc(line, steering) || strings.Contains(strings.TrimSpace(line), " ") {
				t.Errorf("%q: urls has %q", s, line)
			}
		}
	}
}

var (
	oscAny = regexp.MustCompile("\x1b\\]8;id=[0-9a-f]{8};((?:https|mailto|tel):[!-~]*)\x1b\\\\([^\x1b]*)\x1b\\]8;;\x1b\\\\")
	mdLink = regexp.MustCompile(`[^\\]\]\(([^)]*)\)|(?m)^<([^>]*)>`)
)

func checkTable(t *testing.T, s, table string) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(table, data.ByteOrderMark))).ReadAll()
	if err != nil {
		t.Errorf("%q: %v", s, err)
	}
	for _, row := range rows {
		if len(row) != len(listingColumns) {
			t.Errorf("%q: %d cells", s, len(row))
		}
		for _, cell := range row {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") || strings.ContainsFunc(cell, steering) || strings.Contains(cell, "\n") {
				t.Errorf("%q: the cell %.60q", s, cell)
			}
		}
	}
}

func TestListingAsData(t *testing.T) {
	l := listed(t, "hicp-tv1", "cisa-kev")
	l.Found[0].URL += "#page=16"
	var got struct {
		Schema, Reviewed string
		Resources        []struct {
			ID, URL    string
			HICP       []int
			Sizes      []string
			Alternates []struct {
				For  string
				Page int
			}
			Reasons []string
		}
	}
	if err := json.Unmarshal([]byte(drawListing(t, "json", l, doc.Options{})), &got); err != nil {
		t.Fatal(err)
	}
	first := got.Resources[0]
	if got.Schema != listingSchema || got.Reviewed == "" || len(got.Resources) != 2 || first.ID != "hicp-tv1" || !strings.HasSuffix(first.URL, "#page=16") ||
		len(first.HICP) != 10 || len(first.Alternates) != 10 || first.Alternates[0].Page == 0 || len(first.Reasons) != 2 {
		t.Errorf("%+v", got)
	}
	empty := drawListing(t, "json", List{Library: l.Library}, doc.Options{})
	if !strings.Contains(empty, `"resources": []`) {
		t.Errorf("an empty list is %s", empty)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(drawListing(t, "csv", l, doc.Options{}), data.ByteOrderMark))).ReadAll()
	if err != nil || len(rows) != 3 || rows[1][0] != "hicp-tv1" || rows[0][4] != "address" {
		t.Errorf("%v, %v", rows, err)
	}
	want := "https://hhscyber.hhs.gov/Documents/HICP/tech-vol1-508.pdf\nhttps://www.cisa.gov/known-exploited-vulnerabilities-catalog\n"
	if diff := cmp.Diff(want, drawListing(t, "urls", l, doc.Options{})); diff != "" {
		t.Errorf("urls (-want +got):\n%s", diff)
	}
	if err := Write(&strings.Builder{}, "html", l, doc.Options{}); err == nil {
		t.Error("an unknown format is drawn")
	}
}

// bare takes away what mdText itself writes: the comment that parts addresses.
func bare(s string) string { return strings.ReplaceAll(s, "@<!-- -->", "@") }
