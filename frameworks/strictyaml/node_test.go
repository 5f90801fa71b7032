package strictyaml_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks/strictyaml"
)

func parse(t *testing.T, data string) *strictyaml.Document {
	t.Helper()
	doc, err := strictyaml.Parse("f.yaml", []byte(data), strictyaml.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func color(s string) (string, error) {
	if s == "red" {
		return s, nil
	}
	return "", fmt.Errorf("color %q: must be red", s)
}

// Every mistake of a file is told at once, in file order and not in the order
// in which it was found.
func TestEveryMistakeInFileOrder(t *testing.T) {
	doc := parse(t, `title: [a]
coler: blue
size: 12
old: yes
color: blue
list:
  - {b: 1}
  -
empty:
`)
	m := doc.Root().Mapping("title", "color", "size", "old", "list", "empty", "owner")
	m.Need("owner").Text()
	m.Need("empty").Text()
	strictyaml.Word(m.Need("color"), color)
	m.Need("list").Items()[0].Text()
	m.Need("old").Bool()
	m.Need("size").Int(1, 9)
	m.Need("title").Text()
	want := []string{
		`f.yaml:1:1: missing key "owner"`,
		`f.yaml:1:8: title: must be a single text, not a list`,
		`f.yaml:2:1: unknown key "coler": did you mean color?`,
		`f.yaml:3:7: size: must be a whole number from 1 to 9, not "12"`,
		`f.yaml:4:6: old: must be true or false, not "yes"`,
		`f.yaml:5:8: color "blue": must be red`,
		`f.yaml:7:5: list: must be a single text, not a mapping`,
		`f.yaml:8:4: list: a list item is empty`,
		`f.yaml:9:1: empty: nothing is written after the colon`,
	}
	if diff := cmp.Diff(want, lines(doc.Err())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var place *strictyaml.Error
	if !errors.As(doc.Err(), &place) || place.File != "f.yaml" || place.Line != 1 || place.Col != 1 {
		t.Errorf("first mistake: %+v", place)
	}
}

// A mistake Parse has told already is not told again as a missing key, and what
// else is wrong with the file can still be found.
func TestReadingOnAfterParse(t *testing.T) {
	doc, err := strictyaml.Parse("f.yaml", []byte("a: &x 1\na: 2\nb: \"\\x1b\"\n"), strictyaml.Limits{})
	if err == nil || doc == nil {
		t.Fatalf("doc %v, err %v", doc, err)
	}
	m := doc.Root().Mapping("a", "c")
	if m.Need("a").Present() {
		t.Error("an anchored value is there")
	}
	want := []string{
		`f.yaml:1:4: anchors and aliases (&name, *name) are not allowed; write the value out`,
		`f.yaml:2:1: key "a" is already on line 1`,
		`f.yaml:3:1: unknown key "b": must be a or c`,
		`f.yaml:3:4: character U+001B is not allowed`,
	}
	if diff := cmp.Diff(want, lines(doc.Err())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAbsentIsSafe(t *testing.T) {
	var n strictyaml.Node
	n.Errorf("nothing")
	if n.Present() || n.Line() != 0 || n.Entries() != nil || n.Items() != nil || n.Text() != "" || n.Int(3, 4) != 3 || n.Bool() {
		t.Error("the zero Node holds something")
	}
	if strictyaml.Word(n, color) != "" {
		t.Error("a word was read from nothing")
	}
	if n.Mapping("a").Need("a").Present() || n.Mapping("a").Get("a").Present() {
		t.Error("the zero Mapping holds something")
	}
}

func TestEmptyValues(t *testing.T) {
	doc := parse(t, "a:\nb: ''\nc: ~\nd: null\n\"null\": x\n")
	var got []string
	for _, e := range doc.Root().Entries() {
		got = append(got, fmt.Sprintf("%s %v %q", e.Key.Text(), e.Value.Present(), e.Value.Text()))
	}
	want := []string{`a false ""`, `b true ""`, `c false ""`, `d false ""`, `null true "x"`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestInt(t *testing.T) {
	doc := parse(t, "[1, 9, 0, 10, -1, 010, +5, 1.0, 0x5, \"5\", 1e0, 99999999999999999999]")
	var got []int
	for _, n := range doc.Root().Items() {
		got = append(got, n.Int(1, 9))
	}
	if diff := cmp.Diff([]int{1, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if n := len(lines(doc.Err())); n != 10 {
		t.Errorf("%d mistakes, want 10:\n%v", n, doc.Err())
	}
}

// A value or key of a stranger is quoted in messages; its escape codes are not.
func TestMessagesAreHarmless(t *testing.T) {
	doc := parse(t, "a: 1\n\u200e: 2\nlong: x\n")
	doc.Root().Errorf("value %s and %s", "\x1b[31m\u202e\n", strings.Repeat("x", 1000))
	for _, line := range lines(doc.Err()) {
		if len(line) > 450 {
			t.Errorf("%d bytes: %s", len(line), line)
		}
		for _, r := range line {
			if !strictyaml.Allowed(r) {
				t.Errorf("%U in %q", r, line)
			}
		}
	}
	_, err := strictyaml.Parse("\x1b[2Jf.yaml", nil, strictyaml.Limits{})
	if got := err.Error(); got != `\x1b[2Jf.yaml: is empty` {
		t.Errorf("%q", got)
	}
}

func TestSchema(t *testing.T) {
	tests := []struct{ data, want string }{
		{"schema: a/v1\nb: 1\n", "a/v1"},
		{"b: 1\n", ""},
		{"[a]\n", ""},
	}
	for _, tt := range tests {
		doc := parse(t, tt.data)
		if got := doc.Schema().Text(); got != tt.want || doc.Err() != nil {
			t.Errorf("%q: %q, %v", tt.data, got, doc.Err())
		}
	}
}

func TestNearest(t *testing.T) {
	words := []string{"mfa-email", "mfa-remote", "mfa-admin", "backup-restore", "hph", "csf"}
	tests := []struct{ word, want string }{
		{"mfa-emial", "mfa-email"},
		{"MFA-Email", "mfa-email"},
		{"mfa-emails", "mfa-email"},
		{"backup_restore", "backup-restore"},
		{"cfs", "csf"},
		{"hp", ""},
		{"hpk", "hph"},
		{"something-else", ""},
		{"", ""},
		{strings.Repeat("x", 100), ""},
	}
	for _, tt := range tests {
		if got := strictyaml.Nearest(tt.word, words); got != tt.want {
			t.Errorf("Nearest(%q) = %q, want %q", tt.word, got, tt.want)
		}
	}
}
