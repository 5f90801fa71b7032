package report

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hygeia/assess"
	"hygeia/assess/ledger"
	"hygeia/frameworks"
	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/pdf/pdftest"
)

// ownFiles are what a hospital adds for itself; every word of it is a secret.
const (
	ownQuestions = `schema: hygeia/questions/v1
questions:
  - key: zzsecret-901
    title: ZZSECRET902 tablets
    revision: 1
    text: Are the ZZSECRET903 tablets locked away?
    why: ZZSECRET904 was stolen.
    help: ZZSECRET905 is a tablet.
    answers: {no: ZZSECRET906 is loose., partly: ZZSECRET907 sometimes., mostly: ZZSECRET908 mostly., yes: ZZSECRET909 always.}
    look_for: [ZZSECRET910 cabinet]
    ask: [facilities]
    fresh: 92
    threats: [loss-theft]
    needs: [zzsecret-911]
    fix: {do: Call ZZSECRET912., effort: small, resources: [zzsecret-920]}
  - key: zzsecret-911
    title: ZZSECRET913 keys
    revision: 1
    text: Are the ZZSECRET914 keys counted?
    why: ZZSECRET915 was lost.
    answers: {no: ZZSECRET916 is loose., partly: ZZSECRET917 sometimes., mostly: ZZSECRET918 mostly., yes: ZZSECRET919 always.}
    look_for: [ZZSECRET920 cabinet]
    ask: [it]
    fresh: 92
    threats: [loss-theft, ransomware]
    fix: {do: Call ZZSECRET921., effort: large, resources: [cisa-kev]}
`
	ownCatalog = `schema: hygeia/framework/v1
id: zzsecret-930
short: zzsecret-931
title: ZZSECRET932 list
version: ZZSECRET933
publisher: ZZSECRET934
url: https://zzsecret935.example/
standing: ZZSECRET936
notice: ZZSECRET937 wrote it.
sections:
  - id: ZZSECRET938
    title: ZZSECRET939 part
    requirements:
      - {id: ZZSECRET940, title: ZZSECRET941 tablets, questions: [zzsecret-901, mfa-email], extent: part, why_counts: ZZSECRET942 says so., note: "Not asked: ZZSECRET943.", source: ZZSECRET944}
  - id: ZZSECRET945
    title: ZZSECRET946 part
    groups:
      - id: ZZSECRET947
        title: ZZSECRET948 group
        requirements:
          - {id: ZZSECRET949, title: ZZSECRET950 keys, questions: [zzsecret-911], extent: full, why_counts: ZZSECRET951 says so., source: ZZSECRET952}
`
	ownResources = `schema: hygeia/resources/v1
reviewed: "2026-07-01"
resources:
  - {id: zzsecret-920, title: ZZSECRET960, provider: ZZSECRET961, kind: service, url: "https://zzsecret962.example/", cost: free, audience: [small], country: any,
     gives: ZZSECRET963 helps., how: [Call ZZSECRET964.], contact: help@zzsecret965.example, hicp: [1], csf: [ID.AM-01], status: attested, seen: "2026-07", recheck: "2027-07-01", time: ZZSECRET966, toolkit: companion}
`
	ownGlossary = `schema: hygeia/glossary/v1
terms:
  - {term: ZZSECRET970, means: ZZSECRET971 it is.}
`
	ownPairs = `schema: hygeia/contradictions/v1
contradictions:
  - {low: {question: zzsecret-901, at_most: partly}, high: {question: mfa-email, at_least: mostly}, ask: "Is ZZSECRET980 so?"}
  - {low: {question: zzsecret-911, at_most: partly}, high: {question: mfa-email, at_least: mostly}, ask: "Is ZZSECRET980 so?"}
`
)

var secret = regexp.MustCompile(`(?i)zzsecret-?([0-9]+)`)

