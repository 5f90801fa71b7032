package frameworks

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks/strictyaml"
)

// Update is set to write shipped.bin and expected errors anew.
var Update = flag.Bool("update", false, "write shipped.bin and testdata anew")

// This file is the compiler of the shipped content: "make generate" runs its test
// with -update. A program of its own would have to be built from the package
// whose content it makes.

// shippedPatterns name the files that are compiled, and no others.
var shippedPatterns = []string{"questions/*.yaml", "catalogs/*.yaml", "clocks.yaml", "contradictions.yaml", "evidence.yaml", "facts.yaml", "glossary.yaml",
	"help.yaml", "incident.yaml", "insurance.yaml", "ladder.yaml", "resources.yaml", "synonyms.yaml", "thresholds.yaml", "toolkit.yaml"}

// catalogs is the order in which the shipped frameworks are asked and shown.
var catalogs = []string{"hph-cpg", "hicp-2023", "nist-csf-2.0", "hipaa-security-rule", "cisa-cpg-2.0"}

// rank is a catalog's place in that order, counted from 1, and 0 for every other file.
func rank(f content) int {
	return 1 + slices.Index(catalogs, strings.TrimSuffix(path.Base(f.name), ".yaml"))
}

// written returns the shipped files as they were written: sorted by name, and
// then the catalogs in their order.
func written(t *testing.T) []content {
	t.Helper()
	var names []string
	for _, pattern := range shippedPatterns {
		found, err := filepath.Glob(filepath.FromSlash(pattern))
		if err != nil || len(found) == 0 {
			t.Fatalf("no file %s: %v", pattern, err)
		}
		names = append(names, found...)
	}
	slices.Sort(names)
	var files []File
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, File{Name: filepath.ToSlash(name), Data: data})
	}
	list := normalized(files)
	for _, f := range list {
		if path.Dir(f.name) == "catalogs" && rank(f) == 0 {
			t.Fatalf("%s: add it to the list of catalogs in frameworks/compile_test.go, in the order in which they are asked", f.name)
		}
	}
	slices.SortStableFunc(list, func(a, b content) int { return rank(a) - rank(b) })
	return list
}

// compile returns shipped.bin, or every mistake in the files.
func compile(files []content) ([]byte, error) {
	reader := &Reader{source: true}
	lib, err := reader.load(files)
	if err != nil {
		return nil, err
	}
	var docs []*strictyaml.Document
	var texts []string
	head := compiledSchema + "\n" + sum(files) + "\n"
	for _, f := range files {
		docs = append(docs, reader.once(f).parse().doc)
		texts = append(texts, f.text)
		head += fmt.Sprintf("%d %s\n", len(f.text), f.name)
	}
	trees, all, err := strictyaml.Pack(docs, texts)
	if err != nil {
		return nil, err
	}
	return slices.Concat([]byte(head), fmt.Appendf(nil, "\n%d %d\n", len(all), len(trees)), []byte(all), trees, lib.pack()), nil
}

// The program holds the content as it stands in the YAML files.
func TestCompiled(t *testing.T) {
	want, err := compile(written(t))
	if err != nil {
		t.Fatalf("the shipped content has mistakes:\n%v", err)
	}
	if *Update {
		if err := os.WriteFile("shipped.bin", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(want, []byte(compiledContent)) {
		t.Error(`frameworks/shipped.bin is not made from the YAML files as they are now: run "make generate"`)
	}
}

// A library of compiled files is the one that their YAML makes, although most
// checks are left out.
func TestCompiledLibrary(t *testing.T) {
	files := written(t)
	want, err := (&Reader{source: true}).load(files)
	if err != nil {
		t.Fatal(err)
	}
	got, err := new(Reader).load(files)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(want.lay(), got.lay()) {
		t.Error("compiled, the lay words read as something else")
	}
	want.lookup, got.lookup = nil, nil // functions, which are never equal
	if !reflect.DeepEqual(want, got) {
		t.Error("compiled, the content reads as something else")
	}
}

// clinicCatalog has ids of its own for a shipped question.
const clinicCatalog = `schema: hygeia/framework/v1
id: clinic
short: clinic
title: Clinic checklist
version: "1"
publisher: A clinic
standing: our own
notice: Everything in it is invented.
sections:
  - id: desk
    title: Front desk
    requirements:
      - id: ZEBRA-7
        title: Sign-in
        questions: [mfa-email]
        extent: full
        why_counts: It asks for just that.
        source: ours
`

// clinicWords reads one of our words as another, and leads to a shipped question.
const clinicWords = `schema: hygeia/synonyms/v1
same: [[phishing, scam]]
synonyms:
  - say: [the zebra form, who fell for it]
    to: [mfa-email]
`

// A search finds the same in the compiled index as in one that is made of the
// library, whatever an organization added.
func TestPackedIndex(t *testing.T) {
	for name, files := range map[string][]File{
		"shipped":               nil,
		"with an own catalog":   {{"own/catalog.yaml", []byte(clinicCatalog)}},
		"with lay words of own": {{"own/words.yaml", []byte(clinicWords)}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := new(Reader).LoadOwn(files...)
			if err != nil {
				t.Fatal(err)
			}
			want, err := (&Reader{source: true}).LoadOwn(files...)
			if err != nil {
				t.Fatal(err)
			}
			if len(got.packedIndex().questions) == 0 || len(want.packedIndex().questions) != 0 {
				t.Error("one library must use the compiled index, and the other not")
			}
			if diff := cmp.Diff(plainIndex(want), plainIndex(got)); diff != "" {
				t.Errorf("index (-made +compiled):\n%s", diff)
			}
		})
	}
}

// plainIndex says in words what a search looks into.
func plainIndex(l *Library) map[string]map[string]int {
	x := l.index()
	out := map[string]map[string]int{"spread": {}, "words": {}}
	for n, s := range x.stems {
		if x.spread[n] > 0 {
			out["spread"][s] = x.spread[n]
		}
	}
	for _, w := range x.all() {
		out["words"][fmt.Sprint(w, " ", x.stem(w), " ", x.isSaid(w))]++
	}
	for _, e := range x.entries {
		of := map[string]int{}
		for _, s := range e.stands {
			of[x.stems[s.stem]] = int(s.weight)
		}
		out[Hit{Question: e.question, Resource: e.resource}.Name()] = of
	}
	return out
}

// Whatever the compiled index holds, reading it ends.
func TestUnpackIndex(t *testing.T) {
	c, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := unpackIndex(c.search); !ok {
		t.Error("the compiled index cannot be read")
	}
	for cut := 0; cut < len(c.search); cut += 997 {
		if _, ok := unpackIndex(c.search[:cut]); ok {
			t.Errorf("cut off at %d it can be read", cut)
		}
		bent := []byte(c.search)
		bent[cut] ^= 0xff
		unpackIndex(string(bent))
	}
}

// Without one of the others a shipped file is checked as any file is.
func TestCompiledAlone(t *testing.T) {
	files := slices.DeleteFunc(written(t), func(f content) bool { return f.name == "questions/access.yaml" })
	files = append(files, files[0]) // as many, but not all
	_, err := new(Reader).load(files)
	if err == nil || !strings.Contains(err.Error(), `question "mfa-email"`) {
		t.Errorf("a catalog names a question that is not there: %v", err)
	}
}
