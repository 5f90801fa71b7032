package oscal_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess/exchange/oscal"
	"hygeia/frameworks"
)

// mixed has what real catalogs have: groups in groups, controls in controls,
// parameters with a value, a choice and a name, an older form of them, labels,
// items, links in a text, and what was withdrawn by a mark and by a link alone.
const mixed = `{"catalog": {
  "uuid": "1", "metadata": {"title": "Clinic Rules (invented)", "version": "3", "oscal-version": "v1.1.3", "published": "2026-05-01T00:00:00Z",
    "links": [{"href": "http://example.org/old"}, {"href": "https://example.org/rules"}],
    "parties": [{"uuid": "p", "type": "person", "name": "A. Person"}, {"uuid": "o", "type": "organization", "name": "Rules Office"}],
    "responsible-parties": [{"role-id": "creator", "party-uuids": ["o"]}], "new-field": {"any": [1, 2]}},
  "params": [{"id": "days", "values": ["30"]}],
  "groups": [
    {"id": "ac", "title": "Access", "class": "family", "params": [{"id": "who", "label": "a person in charge"}],
     "controls": [
       {"id": "ac-1", "title": "Accounts", "props": [{"name": "label", "class": "zero-padded", "value": "AC-01"}, {"name": "label", "value": "AC-1"}],
        "params": [{"id": "how", "select": {"how-many": "one-or-more", "choice": ["weekly", "within {{ insert: param, days }} days"]}}, {"id": "loop", "label": "{{ insert: param, loop }}"}],
        "parts": [{"name": "statement", "prose": "The office:", "parts": [
            {"name": "item", "props": [{"name": "label", "value": "a."}], "prose": "names {{ insert: param, who }};"},
            {"name": "item", "props": [{"name": "label", "value": "b."}], "prose": "looks **again** {{ insert: param, how }} or {{ old_form }} as [the list](#ac-2) says {{ insert: param, loop }}"}]},
          {"name": "guidance", "prose": "Not this."}],
        "controls": [
          {"id": "ac-1.1", "title": "More", "props": [{"name": "label", "value": "AC-1(1)"}], "parts": [{"name": "statement", "prose": "More of it."}]},
          {"id": "ac-1.2", "title": "Gone", "props": [{"name": "label", "value": "AC-1(2)"}, {"name": "status", "value": "Withdrawn"}], "links": [{"rel": "incorporated-into", "href": "#ac-1.1"}]}]},
       {"id": "ac-2", "title": "Moved", "props": [{"name": "label", "value": "AC-2"}], "links": [{"rel": "moved_to", "href": "elsewhere"}, {"rel": "related", "href": "#ac-1"}]}]},
    {"id": "x", "title": "Outer", "groups": [
       {"id": "y", "title": "Inner", "groups": [{"title": "Innermost", "controls": [{"id": "y 1", "title": "", "props": [{"name": "label", "value": "Y-1"}], "parts": [{"name": "statement", "prose": "Says \u2603 only this?"}]}]}]},
       {"id": "z", "title": "Empty"}]}],
  "controls": [{"id": "l-1", "title": "Loose", "props": [{"name": "label", "value": "L-1"}]}]}}`

