// Package listing prints resources in the order in which they were found: for a
// terminal, as Markdown, and as data.
package listing

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"hygeia/assess/match"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/data"
	"hygeia/report/doc"
	"hygeia/report/markdown"
)

// List is a list of resources to print.
type List struct {
	Library *frameworks.Library
	Found   []match.Matched  // best first
	Steps   int              // how many of them are printed with their steps in text and Markdown
	Explain bool             // with the reasons for each place in the list
	Best    int              // how many of them are printed to be read; JSON marks them
	Lines   []frameworks.Hit // JSON and Markdown: questions, resources and commands in the order in which a search found them
	Today   string           // as 2026-11-27; entries that were to be looked at again before it say so, none without it
	Links   bool             // text only: titles are links that the terminal can open (OSC 8)
	Program string
}

// Formats are the words for the formats of a listing.
func Formats() []string { return []string{"text", "md", "json", "csv", "urls"} }

// Write prints a listing in one of [Formats]. Whatever the texts
// and addresses hold, a terminal, a Markdown reader and a spreadsheet get text
// and links to web pages, mailboxes and telephones, and nothing that steers them.
func Write(w io.Writer, format string, l List, opts doc.Options) error {
	switch format {
	case "text":
		return l.text(w, opts)
	case "md":
		return markdown.Draw(w, l.document(), opts)
	case "json":
		return l.json(w)
	case "csv":
		return l.csv(w)
	case "urls":
		return l.urls(w)
	}
	return fmt.Errorf("format %q: must be one of %s", format, strings.Join(Formats(), ", "))
}

// facts is what stands under the title: id, provider, kind, cost, time.
func facts(r *frameworks.Resource) string {
	return strings.Join(words.Present(r.ID, r.Provider, strings.ReplaceAll(r.Kind, "-", " "), cmp.Or(r.Caveat(), "free"), r.Time), " · ")
}

// instead says what to use while a resource cannot be counted on.
func (l List) instead(r *frameworks.Resource) string {
	if r.Instead == "" {
		return ""
	}
	if other, ok := l.Library.Resource(r.Instead); ok {
		return "Instead: " + other.Title + " (" + other.ID + ")"
	}
	return "Instead: " + r.Instead
}

// remarks are the lines at the end of an entry.
func (l List) remarks(r *frameworks.Resource) []string {
	var lines []string
	if r.Contact != "" {
		lines = append(lines, "Contact: "+r.Contact)
	}
	if r.Note != "" {
		lines = append(lines, "Note: "+r.Note)
	}
	if instead := l.instead(r); instead != "" {
		lines = append(lines, instead)
	}
	if only := frameworks.LimitWords(r.Only); only != "" {
		lines = append(lines, "Only for "+only+".")
	}
	if where := countryWords(r.Country); where != "" {
		lines = append(lines, "For organizations in "+where+".")
	}
	if r.Recheck != "" && l.Today > r.Recheck {
		lines = append(lines, "To be looked at again since "+r.Recheck+": find out whether it still holds.")
	}
	if r.Seen == "undated" {
		return append(lines, "Seen in print without a date.")
	}
	return append(lines, "Seen in print, last dated "+r.Seen+".")
}

// countryWords says where a resource can be used, "" for anywhere.
func countryWords(code string) string {
	switch code {
	case "any", "":
		return ""
	case "us", "gb", "nl", "ph":
		return "the " + frameworks.CountryName(code)
	case "eu":
		return "the European Union"
	}
	return cmp.Or(frameworks.CountryName(code), "the country \""+code+"\"")
}