// secretLibrary is the shipped library with the hospital's own files.
func secretLibrary(t testing.TB) *frameworks.Library {
	t.Helper()
	files := frameworks.ShippedFiles()
	for name, text := range map[string]string{"own/a.yaml": ownQuestions, "own/b.yaml": ownCatalog, "own/c.yaml": ownResources, "own/d.yaml": ownGlossary, "own/e.yaml": ownPairs} {
		files = append(files, frameworks.File{Name: name, Data: []byte(text)})
	}
	lib, err := frameworks.Load(files...)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// planter puts a secret into every text of a value. What is named in open stays.
type planter struct {
	n    int
	open map[string]bool // field names that may be said or are no free text
}

func (p *planter) plant(v reflect.Value, field string) {
	switch v.Kind() {
	case reflect.String:
		if !p.open[field] {
			p.n++
			v.SetString(fmt.Sprintf("ZZSECRET%02d", p.n))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				p.plant(v.Field(i), v.Type().Name()+"."+f.Name)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			p.plant(v.Index(i), field)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			value := reflect.New(v.Type().Elem()).Elem()
			value.Set(v.MapIndex(key))
			p.plant(value, field)
			v.SetMapIndex(key, value)
		}
	}
}

// secretInput is two quarters with a secret in every text that a person, a
// program or a file could have put there.
func secretInput(t testing.TB) Input {
	t.Helper()
	lib := secretLibrary(t)
	org := assess.Organization{Name: "Prairie Creek Hospital", Size: frameworks.Small}
	ids := []string{"hph-cpg", "hicp-2023", "zzsecret-930"}
	p := &planter{open: map[string]bool{"Organization.Name": true, "Organization.Latin": true, "Assessment.Frameworks": true}}
	var results []*assess.Result
	for _, period := range []assess.Quarter{second, third} {
		a := quarter(lib, period, org, ids, mixed)
		a.Reopened = []assess.Reopening{{On: a.Finished}}
		a.Decisions = map[string]assess.Decision{}
		for i, q := range assess.AskedQuestions(lib, ids, org.Size) {
			ans := a.Answers[q.Key]
			ans.Proof = []assess.Proof{{Grade: assess.Record, Date: a.Finished}}
			if i%9 == 2 {
				ans.State, ans.Level, ans.Review = assess.OtherWay, frameworks.Mostly, a.Finished.NextYear()
			}
			if i%4 == 0 && period == third {
				ans.Level = frameworks.Partly // something to tell about
			}
			a.Answers[q.Key] = ans
			a.Targets[q.Key] = assess.Target{Level: frameworks.Yes}
			a.Decisions[q.Key] = assess.Decision{Kind: assess.DecisionKind(1 + i%4), Due: a.Finished, Until: a.Finished.NextYear(), Recorded: a.Finished}
		}
		// Whatever questions the bank has: the own ones are gaps, and contradict one that is not.
		for key, level := range map[string]frameworks.Level{"zzsecret-901": frameworks.No, "zzsecret-911": frameworks.No, "mfa-email": frameworks.Mostly} {
			ans := a.Answers[key]
			ans.State, ans.Level = assess.Levelled, level
			a.Answers[key] = ans
			a.Decisions[key] = assess.Decision{Kind: assess.Fix, Due: a.Finished, Recorded: a.Finished}
		}
		p.plant(reflect.ValueOf(a).Elem(), "")
		a.Frameworks = append(a.Frameworks, "ZZSECRET99")
		results = append(results, assess.Evaluate(lib, a))
	}
	asked := ledger.Event{Kind: ledger.Asked, Day: day(2026, 6, 28), Matter: 1, Question: "zzsecret-901", Period: second, Due: day(2026, 9, 1), Lead: "ZZSECRET990", By: "ZZSECRET991"}
	decided := ledger.Event{Kind: ledger.Decided, Day: day(2026, 7, 1), Matter: 1, Question: "zzsecret-901", Cost: 1200, By: "ZZSECRET992",
		Said: assess.Decision{Kind: assess.Fix, Owner: "ZZSECRET993", Reason: "ZZSECRET994", Approver: "ZZSECRET995", Due: day(2026, 12, 1)}}
	matters := []ledger.Matter{{Number: 1, Question: "zzsecret-901", Events: []ledger.Event{asked, decided}}}
	return Input{Result: results[1], Earlier: results[:1], Matters: matters, Program: "hygeia 1.0.0"}
}

// outputs is everything an audience can be handed: each document in each format
// with its links and metadata, and the data.
func outputs(t testing.TB, in Input) map[string]string {
	t.Helper()
	out := map[string]string{}
	docs := map[string]*doc.Document{"board": Board(in), "full": Full(in)}
	switch in.Audience {
	case ForBoard:
		docs = map[string]*doc.Document{"board": Board(in), "full": Full(in), "brief": Brief(in)}
	case ForInsurer:
		docs = map[string]*doc.Document{"insurer": Insurer(in)}
	case ForProvider:
		docs = map[string]*doc.Document{"provider": Provider(in)}
	case ForPublic:
		docs = map[string]*doc.Document{"public": Public(in)}
	}
	for name, d := range docs {
		for _, f := range FormatNames() {
			text := draw(t, f, d, doc.Options{})
			switch f {
			case "pdf":
				text = readable(t, []byte(text))
			case "docx":
				text = unpacked(t, []byte(text))
			}
			out[name+"."+f] = text
		}
	}
	for name, write := range map[string]func(*bytes.Buffer) error{
		"json": func(b *bytes.Buffer) error { return WriteJSON(b, in) },
		"csv":  func(b *bytes.Buffer) error { return WriteCSV(b, in) },
		"xlsx": func(b *bytes.Buffer) error { return WriteXLSX(b, in) },
	} {
		var b bytes.Buffer
		err := write(&b)
		if none := in.Audience == ForProvider || in.Audience == ForPublic; none != (err != nil) || none && b.Len() > 0 {
			t.Fatalf("%s for %s: %v", name, in.Audience, err)
		}
		out[name] = b.String()
		if name == "xlsx" && b.Len() > 0 {
			out[name] = unpacked(t, b.Bytes())
		}
	}
	return out
}

var stream = regexp.MustCompile(`(?s)/FlateDecode.*?stream\n`)

// readable is all that a PDF holds: pages, links, outline and document
// information, its raw bytes, and every compressed stream inflated. Texts of two
// bytes a letter are there as plain ones too.
func readable(t testing.TB, raw []byte) string {
	t.Helper()
	s := pdftest.Scan(t, raw)
	all := []string{string(raw), s.All(), strings.Join(s.Links, "\n"), strings.Join(s.Outline, "\n")}
	for _, at := range stream.FindAllIndex(raw, -1) {
		all = append(all, pdftest.Inflate(t, raw[at[1]-len("stream\n"):]))
	}
	return strings.ReplaceAll(strings.Join(all, "\n"), "\x00", "")
}

// unpacked is all that a ZIP file holds: its names and what they stand for.
func unpacked(t testing.TB, raw []byte) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range r.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		all.WriteString(f.Name + "\n")
		if _, err := io.Copy(&all, part); err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}

