package frameworks_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

// A bundle gives back the same library, file by file, and the same bytes again.
func TestBundle(t *testing.T) {
	if testing.Short() {
		t.Skip(`takes long; "make test" runs it`)
	}
	awkward := small(t)
	f := awkward["resources.yaml"]
	awkward["resources.yaml"] = frameworks.File{
		Name: "own/naïve file.yaml",
		Data: []byte("\ufeff" + strings.ReplaceAll(string(f.Data), "\n", "\r\n") + "\r\n\r\n  # spaces  \r\n    \r\n#\ttab"),
	}
	libraries := map[string]func() (*frameworks.Library, error){
		"shipped": frameworks.Shipped,
		"small":   func() (*frameworks.Library, error) { return load(small(t)) },
		"awkward": func() (*frameworks.Library, error) { return load(awkward) },
	}
	for name, loadIt := range libraries {
		t.Run(name, func(t *testing.T) {
			lib, err := loadIt()
			if err != nil {
				t.Fatal(err)
			}
			data, err := lib.Bundle()
			if err != nil {
				t.Fatal(err)
			}
			back, err := new(frameworks.Reader).LoadBundle("content/x.yaml", string(data), nil)
			if err != nil {
				t.Fatal(err)
			}
			if lib.Digest != back.Digest {
				t.Errorf("digest %s, back %s", lib.Digest, back.Digest)
			}
			if diff := cmp.Diff(lib.Files(), back.Files()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			again, err := back.Bundle()
			if err != nil || !bytes.Equal(data, again) {
				t.Errorf("the second bundle differs: %v", err)
			}
		})
	}
}

// People read a bundle: the files in it stand there as they are.
func TestBundleIsReadable(t *testing.T) {
	lib, err := load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	data, err := lib.Bundle()
	if err != nil {
		t.Fatal(err)
	}
	want := `schema: hygeia/content/v1
files:
  - name: catalog.yaml
    text: |
      schema: hygeia/framework/v1
      id: doors-2026
`
	if diff := cmp.Diff(want, string(data[:len(want)])); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestLoadBundleRefuses(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"newer", "schema: hygeia/content/v3\nfiles: []\n",
			`b.yaml:1:9: schema "hygeia/content/v3": this file was written for a newer hygeia; this one reads hygeia/content/v2`},
		{"something else", "schema: hygeia/questions/v1\n",
			`b.yaml:1:9: schema "hygeia/questions/v1": must be hygeia/content/v1 or hygeia/content/v2`},
		{"nothing", "a: 1\n", `b.yaml:1:1: missing key "schema": must be hygeia/content/v1 or hygeia/content/v2`},
		{"keys", "schema: hygeia/content/v1\nfiles:\n  - {name: a.yaml, txt: b}\n",
			"b.yaml:3:5: missing key \"text\"\nb.yaml:3:20: unknown key \"txt\": did you mean text?"},
		{"damaged inside", "schema: hygeia/content/v1\nfiles:\n  - {name: a.yaml, text: \"schema: hygeia/questions/v1\"}\n",
			"b.yaml: a file in it is damaged:\na.yaml:1:1: missing key \"questions\"\n" +
				"no file has the schema hygeia/thresholds/v1; it holds the numbers of the scoring"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := new(frameworks.Reader).LoadBundle("b.yaml", tt.data, nil)
			if diff := cmp.Diff(tt.want, fmt.Sprint(err)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// beside returns content in which little differs from the small library, the bundle
// of it beside that of the small one, and where both are kept.
func beside(t *testing.T, change string) (*frameworks.Library, string, map[string]string) {
	t.Helper()
	first, err := load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	whole, err := first.Bundle()
	if err != nil {
		t.Fatal(err)
	}
	kept := map[string]string{first.Digest: string(whole)}
	lib, text := besides(t, change, first.Digest, kept)
	return lib, text, kept
}

// besides keeps another content, with a changed glossary, beside the one with that digest.
func besides(t *testing.T, change, digest string, kept map[string]string) (*frameworks.Library, string) {
	t.Helper()
	files := small(t)
	f := files["glossary.yaml"]
	f.Data = append(f.Data, "# "+change+"\n"...)
	files["glossary.yaml"] = f
	lib, err := load(files)
	if err != nil {
		t.Fatal(err)
	}
	data, err := new(frameworks.Reader).BundleBeside(lib, digest, from(kept))
	if err != nil {
		t.Fatal(err)
	}
	kept[lib.Digest] = string(data)
	return lib, string(data)
}

func from(kept map[string]string) frameworks.Kept {
	return func(digest string) (name, text string, err error) {
		text, ok := kept[digest]
		if !ok {
			err = errors.New("there is none")
		}
		return digest[:12] + ".yaml", text, err
	}
}

// What a bundle has in common with another is in that one only, and it is always
// one that leaves nothing out.
func TestBundleBeside(t *testing.T) {
	second, text, kept := beside(t, "second")
	third, last := besides(t, "third", second.Digest, kept)
	first, err := load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string]struct {
		lib  *frameworks.Library
		text string
	}{"second": {second, text}, "third": {third, last}} {
		t.Run(name, func(t *testing.T) {
			begin := "schema: hygeia/content/v2\nsame_as: " + first.Digest + "\nfiles:\n  - name: catalog.yaml\n  - name: "
			if !strings.HasPrefix(b.text, begin) {
				t.Errorf("it begins %q, want %q", b.text[:min(len(b.text), len(begin))], begin)
			}
			if got := strings.Count(b.text, "text: "); got != 1 {
				t.Errorf("%d files have a text, want the one that was changed", got)
			}
			back, err := new(frameworks.Reader).LoadBundle("b.yaml", b.text, from(kept))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(b.lib.Files(), back.Files()); diff != "" || back.Digest != b.lib.Digest {
				t.Errorf("digest %s, back %s (-want +got):\n%s", b.lib.Digest, back.Digest, diff)
			}
		})
	}
}

// Where little is the same, a bundle stands alone.
func TestBundleBesideAnother(t *testing.T) {
	shipped, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	_, _, kept := beside(t, "second")
	for digest := range kept {
		data, err := new(frameworks.Reader).BundleBeside(shipped, digest, from(kept))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(data), "schema: hygeia/content/v1\n") {
			t.Errorf("it begins %q", data[:30])
		}
	}
}

// What a bundle leaves out must be there as it was.
func TestLoadBundleBesideRefuses(t *testing.T) {
	tests := map[string]struct {
		damage func(first string, kept map[string]string)
		want   string
	}{
		"lost": {func(first string, kept map[string]string) { delete(kept, first) }, "there is none"},
		"changed": {func(first string, kept map[string]string) {
			kept[first] = strings.Replace(kept[first], "door", "doar", 1)
		}, "was changed"},
		"another": {func(first string, kept map[string]string) {
			kept[first] = "schema: hygeia/content/v2\nsame_as: " + first + "\nfiles: []\n"
		}, "was changed"},
		"damaged": {func(first string, kept map[string]string) { kept[first] = "schema: [" }, ".yaml:1"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, text, kept := beside(t, "second")
			first, err := load(small(t))
			if err != nil {
				t.Fatal(err)
			}
			tt.damage(first.Digest, kept)
			_, err = new(frameworks.Reader).LoadBundle("b.yaml", text, from(kept))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%v, want %q", err, tt.want)
			}
		})
	}
	_, err := new(frameworks.Reader).LoadBundle("b.yaml", "schema: hygeia/content/v2\nsame_as: abc\nfiles: []\n", nil)
	if want := `b.yaml:2:10: same_as "abc": must be the digest`; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%v, want %q", err, want)
	}
}