// document is the listing for Markdown.
func (l List) document() *doc.Document {
	d := &doc.Document{Title: "Free help", Program: l.Program}
	if l.Library.Reviewed != "" {
		d.Lines = []string{"The list was last looked through on " + l.Library.Reviewed}
	}
	d.Blocks = append(d.Blocks, l.nearest()...)
	for i, m := range l.Found {
		r := m.Resource
		d.Blocks = append(d.Blocks,
			doc.Headed(2, r.Title),
			doc.Paragraph{Text: doc.Plain(facts(r))},
			doc.Paragraph{Text: doc.Plain(r.Gives)},
			doc.Paragraph{Text: doc.Text{{Text: m.URL, URL: m.URL}}})
		if i < l.Steps {
			steps := doc.List{Ordered: true}
			for _, step := range r.How {
				steps.Items = append(steps.Items, doc.Plain(step))
			}
			remarks := doc.List{}
			for _, line := range l.remarks(r) {
				remarks.Items = append(remarks.Items, doc.Plain(line))
			}
			d.Blocks = append(d.Blocks, steps, remarks)
		}
		if l.Explain {
			d.Blocks = append(d.Blocks, doc.Paragraph{Text: doc.Plain("Why here: " + strings.Join(m.Reasons, "; ") + ".")})
		}
	}
	return d
}

