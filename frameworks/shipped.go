package frameworks

import (
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
)

//go:embed questions/*.yaml catalogs/*.yaml contradictions.yaml glossary.yaml incident.yaml ladder.yaml resources.yaml thresholds.yaml
var embedded embed.FS

// ShippedFiles returns the content the program brings along: sorted by name, and
// then the catalogs in the order in which they are asked.
// The slice and the bytes are the caller's.
func ShippedFiles() []File {
	var files []File
	// The embedded tree is fixed when the program is built: walking and reading
	// it cannot fail, and it is walked in the order of the names.
	_ = fs.WalkDir(embedded, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := embedded.ReadFile(name)
		files = append(files, File{Name: name, Data: data})
		return err
	})
	slices.SortStableFunc(files, func(a, b File) int { return rank(a.Name) - rank(b.Name) })
	return files
}

// catalogs is the order in which the shipped frameworks are asked and shown.
var catalogs = []string{"hph-cpg", "hicp-2023", "nist-csf-2.0", "hipaa-security-rule", "cisa-cpg-2.0"}

// rank is a catalog's place in that order, and -1 for every other file.
func rank(name string) int {
	return slices.Index(catalogs, strings.TrimSuffix(path.Base(name), ".yaml"))
}

// Shipped returns the library of the shipped content alone. It is loaded on the
// first call; an error means that the program was built from broken content,
// which the tests of this package prevent.
func Shipped() (*Library, error) { return shipped() }

var shipped = sync.OnceValues(func() (*Library, error) { return Load(ShippedFiles()...) })
