package frameworks_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

// A bundle gives back the same library, file by file, and the same bytes again.
func TestBundle(t *testing.T) {
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
			back, err := new(frameworks.Reader).LoadBundle("content/x.yaml", data)
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
		{"newer", "schema: hygeia/content/v2\nfiles: []\n",
			`b.yaml:1:9: schema "hygeia/content/v2": this file was written for a newer hygeia; this one reads hygeia/content/v1`},
		{"something else", "schema: hygeia/questions/v1\n",
			`b.yaml:1:9: schema "hygeia/questions/v1": must be hygeia/content/v1`},
		{"nothing", "a: 1\n", `b.yaml:1:1: missing key "schema": must be hygeia/content/v1`},
		{"keys", "schema: hygeia/content/v1\nfiles:\n  - {name: a.yaml, txt: b}\n",
			"b.yaml:3:5: missing key \"text\"\nb.yaml:3:20: unknown key \"txt\": did you mean text?"},
		{"damaged inside", "schema: hygeia/content/v1\nfiles:\n  - {name: a.yaml, text: \"schema: hygeia/questions/v1\"}\n",
			"b.yaml: a file in it is damaged:\na.yaml:1:1: missing key \"questions\"\n" +
				"no file has the schema hygeia/thresholds/v1; it holds the numbers of the scoring"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := new(frameworks.Reader).LoadBundle("b.yaml", []byte(tt.data))
			if diff := cmp.Diff(tt.want, fmt.Sprint(err)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// What the quick way of reading a bundle accepts, the YAML reader reads the same.
func FuzzBundleLines(f *testing.F) {
	lib, err := frameworks.Shipped()
	if err != nil {
		f.Fatal(err)
	}
	whole, err := lib.Bundle()
	if err != nil {
		f.Fatal(err)
	}
	const head = "schema: hygeia/content/v1\nfiles:\n"
	f.Add(whole)
	for _, seed := range []string{
		"", head, head + "  - name: a.yaml\n    text: |\n      a: 1\n", head + "  - name: a.yaml\n    text: |\n      a: 1\n\n",
		head + "  - name: a.yaml\n    text: |\n       a: 1\n", head + "  - name: a.yaml\n    text: |\n      a\n\n      b\n  - name: b.yaml\n    text: |\n      c\n",
		head + "  - name: a.yaml\n    text: |\n      a", head + "  - name: a.yaml\n    text: |\n      a\n# x\n", head + "  - name: a.yaml\n    text: |\n      \n      a\n",
		head + "  - name: null\n    text: |\n      a\n", head + "  - name: a.yaml\n    text: |\n      a\n   \n      b\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		quick, ok := frameworks.BundleLines(data)
		if !ok {
			return
		}
		slow, err := frameworks.BundleYAML(data)
		if err != nil && !strings.Contains(err.Error(), "is not allowed") && !strings.Contains(err.Error(), "not UTF-8") {
			t.Fatalf("accepted, but YAML says %v\n%q", err, data)
		}
		if err == nil {
			if diff := cmp.Diff(slow, quick); diff != "" {
				t.Fatalf("(-yaml +lines)\n%s", diff)
			}
		}
	})
}

// What we write is read the quick way.
func TestBundleIsReadByLines(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	data, err := lib.Bundle()
	if err != nil {
		t.Fatal(err)
	}
	if files, ok := frameworks.BundleLines(data); !ok || frameworks.DigestOf(files...) != lib.Digest {
		t.Errorf("%d files, %v", len(files), ok)
	}
}
