package strictyaml_test

import (
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hygeia/frameworks/strictyaml"
)

// both reads a text in both ways and fails unless they come to the same; it
// returns whether the quick one read it at all.
func both(t interface{ Fatalf(string, ...any) }, data string, limits strictyaml.Limits) bool {
	quick, ok := strictyaml.Quickly(data, limits)
	if !ok {
		return false
	}
	slow, err := strictyaml.Slowly(data, limits)
	if err != nil {
		t.Fatalf("yaml.v3 refuses it: %v\n%s", err, data)
	}
	if diff := cmp.Diff(strictyaml.Dump(slow), strictyaml.Dump(quick)); diff != "" {
		t.Fatalf("(-yaml.v3 +quick):\n%s\n%s", diff, data)
	}
	return true
}

// Every file of ours is read as yaml.v3 reads it. Which of them are read quickly
// is told, so that nobody loses the speed without noticing.
func TestQuickFiles(t *testing.T) {
	files, slow := 0, []string{}
	err := filepath.WalkDir(filepath.Join("..", ".."), func(path string, e fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".yaml" || strings.Contains(path, string(filepath.Separator)+"err"+string(filepath.Separator)) {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files++
		if !both(t, string(data), strictyaml.Limits{}) {
			slow = append(slow, filepath.ToSlash(path))
		}
		return nil
	})
	if err != nil || files < 30 {
		t.Fatalf("%d files: %v", files, err)
	}
	t.Logf("%d of %d are left to yaml.v3: %s", len(slow), files, strings.Join(slow, " "))
	for _, path := range slow {
		if strings.Contains(path, "/questions/") || strings.Contains(path, "/catalogs/") {
			t.Errorf("%s is not read quickly", path)
		}
	}
}

func TestQuick(t *testing.T) {
	tests := []struct {
		name, data string
		quick      bool
	}{
		{"nested", "a:\n  b: 1\n  c:\n    - x\n    - y: 1\n      z: 2\n    - {}\nd: []\n", true},
		{"comments", "# one\na: 1 # two\n\n# three\nb:\n  # four\n  c: \"x\" # five\n  # six\n", true},
		{"quotes", "\"no\": \"a: b # c\"\nb: \"\\\\ \\\" \\n \\t\"\nc: [\"a, b\", c]\n", true},
		{"block", "a: |\n  one\n\n    two\n  # not a comment\nb: |-\n  x\n\n\nc: 1\n", true},
		{"words", "a: [one two, it's,3 ]\nb: [ x ]\n", true},
		{"braces", "a: {b: 1, \"no\": x y, c: https://x.org/a}\nd: {}\ne:\n  - {f: \"}\" } # x\n", true},
		{"null", "a: null\nnull: x\nb: [Null]\nc: \"null\"\n", true},
		{"characters of two bytes", "a: é\nb: [é, ü]\nc: \"é\"\n", true},
		{"nothing after the colon", "a:\nb: 1\n", false},
		{"list not indented", "a:\n- 1\n", false},
		{"text goes on", "a: one\n  two\n", false},
		{"item goes on", "a:\n  - one\n    two\n", false},
		{"quote goes on", "a: \"one\n  two\"\n", false},
		{"other quotes", "a: 'one'\n", false},
		{"other escape", "a: \"\\x41\"\n", false},
		{"folded", "a: >\n  one\n", false},
		{"kept", "a: |+\n  one\n\n", false},
		{"empty block", "a: |\nb: 1\n", false},
		{"block begins empty", "a: |\n\n  one\n", false},
		{"anchor", "a: &x 1\n", false},
		{"tag", "a: !!str 1\n", false},
		{"merge", "<<: 1\n", false},
		{"twice", "a: 1\nb: 2\na: 3\n", false},
		{"two documents", "a: 1\n---\nb: 2\n", false},
		{"colon in a text", "a: b: c\n", false},
		{"colon at the end", "a: b:\n", false},
		{"key with a space", "a b: c\n", false},
		{"tab", "a:\t1\n", false},
		{"Windows line ends", "a: 1\r\n", false},
		{"no line end", "a: 1", false},
		{"list outside", "- a\n", false},
		{"list in a list", "a:\n  - - b\n", false},
		{"braces with nothing", "a: {b: }\n", false},
		{"braces with a word", "a: {b}\n", false},
		{"braces with a key twice", "a: {b: 1, b: 2}\n", false},
		{"braces in braces", "a: {b: {c: 1}}\n", false},
		{"map in brackets", "a: [b: c]\n", false},
		{"brackets go on", "a: [b,\n  c]\n", false},
		{"comma at the end", "a: [b, ]\n", true},
		{"indent in between", "a:\n    b: 1\n  c: 2\n", false},
		{"empty", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := both(t, tt.data, strictyaml.Limits{}); got != tt.quick {
				t.Errorf("read quickly: %t, want %t", got, tt.quick)
			}
		})
	}
}

