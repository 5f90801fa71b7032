package frameworks

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"testing"
)

// The digest is that of all files, wherever the hash over the first ones comes from.
func TestDigestIsOfAllFiles(t *testing.T) {
	c, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	changed := slices.Clone(c.files)
	changed[0].text += "\n"
	for name, files := range map[string][]content{
		"shipped":                    c.files,
		"with own ones":              append(slices.Clone(c.files), content{"own/a.yaml", "a"}, content{"own/b.yaml", "b"}),
		"with one before the others": append(slices.Clone(c.files), content{"a.yaml", "a"}),
		"changed":                    changed,
		"without the first":          c.files[1:],
		"none of them":               {{"own/a.yaml", "a"}},
		"none":                       nil,
	} {
		h := sha256.New()
		addTo(h, slices.SortedFunc(slices.Values(files), byName))
		if got, want := sum(files), "sha256:"+hex.EncodeToString(h.Sum(nil)); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if sum(c.files) != c.digest {
		t.Error("the digest of the shipped files is not the one they were compiled with")
	}
}
