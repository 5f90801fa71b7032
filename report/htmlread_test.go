package report

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// htmlRead is what a page holds, read by a strict parser that is not ours.
type htmlRead struct {
	texts    map[string]*strings.Builder // by element, what stands inside of it
	all      strings.Builder
	headings []string // "h1", in order
	links    []string
	ids      map[string]bool
}

func (p *htmlRead) inside(element string) string {
	if b := p.texts[element]; b != nil {
		return b.String()
	}
	return ""
}

// told is the text of the report: without the drawings, whose tables say the
// same, and without what only helps to move about.
func (p *htmlRead) told() string { return p.all.String() }

// What a page may be made of; anything else came out of a text.
var (
	htmlElements = strings.Fields(`html head meta title style body a header main footer nav p span img strong h1 h2 h3 h4 h5 h6
		ul ol li dl div dt dd hr figure figcaption details summary table caption colgroup col thead tbody tr th td
		svg g path circle rect line polyline text tspan desc title`)
	htmlAttributes = strings.Fields(`lang charset http-equiv content name class id href rel role tabindex scope dir aria-label aria-labelledby aria-hidden alt src
		viewBox width height d x y x1 y1 x2 y2 cx cy r rx ry points transform text-anchor font-size font-weight stroke-width stroke-dasharray stroke-linejoin stroke-linecap dy dx fill stroke preserveAspectRatio`)
	htmlMeta   = []string{"viewport", "color-scheme", "referrer", "generator"}
	htmlTarget = regexp.MustCompile(`^(https://|mailto:|tel:|#)`)
)

// readHTML reads a page and fails if it is not well-formed or holds an element,
// an attribute, an address or a second id that no page may hold.
func readHTML(t testing.TB, out string) *htmlRead {
	t.Helper()
	p := &htmlRead{texts: map[string]*strings.Builder{}, ids: map[string]bool{}}
	dec := xml.NewDecoder(strings.NewReader(out))
	var open []string
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return p
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%.2000s", err, out)
		}
		switch token := token.(type) {
		case xml.StartElement:
			open = append(open, token.Name.Local)
			p.element(t, token)
		case xml.EndElement:
			open = open[:len(open)-1]
			p.all.WriteByte(' ')
		case xml.CharData:
			p.text(open, string(token))
		case xml.Comment, xml.ProcInst:
			t.Errorf("%T %.80q: no page has one", token, token)
		}
	}
}

func (p *htmlRead) element(t testing.TB, e xml.StartElement) {
	t.Helper()
	name := e.Name.Local
	if !slices.Contains(htmlElements, name) {
		t.Errorf("element %q: no page has one", name)
	}
	if len(name) == 2 && name[0] == 'h' && name[1] <= '6' {
		p.headings = append(p.headings, name)
	}
	for _, a := range e.Attr {
		switch attr := a.Name.Local; {
		case !slices.Contains(htmlAttributes, attr):
			t.Errorf("attribute %s=%.80q of %s: no page has one", attr, a.Value, name)
		case attr == "id":
			if p.ids[a.Value] {
				t.Errorf("id %q stands twice", a.Value)
			}
			p.ids[a.Value] = true
		case attr == "href":
			p.links = append(p.links, a.Value)
			if !htmlTarget.MatchString(a.Value) {
				t.Errorf("link to %.80q", a.Value)
			}
		case attr == "src" && !strings.HasPrefix(a.Value, "data:image/png;base64,"):
			t.Errorf("picture from %.80q", a.Value)
		case attr == "name" && !slices.Contains(htmlMeta, a.Value), attr == "http-equiv" && a.Value != "Content-Security-Policy":
			t.Errorf("meta %s: no page has one", a.Value)
		}
	}
}

func (p *htmlRead) text(open []string, s string) {
	for _, name := range slices.Compact(slices.Sorted(slices.Values(open))) {
		if p.texts[name] == nil {
			p.texts[name] = &strings.Builder{}
		}
		p.texts[name].WriteString(s)
	}
	for _, name := range []string{"head", "svg", "summary"} {
		if slices.Contains(open, name) {
			return
		}
	}
	if strings.TrimSpace(s) != "Skip to the report" {
		p.all.WriteString(s)
	}
}

func TestHTMLHostileText(t *testing.T) {
	oneGoroutine(t)
	plain := readHTML(t, draw(t, "html", everywhere("plain"), Options{}))
	for _, s := range hostile {
		for _, d := range []*Document{everywhere(s), compact(everywhere(s))} {
			page := readHTML(t, draw(t, "html", d, Options{}))
			if said := htmlClean(s); said != "" && !strings.Contains(page.inside("td"), said) {
				t.Errorf("%.60q: the words %.60q are not there", s, said)
			}
			if !d.Compact && htmlClean(s) != "" && len(page.links) != len(plain.links) {
				t.Errorf("%.60q: %d links, want %d", s, len(page.links), len(plain.links))
			}
		}
	}
}

func htmlClean(s string) string { return strings.Map(character, oneLine(s)) }

func compact(d *Document) *Document {
	d.Compact = true
	return d
}

func FuzzHTML(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { readHTML(t, draw(t, "html", everywhere(s), Options{})) })
}