// What we write is read quickly.
func TestQuickReadsOurs(t *testing.T) {
	m := strictyaml.NewMap()
	m.Comment("a comment")
	m.Word("recorded", "2026-09-14T10:00:00Z")
	m.Text("no", "yes")
	m.Text("quoted", "- \"a\": b\t#")
	m.Map("none")
	m.List("nothing")
	files := m.List("files")
	for range 2 {
		f := files.Map()
		f.Text("name", "questions/access.yaml")
		f.Text("text", "schema: x\n\n# a comment\nlist:\n  - a: [b]\n")
		f.Text("note", "two\nlines")
		f.List("words").Text("one: two")
	}
	m.Comment("the end")
	data, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if !both(t, string(data), strictyaml.Limits{}) {
		t.Errorf("not read quickly:\n%s", data)
	}
}

// The limits hold in both ways.
func TestQuickLimits(t *testing.T) {
	const data = "a: one\nb: [x, y]\nc:\n  d:\n    e: é\n"
	for _, limits := range []strictyaml.Limits{{Text: 2}, {Keys: 2}, {Depth: 2}} {
		if both(t, data, limits) {
			t.Errorf("%+v: read", limits)
		}
	}
	if !both(t, data, strictyaml.Limits{Text: 3, Keys: 3, Depth: 3}) {
		t.Error("not read within the limits")
	}
}

// Whatever is put together of the pieces of such files, both ways come to the
// same or the quick one declines.
func TestQuickOrDeclines(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "b: ", "c:", "- ", "-", "  ", "    ", "\n", "\n", "\n  ", "\n    ", "\n  - ", "\n      ", "|", "|-", "|+", ">",
		"[", "]", ", ", ",", "{}", "[]", "{", "}", "{a: ", "\"", "\"no\": ", "\\n", "\\", "'", "#", " # x", "null", "~", "é", "\u00a0", ": ", ":", "?", "? ", "&a", "*a", "!x", "---", "...", "\t", "%", "@", "1", ".", "x y", "<<", "|2"})
	read := 0
	rapid.Check(t, func(t *rapid.T) {
		data := "k: 1\n" + strings.Join(rapid.SliceOfN(piece, 0, 14).Draw(t, "pieces"), "") + "\n"
		if both(t, data, strictyaml.Limits{}) {
			read++
		}
	})
	if read == 0 {
		t.Error("not one was read quickly")
	}
}

// FuzzQuick is the same for any bytes.
func FuzzQuick(f *testing.F) {
	for _, seed := range []string{
		"schema: a/v1\nlist:\n  - a: 1\n    b: [x, \"y\"]\n  - |\n    text\n\nc: \"x\\n\" # y\n",
		"e: {f: 1, \"g\": x:y, h: z }\n", "a: |-\n  one\n # two\nb:\n  - c\n  -  d: {}\n", "\"no\": (x)\n# end\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) { both(t, data, strictyaml.Limits{Bytes: math.MaxInt}) })
}
