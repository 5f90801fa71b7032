package cmd

import (
	"os"
	"path/filepath"
	"testing"
)

// A result is not written over the file that it is made from, by whatever name.
func TestApart(t *testing.T) {
	dir := t.TempDir()
	logo, link, other := filepath.Join(dir, "logo.png"), filepath.Join(dir, "link.png"), filepath.Join(dir, "other.png")
	for _, path := range []string{logo, other} {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	links := os.Symlink(logo, link) == nil
	for _, c := range []struct {
		output, input string
		refused       bool
	}{
		{logo, logo, true},
		{filepath.Join(dir, ".", "logo.png"), logo, true},
		{link, logo, links},
		{other, logo, false},
		{filepath.Join(dir, "new.pdf"), logo, false},
		{logo, "", false},
		{"", logo, false},
		{os.DevNull, os.DevNull, false},
	} {
		if err := apart(c.output, c.input); (err != nil) != c.refused {
			t.Errorf("%s from %s: %v, want refused %v", c.output, c.input, err, c.refused)
		}
	}
}
