package frameworks

import (
	_ "embed"
	"errors"
	"strconv"
	"strings"
	"sync"
	"weak"

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

// compiledFiles are the shipped files, and where their trees are read.
type compiledFiles struct {
	digest string
	files  []content
	index  map[string]int // of the files by name
	search string         // for unpackIndex
	head   func() summed  // for their digest

	packed, texts string // for [strictyaml.Unpack]
	mu            sync.Mutex
	unpacked      weak.Pointer[trees]
}

// trees are those of the shipped files, two megabytes. Whoever reads libraries holds
// them: no library points into them.
type trees struct {
	docs []*strictyaml.Document // one for each file
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
	packed, search, whole := cutAt(body, ofTrees)
	if !ok || !whole {
		return nil, errCompiled
	}
	c := &compiledFiles{digest: lines[1], index: map[string]int{}, search: search, packed: packed, texts: texts}
	for rest := texts; len(c.files) < len(lines)-2; {
		size, name, _ := strings.Cut(lines[len(c.files)+2], " ")
		text, after, ok := cutAt(rest, size)
		if !ok {
			return nil, errCompiled
		}
		c.index[name] = len(c.files)
		c.files = append(c.files, content{name, text})
		rest = after
	}
	c.head = sync.OnceValue(c.sumHead)
	if _, err := c.trees(); err != nil {
		return nil, err
	}
	return c, nil
}

// trees returns the trees of the files, which are unpacked anew once nobody held
// them any more.
func (c *compiledFiles) trees() (*trees, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if known := c.unpacked.Value(); known != nil {
		return known, nil
	}
	names := make([]string, len(c.files))
	for i, f := range c.files {
		names[i] = f.name
	}
	docs, err := strictyaml.Unpack(names, c.packed, c.texts)
	if err != nil {
		return nil, errCompiled
	}
	t := &trees{docs}
	c.unpacked = weak.Make(t)
	return t, nil
}

// cutAt cuts off so many bytes; false if there are not so many.
func cutAt(s, bytes string) (before, after string, ok bool) {
	n, err := strconv.Atoi(bytes)
	if err != nil || n < 0 || n > len(s) {
		return "", "", false
	}
	return s[:n], s[n:], true
}