func TestRead(t *testing.T) {
	c, err := oscal.Read("c.json", []byte(mixed))
	if err != nil {
		t.Fatal(err)
	}
	want := &oscal.Catalog{
		Title: "Clinic Rules (invented)", Version: "3", Publisher: "Rules Office", URL: "https://example.org/rules",
		Published: "2026-05-01", OSCAL: "1.1.3", Redrawn: 1,
		Sections: []oscal.Section{
			{ID: "ac", Title: "Access", Groups: []oscal.Group{{Controls: []oscal.Control{
				{ID: "AC-1", Title: "Accounts", Says: "The office: a. names [a person in charge]; b. looks again [one or more of: weekly; within 30 days] or [to be set] as the list says [[[[[[[[[[to be set]]]]]]]]]]"},
				{ID: "AC-1(1)", Title: "More", Says: "More of it."},
			}}}},
			{ID: "x", Title: "Outer", Groups: []oscal.Group{{ID: "part-1", Title: "Inner: Innermost", Controls: []oscal.Control{
				{ID: "Y-1", Title: "Says only this?", Says: "Says only this?"},
			}}}},
			{ID: "controls", Title: "Controls", Groups: []oscal.Group{{Controls: []oscal.Control{{ID: "L-1", Title: "Loose"}}}}},
		},
		Withdrawn: []oscal.Withdrawn{{ID: "AC-1(2)", To: []string{"AC-1(1)"}}, {ID: "AC-2"}},
	}
	if diff := cmp.Diff(want, c); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The first edition of NIST's CSF 2.0 marks nothing as withdrawn.
func TestUnmarked(t *testing.T) {
	c, err := oscal.Read("c.json", []byte(`{"catalog": {"metadata": {"title": "Like the CSF"}, "groups": [{"id": "PR", "class": "function", "title": "PROTECT", "controls": [
  {"id": "PR.AA", "class": "category", "title": "Access", "parts": [{"name": "statement", "prose": "It is limited."}], "controls": [
    {"id": "PR.AA-01", "class": "subcategory", "title": "PR.AA-01", "parts": [{"name": "statement", "prose": "Names are managed"}, {"name": "example", "prose": "Ex1"}]},
    {"id": "PR.AA-09", "class": "subcategory", "title": "PR.AA-09", "parts": [{"name": "statement", "prose": "Was once"}]}]},
  {"id": "PR.IP", "class": "category", "title": "Processes", "parts": [{"name": "statement"}], "controls": [
    {"id": "PR.IP-01", "class": "subcategory", "title": "PR.IP-01", "parts": [{"name": "statement", "prose": "Was once too"}]}]}]}]}}`))
	if err != nil {
		t.Fatal(err)
	}
	want := []oscal.Section{{ID: "PR", Title: "PROTECT", Groups: []oscal.Group{{ID: "PR.AA", Title: "Access", Controls: []oscal.Control{
		{ID: "PR.AA-01", Title: "Names are managed", Says: "Names are managed"}}}}}}
	if diff := cmp.Diff(want, c.Sections); diff != "" || !c.Unmarked {
		t.Errorf("unmarked %t (-want +got):\n%s", c.Unmarked, diff)
	}
	if got := fmt.Sprint(c.Withdrawn); got != "[{PR.AA-09 []} {PR.IP []} {PR.IP-01 []}]" {
		t.Errorf("withdrawn %s", got)
	}
}

func TestMistakes(t *testing.T) {
	tests := []struct{ data, want string }{
		{`{"catalog": {`, "c.json:1:13: the file ends too early; it may have been cut off on the way"},
		{"{\"catalog\":\n  {x}}", "c.json:2:4: is not written as JSON: invalid character 'x' looking for beginning of object key string"},
		{`{"catalog": {"groups": {"id": "a"}}}`, `c.json: "groups" holds a object, which OSCAL does not write there`},
		{`{"profile": {"uuid": "1"}}`, `c.json: this is an OSCAL profile, which only names controls of a catalog; bring in the catalog, or the "resolved profile catalog" made from both`},
		{`{"thing": {}}`, `c.json: has no "catalog" at its top, as an OSCAL catalog has`},
		{`{"catalog": {"metadata": {"title": "Empty"}}}`, "c.json: the catalog holds no control that is still in force"},
		{`{"catalog": {"controls": [{"id": "a"}, {"id": "A"}]}}`, `c.json: 1 id stands for two controls: "A"`},
		{`{"catalog": {"controls": [{"title": "Lock it"}, {"id": "b"}, {"id": "b"}, {"id": "b"}, {"title": "Log it"}]}}`, "c.json: 2 controls are without an id, and each needs one: \"Lock it\" and \"Log it\"\nc.json: 2 ids stand for two controls: \"b\" and \"b\""},
		{`<?xml version="1.0"?><catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="1">`, "c.json: this is OSCAL written as XML, and JSON is needed; whoever publishes it offers the same as JSON beside it"},
		{"# a comment\nprofile:\n  uuid: 1\n  metadata:\n    title: T\n", "c.json: this is OSCAL written as YAML, and JSON is needed; whoever publishes it offers the same as JSON beside it"},
		{`{"catalog": {"groups": ` + strings.Repeat(`[{"groups":`, 30) + "[]" + strings.Repeat("}]", 30) + "}}", "c.json: groups and controls stand more than 20 deep inside each other"},
	}
	for _, tt := range tests {
		_, err := oscal.Read("c.json", []byte(tt.data))
		if diff := cmp.Diff(tt.want, fmt.Sprint(err)); diff != "" {
			t.Errorf("%.60s (-want +got):\n%s", tt.data, diff)
		}
	}
}

func TestRecognize(t *testing.T) {
	tests := map[string]bool{
		mixed: true, "\ufeff \n{ \"catalog\" : {": true, `{"profile":{"uuid":"1"`: true,
		`{"$schema":"https://example.org/oscal_catalog_schema.json","catalog":{`: true,
		`{"catalogVersion": "2026.01.01", "title": "CISA Catalog"`:               false, `{"profile": "none"}`: false, "catalog:\n": false, "": false,
	}
	for data, want := range tests {
		if oscal.Recognize([]byte(data)) != want {
			t.Errorf("%.40s: not %t", data, want)
		}
	}
}

// loaded loads what a catalog became beside the shipped content.
func loaded(t *testing.T, c *oscal.Catalog, short string) (*frameworks.Library, *frameworks.Framework, *oscal.Written) {
	t.Helper()
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	made, err := c.Files(lib, short)
	if err != nil {
		t.Fatal(err)
	}
	all := frameworks.ShippedFiles()
	for _, f := range made.Files {
		all = append(all, frameworks.File{Name: "own/" + f.Name, Data: f.Data})
	}
	with, err := frameworks.Load(all...)
	if err != nil {
		t.Fatal(err)
	}
	if short == "" {
		short = c.Short()
	}
	f, err := with.Framework(short)
	if err != nil {
		t.Fatal(err)
	}
	return with, f, made
}

func TestFiles(t *testing.T) {
	c, err := oscal.Read("c.json", []byte(mixed))
	if err != nil {
		t.Fatal(err)
	}
	lib, f, made := loaded(t, c, "")
	if f.Short != "clinic-rules-invented" || made.Asked != 4 || made.Shared != 0 || len(made.Files) != 4 {
		t.Errorf("%s: %d asked, %d shared, %d files", f.Short, made.Asked, made.Shared, len(made.Files))
	}
	q, ok := lib.Question("clinic-rules-invented-ac-1-1")
	if !ok {
		t.Fatal("no question for AC-1(1)")
	}
	if want := "Is everything done that AC-1(1) asks for: More?"; q.Text != want || q.Help != "More of it." {
		t.Errorf("text %q, help %q", q.Text, q.Help)
	}
	for _, f := range made.Files {
		if bytes.Contains(f.Data, []byte("{{")) {
			t.Errorf("%s shows braces", f.Name)
		}
	}
}

// A control with an id of ours takes over our questions, and keeps its own name
// apart.
func TestFilesWithIDsOfOurs(t *testing.T) {
	c, err := oscal.Read("c.json", []byte(`{"catalog": {"metadata": {"title": "A profile of the CSF (invented)"}, "groups": [{"id": "PR", "title": "Protect", "controls": [
  {"id": "PR.AA-03", "title": "Users are authenticated"}, {"id": "PR.ZZ-01", "title": "Something new"}, {"id": "PR.IP-01", "title": "Old", "props": [{"name": "status", "value": "withdrawn"}]}]}]}}`))
	if err != nil {
		t.Fatal(err)
	}
	lib, f, made := loaded(t, c, "ours")
	if made.Asked != 1 || made.Shared != 1 {
		t.Errorf("%d asked, %d shared", made.Asked, made.Shared)
	}
	_, csf, _ := lib.Requirement("PR.AA-03")
	_, ours, ok := lib.Requirement("o/PR.AA-03")
	if !ok || len(ours.Questions) != len(csf.Questions) || ours.Extent != csf.Extent || f.Withdrawn[0].ID != "o/PR.IP-01" {
		t.Errorf("%+v, %+v", ours, f.Withdrawn)
	}
}

// Any catalog of the form gives a framework with as many requirements as it has
// controls in force, whatever its shape.
func TestAnyShape(t *testing.T) {
	rounds := 60
	if testing.Short() {
		rounds = 10
	}
	for seed := range rounds {
		data, inForce, withdrawn := random(rand.New(rand.NewPCG(uint64(seed), 2)))
		c, err := oscal.Read("c.json", data)
		if inForce == 0 {
			if err == nil {
				t.Errorf("seed %d: nothing in force and no error", seed)
			}
			continue
		}
		if err != nil {
			t.Errorf("seed %d: %v\n%s", seed, err, data)
			continue
		}
		if c.Count() != inForce || len(c.Withdrawn) != withdrawn {
			t.Errorf("seed %d: %d in force, %d withdrawn; want %d and %d\n%s", seed, c.Count(), len(c.Withdrawn), inForce, withdrawn, data)
		}
		_, f, _ := loaded(t, c, "")
		n := 0
		for i := range f.Sections {
			n += len(f.Sections[i].Requirements(0))
		}
		if n != inForce {
			t.Errorf("seed %d: %d requirements, want %d", seed, n, inForce)
		}
	}
}

// random returns a catalog of a random shape, and how many of its controls are in
// force and withdrawn.
func random(r *rand.Rand) (data []byte, inForce, withdrawn int) {
	type object = map[string]any
	serial := 0
	word := func() string {
		all := []string{"access", "Backups", "{{ insert: param, p }}", "ünïted", "a?b", "☃", strings.Repeat("very ", 120), "\"quoted\"", "- dash", "#hash", "yes", "12"}
		return all[r.IntN(len(all))]
	}
	var control func(deep int, gone bool) object
	control = func(deep int, gone bool) object {
		serial++
		c := object{"id": fmt.Sprintf("%s-%d", []string{"ac", "PR.AA", "1.2", "Ü x", strings.Repeat("long", 12)}[r.IntN(5)], serial), "title": word() + " " + word()}
		c["parts"] = []any{object{"name": "statement", "prose": word() + " " + word(), "parts": []any{object{"name": "item", "prose": word()}}}}
		if r.IntN(5) == 0 {
			c["props"] = []any{object{"name": "status", "value": "withdrawn"}}
			withdrawn++
		} else {
			inForce++
		}
		if deep < 3 {
			var inner []any
			for range r.IntN(3) {
				inner = append(inner, control(deep+1, gone))
			}
			c["controls"] = inner
		}
		return c
	}
	var group func(deep int) object
	group = func(deep int) object {
		serial++
		g := object{"id": fmt.Sprintf("g%d", serial), "title": word()}
		var controls, groups []any
		for range r.IntN(4) {
			controls = append(controls, control(0, false))
		}
		if deep < 3 {
			for range r.IntN(3) {
				groups = append(groups, group(deep+1))
			}
		}
		g["controls"], g["groups"] = controls, groups
		return g
	}
	var groups, loose []any
	for range 1 + r.IntN(4) {
		groups = append(groups, group(0))
	}
	for range r.IntN(2) {
		loose = append(loose, control(0, false))
	}
	data, err := json.Marshal(object{"catalog": object{"metadata": object{"title": "Any catalog (invented) " + word()}, "params": []any{object{"id": "p", "label": word()}}, "groups": groups, "controls": loose}})
	if err != nil {
		panic(err)
	}
	return data, inForce, withdrawn
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(mixed))
	f.Add([]byte(`{"profile": {}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := oscal.Read("c.json", data)
		if err == nil && c.Count() == 0 {
			t.Error("a catalog with nothing in it")
		}
	})
}

func BenchmarkTenMegabytes(b *testing.B) {
	var controls []any
	for i := range 1200 {
		controls = append(controls, map[string]any{"id": fmt.Sprintf("c-%d", i), "title": "A control", "parts": []any{map[string]any{"name": "statement", "prose": strings.Repeat("Words {{ insert: param, p }} ", 300)}}})
	}
	data, err := json.Marshal(map[string]any{"catalog": map[string]any{"groups": []any{map[string]any{"id": "g", "title": "All", "controls": controls}}}})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := oscal.Read("c.json", data); err != nil {
			b.Fatal(err)
		}
	}
}

// Withdrawn is also what only says so in words, and a text may hold HTML and parameters
// that have no label. Made up after what catalogs of other publishers do.
func TestSaidInWords(t *testing.T) {
	c, err := oscal.Read("c.json", []byte(`{"catalog": {"metadata": {"title": "Rules (invented)"}, "groups": [{"id": "g", "title": "G", "controls": [
  {"id": "a-1", "title": "Accounts", "params": [{"id": "p", "constraints": [{"description": "at least yearly"}]}, {"id": "q", "usage": "a place"}],
   "parts": [{"name": "statement", "prose": "<p>Look <em>again</em> {{ INSERT: param, p }} &amp; at {{insert:param,q}}</p>"}]},
  {"id": "a-2", "title": "[Withdrawn: Incorporated into A-1]"},
  {"id": "a-3", "title": "Old", "parts": [{"name": "statement", "prose": "[Withdrawn: Moved to A-1.]"}]},
  {"id": "a-4", "title": "Withdrawn"},
  {"id": "a-5", "title": "Withdrawn consent is recorded", "parts": [{"name": "statement", "prose": "It is written down."}]}]}]}}`))
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Sections[0].Groups[0].Controls; len(got) != 2 || got[0].Says != "Look again [at least yearly] & at [a place]" || got[1].ID != "a-5" {
		t.Errorf("%+v", got)
	}
	if len(c.Withdrawn) != 3 {
		t.Errorf("withdrawn: %+v", c.Withdrawn)
	}
}
