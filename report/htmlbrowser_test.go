package report

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/incident"
)

// The accessibility rules of axe-core (https://github.com/dequelabs/axe-core),
// its best practices too, in Chromium.
func TestHTMLInABrowser(t *testing.T) {
	doctest.Long(t)
	chromium := browser(t)
	axe := os.Getenv("HYGEIA_AXE")
	if axe == "" {
		t.Skip("HYGEIA_AXE does not name a copy of axe.min.js; package htmltest checks what needs no browser")
	}
	rules, err := os.ReadFile(axe)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		d    *doc.Document
		look look
	}{
		{"board light", Board(creek(t)), look{width: 1000}},
		{"board narrow", Board(creek(t)), look{width: narrow, open: true}},
		{"every block dark", oneOfEach(t), look{width: 1000, dark: true, open: true}},
		{"full", Full(lakeside(t)), look{width: 1200, open: true}},
		{"incident narrow", incident.Page(everyEmergency(t)["three numbers"]), look{width: narrow}},
	} {
		t.Run(c.name, func(t *testing.T) {
			saw := c.look.at(t, chromium, string(rules), draw(t, "html", c.d, doc.Options{}))
			t.Logf("axe-core %s: %d rules passed, %d do not apply, %d places need a person", saw.Version, saw.Passes, saw.Inapplicable, len(saw.Incomplete))
			if saw.Passes == 0 || saw.Dark != c.look.dark || saw.Width != c.look.width {
				t.Errorf("%d rules passed at a width of %d (dark: %v): that is not what was to be looked at", saw.Passes, saw.Width, saw.Dark)
			}
			found := saw.Violations
			if c.look.width > narrow { // in a narrow window axe cannot judge what is to be scrolled to
				found = append(found, saw.Incomplete...)
			}
			for _, f := range found {
				t.Error(f)
			}
			if saw.Needs > c.look.width {
				t.Errorf("the page is %d pixels wide in a window of %d", saw.Needs, c.look.width)
			}
		})
	}
}

// narrow is the width in pixels at which a page must still fit (WCAG 2.2, 1.4.10).
const narrow = 320

// look says how a page is looked at.
type look struct {
	width int
	dark  bool
	open  bool // with every chart's table unfolded
}

// sight is what was seen.
type sight struct {
	Version                string
	Passes, Inapplicable   int
	Violations, Incomplete []string
	Dark                   bool
	Width, Needs           int
}

// at shows a page in a frame of the wanted width, without its policy, which
// would refuse the rules, and returns what they found.
func (l look) at(t *testing.T, chromium, rules, page string) sight {
	t.Helper()
	page = regexp.MustCompile(`<meta http-equiv=[^>]*>`).ReplaceAllString(page, "")
	if l.open {
		page = strings.ReplaceAll(page, "<details>", "<details open>")
	}
	page = strings.Replace(page, "</head>", "<script>"+rules+"</script></head>", 1)
	const script = `<script>
const frame = document.querySelector("iframe");
frame.addEventListener("load", async () => {
	const inside = frame.contentWindow, root = inside.document.documentElement;
	// Of the words of a drawing axe cannot tell the ground; charts have a contrast test of their own.
	const say = found => found.flatMap(r => r.nodes.filter(n => !n.html.startsWith("<text")).map(n => r.id + ": " + r.help + ": " + n.html.slice(0, 300) + " " + n.any.concat(n.all, n.none).map(c => c.message).join("; ")));
	const r = await inside.axe.run(root);
	document.querySelector("pre").textContent = JSON.stringify({
		Version: inside.axe.version, Passes: r.passes.length, Inapplicable: r.inapplicable.length, Violations: say(r.violations), Incomplete: say(r.incomplete),
		Dark: inside.matchMedia("(prefers-color-scheme: dark)").matches, Width: inside.innerWidth, Needs: root.scrollWidth,
	});
});
</script>`
	harness := fmt.Sprintf(`<!DOCTYPE html><html><meta charset="utf-8"><body><pre></pre><iframe style="width:%dpx;height:2000px;border:0" srcdoc="%s"></iframe>%s`,
		l.width, html.EscapeString(page), script)
	dom := dump(t, chromium, harness, l.dark)
	var saw sight
	if err := json.Unmarshal([]byte(html.UnescapeString(between(dom, "<pre>", "</pre>"))), &saw); err != nil {
		t.Fatalf("the browser found nothing to say: %v\n%.500s", err, dom)
	}
	return saw
}

// dump opens a page and returns what it has become after its scripts ran.
func dump(t *testing.T, chromium, page string, dark bool) string {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "page.html")
	if err := os.WriteFile(file, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	scheme := map[bool]string{true: "0", false: "1"}[dark]
	cmd := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
		"--blink-settings=preferredColorScheme="+scheme, "--user-data-dir="+filepath.Join(dir, "profile"),
		"--virtual-time-budget=20000", "--dump-dom", "file://"+filepath.ToSlash(file))
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", chromium, err)
	}
	return string(out)
}

// browser returns the path of a Chromium, and skips the test without one.
func browser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("neither chromium nor google-chrome is installed here")
	return ""
}

// oneOfEach is a document with a block of each kind.
func oneOfEach(t testing.TB) *doc.Document {
	d := doctest.SampleDocument()
	d.Legal = "Peer review privileged"
	d.Logo = &doc.Logo{PNG: doctest.PNG(t, doctest.Sign(40, 20)), Width: 40, Height: 20}
	d.Blocks = nil
	for _, b := range doctest.EveryBlock {
		d.Blocks = append(d.Blocks, b.Block)
	}
	return d
}

func between(s, from, to string) string {
	_, s, _ = strings.Cut(s, from)
	s, _, _ = strings.Cut(s, to)
	return s
}
