package oscal

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/frameworks/words"
)

// Catalog is what a file says, in the form frameworks have here.
type Catalog struct {
	Title, Version, Publisher string
	URL                       string // "" where the file names none with https
	Published                 string // day, "" if not said
	OSCAL                     string // version of the language, without a leading v

	Sections  []Section
	Withdrawn []Withdrawn
	Unmarked  bool // withdrawn ones were told by what they lack, not by a mark
	Redrawn   int  // texts with characters a report cannot draw, left out
}

// Section is a family of controls, or a function of the CSF.
type Section struct {
	ID, Title string
	Groups    []Group
}

// Group is a level between; one without an id where the file has none.
type Group struct {
	ID, Title string
	Controls  []Control
}

// Control is one thing that is required.
type Control struct {
	ID    string // as the publisher prints it
	Title string // its title, or what it requires where it has none
	Says  string // what it requires, "" where the file does not say
}

// Withdrawn is an id the publisher took back, and where its content went as far
// as that is still in the catalog.
type Withdrawn struct {
	ID string
	To []string
}

// Count is the number of controls.
func (c *Catalog) Count() int {
	n := 0
	for _, s := range c.Sections {
		for _, g := range s.Groups {
			n += len(g.Controls)
		}
	}
	return n
}

// reader holds what is known of the whole file while it is read.
type reader struct {
	name      string
	out       *Catalog
	params    map[string]param
	sections  []string          // classes of controls that are headings
	labels    map[string]string // what is printed for an id
	examples  bool              // subcategories have examples, and nothing is marked as withdrawn
	redrawn   int
	withdrawn []control
}

// headings are the classes of controls that hold others and ask nothing themselves.
var headings = []string{"function", "category", "family", "domain", "section", "chapter", "class", "area"}

// Read reads a catalog. The name stands in front of errors. Classes name further
// kinds of controls that are only headings.
func Read(name string, data []byte, classes ...string) (*Catalog, error) {
	c, err := decode(name, data)
	if err != nil {
		return nil, err
	}
	r := &reader{name: name, params: map[string]param{}, labels: map[string]string{}, sections: append(slices.Clone(headings), classes...), out: &Catalog{
		Title: words.Line(c.Metadata.Title), Version: words.Line(c.Metadata.Version),
		Publisher: publisher(c.Metadata), URL: address(c.Metadata.Links),
		OSCAL: strings.TrimPrefix(c.Metadata.OSCAL, "v"),
	}}
	r.out.Published, _, _ = strings.Cut(c.Metadata.Published, "T")
	r.learn(c)
	for i, g := range c.Groups {
		if err := r.section(g, i+1); err != nil {
			return nil, err
		}
	}
	if err := r.loose(c.Controls); err != nil {
		return nil, err
	}
	r.closeWithdrawn()
	r.out.Redrawn = r.redrawn
	if r.out.Count() == 0 {
		return nil, fmt.Errorf("%s: the catalog holds no control that is still in force", name)
	}
	return r.out, r.twice()
}

// loose reads controls that stand in no group, as one section of the catalog's name.
func (r *reader) loose(list []control) error {
	if len(list) == 0 {
		return nil
	}
	return r.section(group{Title: "Controls", ID: "controls", Controls: list}, len(r.out.Sections)+1)
}

// learn looks at the whole file once: what parameters there are, what is printed
// for ids, and whether a missing example tells what was withdrawn.
func (r *reader) learn(c *catalog) {
	marked, examples := false, false
	var labels []string
	r.learnParams(c.Params)
	eachControl(c.Groups, c.Controls, func(g *group, x *control) {
		if g != nil {
			r.learnParams(g.Params)
			return
		}
		r.learnParams(x.Params)
		marked = marked || isMarked(*x)
		examples = examples || x.Class == "subcategory" && slices.ContainsFunc(x.Parts, isExample)
		labels = append(labels, labelOf(x.Props))
	})
	r.examples = examples && !marked
	slices.Sort(labels)
	unique := len(slices.Compact(slices.Clone(labels))) == len(labels)
	eachControl(c.Groups, c.Controls, func(g *group, x *control) {
		if x == nil {
			return
		}
		r.labels[x.ID] = x.ID
		if label := labelOf(x.Props); unique && isName(label) {
			r.labels[x.ID] = label
		}
	})
}

func (r *reader) learnParams(list []param) {
	for _, p := range list {
		r.params[p.ID] = p
		r.learnParams(p.Params)
	}
}

// eachControl calls visit with every group and every control, the outer first.
func eachControl(groups []group, controls []control, visit func(*group, *control)) {
	for i := range groups {
		visit(&groups[i], nil)
		eachControl(groups[i].Groups, groups[i].Controls, visit)
	}
	for i := range controls {
		visit(nil, &controls[i])
		eachControl(nil, controls[i].Controls, visit)
	}
}

func isExample(p part) bool { return p.Name == "example" }

// isMarked reports whether a control is said to be withdrawn: by a property, or by
// links to where it went.
func isMarked(c control) bool {
	for _, p := range c.Props {
		if (p.Name == "status" || p.Name == "state") && strings.EqualFold(p.Value, "withdrawn") {
			return true
		}
	}
	return len(heirs(c)) > 0 || saysWithdrawn(c)
}

var withdrawnText = words.Pattern(`(?i)^\s*(?:[\[(]\s*withdrawn\b|withdrawn\s*(?:[:.]|$|-|–|\())`)

// saysWithdrawn reports whether a control's title or text begins with the word, as in
// "[Withdrawn: Incorporated into AC-2]".
func saysWithdrawn(c control) bool {
	if withdrawnText().MatchString(c.Title) {
		return true
	}
	return slices.ContainsFunc(c.Parts, func(p part) bool {
		return slices.Contains(statements, p.Name) && withdrawnText().MatchString(p.Prose)
	})
}

// heirs are the ids a control went into.
func heirs(c control) []string {
	var ids []string
	for _, l := range c.Links {
		rel := strings.ReplaceAll(strings.ToLower(l.Rel), "_", "-")
		if rel == "incorporated-into" || rel == "moved-to" {
			ids = append(ids, strings.TrimPrefix(l.Href, "#"))
		}
	}
	return ids
}

// isWithdrawn also tells what the first edition of the CSF 2.0 catalog left
// unmarked: a category that says nothing, a subcategory without examples where
// the others have some.
func (r *reader) isWithdrawn(c control, within bool) bool {
	if within || isMarked(c) {
		return true
	}
	told := r.examples && (c.Class == "category" && !states(c.Parts) ||
		c.Class == "subcategory" && !slices.ContainsFunc(c.Parts, isExample))
	r.out.Unmarked = r.out.Unmarked || told
	return told
}

// isHeading reports whether a control only holds others: by its class, or because
// it requires nothing itself.
func (r *reader) isHeading(c control) bool {
	return slices.ContainsFunc(r.sections, func(class string) bool { return strings.EqualFold(class, c.Class) }) ||
		len(c.Controls) > 0 && !states(c.Parts)
}
