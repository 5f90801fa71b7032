package word

import (
	"fmt"
	"strings"
	"unicode"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// paragraph writes a paragraph in a style, "" for running text; nothing for a
// text without words.
func (f *file) paragraph(style string, t doc.Text) {
	f.styled(inStyle(style), t)
}

func inStyle(style string) string {
	if style == "" {
		return ""
	}
	return `<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`
}

// styled writes a paragraph with these properties of a paragraph.
func (f *file) styled(properties string, t doc.Text) {
	if runs := f.runs(t, ""); runs != "" {
		f.body.WriteString(`<w:p>` + properties + runs + `</w:p>`)
	}
}

// runs returns the runs of a text; style is that of a character, for all of it.
// A gap between two spans stays one space.
func (f *file) runs(t doc.Text, look string) string {
	var out strings.Builder
	for _, span := range t {
		said := escaped(span.Text)
		if said == "" {
			if strings.Contains(span.Text, " ") && out.Len() > 0 {
				out.WriteString(run(look, " ")) // it parts two others
			}
			continue
		}
		if strings.HasPrefix(span.Text, " ") && out.Len() > 0 {
			said = " " + said
		}
		if strings.HasSuffix(span.Text, " ") {
			said += " "
		}
		properties := look
		if span.Bold {
			properties += `<w:b/>`
		}
		if mark := f.marks[span.See]; span.See != "" && mark != "" {
			fmt.Fprintf(&out, `<w:hyperlink w:anchor="%s" w:history="1">%s</w:hyperlink>`, mark, run(`<w:rStyle w:val="Hyperlink"/>`+properties, said))
			continue
		}
		if target := doc.LinkTarget(span.URL); target != "" {
			fmt.Fprintf(&out, `<w:hyperlink r:id="%s" w:history="1">%s</w:hyperlink>`, f.link(target), run(`<w:rStyle w:val="Hyperlink"/>`+properties, said))
			continue
		}
		out.WriteString(run(properties, said))
	}
	return out.String()
}

// run returns a run of text that is escaped already. One in letters that run from
// right to left says so, or Word would take its signs and numbers for text of the
// other direction.
func run(properties, text string) string {
	if fromRight(text) {
		properties += `<w:rtl/>`
	}
	if properties != "" {
		properties = `<w:rPr>` + properties + `</w:rPr>`
	}
	return `<w:r>` + properties + `<w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

// fromRight reports whether a text has letters that run from right to left, and no
// others.
func fromRight(text string) bool {
	right := false
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko):
			right = true
		case unicode.IsLetter(r):
			return false
		}
	}
	return right
}

// link returns the id of the relation that leads to an address.
func (f *file) link(target string) string {
	for i, known := range f.links {
		if known == target {
			return linkID(i)
		}
	}
	f.links = append(f.links, target)
	return linkID(len(f.links) - 1)
}

func linkID(i int) string { return fmt.Sprintf("link%d", i+1) }

// Heading draws a heading; chapters begin no page of their own, so that a person
// who edits the file decides where pages end.
func (f *file) Heading(h doc.Heading) {
	text := words.Line(h.Text)
	if text == "" {
		return
	}
	mark := f.chapters[f.at]
	fmt.Fprintf(&f.body, `<w:p><w:pPr><w:pStyle w:val="Heading%d"/></w:pPr><w:bookmarkStart w:id="%d" w:name="%s"/>%s<w:bookmarkEnd w:id="%d"/></w:p>`,
		min(max(h.Level, 1), 3), f.at+1, mark, run("", escaped(text)), f.at+1)
}

// Paragraph draws a paragraph.
func (f *file) Paragraph(p doc.Paragraph) { f.paragraph("", p.Text) }

// Note draws a paragraph set apart.
func (f *file) Note(n doc.Note) { f.paragraph("Note", n.Text) }

// List draws a list; each numbered one begins at 1.
func (f *file) List(l doc.List) {
	if len(l.Items) == 0 {
		return
	}
	f.lists = append(f.lists, l.Ordered)
	for _, item := range l.Items {
		f.styled(fmt.Sprintf(`<w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr></w:pPr>`, len(f.lists)), item)
	}
}

// Contents draws links to the chapters that follow.
func (f *file) Contents(doc.Contents) {
	for _, c := range f.titles {
		if c.at < f.at {
			continue
		}
		fmt.Fprintf(&f.body, `<w:p><w:pPr><w:pStyle w:val="ListParagraph"/></w:pPr><w:hyperlink w:anchor="%s" w:history="1">%s</w:hyperlink></w:p>`,
			c.mark, run(`<w:rStyle w:val="Hyperlink"/>`, escaped(c.title)))
	}
}

// PageBreak starts a page.
func (f *file) PageBreak(doc.PageBreak) {
	f.body.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
}
