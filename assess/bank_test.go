package assess

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"hygeia/frameworks"
)

// A bank is a small library for tests. Its questions follow from the keys that
// its sections name: "e1" serves an Essential goal of its own and so weighs 3,
// "n1" an Enhanced one and weighs 2, any other key weighs 1.
type bank struct {
	sections  []string                // of the framework "own", see parseSection
	goals     []string                // further Essential goals, as "e1 e2"
	questions map[string]bankQuestion // what differs from a plain question
	ladder    []string                // rungs, see writeLadder; the first two are the foundation
	added     []string                // sections of the framework "mine", which an organization wrote with their questions
}

// bankQuestion is what a test sets of a question.
type bankQuestion struct {
	revision  int    // 1 if 0
	fresh     int    // 100 if 0
	effort    string // small if empty
	threats   string // words
	needs     string // words
	mustApply bool
	holds     string // words
}

// load builds the library. A section is written "id: e1 r1; e2/part; /none/large; cat>r2":
// requirements with their keys, extent (full if absent), sizes, and the category
// in front.
func (b bank) load() (*frameworks.Library, error) {
	own := ownCatalog("own", b.sections)
	keys := keysOf(b.sections)
	if !slices.ContainsFunc(keys, func(key string) bool { return key[0] == 'e' }) {
		keys = append(keys, "e99") // there must be Essential goals; own does not see this one
	}
	files := []frameworks.File{
		{Name: "thresholds.yaml", Data: []byte(testThresholds)},
		{Name: "resources.yaml", Data: []byte(testResources)},
		{Name: "questions/all.yaml", Data: []byte(b.questionFile(keys))},
		{Name: "catalogs/hph.yaml", Data: []byte(b.goalCatalog(keys))},
		{Name: "catalogs/own.yaml", Data: []byte(own)},
	}
	if len(b.ladder) > 0 {
		files = append(files, frameworks.File{Name: "ladder.yaml", Data: []byte(writeLadder(b.ladder))})
	}
	if len(b.added) > 0 {
		added := slices.DeleteFunc(keysOf(b.added), func(key string) bool { return slices.Contains(keys, key) })
		if len(added) > 0 {
			files = append(files, frameworks.File{Name: "own/mine-questions.yaml", Data: []byte(b.questionFile(added))})
		}
		files = append(files, frameworks.File{Name: "own/mine.yaml", Data: []byte(ownCatalog("mine", b.added))})
	}
	return frameworks.Load(files...)
}

// writeLadder makes a ladder of rungs, each written "key/effort/money/board ...",
// of which only the key is needed.
func writeLadder(rungs []string) string {
	var s strings.Builder
	s.WriteString("schema: hygeia/ladder/v1\nversion: \"2026.01\"\nnotice: Our judgment, for tests.\nrungs:\n")
	for i, rung := range rungs {
		fmt.Fprintf(&s, "  - id: %d\n    title: Be able to do %d\n    why: It comes here.\n    foundation: %t\n    order:\n", i+1, i+1, i < 2)
		for _, place := range strings.Fields(rung) {
			p := append(strings.Split(place, "/"), "", "", "")
			effort, money := cmp.Or(p[1], "small"), cmp.Or(p[2], "0")
			fmt.Fprintf(&s, "      - key: %s\n        why: It comes here.\n", p[0])
			fmt.Fprintf(&s, "        effort: {practice: small, small: %s, medium: %s, large: large}\n", effort, effort)
			fmt.Fprintf(&s, "        money: {practice: 0, small: %s, medium: %s, large: 3}\n", money, money)
			if p[3] != "" {
				s.WriteString("        board: true\n")
			}
		}
	}
	return s.String()
}