// TestNothingSecretLeaves plants a secret in every text there is, so that a
// field added to an assessment fails here until somebody decides about it.
func TestNothingSecretLeaves(t *testing.T) {
	in := secretInput(t)
	for _, reader := range []Audience{ForBoard, ForInsurer, ForProvider, ForPublic} {
		in.Audience = reader
		for name, text := range outputs(t, in) {
			if found := secret.FindAllString(text, 3); found != nil {
				at := secret.FindStringIndex(text)
				t.Errorf("%s for %s says %q, as in %q", name, reader, found, text[max(0, at[0]-80):min(len(text), at[1]+80)])
			}
		}
	}
}

// TestSecretsAreThereInside proves that the search finds what is there.
func TestSecretsAreThereInside(t *testing.T) {
	doctest.Long(t)
	in := secretInput(t)
	seen := map[string]bool{}
	for name, text := range outputs(t, in) {
		found := secret.FindAllString(text, -1)
		if len(found) == 0 {
			t.Errorf("%s says no secret; the search finds nothing", name)
		}
		for _, s := range found {
			seen[strings.ToUpper(s)] = true
		}
	}
	for _, s := range []string{"ZZSECRET902", "ZZSECRET903", "ZZSECRET932", "ZZSECRET941", "ZZSECRET960", "ZZSECRET971", "ZZSECRET980"} {
		if !seen[s] {
			t.Errorf("%s is nowhere, so that its absence for others proves nothing", s)
		}
	}
}

