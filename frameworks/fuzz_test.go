package frameworks_test

import (
	"testing"

	"hygeia/frameworks"
)

// FuzzLoad: no file makes the loader panic, and a library it accepts survives
// its bundle with the same digest.
func FuzzLoad(f *testing.F) {
	files := small(f)
	for _, file := range files {
		f.Add(string(file.Data))
	}
	for _, seed := range []string{
		"schema: hygeia/questions/v1\nquestions: [{key: a, needs: [a]}, {}, x]\n",
		"schema: hygeia/framework/v1\nid: hph-cpg\nsections: [{groups: [{}]}, {requirements: [{extent: full}]}]\n",
		"schema: hygeia/thresholds/v1\nthreats: {}\nsizes: [{small: [2, 1], medium: []}]\n",
		"schema: hygeia/resources/v1\nresources: [{csf: [1], url: \"https://[\"}]\n",
		"schema: hygeia/incident/v1\ncalls: [{links: [{url: \"https://[\"}]}, x]\nclocks: {}\nfirst: [{}]\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
		list := []frameworks.File{{Name: "own/fuzz.yaml", Data: []byte(data)}}
		for name, file := range files {
			// One file of the kind under test is enough where there may be one only.
			if name == "thresholds.yaml" && len(data)%2 == 0 {
				continue
			}
			list = append(list, file)
		}
		for _, lib := range []func() (*frameworks.Library, error){
			func() (*frameworks.Library, error) { return frameworks.Load(list...) },
			func() (*frameworks.Library, error) { return frameworks.Load(list[0]) },
		} {
			l, err := lib()
			if err != nil {
				continue
			}
			bundle, err := l.Bundle()
			if err != nil {
				t.Fatal(err)
			}
			back, err := new(frameworks.Reader).LoadBundle("b", string(bundle), nil)
			if err != nil {
				t.Fatal(err)
			}
			if back.Digest != l.Digest {
				t.Errorf("digest %s, back %s", l.Digest, back.Digest)
			}
		}
	})
}
