package frameworks

import (
	_ "embed"
	"errors"
	"strconv"
	"strings"
	"sync"

	"hygeia/frameworks/strictyaml"
)

// The shipped content is compiled: reading its YAML would be most of what a
// command has to do. The file holds the parsed and checked tree of each YAML
// file, whatever its questions mean, and the files themselves, which a finished
// quarter keeps. It is written anew by "make generate" after every change of the
// YAML, and a test holds it against the YAML.
//
//go:generate go test -run ^TestCompiled$ . -update
//go:embed shipped.bin
var compiledContent string

// compiledSchema is its first line. The second is the digest of the files, then
// comes a line "length name" for each, an empty line, a line with the length of
// all texts and that of the trees, the texts and the trees, as [strictyaml.Pack]
// returns them, and what [Library.pack] makes of the questions and resources.
const compiledSchema = "hygeia/shipped/v2"

// compiledFiles are the shipped files with their trees.
type compiledFiles struct {
	digest string
	files  []content
	docs   []*strictyaml.Document // one for each file
	index  map[string]int         // of the files by name
	search string                 // for unpackIndex
}

var compiled = sync.OnceValues(func() (*compiledFiles, error) { return readCompiled(compiledContent) })

// errCompiled says what to do about a file no program should have been built with.
var errCompiled = errors.New(`the content this program was built with is damaged; "make generate" makes it again`)

func readCompiled(data string) (*compiledFiles, error) {
	head, body, _ := strings.Cut(data, "\n\n")
	lines := strings.Split(head, "\n")
	if len(lines) < 2 || lines[0] != compiledSchema {
		return nil, errCompiled
	}
	sizes, body, _ := strings.Cut(body, "\n")
	ofTexts, ofTrees, _ := strings.Cut(sizes, " ")
	texts, body, ok := cutAt(body, ofTexts)
	trees, search, whole := cutAt(body, ofTrees)
	if !ok || !whole {
		return nil, errCompiled
	}
	c := &compiledFiles{digest: lines[1], index: map[string]int{}, search: search}
	var names []string
	for rest := texts; len(c.files) < len(lines)-2; {
		size, name, _ := strings.Cut(lines[len(c.files)+2], " ")
		text, after, ok := cutAt(rest, size)
		if !ok {
			return nil, errCompiled
		}
		c.index[name] = len(c.files)
		c.files = append(c.files, content{name, text})
		names, rest = append(names, name), after
	}
	var err error
	if c.docs, err = strictyaml.Unpack(names, trees, texts); err != nil {
		return nil, errCompiled
	}
	return c, nil
}

// cutAt cuts off so many bytes; false if there are not so many.
func cutAt(s, bytes string) (before, after string, ok bool) {
	n, err := strconv.Atoi(bytes)
	if err != nil || n < 0 || n > len(s) {
		return "", "", false
	}
	return s[:n], s[n:], true
}
