package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"hygeia/frameworks/words"
)

// metadata is the stream in which search tools and libraries look up what a file
// is (XMP, ISO 16684-1). It says the same as the document information.
func (p *layout) metadata() []byte {
	var out strings.Builder
	out.WriteString(`<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
`)
	field := func(name, open, value, shut string) {
		if value != "" {
			fmt.Fprintf(&out, "<%s>%s%s%s</%s>\n", name, open, escapeXML(value), shut, name)
		}
	}
	const alt, altEnd = `<rdf:Alt><rdf:li xml:lang="x-default">`, `</rdf:li></rdf:Alt>`
	field("dc:title", alt, p.title(), altEnd)
	field("dc:creator", `<rdf:Seq><rdf:li>`, p.doc.Subject, `</rdf:li></rdf:Seq>`)
	field("dc:description", alt, p.subject(), altEnd)
	field("dc:language", `<rdf:Bag><rdf:li>`, "en-US", `</rdf:li></rdf:Bag>`)
	field("dc:rights", alt, words.Join(", ", p.doc.Marking, p.doc.Legal), altEnd)
	date := p.date.Format("2006-01-02T15:04:05")
	field("xmp:CreateDate", "", date, "")
	field("xmp:ModifyDate", "", date, "")
	field("xmp:MetadataDate", "", date, "")
	field("xmp:CreatorTool", "", p.doc.Program, "")
	field("pdf:Producer", "", producer, "")
	out.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return fmt.Appendf(nil, "<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream", out.Len(), out.String())
}

// producer is the program that wrote the pages.
const producer = "gofpdf 1.16.2"

// subject says of whom and of when a document is.
func (p *layout) subject() string { return words.Join(", ", p.doc.Subject, p.doc.Period) }

// title is what a reader's window and a list of files show: whose report it is, and
// of when.
func (p *layout) title() string { return words.Join(", ", p.doc.Subject, p.doc.Title, p.doc.Period) }

func escapeXML(s string) string {
	var out bytes.Buffer
	xml.EscapeText(&out, []byte(s)) // into memory: cannot fail
	return out.String()
}
