package frameworks

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// The schemas of content files. The first line of a file names one.
const (
	questionsSchema  = "hygeia/questions/v1"
	frameworkSchema  = "hygeia/framework/v1"
	resourcesSchema  = "hygeia/resources/v1"
	thresholdsSchema = "hygeia/thresholds/v1"
	glossarySchema   = "hygeia/glossary/v1"
	incidentSchema   = "hygeia/incident/v1"
	clocksSchema     = "hygeia/clocks/v1"
	ladderSchema     = "hygeia/ladder/v1"
	helpSchema       = "hygeia/help/v1"
	synonymsSchema   = "hygeia/synonyms/v1"
	toolkitSchema    = "hygeia/toolkit/v1"

	contradictionsSchema = "hygeia/contradictions/v1"
	factsSchema          = "hygeia/facts/v1"
	evidenceSchema       = "hygeia/scans/v1"
	insuranceSchema      = "hygeia/insurance/v1"
)

// formats are the kinds of content file in the order in which they are read:
// each may refer to those before it, and questions to each other.
var formats = []struct {
	schema string
	read   func(*loader, *source)
}{
	{thresholdsSchema, (*loader).readThresholds},
	{glossarySchema, (*loader).readGlossary},
	{incidentSchema, (*loader).readIncident},
	{clocksSchema, (*loader).readClocks},
	{resourcesSchema, (*loader).readResources},
	{questionsSchema, (*loader).readQuestions},
	{helpSchema, (*loader).readHelp},
	{ladderSchema, (*loader).readLadder},
	{contradictionsSchema, (*loader).readContradictions},
	{factsSchema, (*loader).readFacts},
	{evidenceSchema, (*loader).readScans},
	{insuranceSchema, (*loader).readInsurance},
	{frameworkSchema, (*loader).readFramework},
	{synonymsSchema, (*loader).keepLay},
	{toolkitSchema, (*loader).readToolkit},
}

// maxFiles is the largest number of files of a library.
const maxFiles = 200

// source is one file while it is read.
type source struct {
	name   string
	schema string
	own    bool                 // an organization wrote it for itself
	doc    *strictyaml.Document // nil if the file cannot be read at all
	err    error                // why not
}

// loader collects a library and remembers where everything stands.
type loader struct {
	reader  *Reader
	lib     *Library
	sources []*source
	blind   bool     // a file could not be read: what is missing may stand in it
	general []string // mistakes without a place

	places    map[claim]claimed // for "is already in"; nil where that is known not to be
	questions []*questionPlace
	catalogs  []*catalogPlace
	csfRefs   []ref
	insteads  []insteadOf
	reviewed  string
	hasLimits bool            // thresholds were read
	rungs     strictyaml.Node // of the ladder
	onLadder  int             // places of the ladder given so far
	borrowing bool            // the ladder that is read is not of this content
	lay       []*source       // files of lay words
}

// claim is a kind of thing and a name, in small letters.
type claim struct{ kind, name string }

// claimed is where a name was taken.
type claimed struct {
	file string
	line int
}

func (c claimed) String() string { return fmt.Sprintf("%s:%d", c.file, c.line) }

// ref is a word that must name something, at its place.
type ref struct {
	node strictyaml.Node
	word string
}

// Load reads the files of one library together, see [Reader.Load].
func Load(files ...File) (*Library, error) { return new(Reader).Load(files...) }

// Load reads the files of one library together; they are told apart by their
// schema line. Questions, frameworks and resources stand in the library in the
// order of the files, so the shipped ones should be given first. The error holds
// every mistake in every file, in that order, each as file:line:col: what is
// wrong and what would be right.
func (r *Reader) Load(files ...File) (*Library, error) { return r.load(normalized(files)) }

// LoadOwn is [Reader.Load] of the shipped files and an organization's own.
func (r *Reader) LoadOwn(own ...File) (*Library, error) {
	c, err := compiled()
	if err != nil {
		return nil, err
	}
	return r.load(slices.Concat(c.files, normalized(own)))
}

