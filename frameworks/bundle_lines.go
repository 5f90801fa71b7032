package frameworks

import (
	"bytes"
	"regexp"
)

// How [Library.Bundle] writes a file: its name, and its text as a block.
const (
	bundleHead = "schema: " + bundleSchema + "\nfiles:\n"
	fileHead   = "  - name: "
	textHead   = "    text: |\n"
	textIndent = "      "
)

// plainName is a file name that YAML reads as it stands.
var plainName = regexp.MustCompile(`^[a-z][a-z0-9_./-]*\.yaml$`)

// bundleFiles reads the files of a bundle line by line, as long as it is exactly
// as we write it; ok is false for anything else, which is for the YAML reader. A
// folder has a bundle of half a megabyte for each content, and the YAML reader
// takes as long for it as for all its files. The characters are looked at when
// the files themselves are read.
func bundleFiles(data []byte) (files []File, ok bool) {
	rest, ok := bytes.CutPrefix(data, []byte(bundleHead))
	if !ok || bytes.ContainsRune(rest, '\r') {
		return nil, false
	}
	for len(rest) > 0 {
		var f File
		if f, rest, ok = bundleFile(rest); !ok {
			return nil, false
		}
		files = append(files, f)
	}
	return files, len(files) > 0 && len(files) <= maxFiles
}

// bundleFile reads one file from the front of a bundle's lines.
func bundleFile(lines []byte) (f File, rest []byte, ok bool) {
	lines, ok = bytes.CutPrefix(lines, []byte(fileHead))
	if !ok {
		return f, nil, false
	}
	name, lines, _ := bytes.Cut(lines, []byte("\n"))
	lines, ok = bytes.CutPrefix(lines, []byte(textHead))
	if !ok || !plainName.Match(name) {
		return f, nil, false
	}
	f.Name, f.Data = string(name), make([]byte, 0, len(lines))
	for len(lines) > 0 && !bytes.HasPrefix(lines, []byte(fileHead)) {
		end := bytes.IndexByte(lines, '\n') + 1
		line := lines[:end]
		if text, indented := bytes.CutPrefix(line, []byte(textIndent)); indented {
			line = text
		} else if end != 1 { // neither a line of the text nor an empty one; 0 if the last has no end
			return f, nil, false
		}
		f.Data, lines = append(f.Data, line...), lines[end:]
	}
	return f, lines, isBlock(f.Data)
}

// isBlock reports whether a text stands in a block with its own first and last
// line: a block takes its indent from its first line and drops empty lines at its end.
func isBlock(text []byte) bool {
	return len(text) > 1 && text[0] != '\n' && text[0] != ' ' && text[0] != '\t' && !bytes.HasSuffix(text, []byte("\n\n"))
}
