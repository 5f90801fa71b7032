package strictyaml_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks/strictyaml"
)

// lines returns an error's messages, one an element.
func lines(err error) []string {
	if err == nil {
		return nil
	}
	return strings.Split(err.Error(), "\n")
}

func TestParseRefuses(t *testing.T) {
	tests := []struct {
		name, data string
		want       []string
	}{
		{"empty", "", []string{"f.yaml: is empty"}},
		{"only a comment", "# nothing\n", []string{"f.yaml: is empty"}},
		{"second document", "a: 1\n---\nb: 2\n", []string{"f.yaml:2:1: a second document begins here; a file holds one"}},
		{"empty second document", "a: 1\n---\n", []string{"f.yaml:2:1: a second document begins here; a file holds one"}},
		{"anchor and alias", "a: &x 1\nb: *x\nc: *x\n", []string{
			"f.yaml:1:4: anchors and aliases (&name, *name) are not allowed; write the value out",
			"f.yaml:2:4: anchors and aliases (&name, *name) are not allowed; write the value out",
			"f.yaml:3:4: anchors and aliases (&name, *name) are not allowed; write the value out",
		}},
		{"anchor on a key", "&x a: 1\n", []string{"f.yaml:1:1: anchors and aliases (&name, *name) are not allowed; write the value out"}},
		{"alias to nothing", "a: 1\nb: *x\n", []string{"f.yaml:2: anchors and aliases (&name, *name) are not allowed; write the value out"}},
		{"alias to its own list", "a: &x [*x]\n", []string{"f.yaml:1:4: anchors and aliases (&name, *name) are not allowed; write the value out"}},
		{"merge key", "a:\n  <<: {b: 1}\n", []string{`f.yaml:2:3: merge keys ("<<") are not allowed; write the values out`}},
		{"custom tag", "a: !thing 1\n", []string{"f.yaml:1:4: tags (!name) are not allowed"}},
		{"binary", "a: !!binary aGk=\n", []string{"f.yaml:1:4: tags (!name) are not allowed"}},
		{"tag on a key", "!!str a: 1\n", []string{"f.yaml:1:1: tags (!name) are not allowed"}},
		{"duplicate keys", "a: 1\nb: 2\na: 3\n\"a\": 4\n", []string{
			`f.yaml:3:1: key "a" is already on line 1`,
			`f.yaml:4:1: key "a" is already on line 1`,
		}},
		{"key that is a list", "? [a]\n: 1\n", []string{"f.yaml:1:3: a key must be a word, not a list or a mapping"}},
		{"empty key", "'': 1\n", []string{"f.yaml:1:1: a key is empty"}},
		{"raw escape", "a: 1\nb: \"x\x1b[31m\" \x1b\nc: \x07\n", []string{
			"f.yaml:2:6: character U+001B is not allowed",
			"f.yaml:3:4: character U+0007 is not allowed",
		}},
		{"raw escape in a comment", "# \x1b[31m\na: 1\n", []string{"f.yaml:1:3: character U+001B is not allowed"}},
		{"written escape", "a: 1\nb: \"x\\x1b[31m\"\n", []string{"f.yaml:2:4: character U+001B is not allowed"}},
		{"written C1", "b: \"\\u009b\"\n", []string{"f.yaml:1:4: character U+009B is not allowed"}},
		{"raw C1", "b: \"\u009b\"\n", []string{"f.yaml:1:5: character U+009B is not allowed"}},
		{"escape in a key", "\"a\\x1b\": 1\n", []string{"f.yaml:1:1: character U+001B is not allowed in a key"}},
		{"raw bidi override", "a: é\u202e\n", []string{"f.yaml:1:5: character U+202E is not allowed"}},
		{"written bidi isolate", "a: \"\\u2066\"\n", []string{"f.yaml:1:4: character U+2066 is not allowed"}},
		{"line separator", "a: x\u2028y\n", []string{"f.yaml:1:5: character U+2028 is not allowed"}},
		{"lone carriage return", "a: 1\rb: 2\n", []string{"f.yaml:1:5: character U+000D is not allowed"}},
		{"written carriage return", "a: \"\\r\"\n", []string{"f.yaml:1:4: character U+000D is not allowed"}},
		{"byte order mark inside", "a: \ufeff\n", []string{"f.yaml:1:4: character U+FEFF is not allowed"}},
		{"not UTF-8", "a: \xff\n", []string{"f.yaml:1:4: is not UTF-8 text; save the file as UTF-8"}},
		{"UTF-16 without its mark", "a\x00:\x00", []string{"f.yaml:1:2: is not text, or not saved as UTF-8; save the file as UTF-8"}},
		{"UTF-16 cut off", "\xff\xfea\x00:", []string{"f.yaml:1:1: is not UTF-8 text; save the file as UTF-8"}},
		{"half a character", "a: b\nc: \"é \\ud83d\\ude00\"\n", []string{`f.yaml:2:7: one half of a character stands here (\ud83d and the like); write the character itself`}},
		{"half a character in JSON", `{"a": "\ud83d"}`, []string{`f.yaml:1:8: one half of a character stands here (\ud83d and the like); write the character itself`}},
		{"long text", "a: " + strings.Repeat("é", 20_001) + "\n", []string{"f.yaml:1:4: a text has 20001 characters; at most 20000 are allowed"}},
		{"long key", strings.Repeat("k", 101) + ": 1\n", []string{"f.yaml:1:1: a key has more than 100 characters"}},
		{"long list", "a: [" + strings.Repeat("b,", 2001) + "]\n", []string{"f.yaml:1:4: has 2001 entries; at most 2000 are allowed"}},
		{"deep", "a: " + strings.Repeat("[", 16) + "x" + strings.Repeat("]", 16) + "\n", []string{"f.yaml:1:19: is nested more than 16 deep"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := strictyaml.Parse("f.yaml", []byte(tt.data), strictyaml.Limits{})
			if diff := cmp.Diff(tt.want, lines(err)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A grammar mistake has a line and comes alone; the line is where to look.
func TestParseGrammar(t *testing.T) {
	tests := []struct {
		name, data, want string
	}{
		{"colon in a text", "a: 1\nb: one: two\n", `f.yaml:2: ": " cannot stand here; check the spaces at the start of the line, or put the text in quotes`},
		{"tab", "a:\n\tb: 1\n", "f.yaml:2:1: a tab stands where spaces are needed; use spaces at the start of a line"},
		{"at sign", "a: 1\nb: @home\n", "f.yaml:2: a text cannot begin with this character (tab, @, % or `); put the text in quotes"},
		{"open quote", "a: 1\nb: \"x\n", "f.yaml:2: a quote is opened here and never closed"},
		{"open list", "x: 1\na: [1, 2\n", `f.yaml:2: a "," or the closing "]" of a list was expected near here`},
		{"indentation far down", "x: 1\na:\n    b: 1\n   c: 2\nd: 1\n", "f.yaml:4: a key with a colon was expected; check the spaces at the start of the lines here"},
		{"list among keys", "x: 1\na:\n  b: 1\n  c: 2\n  - d\ne: 1\n", "f.yaml:5: a key with a colon was expected; check the spaces at the start of the lines here"},
		{"key among list", "x: 1\na:\n  - b\n  - c\n  d: 1\n", "f.yaml:5: a list item (\"- \") was expected; check the spaces at the start of the lines here"},
		{"no colon", "a: 1\nb\nc: 2\n", `f.yaml:2: a ":" after a key was expected near here`},
		{"first line", "@\n", "f.yaml:1: a text cannot begin with this character (tab, @, % or `); put the text in quotes"},
		{"second document broken", "a: 1\n---\nb: @\n", "f.yaml:3: a text cannot begin with this character (tab, @, % or `); put the text in quotes"},
		{"half an alias", "a: *\n", "f.yaml:1: a text cannot begin with * or &; put the text in quotes"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := strictyaml.Parse("f.yaml", []byte(tt.data), strictyaml.Limits{})
			if doc != nil {
				t.Error("a document came with a grammar mistake")
			}
			if diff := cmp.Diff([]string{tt.want}, lines(err)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestParseAccepts(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"plain", "a: one # comment\n", "one"},
		{"byte order mark in front", "\ufeffa: one\n", "one"},
		{"Windows line ends", "# c\r\na: |-\r\n  one\r\n  two\r\n", "one\ntwo"},
		{"tab and line feed in block text", "a: |\n  one\ttwo\n  three\n", "one\ttwo\nthree\n"},
		{"emoji and right-to-left text", "a: 😀 שלום \u200d\n", "😀 שלום \u200d"},
		{"words of YAML 1.1", "a: no\n", "no"},
		{"number as it is written", "a: 010\n", "010"},
		{"date as it is written", "a: 2026-11-24\n", "2026-11-24"},
		{"deepest", "a: one\nb: " + strings.Repeat("[", 15) + "x" + strings.Repeat("]", 15) + "\n", "one"},
		{"end marker", "a: one\n...\n", "one"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := strictyaml.Parse("f.yaml", []byte(tt.data), strictyaml.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, doc.Root().Entries()[0].Value.Text()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Hostile files cost a loader that decodes them into structs a minute. Half a
// second is the promise, which the benchmark shows; the test allows for the race
// detector on a busy machine and still finds a reader that takes a minute.
func TestParseIsQuick(t *testing.T) {
	if testing.Short() {
		t.Skip(`takes long; "make test" runs it`)
	}
	for _, tt := range hostile() {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			err := readHostile(tt.data)
			if err == nil {
				t.Error("accepted")
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
			if n := len(lines(err)); n > 101 {
				t.Errorf("%d lines of mistakes", n)
			}
		})
	}
}

func BenchmarkHostile(b *testing.B) {
	for _, tt := range hostile() {
		b.Run(tt.name, func(b *testing.B) {
			for b.Loop() {
				_ = readHostile(tt.data)
			}
		})
	}
}

func readHostile(data string) error {
	doc, err := strictyaml.Parse("f.yaml", []byte(data), strictyaml.Limits{})
	if err == nil {
		doc.Root().Mapping("a", "b")
		err = doc.Err()
	}
	return err
}

func hostile() []struct{ name, data string } {
	var keys, bomb strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&keys, "k%d: v\n", i)
	}
	bomb.WriteString("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n")
	for i := range 12 {
		fmt.Fprintf(&bomb, "a%d: &a%d [%s]\n", i+1, i+1, strings.Repeat(fmt.Sprintf("*a%d,", i), 10))
	}
	return []struct{ name, data string }{
		{"100,000 keys", keys.String()},
		{"150,000 garbage lines", strings.Repeat("a:\n", 150_000)},
		{"alias bomb", bomb.String()},
		{"20 MB", "a: " + strings.Repeat("x", 20<<20)},
		{"nesting", strings.Repeat("[", 1<<19)},
		{"nesting that closes", strings.Repeat("{a: ", 9_000) + strings.Repeat("}", 9_000)},
		{"control characters", strings.Repeat("\x01\n", 1<<19)},
		{"one long text", "aaaa: " + strings.Repeat("x", 1<<19)},
	}
}

func TestLimits(t *testing.T) {
	tests := []struct {
		name   string
		limits strictyaml.Limits
		want   string
	}{
		{"bytes", strictyaml.Limits{Bytes: 5}, "f.yaml: has 17 bytes; at most 5 are read"},
		{"text", strictyaml.Limits{Text: 3}, "f.yaml:2:4: a text has 4 characters; at most 3 are allowed"},
		{"keys", strictyaml.Limits{Keys: 1}, "f.yaml:1:1: has 2 entries; at most 1 are allowed"},
		{"depth", strictyaml.Limits{Depth: 1}, "f.yaml:1:4: is nested more than 1 deep"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := strictyaml.Parse("f.yaml", []byte("a: [one]\nb: four\n"), tt.limits)
			if diff := cmp.Diff([]string{tt.want}, lines(err)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