func (r *Reader) load(files []content) (*Library, error) {
	l := &loader{
		reader: r,
		lib: &Library{
			grounds:      new(sync.Map),
			questions:    map[string]*Question{},
			resources:    map[string]*Resource{},
			requirements: map[string]Served{},
			serves:       map[string][]Served{},
			tiers:        map[string]Tier{},
			own:          map[string]bool{},
			help:         map[string]*helpLists{},
			was:          map[string]*Resource{},
			lookup:       new(lookup),
		},
	}
	if len(files) > maxFiles {
		return nil, fmt.Errorf("%d content files: at most %d are read", len(files), maxFiles)
	}
	l.lib.files = files
	l.open()
	for _, f := range formats {
		for _, s := range l.sources {
			if s.schema == f.schema {
				f.read(l, s)
			}
		}
	}
	l.readLay()
	l.check()
	if err := l.err(); err != nil {
		return nil, err
	}
	l.lib.Digest = r.digest(l.lib.files)
	l.lib.Reviewed = l.reviewed
	return l.lib, nil
}

// content is a file as a library holds it.
type content struct{ name, text string }

// normalized returns the files with line ends and encoding as if they had never
// seen Windows, so that the digest depends on content.
func normalized(files []File) []content {
	out := make([]content, len(files))
	for i, f := range files {
		out[i] = content{f.Name, normal(string(strictyaml.Text(f.Data)))}
	}
	return out
}

func normal(text string) string {
	return strings.ReplaceAll(strings.TrimPrefix(text, "\uFEFF"), "\r\n", "\n")
}

// open parses every file and finds out what it is.
func (l *loader) open() {
	var known []string
	for _, f := range formats {
		known = append(known, f.schema)
	}
	names := map[string]bool{}
	parsed, all := l.reader.parseAll(l.lib.files)
	l.lib.lookup.whole = all
	if !all || slices.ContainsFunc(parsed, func(p parsedFile) bool { return p.doc == nil || !p.doc.Schema().Checked() }) {
		l.places = make(map[claim]claimed, 2048) // a third more than the shipped content claims
	} // else it is the shipped content and nothing else
	for i, f := range l.lib.files {
		s := &source{name: f.name, own: ownFile(f.name)}
		l.sources = append(l.sources, s)
		again := names[f.name]
		if names[f.name] = true; again {
			s.err = fmt.Errorf("%s: given twice", f.name)
			continue
		}
		s.doc, s.err = parsed[i].doc, parsed[i].err
		if s.doc == nil {
			l.blind = true
			continue
		}
		if s.schema = schemaOf(s.doc, known...); s.schema == "" {
			l.blind = true
		}
	}
}

// has reports whether a file of that schema was given. Content of finished
// quarters has none of those that came later.
func (l *loader) has(schema string) bool {
	return slices.ContainsFunc(l.sources, func(s *source) bool { return s.schema == schema })
}

var versioned = words.Pattern(`^(hygeia/[a-z]+)/v([0-9]{1,4})$`)

// schemaOf returns the file's schema, or "" after recording why it is not one
// of those known here.
func schemaOf(doc *strictyaml.Document, known ...string) string {
	node := doc.Schema()
	word := node.Text()
	m := versioned().FindStringSubmatch(word)
	switch {
	case !node.Present():
		doc.Root().Errorf("missing key \"schema\": %s", strictyaml.Suggest("", known))
	case slices.Contains(known, word):
		return word
	case m != nil && slices.Contains(known, m[1]+"/v1") && newer(m[2]):
		node.Errorf("schema %q: this file was written for a newer hygeia; this one reads %s", word, newest(m[1], known))
	default:
		node.Errorf("schema %q: %s", word, strictyaml.Suggest(word, known))
	}
	return ""
}

// newest returns the last of the schemas of a kind.
func newest(kind string, known []string) string {
	schema := ""
	for _, k := range known {
		if strings.HasPrefix(k, kind+"/v") {
			schema = k
		}
	}
	return schema
}

func newer(version string) bool {
	n, err := strconv.Atoi(version)
	return err == nil && n > 1
}

// err returns all mistakes of all files, in file order, those without a file last.
func (l *loader) err() error {
	var errs []error
	for _, s := range l.sources {
		if s.doc == nil {
			errs = append(errs, s.err)
			continue
		}
		errs = append(errs, s.doc.Err())
	}
	for _, msg := range l.general {
		errs = append(errs, errors.New(msg))
	}
	return errors.Join(errs...)
}

// claim records that a name is taken by what stands at n, and reports a mistake
// there if it was taken before.
func (l *loader) claim(s *source, n strictyaml.Node, kind, name string) {
	if name == "" || l.places == nil {
		return
	}
	if s.own {
		l.lib.own[claimID(kind, name)] = true
	}
	id := claim{kind, strings.ToLower(name)}
	if place, taken := l.places[id]; taken {
		n.Errorf("%s %q is already in %s", kind, name, place)
		return
	}
	l.places[id] = claimed{s.name, n.Line()}
}
