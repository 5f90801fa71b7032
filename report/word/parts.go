package word

import (
	"fmt"
	"strings"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

const (
	wordSpace   = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	officeSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	spaces      = `xmlns:w="` + wordSpace + `" xmlns:r="` + officeSpace + `" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
		`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`
	relationSpace = "http://schemas.openxmlformats.org/package/2006/relationships"
	typePrefix    = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>` +
	`<Override PartName="/word/document.xml" ContentType="` + typePrefix + `document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="` + typePrefix + `styles+xml"/>` +
	`<Override PartName="/word/numbering.xml" ContentType="` + typePrefix + `numbering+xml"/>` +
	`<Override PartName="/word/settings.xml" ContentType="` + typePrefix + `settings+xml"/>` +
	`<Override PartName="/word/header1.xml" ContentType="` + typePrefix + `header+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="` + typePrefix + `footer+xml"/>` +
	`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
	`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>` +
	`</Types>`

const packageRelations = `<Relationships xmlns="` + relationSpace + `">` +
	`<Relationship Id="rId1" Type="` + officeSpace + `/officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
	`<Relationship Id="rId3" Type="` + officeSpace + `/extended-properties" Target="docProps/app.xml"/></Relationships>`

const settings = `<w:settings xmlns:w="` + wordSpace + `"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

// properties are what a file manager shows: title and date, and no person.
func properties(d *doc.Document) string {
	title := words.Join(" · ", words.Line(d.Title), words.Line(d.Subject), words.Line(d.Period))
	date := ""
	if d.Date != "" {
		date = `<dcterms:created xsi:type="dcterms:W3CDTF">` + escaped(d.Date) + `T00:00:00Z</dcterms:created>`
	}
	return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
		`xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>` + escaped(title) + `</dc:title><dc:language>en-US</dc:language>` + date + `</cp:coreProperties>`
}

func application(d *doc.Document) string {
	return `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>` + escaped(d.Program) + `</Application></Properties>`
}

// document is the main part.
func (f *file) document() string {
	return `<w:document ` + spaces + `><w:body>` + f.body.String() +
		fmt.Sprintf(`<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>`+
			`<w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="1300" w:right="%d" w:bottom="1200" w:left="%d" w:header="560" w:footer="480" w:gutter="0"/></w:sectPr>`,
			f.size.width, f.size.height, margin, margin) + `</w:body></w:document>`
}

// relations name the parts and the addresses that the main part refers to.
func (f *file) relations() string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="` + relationSpace + `">`)
	for _, r := range [][2]string{{"styles", "styles.xml"}, {"numbering", "numbering.xml"}, {"settings", "settings.xml"}, {"header", "header1.xml"}, {"footer", "footer1.xml"}} {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="`+officeSpace+`/%s" Target="%s"/>`, r[0], r[0], r[1])
	}
	if f.picture {
		b.WriteString(`<Relationship Id="logo" Type="` + officeSpace + `/image" Target="media/logo.png"/>`)
	}
	for i, target := range f.links {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="`+officeSpace+`/hyperlink" Target="%s" TargetMode="External"/>`, linkID(i), escaped(target))
	}
	b.WriteString(`</Relationships>`)
	return b.String()
}

// numbering has a definition for dots and one for numbers, and an instance for
// each list.
func (f *file) numbering() string {
	var b strings.Builder
	b.WriteString(`<w:numbering xmlns:w="` + wordSpace + `">`)
	for i, level := range []string{`<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>`, `<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>`} {
		fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>%s<w:lvlJc w:val="left"/>`+
			`<w:pPr><w:ind w:left="420" w:hanging="300"/></w:pPr></w:lvl></w:abstractNum>`, i, level)
	}
	for i, ordered := range f.lists {
		kind := 0
		if ordered {
			kind = 1
		}
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="%d"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`, i+1, kind)
	}
	b.WriteString(`</w:numbering>`)
	return b.String()
}

// header has the marks and the user's own line.
func header(d *doc.Document) string {
	var b strings.Builder
	b.WriteString(`<w:hdr ` + spaces + `>`)
	for _, line := range words.Present(escaped(d.Marks()), escaped(d.Legal)) {
		b.WriteString(`<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>` + run("", line) + `</w:p>`)
	}
	if d.Marks() == "" && escaped(d.Legal) == "" {
		b.WriteString(`<w:p/>`)
	}
	return b.String() + `</w:hdr>`
}

// footer has the marks again, the program, the date and the number of the page.
func footer(d *doc.Document, size pageSize) string {
	field := func(name string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + name + ` </w:instrText></w:r>` +
			`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	left := words.Join(" · ", d.Marks(), words.Line(d.Legal), words.Line(d.Program), words.Line(d.Date))
	return `<w:ftr ` + spaces + `><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="` + fmt.Sprint(size.text) + `"/></w:tabs></w:pPr>` +
		run("", escaped(left)) + `<w:r><w:tab/></w:r>` + run("", "Page ") + field("PAGE") + run("", " of ") + field("NUMPAGES") + `</w:p></w:ftr>`
}
