package htmltest

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Page is what a page holds, read by a strict parser that is not ours.
type Page struct {
	texts    map[string]*strings.Builder // by element, what stands inside of it
	all      strings.Builder
	Headings []string // "h1", in order
	Links    []string
	IDs      map[string]bool
}

// Inside is the text inside of all elements of a name.
func (p *Page) Inside(element string) string {
	if b := p.texts[element]; b != nil {
		return b.String()
	}
	return ""
}

// Told is the text of the report: without the drawings, whose tables say the
// same, and without what only helps to move about.
func (p *Page) Told() string { return p.all.String() }

// What a page may be made of; anything else came out of a text.
var (
	elements = strings.Fields(`html head meta title style body a header main footer nav p span img strong h1 h2 h3 h4 h5 h6
		ul ol li dl div dt dd hr figure figcaption details summary table caption colgroup col thead tbody tr th td
		svg g path circle rect line polyline text tspan desc title`)
	attributes = strings.Fields(`lang charset http-equiv content name class id href rel role tabindex scope dir data-label aria-label aria-labelledby aria-hidden alt src
		viewBox width height d x y x1 y1 x2 y2 cx cy r rx ry points transform text-anchor textLength lengthAdjust font-size font-weight stroke-width stroke-dasharray stroke-linejoin stroke-linecap dy dx fill stroke preserveAspectRatio`)
	metaNames = []string{"viewport", "color-scheme", "referrer", "generator"}
	targets   = regexp.MustCompile(`^(https://|mailto:|tel:|#)`)
)

// Read reads a page and fails if it is not well-formed or holds an element,
// an attribute, an address or a second id that no page may hold.
func Read(t testing.TB, out string) *Page {
	t.Helper()
	p := &Page{texts: map[string]*strings.Builder{}, IDs: map[string]bool{}}
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
			open = append(open, nameOf(token))
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

// top is the list of chapters below the title, which other formats leave to their reader.
const top = "In this report"

// nameOf is the name of an element; that list has its own.
func nameOf(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Value == top && e.Name.Local == "nav" {
			return top
		}
	}
	return e.Name.Local
}

func (p *Page) element(t testing.TB, e xml.StartElement) {
	t.Helper()
	name := e.Name.Local
	if !slices.Contains(elements, name) {
		t.Errorf("element %q: no page has one", name)
	}
	if len(name) == 2 && name[0] == 'h' && name[1] <= '6' {
		p.Headings = append(p.Headings, name)
	}
	for _, a := range e.Attr {
		switch attr := a.Name.Local; {
		case !slices.Contains(attributes, attr):
			t.Errorf("attribute %s=%.80q of %s: no page has one", attr, a.Value, name)
		case attr == "id":
			if p.IDs[a.Value] {
				t.Errorf("id %q stands twice", a.Value)
			}
			p.IDs[a.Value] = true
		case attr == "href":
			p.Links = append(p.Links, a.Value)
			if !targets.MatchString(a.Value) {
				t.Errorf("link to %.80q", a.Value)
			}
		case attr == "src" && !strings.HasPrefix(a.Value, "data:image/png;base64,"):
			t.Errorf("picture from %.80q", a.Value)
		case attr == "name" && !slices.Contains(metaNames, a.Value), attr == "http-equiv" && a.Value != "Content-Security-Policy":
			t.Errorf("meta %s: no page has one", a.Value)
		}
	}
}

func (p *Page) text(open []string, s string) {
	for _, name := range slices.Compact(slices.Sorted(slices.Values(open))) {
		if p.texts[name] == nil {
			p.texts[name] = &strings.Builder{}
		}
		p.texts[name].WriteString(s)
	}
	for _, name := range []string{"head", "svg", "summary", top} {
		if slices.Contains(open, name) {
			return
		}
	}
	if strings.TrimSpace(s) != "Skip to the report" {
		p.all.WriteString(s)
	}
}
