package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
)

// searched is how much of each part is looked through for a text, in bytes.
const searched = 4 << 20

// Holds reports whether a workbook has a text in its cells, as far as the beginning
// of its parts tells. It is for recognizing a file: cells are not put together.
func Holds(data []byte, text string) bool {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	for _, f := range archive.File {
		name := strings.TrimPrefix(f.Name, "/")
		if name != "xl/sharedStrings.xml" && !strings.HasPrefix(name, "xl/worksheets/") {
			continue
		}
		if r, err := f.Open(); err == nil {
			part, _ := io.ReadAll(io.LimitReader(r, searched)) // a damaged part is told when it is read
			r.Close()
			if bytes.Contains(part, []byte(text)) {
				return true
			}
		}
	}
	return false
}
