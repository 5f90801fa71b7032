package strictyaml_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks/strictyaml"
)

// packedFiles are files with every kind of value and text.
var packedFiles = []string{
	"schema: a/v1\nnumber: 010\nempty:\ntilde: ~\nlist: [one, \"two\", 'it''s']\nmap: {a: 1, b: }\n",
	"# comment\nrösti: ünïcode\nescaped: \"a\\tb\"\nblock: |\n  one\n  two\nfolded: a\n  b\nmaps:\n  - a: 1\n  - b: [[x]]\n    c: {}\n",
	"alone\n",
}

func parsed(t *testing.T, files []string) (names []string, docs []*strictyaml.Document) {
	t.Helper()
	for i, data := range files {
		names = append(names, fmt.Sprintf("f%d.yaml", i))
		doc, err := strictyaml.Parse(names[i], []byte(data), strictyaml.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, doc)
	}
	return names, docs
}

// An unpacked document is read as the file is, to the place of each mistake.
func TestPack(t *testing.T) {
	names, docs := parsed(t, packedFiles)
	trees, texts, err := strictyaml.Pack(docs, packedFiles)
	if err != nil {
		t.Fatal(err)
	}
	if all := strings.Join(packedFiles, ""); !strings.HasPrefix(texts, all) || len(texts) > len(all)+40 {
		t.Errorf("texts that stand in the files are there again: %q", texts)
	}
	unpacked, err := strictyaml.Unpack(names, string(trees), texts)
	if err != nil {
		t.Fatal(err)
	}
	if got := unpacked[0].Schema().Text(); got != "a/v1" {
		t.Errorf("before anything else is read, the schema is %q", got)
	}
	for i := range docs {
		if diff := cmp.Diff(strictyaml.Dump(docs[i]), strictyaml.Dump(unpacked[i])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", names[i], diff)
		}
	}
	unpacked[0].Root().Mapping("schema").Need("number")
	if got, want := lines(unpacked[0].Err())[0], `f0.yaml:2:1: unknown key "number": must be schema`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	unpacked[0] = unpacked[0].Again()
	again, _, err := strictyaml.Pack(unpacked, packedFiles)
	if err != nil || string(again) != string(trees) {
		t.Errorf("packed again it is not the same: %v", err)
	}
}

func TestPackRefusesMistakes(t *testing.T) {
	doc, err := strictyaml.Parse("f.yaml", []byte("a: 1\na: 2\n"), strictyaml.Limits{})
	if err == nil {
		t.Fatal("accepted")
	}
	if _, _, err := strictyaml.Pack([]*strictyaml.Document{doc}, []string{""}); err == nil {
		t.Error("a file with a mistake was packed")
	}
}

// Whatever is cut off or changed, it is an error or another tree, and no panic.
func TestUnpackDamaged(t *testing.T) {
	names, docs := parsed(t, packedFiles)
	packed, texts, err := strictyaml.Pack(docs, packedFiles)
	if err != nil {
		t.Fatal(err)
	}
	trees := string(packed)
	for i := range len(trees) {
		if _, err := strictyaml.Unpack(names, trees[:i], texts); err == nil {
			t.Errorf("cut off after %d bytes it was accepted", i)
		}
		for _, c := range []byte{0, 1, 0x7f, 0x80, 0xff} {
			changed := trees[:i] + string([]byte{c}) + trees[i+1:]
			docs, err := strictyaml.Unpack(names, changed, texts)
			if err != nil {
				continue
			}
			for _, d := range docs {
				d.Schema()
				strictyaml.Dump(d)
			}
		}
	}
	docs, err = strictyaml.Unpack(names, trees, texts[:len(texts)/2])
	if err != nil {
		t.Fatal(err)
	}
	last := docs[len(docs)-1]
	if last.Root().Mapping(); last.Err() == nil {
		t.Error("accepted without half of the texts")
	}
	if _, err := strictyaml.Unpack(names[:1], trees, texts); err == nil {
		t.Error("accepted with trees too many")
	}
}
