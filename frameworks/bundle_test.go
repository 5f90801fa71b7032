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
			back, err := new(frameworks.Reader).LoadBundle("content/x.yaml", string(data))
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
			_, err := new(frameworks.Reader).LoadBundle("b.yaml", tt.data)
			if diff := cmp.Diff(tt.want, fmt.Sprint(err)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