// nearest are the questions and commands that a search found beside resources.
func (l List) nearest() []doc.Block {
	var list doc.List
	for _, h := range l.Lines {
		switch {
		case h.Question != nil:
			list.Items = append(list.Items, doc.Plain(h.Question.Title+" ("+h.Name()+"): "+h.Question.Text))
		case h.Command != nil:
			list.Items = append(list.Items, doc.Plain(h.Name()+": "+h.Command.Does))
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []doc.Block{doc.Headed(2, "Questions and commands"), list}
}

// listingColumns are the columns of the table, left to right. New ones go to the end.
var listingColumns = []struct {
	title string
	cell  func(match.Matched) string
}{
	{"id", func(m match.Matched) string { return m.Resource.ID }},
	{"title", func(m match.Matched) string { return m.Resource.Title }},
	{"provider", func(m match.Matched) string { return m.Resource.Provider }},
	{"kind", func(m match.Matched) string { return m.Resource.Kind }},
	{"address", func(m match.Matched) string { return doc.LinkTarget(m.URL) }},
	{"cost", func(m match.Matched) string { return m.Resource.Cost }},
	{"time", func(m match.Matched) string { return m.Resource.Time }},
	{"gives", func(m match.Matched) string { return m.Resource.Gives }},
	{"how to get it", func(m match.Matched) string { return strings.Join(m.Resource.How, " ") }},
	{"contact", func(m match.Matched) string { return m.Resource.Contact }},
	{"sizes", func(m match.Matched) string { return strings.Join(sizeWords(m.Resource), " ") }},
	{"country", func(m match.Matched) string { return m.Resource.Country }},
	{"status", func(m match.Matched) string { return m.Resource.Status }},
	{"seen", func(m match.Matched) string { return m.Resource.Seen }},
	{"instead", func(m match.Matched) string { return m.Resource.Instead }},
	{"note", func(m match.Matched) string { return m.Resource.Note }},
	{"reasons", func(m match.Matched) string { return strings.Join(m.Reasons, "; ") }},
	{"only for", func(m match.Matched) string { return frameworks.LimitWords(m.Resource.Only) }},
	{"look again", func(m match.Matched) string { return m.Resource.Recheck }},
	{"outside its country", func(m match.Matched) string { return m.Resource.Abroad }},
	{"sign up", func(m match.Matched) string { return m.Resource.EnrollCommand() }},
}

func sizeWords(r *frameworks.Resource) []string {
	words := []string{}
	for _, s := range r.Audience {
		words = append(words, s.String())
	}
	return words
}

func (l List) csv(w io.Writer) error {
	table := data.NewTable(len(listingColumns), func(i int) string { return listingColumns[i].title })
	for _, m := range l.Found {
		table.Add(func(i int) string { return listingColumns[i].cell(m) })
	}
	return table.Write(w)
}

type jsonResource struct {
	ID         string          `json:"id"`
	Title      string          `json:"title"`
	Provider   string          `json:"provider"`
	Kind       string          `json:"kind"`
	URL        string          `json:"url"`
	Cost       string          `json:"cost"`
	Sizes      []string        `json:"sizes"`
	Country    string          `json:"country"`
	Time       string          `json:"time"`
	Gives      string          `json:"gives"`
	How        []string        `json:"how"`
	Contact    string          `json:"contact"`
	HICP       []int           `json:"hicp"`
	CSF        []string        `json:"csf"`
	Status     string          `json:"status"`
	Seen       string          `json:"seen"`
	Note       string          `json:"note"`
	Instead    string          `json:"instead"`
	Toolkit    string          `json:"toolkit"`
	Alternates []jsonAlternate `json:"alternates"`
	Reasons    []string        `json:"reasons"`
	Only       []string        `json:"only"`
	Recheck    string          `json:"recheck"`
	Abroad     string          `json:"abroad"`  // id of what stands in its place outside its country
	Best       bool            `json:"best"`    // among the few that are printed to be read, the others fit as well
	SignUp     string          `json:"sign_up"` // the command that writes the message; "" for most
}

// jsonLine is a line that a search found: a question, a resource or a command.
type jsonLine struct {
	Kind string `json:"kind"`
	Name string `json:"name"` // a key, an id, or a command as it is typed
	Text string `json:"text"`
}

func newJSONLine(h frameworks.Hit) jsonLine {
	switch {
	case h.Question != nil:
		return jsonLine{"question", h.Name(), words.Line(h.Question.Title)}
	case h.Resource != nil:
		return jsonLine{"resource", h.Name(), words.Line(h.Resource.Title)}
	}
	return jsonLine{"command", words.Line(h.Name()), words.Line(h.Command.Does)}
}

type jsonAlternate struct {
	For  string `json:"for"`
	URL  string `json:"url"`
	Page int    `json:"page,omitempty"`
}

// listingSchema names the shape of a listing as JSON.
const listingSchema = "hygeia/listing/v1"

func (l List) json(w io.Writer) error {
	out := struct {
		Schema    string         `json:"schema"`
		Reviewed  string         `json:"reviewed"`
		Lines     []jsonLine     `json:"lines,omitempty"`
		Resources []jsonResource `json:"resources"`
	}{listingSchema, l.Library.Reviewed, nil, []jsonResource{}}
	for _, h := range l.Lines {
		out.Lines = append(out.Lines, newJSONLine(h))
	}
	for i, m := range l.Found {
		r := newJSONResource(m)
		r.Best = i < l.Best
		out.Resources = append(out.Resources, r)
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func newJSONResource(m match.Matched) jsonResource {
	r := m.Resource
	out := jsonResource{
		ID: r.ID, Title: words.Line(r.Title), Provider: words.Line(r.Provider), Kind: r.Kind, URL: doc.LinkTarget(m.URL), Cost: r.Cost,
		Sizes: sizeWords(r), Country: r.Country, Time: words.Line(r.Time), Gives: words.Line(r.Gives), How: cleanLines(r.How),
		Contact: words.Line(r.Contact), HICP: append([]int{}, r.HICP...), CSF: cleanLines(r.CSF), Status: r.Status, Seen: words.Line(r.Seen),
		Note: words.Line(r.Note), Instead: words.Line(r.Instead), Toolkit: r.Toolkit, Alternates: []jsonAlternate{}, Reasons: cleanLines(m.Reasons),
		Only: cleanLines(r.Only), Recheck: r.Recheck, Abroad: r.Abroad, SignUp: r.EnrollCommand(),
	}
	for _, a := range r.Alternates {
		out.Alternates = append(out.Alternates, jsonAlternate{a.For, doc.LinkTarget(a.URL), a.Page})
	}
	return out
}

func cleanLines(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = words.Line(l)
	}
	return out
}

// urls prints every web address once, those of sizes and practices included, in
// order, for a program that looks whether they still answer.
func (l List) urls(w io.Writer) error {
	var list []string
	for _, m := range l.Found {
		list = append(list, doc.LinkTarget(m.Resource.URL))
		for _, a := range m.Resource.Alternates {
			list = append(list, doc.LinkTarget(a.URL))
		}
	}
	slices.Sort(list)
	for _, url := range slices.Compact(list) {
		if !strings.HasPrefix(url, "https:") {
			continue
		}
		if _, err := fmt.Fprintln(w, url); err != nil {
			return err
		}
	}
	return nil
}
