package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// made is the time of every part in a workbook: the same tables, the same bytes.
var made = time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)

// WriteWorkbook writes the tables as an Excel workbook, one sheet each. Texts are
// texts, whatever they begin with. Properties name the title and nobody.
func WriteWorkbook(w io.Writer, title string, tables ...Table) error {
	if err := checkTables(tables); err != nil {
		return err
	}
	z := zip.NewWriter(w)
	add := func(name, text string) error {
		out, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: made})
		if err != nil {
			return err
		}
		_, err = io.WriteString(out, xml.Header+text)
		return err
	}
	parts := [][2]string{
		{"[Content_Types].xml", contentTypes(len(tables))},
		{"_rels/.rels", packageRelations},
		{"docProps/core.xml", coreProperties(title)},
		{"xl/workbook.xml", workbookPart(tables)},
		{"xl/_rels/workbook.xml.rels", workbookRelations(len(tables))},
		{"xl/styles.xml", stylesPart},
	}
	for i, t := range tables {
		parts = append(parts, [2]string{fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), worksheet(t)})
	}
	for _, p := range parts {
		if err := add(p[0], p[1]); err != nil {
			return err
		}
	}
	return z.Close()
}

// checkTables refuses what Excel would not open.
func checkTables(tables []Table) error {
	seen := map[string]bool{}
	for _, t := range tables {
		name := strings.ToLower(t.Name)
		switch {
		case t.Name == "" || utf8.RuneCountInString(t.Name) > 31 || strings.ContainsAny(t.Name, `[]:*?/\`):
			return fmt.Errorf("sheet name %q: must have 1 to 31 characters and none of [ ] : * ? / \\", t.Name)
		case seen[name]:
			return fmt.Errorf("sheet name %q: stands twice", t.Name)
		}
		seen[name] = true
		if err := t.checkChoices(); err != nil {
			return err
		}
	}
	return nil
}

func (t Table) checkChoices() error {
	lists := make([][]string, len(t.Columns))
	for i, c := range t.Columns {
		lists[i] = c.Choices
	}
	for _, row := range t.Rows {
		for _, c := range row {
			lists = append(lists, c.Choices)
		}
	}
	for _, choices := range lists {
		if list := strings.Join(choices, ","); len(list) > 255 || strings.Count(list, ",")+1 > max(1, len(choices)) {
			return fmt.Errorf("sheet %q, choices %q: must have at most 255 characters together and no comma", t.Name, list)
		}
	}
	return nil
}

// worksheet returns one sheet: title and notes, the head row, the rows.
func worksheet(t Table) string {
	var b strings.Builder
	b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`)
	b.WriteString(`<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
	head := t.headRow()
	fmt.Fprintf(&b, `<sheetViews><sheetView workbookViewId="0"><pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`, head+1, head+2)
	b.WriteString(`<cols>`)
	for i, c := range t.Columns {
		width := c.Width
		if width == 0 {
			width = 12
		}
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, width)
	}
	b.WriteString(`</cols><sheetData>`)
	t.above(&b)
	row := head
	writeRow(&b, row, t.height(t.heads()), t.heads(), func(int) int { return styleHead })
	for _, cells := range t.Rows {
		row++
		writeRow(&b, row, t.height(cells), cells, t.style)
	}
	b.WriteString(`</sheetData>`)
	if t.Locked {
		b.WriteString(`<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" autoFilter="0" sort="0"/>`)
	}
	if t.Filter && len(t.Columns) > 0 {
		fmt.Fprintf(&b, `<autoFilter ref="A%d:%s%d"/>`, head+1, columnName(len(t.Columns)-1), row+1)
	}
	t.choices(&b, head+2, row+1)
	orientation := "portrait"
	if t.Wide {
		orientation = "landscape"
	}
	fmt.Fprintf(&b, `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup orientation="%s" fitToHeight="0"/>`, orientation)
	b.WriteString(`<headerFooter>`)
	if t.Mark != "" {
		fmt.Fprintf(&b, `<oddHeader>&amp;R%s</oddHeader>`, escape(strings.ReplaceAll(t.Mark, "&", "&&")))
	}
	b.WriteString(`<oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>`)
	return b.String()
}

// headRow is the row of the heads, counted from 0.
func (t Table) headRow() int {
	n := len(t.Notes) + len(t.Fields)
	if t.Title != "" {
		n++
	}
	return n
}

// above writes the title, the notes and the fields, a row each.
func (t Table) above(b *strings.Builder) {
	row := 0
	if t.Title != "" {
		writeRow(b, row, 0, []Cell{Text(t.Title)}, func(int) int { return styleTitle })
		row++
	}
	for _, note := range t.Notes {
		writeRow(b, row, 0, []Cell{Text(note)}, func(int) int { return styleNote })
		row++
	}
	for _, f := range t.Fields {
		writeRow(b, row, 0, Texts(f.Label, f.Value), func(column int) int {
			switch {
			case column == 0:
				return styleLabel
			case f.Open:
				return styleOpen
			}
			return stylePlain
		})
		row++
	}
}

func (t Table) heads() []Cell {
	cells := make([]Cell, len(t.Columns))
	for i, c := range t.Columns {
		cells[i] = Text(c.Head)
	}
	return cells
}

// style is that of a column's plain cells.
func (t Table) style(column int) int {
	if column < len(t.Columns) && t.Columns[column].Open {
		return styleOpen
	}
	return stylePlain
}

// choices writes the drop-down lists, one for all cells that have the same.
func (t Table) choices(b *strings.Builder, first, last int) {
	var lists []string
	cells := map[string][]string{}
	add := func(choices []string, where string) {
		list := strings.Join(choices, ",")
		if cells[list] == nil {
			lists = append(lists, list)
		}
		cells[list] = append(cells[list], where)
	}
	for i, c := range t.Columns {
		if len(c.Choices) > 0 && last >= first {
			add(c.Choices, fmt.Sprintf("%s%d:%s%d", columnName(i), first, columnName(i), last))
		}
	}
	for n, row := range t.Rows {
		for i, c := range row {
			if len(c.Choices) > 0 {
				add(c.Choices, columnName(i)+strconv.Itoa(first+n))
			}
		}
	}
	if len(lists) == 0 {
		return
	}
	fmt.Fprintf(b, `<dataValidations count="%d">`, len(lists))
	for _, list := range lists {
		fmt.Fprintf(b,
			`<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="Not one of the choices" error="Choose one of: %s" sqref="%s"><formula1>%s</formula1></dataValidation>`,
			escape(strings.ReplaceAll(list, ",", ", ")), strings.Join(cells[list], " "), escape(`"`+list+`"`))
	}
	b.WriteString(`</dataValidations>`)
}

// writeRow writes one row; a height of 0 leaves it to the program that opens it.
func writeRow(b *strings.Builder, row int, height float64, cells []Cell, style func(column int) int) {
	fmt.Fprintf(b, `<row r="%d"`, row+1)
	if height > 0 {
		fmt.Fprintf(b, ` ht="%g"`, height)
	}
	b.WriteString(`>`)
	for i, c := range cells {
		s := style(i)
		ref := columnName(i) + strconv.Itoa(row+1)
		switch {
		case c.Is == Number:
			fmt.Fprintf(b, `<c r="%s" s="%d"><v>%d</v></c>`, ref, s, c.Number)
		case c.Text == "" && c.Lead == "":
			fmt.Fprintf(b, `<c r="%s" s="%d"/>`, ref, s)
		default:
			switch c.Is {
			case Strong:
				s = styleStrong
			case Faint:
				s = styleFaint
			}
			fmt.Fprintf(b, `<c r="%s" s="%d" t="inlineStr"><is>%s</is></c>`, ref, s, c.inline())
		}
	}
	b.WriteString(`</row>`)
}

// inline returns the text of a cell, its lead in bold.
func (c Cell) inline() string {
	const text = `<t xml:space="preserve">%s</t>`
	if c.Lead == "" {
		return fmt.Sprintf(text, escape(c.Text))
	}
	const run = `<r><rPr>%s<sz val="10"/><rFont val="Arial"/></rPr>` + text + `</r>`
	return fmt.Sprintf(run, "<b/>", escape(c.Lead+"\n")) + fmt.Sprintf(run, "", escape(c.Text))
}

// escape returns a text as it can stand in XML. What XML cannot hold is replaced.
func escape(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	return b.String()
}

// columnName is A for 0, Z for 25, AA for 26.
func columnName(column int) string {
	name := ""
	for column++; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}
