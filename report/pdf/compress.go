package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
)

// compressor compresses the streams of one file. Its writers are used again and
// again, since each takes a megabyte; gofpdf would make one for each page.
type compressor struct {
	pages, others *zlib.Writer
	out           bytes.Buffer
}

// stream returns the body of a stream object, with its entries.
func (z *compressor) stream(entries string, data []byte) []byte {
	if z.others == nil {
		z.others = zlib.NewWriter(&z.out)
	}
	z.compress(z.others, data)
	return fmt.Appendf(nil, "<<%s /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream", entries, z.out.Len(), z.out.Bytes())
}

// compress leaves compressed data in out.
func (z *compressor) compress(w *zlib.Writer, data []byte) {
	z.out.Reset()
	w.Reset(&z.out)
	w.Write(data) // into memory: cannot fail
	w.Close()
}

// compressPages compresses the content of each page, as gofpdf does it.
func (f *pdfFile) compressPages(pages int, z *compressor) error {
	if z.pages == nil {
		z.pages, _ = zlib.NewWriterLevel(&z.out, zlib.BestSpeed) // a level there is
	}
	for i := range pages {
		number := 4 + 2*i // the content follows its page, the first of which is object 3
		head, rest, isStream := bytes.Cut(f.objects[number-1], []byte(">>\nstream\n"))
		data, ends := bytes.CutSuffix(rest, []byte("\nendstream"))
		if !isStream || !ends || !bytes.HasPrefix(head, []byte("<</Length ")) {
			return fmt.Errorf("object %d is not the content of page %d", number, i+1)
		}
		z.compress(z.pages, data)
		f.objects[number-1] = fmt.Appendf(nil, "<</Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream", z.out.Len(), z.out.Bytes())
	}
	return nil
}