// TestAudiencesAgree: what is hidden changes no figure.
func TestAudiencesAgree(t *testing.T) {
	planted, hospital := secretInput(t), creek(t)
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.SampledFrom([]Input{planted, hospital}).Draw(t, "input")
		in = reanswered(t, in)
		in.Audience = rapid.SampledFrom([]Audience{ForBoard, ForInsurer, ForProvider, ForPublic}).Draw(t, "audience")
		out := in.seen()
		for i, want := range append(in.Earlier, in.Result) {
			got := append(out.Earlier, out.Result)[i]
			if diff := cmp.Diff(figures(want), figures(got)); diff != "" {
				t.Fatalf("the figures differ (-all +%s):\n%s", in.Audience, diff)
			}
		}
		if all, some := assess.Actions(in.Result, in.before()), assess.Actions(out.Result, out.before()); len(all) != len(some) {
			t.Fatalf("%d actions, for %s %d", len(all), in.Audience, len(some))
		}
	})
}

// reanswered draws other answers to some of the questions.
func reanswered(t *rapid.T, in Input) Input {
	a := *in.Result.Assessment
	a.Answers = map[string]assess.Answer{}
	for _, it := range in.Result.Items {
		ans := it.Answer
		ans.State = assess.State(rapid.IntRange(0, 4).Draw(t, "state"))
		ans.Level = frameworks.Level(rapid.IntRange(0, 3).Draw(t, "level"))
		if rapid.Bool().Draw(t, "no reason") {
			ans.Reason = ""
		}
		if rapid.Bool().Draw(t, "no approver") {
			ans.Approver = ""
		}
		a.Answers[it.Question.Key] = ans
	}
	in.Result = assess.Evaluate(in.Result.Library, &a)
	return in
}

// figures are the numbers of a result, without a name.
func figures(r *assess.Result) any {
	type section struct {
		Tally, Proven assess.Tally
		Color         string
		Reach, Gap    assess.Share
		Statuses      []string
	}
	var sections []section
	for _, v := range r.Views {
		for _, s := range v.Sections {
			f := section{Tally: s.Tally, Proven: s.Proven, Color: s.Color.String(), Reach: s.Reach, Gap: s.Gap, Statuses: nil}
			for _, req := range s.Requirements {
				f.Statuses = append(f.Statuses, req.Status.String())
			}
			sections = append(sections, f)
		}
	}
	return []any{r.Goals, r.All.Tally, r.All.Proven, r.All.Figures(), r.AsOf, sections}
}

func TestRole(t *testing.T) {
	for text, want := range map[string]string{
		"IT lead": "IT lead", "it LEAD": "IT lead", " Chief nursing officer ": "chief nursing officer", "": "", "  ": "",
		"Dana Ruiz": "Named person", "Dana Ruiz, IT lead": "Named person", "Acme Managed IT": "Named person",
	} {
		if got := role(text); got != want {
			t.Errorf("role(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestParseAudience(t *testing.T) {
	for _, word := range Audiences() {
		if a, err := ParseAudience(word); err != nil || a.String() != word {
			t.Errorf("%s: got %v, %v", word, a, err)
		}
	}
	if _, err := ParseAudience("press"); err == nil || err.Error() != `audience "press": must be internal, board, insurer, provider, public` {
		t.Errorf("got %v", err)
	}
}
