package pdf

import (
	"bytes"
	"crypto/sha256"

	"hygeia/frameworks/words"
)

// writtenFont is the name gofpdf gives a face.
var writtenFont = words.Pattern(`/utf8` + fontFamily + `B?\b`)

// tagFonts names the fonts as the subsets they are: six capital letters and a
// plus sign before the name (ISO 32000-1, 9.6.4). gofpdf cuts a font down to the
// characters used and does not say so. The letters come from the file, so that two
// reports put into one file are not taken to hold the same subset.
func (f *pdfFile) tagFonts() {
	sum := sha256.Sum256(bytes.Join(f.objects, nil))
	regular, bold := "/R"+capitals(sum[:5])+"+LiberationSans", "/B"+capitals(sum[:5])+"+LiberationSans-Bold"
	for i, body := range f.objects {
		if !bytes.HasPrefix(body, []byte("<</Type /Font")) {
			continue
		}
		f.objects[i] = writtenFont().ReplaceAllFunc(body, func(name []byte) []byte {
			if bytes.HasSuffix(name, []byte("B")) {
				return []byte(bold)
			}
			return []byte(regular)
		})
	}
}

// capitals returns a capital letter for each byte.
func capitals(b []byte) string {
	letters := make([]byte, len(b))
	for i := range b {
		letters[i] = 'A' + b[i]%26
	}
	return string(letters)
}