func (b bank) mustLoad(t testing.TB) *frameworks.Library {
	t.Helper()
	lib, err := b.load()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// libraryOf returns the bank of a plain list of sections.
func libraryOf(t testing.TB, list ...string) *frameworks.Library {
	t.Helper()
	return bank{sections: list}.mustLoad(t)
}

func keysOf(list []string) []string {
	var keys []string
	for _, s := range list {
		_, rest, _ := strings.Cut(s, ": ")
		for _, req := range strings.Split(rest, ";") {
			if _, after, ok := strings.Cut(req, ">"); ok {
				req = after
			}
			words, _, _ := strings.Cut(req, "/")
			for _, key := range strings.Fields(words) {
				key = strings.TrimPrefix(key, "+")
				if !slices.Contains(keys, key) {
					keys = append(keys, key)
				}
			}
		}
	}
	return keys
}

func (b bank) questionFile(keys []string) string {
	var s strings.Builder
	s.WriteString("schema: hygeia/questions/v1\nquestions:\n")
	for _, key := range keys {
		q := b.questions[key]
		fmt.Fprintf(&s, `  - key: %s
    title: The practice %s
    revision: %d
    text: Does the practice %s work today?
    why: Care stops without it.
    answers:
      no: Nothing works today.
      partly: It works in some places.
      mostly: It works nearly everywhere.
      yes: It works everywhere.
    look_for: [A list, A record]
    ask: [it]
    must_apply: %t
    holds: [%s]
    fresh: %d
    threats: [%s]
    needs: [%s]
    fix:
      do: Begin with one place.
      effort: %s
      resources: [help]
`, key, key, cmp.Or(q.revision, 1), key, q.mustApply,
			strings.Join(strings.Fields(q.holds), ", "), cmp.Or(q.fresh, 100),
			strings.Join(strings.Fields(q.threats), ", "), strings.Join(strings.Fields(q.needs), ", "),
			cmp.Or(q.effort, "small"))
	}
	return strings.NewReplacer("    needs: []\n", "", "    must_apply: false\n", "", "    holds: []\n", "").Replace(s.String())
}

// goalCatalog is an HPH catalog of ten and ten goals, as the loader wants it:
// every e-key has an Essential goal of its own, every n-key an Enhanced one. The
// further Essential goals repeat the last one, the further Enhanced ones ask nothing.
func (b bank) goalCatalog(keys []string) string {
	var essential, enhanced []string
	for _, key := range keys {
		switch key[0] {
		case 'e':
			essential = append(essential, key)
		case 'n':
			enhanced = append(enhanced, key)
		}
	}
	essential = append(essential, b.goals...)
	for len(essential) < 10 {
		essential = append(essential, essential[len(essential)-1])
	}
	for len(enhanced) < 10 {
		enhanced = append(enhanced, "/none")
	}
	var s strings.Builder
	s.WriteString(catalogHead("hph-cpg", "hph"))
	for _, tier := range []struct {
		id    string
		goals []string
	}{{"essential", essential}, {"enhanced", enhanced}} {
		fmt.Fprintf(&s, "  - id: %s\n    title: %s goals\n    requirements:\n", tier.id, tier.id)
		for i, goal := range tier.goals {
			writeRequirement(&s, "      ", fmt.Sprintf("%s-%d", tier.id, i+1), goal)
		}
	}
	return s.String()
}

func catalogHead(id, short string) string {
	return fmt.Sprintf(`schema: hygeia/framework/v1
id: %s
short: %s
title: Catalog %s
version: "1"
publisher: Somebody
url: https://example.org/catalog
standing: voluntary
notice: For tests.
sections:
`, id, short, short)
}

func ownCatalog(name string, list []string) string {
	var s strings.Builder
	s.WriteString(catalogHead(name, name))
	for _, section := range list {
		id, rest, _ := strings.Cut(section, ": ")
		fmt.Fprintf(&s, "  - id: %s\n    title: Section %s\n", id, id)
		indent := "      "
		if !strings.Contains(rest, ">") {
			s.WriteString("    requirements:\n")
		} else {
			s.WriteString("    groups:\n")
			indent = "          "
		}
		category := ""
		for i, req := range strings.Split(rest, ";") {
			cat, words, ok := strings.Cut(req, ">")
			if !ok {
				words = req
			} else if cat = strings.TrimSpace(cat); cat != category {
				category = cat
				fmt.Fprintf(&s, "      - id: %s\n        title: Category %s\n        requirements:\n", cat, cat)
			}
			writeRequirement(&s, indent, fmt.Sprintf("%s.%d", id, i+1), words)
		}
	}
	return s.String()
}

// writeRequirement writes "keys/extent/sizes"; a key with a plus before it only
// counts, and the extent binds says that it binds others only.
func writeRequirement(s *strings.Builder, indent, id, words string) {
	parts := append(strings.Split(words, "/"), "", "")
	var keys, counts []string
	for _, key := range strings.Fields(parts[0]) {
		if after, ok := strings.CutPrefix(key, "+"); ok {
			counts = append(counts, after)
		} else {
			keys = append(keys, key)
		}
	}
	extent, sizes := cmp.Or(parts[1], "full"), strings.Fields(parts[2])
	fmt.Fprintf(s, "%s- id: %s\n%s  title: Requirement %s\n", indent, id, indent, id)
	if len(sizes) > 0 {
		fmt.Fprintf(s, "%s  sizes: [%s]\n", indent, strings.Join(sizes, ", "))
	}
	if len(keys) > 0 {
		fmt.Fprintf(s, "%s  questions: [%s]\n", indent, strings.Join(keys, ", "))
	}
	if len(counts) > 0 {
		fmt.Fprintf(s, "%s  counts: [%s]\n", indent, strings.Join(counts, ", "))
	}
	if len(keys)+len(counts) > 0 {
		fmt.Fprintf(s, "%s  why_counts: They ask for it.\n", indent)
	}
	switch extent {
	case "part":
		fmt.Fprintf(s, "%s  missing:\n%s    - what: the rest of it\n", indent, indent)
	case "none":
		fmt.Fprintf(s, "%s  note: Nobody asks it.\n", indent)
	case "binds":
		extent = "none"
		fmt.Fprintf(s, "%s  binds: clearinghouse\n%s  note: It binds others.\n", indent, indent)
	}
	fmt.Fprintf(s, "%s  extent: %s\n%s  source: ours\n", indent, extent, indent)
}

const testResources = `schema: hygeia/resources/v1
reviewed: "2026-01-01"
resources:
  - id: help
    title: Help
    provider: Somebody
    kind: guidance
    url: https://example.org/help
    cost: free
    audience: [small, medium, large]
    country: any
    gives: A page that helps.
    how:
      - Read it.
    hicp: [1]
    csf: [GV.RM]
    status: attested
    time: 1 hour
    toolkit: family
    seen: "2026-01-01"
`

const testThresholds = `schema: hygeia/thresholds/v1
version: "2026.01"
score:
  green: 80
  green_coverage: 90
  amber: 50
  coverage: 80
  reach: 50
  limited_scope: 20
quick_win: 40
effort:
  small:
    points: 1
    means: under a day
  medium:
    points: 3
    means: under two weeks
  large:
    points: 8
    means: a project
threats:
  - key: theft
    title: Theft
    weight: 2
    hicp: true
    stops: Trust
  - key: ransom
    title: Ransom
    weight: 5
    hicp: true
    stops: Everything
  - key: vendor
    title: Vendor
    weight: 5
    hicp: false
    stops: Claims
  - key: insider
    title: Insider
    weight: 3
    hicp: true
    stops: Privacy
targets:
  essential: yes
  enhanced: mostly
  rest:
    small: partly
    medium: mostly
    large: mostly
sizes:
  - key: beds
    title: Beds (hospital)
    small: [1, 50]
    medium: [51, 299]
  - key: clinicians
    title: Physicians (clinic or practice)
    small: [1, 10]
    medium: [11, 50]
`

// propertyBank is the library that properties draw answers for.
var propertyBank = sync.OnceValues(bank{
	sections: []string{"a: e1; e2 n1; r1 r2; /none", "b: e3 r1; n2; r3; r4/part", "c: r5; /none; /none"},
	goals:    []string{"e1 e3"},
	questions: map[string]bankQuestion{
		"e1": {threats: "ransom", needs: "r2", effort: "large"},
		"e2": {threats: "ransom theft", effort: "medium"},
		"e3": {needs: "e1 n1"},
		"n1": {threats: "insider", effort: "large"},
		"n2": {threats: "vendor", needs: "n1"},
		"r1": {threats: "ransom", needs: "r5"},
		"r3": {effort: "medium", needs: "r1 r4"},
		"r4": {threats: "theft insider"},
	},
}.load)
