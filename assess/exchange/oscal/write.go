package oscal

import (
	"fmt"
	"strings"

	"hygeia/frameworks"
	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// Files returns the files to put into the folder "own": the framework, and the
// questions of controls that none of the library's speaks for. short names the
// framework and the files; "" takes it from the title. A control whose id is that
// of a requirement that is loaded already takes over its questions.
func (c *Catalog) Files(lib *frameworks.Library, short string) (*Written, error) {
	if short == "" {
		short = c.Short()
	}
	w := &writer{Catalog: c, lib: lib, short: short, keys: map[string]bool{}}
	w.prefix = w.needsPrefix()
	if err := w.framework(); err != nil {
		return nil, err
	}
	return &w.out, nil
}

// Written is what a catalog became.
type Written struct {
	Files  []frameworks.File // names without a folder
	Asked  int               // questions made
	Shared int               // controls that questions of ours speak for
}

// Short is the name of the framework that the catalog's title suggests.
func (c *Catalog) Short() string {
	name := slug(strings.NewReplacer("Electronic Version of ", "", "Electronic Copy of ", "").Replace(c.Title))
	const most = 32
	if len(name) > most {
		name = strings.Trim(name[:strings.LastIndex(name[:most+1]+"-", "-")], "-")
		name = strings.Trim(name[:min(len(name), most)], "-")
	}
	return name
}

type writer struct {
	*Catalog
	lib    *frameworks.Library
	short  string
	prefix string // of each id, where ids are those of another framework
	keys   map[string]bool
	out    Written
}

// needsPrefix returns what keeps ids apart that are already in use.
func (w *writer) needsPrefix() string {
	taken := func(id string) bool {
		if _, _, ok := w.lib.Requirement(id); ok {
			return true
		}
		_, _, ok := w.lib.Former(id)
		return ok
	}
	for _, gone := range w.Withdrawn {
		if taken(gone.ID) {
			return initials(w.short) + "/"
		}
	}
	for _, s := range w.Sections {
		for _, g := range s.Groups {
			for _, c := range g.Controls {
				if taken(c.ID) {
					return initials(w.short) + "/"
				}
			}
		}
	}
	return ""
}

// The lengths that content allows (frameworks); the last of a cut text is "…".
const (
	longLine  = 400
	longTitle = 200
	longName  = 60
	longWhy   = 200
	longStep  = 220
)

func (w *writer) framework() error {
	m := strictyaml.NewMap()
	m.Text("schema", "hygeia/framework/v1")
	m.Text("id", w.short)
	m.Text("short", w.short)
	m.Text("title", words.Cut(or(w.plain(w.Title), w.short), longTitle))
	m.Text("version", words.Cut(or(w.plain(w.Version), "not said"), longName))
	m.Text("publisher", words.Cut(or(w.plain(w.Publisher), "not said in the catalog"), longTitle))
	if w.URL != "" {
		m.Text("url", w.URL)
	}
	m.Text("standing", "brought in")
	m.Text("notice", "Ids, titles and texts are those of the catalog that was brought in. That one question asks for the whole of a requirement is hygeia's, and so is which question of its own speaks for an id that it knew.")
	if len(w.Withdrawn) > 0 {
		list := m.List("withdrawn")
		for _, gone := range w.Withdrawn {
			item := list.Map()
			item.Text("id", w.id(gone.ID))
			if len(gone.To) > 0 {
				to := item.List("to")
				for _, id := range gone.To {
					to.Text(w.id(id))
				}
			}
		}
	}
	sections := m.List("sections")
	for i := range w.Sections {
		if err := w.section(sections.Map(), i); err != nil {
			return err
		}
	}
	return w.add(w.short+".yaml", m)
}

func (w *writer) section(m *strictyaml.Map, i int) error {
	s := &w.Sections[i]
	m.Text("id", w.id(s.ID))
	m.Text("title", words.Cut(s.Title, longTitle))
	asked := &strictyaml.List{}
	before := w.out.Asked
	if len(s.Groups) == 1 && s.Groups[0].ID == "" {
		w.requirements(m.List("requirements"), asked, s.Groups[0].Controls)
	} else {
		groups := m.List("groups")
		for _, g := range s.Groups {
			inner := groups.Map()
			inner.Text("id", w.id(or(g.ID, s.ID)))
			inner.Text("title", words.Cut(or(g.Title, s.Title), longTitle))
			w.requirements(inner.List("requirements"), asked, g.Controls)
		}
	}
	if w.out.Asked == before {
		return nil
	}
	questions := strictyaml.NewMap()
	questions.Text("schema", "hygeia/questions/v1")
	questions.Items("questions", asked)
	return w.add(fmt.Sprintf("%s-%s.yaml", w.short, slug(s.ID)), questions)
}

func (w *writer) requirements(list, asked *strictyaml.List, controls []Control) {
	for _, c := range controls {
		m := list.Map()
		m.Text("id", w.id(c.ID))
		m.Text("title", words.Cut(c.Title, longTitle))
		if f, known, ok := w.lib.Requirement(c.ID); ok && len(known.Questions) > 0 {
			w.out.Shared++
			w.takeOver(m, f, known)
			continue
		}
		w.out.Asked++
		key := w.key(c.ID)
		m.List("questions").Text(key)
		m.Text("extent", "part")
		m.Text("why_counts", "It asks for the whole of this requirement at once.")
		m.List("missing").Map().Text("what", "each part of the requirement by itself")
		m.Text("source", "The catalog that was brought in; the question is hygeia's.")
		w.question(asked.Map(), key, c)
	}
}

// takeOver gives a requirement the questions that speak for the same id already.
func (w *writer) takeOver(m *strictyaml.Map, f *frameworks.Framework, known *frameworks.Requirement) {
	keys(m.List("questions"), known.Questions)
	if len(known.Counts) > 0 {
		keys(m.List("counts"), known.Counts)
	}
	m.Text("extent", known.Extent.String())
	m.Text("why_counts", known.Why)
	if len(known.Missing) > 0 {
		list := m.List("missing")
		for _, missing := range known.Missing {
			item := list.Map()
			item.Text("what", missing.What)
			if len(missing.By) > 0 {
				keys(item.List("by"), missing.By)
			}
		}
	}
	if known.Note != "" {
		m.Text("note", known.Note)
	}
	m.Text("source", words.Cut(fmt.Sprintf("As for %s of %s: %s", known.ID, f.Title, known.Source), longLine))
}

func keys(list *strictyaml.List, questions []*frameworks.Question) {
	for _, q := range questions {
		list.Text(q.Key)
	}
}

// helper is the resource that helps with anything: a person who can be asked.
const helper = "cisa-regional-advisors"

func (w *writer) question(m *strictyaml.Map, key string, c Control) {
	m.Text("key", key)
	m.Text("title", fewWords(words.Join(" ", c.ID, c.Title), 6))
	m.Int("revision", 1)
	m.Text("text", fmt.Sprintf("Is everything done that %s asks for: %s?", c.ID, strings.NewReplacer("?", "", "…", "").Replace(strings.TrimRight(fewWords(c.Title, 16), ".:;"))))
	m.Text("why", words.Cut(fmt.Sprintf("It stands in %s, which your organization brought in to be measured by.", or(w.plain(w.Title), w.short)), longWhy))
	if c.Says != "" {
		m.Text("help", words.Cut(c.Says, longLine))
	}
	answers := m.Map("answers")
	answers.Text("no", "Nothing of it is done, or it is only planned.")
	answers.Text("partly", "Some of it is done; larger parts are missing.")
	answers.Text("mostly", "Nearly all is done; we can name what is missing.")
	answers.Text("yes", "All of it is done, and we can show it.")
	m.List("look_for").Text("A setting, record or document for each part")
	m.List("ask").Text("it")
	m.Int("fresh", 365)
	m.List("threats")
	fix := m.Map("fix")
	fix.Text("do", words.Cut(fmt.Sprintf("Read what %s asks for, write down which parts are done and who knows about each, and choose the first missing part to do.", c.ID), longStep))
	fix.Text("effort", "medium")
	fix.List("resources").Text(helper)
}

// add writes a file, which its own reader then has to take.
func (w *writer) add(name string, m *strictyaml.Map) error {
	data, err := m.Encode()
	if err != nil {
		return err
	}
	w.out.Files = append(w.out.Files, frameworks.File{Name: name, Data: data})
	return nil
}

// longID is how long the id of a requirement may be.
const longID = 40

// id is an id as the framework has it. Of one that is too long the end stays, which
// tells it from its neighbors.
func (w *writer) id(id string) string {
	id = name(id)
	if over := len(w.prefix) + len(id) - longID; over > 0 {
		id = name(id[over+1:])
	}
	return w.prefix + id
}

// initials are the first signs of each word of a name: "ncf20" of
// nist-cybersecurity-framework-2-0.
func initials(short string) string {
	var b strings.Builder
	for _, word := range strings.Split(short, "-") {
		if word != "" {
			b.WriteByte(word[0])
		}
	}
	return b.String()
}

// key is the key of a question made for a control, each used once. Where the name
// of the framework and the id are too long together, the name shrinks to its
// initials, and of the id the end stays.
func (w *writer) key(id string) string {
	const room = longID - 4 // for a number that tells two apart
	part := strings.TrimPrefix(slug("c "+id), "c-")
	base := w.short + "-" + part
	if len(base) > room {
		base = initials(w.short) + "-" + part
	}
	if over := len(base) - room; over > 0 {
		base = initials(w.short) + "-" + strings.Trim(part[over:], "-")
	}
	key := base
	for n := 2; w.taken(key); n++ {
		key = fmt.Sprintf("%s-%d", base, n)
	}
	w.keys[key] = true
	return key
}

func (w *writer) taken(key string) bool {
	_, ours := w.lib.Question(key)
	return ours || w.keys[key]
}

func (w *writer) plain(text string) string {
	return strings.Join(strings.Fields(frameworks.Drawable(words.Line(text))), " ")
}

func or(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

// fewWords is the text, cut behind a number of words.
func fewWords(text string, most int) string {
	fields := strings.Fields(text)
	if len(fields) <= most {
		return text
	}
	return strings.Join(fields[:most], " ") + "…"
}
