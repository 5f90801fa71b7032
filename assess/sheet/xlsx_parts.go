package sheet

import (
	"fmt"
	"strings"
)

// The styles of cells, by their number in stylesPart.
const (
	stylePlain = iota
	styleHead
	styleTitle
	styleNote
	styleOpen
	styleStrong
	styleFaint
	styleLabel
)

const (
	mainSpace     = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	officeSpace   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageSpace  = "http://schemas.openxmlformats.org/package/2006/relationships"
	sheetType     = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	corePropsType = "application/vnd.openxmlformats-package.core-properties+xml"
)

// stylesPart gives cells their look; the order of cellXfs is that of the constants.
const stylesPart = `<styleSheet xmlns="` + mainSpace + `">` +
	`<fonts count="5"><font><sz val="10"/><name val="Arial"/></font>` +
	`<font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Arial"/></font>` +
	`<font><b/><sz val="14"/><name val="Arial"/></font>` +
	`<font><b/><sz val="10"/><name val="Arial"/></font>` +
	`<font><sz val="7"/><color rgb="FF767676"/><name val="Arial"/></font></fonts>` +
	`<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
	`<fill><patternFill patternType="solid"><fgColor rgb="FF1F3A5F"/></patternFill></fill>` +
	`<fill><patternFill patternType="solid"><fgColor rgb="FFFFF8E1"/></patternFill></fill></fills>` +
	`<borders count="2"><border/><border><left style="thin"><color rgb="FFBFBFBF"/></left><right style="thin"><color rgb="FFBFBFBF"/></right>` +
	`<top style="thin"><color rgb="FFBFBFBF"/></top><bottom style="thin"><color rgb="FFBFBFBF"/></bottom></border></borders>` +
	`<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="8">` +
	`<xf borderId="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` +
	`<xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>` +
	`<xf fontId="2" applyFont="1"/><xf/>` +
	`<xf numFmtId="49" fillId="3" borderId="1" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="top" wrapText="1"/><protection locked="0"/></xf>` +
	`<xf fontId="3" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` +
	`<xf fontId="4" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` +
	`<xf fontId="3" applyFont="1" applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf>` +
	`</cellXfs></styleSheet>`

const packageRelations = `<Relationships xmlns="` + packageSpace + `">` +
	`<Relationship Id="rId1" Type="` + officeSpace + `/officeDocument" Target="xl/workbook.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
	`</Relationships>`

func coreProperties(title string) string {
	return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		`<dc:title>` + escape(title) + `</dc:title></cp:coreProperties>`
}

func contentTypes(sheets int) string {
	var b strings.Builder
	b.WriteString(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="` + sheetType + `sheet.main+xml"/>` +
		`<Override PartName="/xl/styles.xml" ContentType="` + sheetType + `styles+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="` + corePropsType + `"/>`)
	for i := range sheets {
		fmt.Fprintf(&b, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="`+sheetType+`worksheet+xml"/>`, i+1)
	}
	b.WriteString(`</Types>`)
	return b.String()
}

// workbookPart names the sheets, what of them carries a filter, and the rows
// that print on every page.
func workbookPart(tables []Table) string {
	var sheets, names strings.Builder
	for i, t := range tables {
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, escape(t.Name), i+1, i+1)
		quoted := escape("'" + strings.ReplaceAll(t.Name, "'", "''") + "'")
		head := t.headRow() + 1
		if t.Filter && len(t.Columns) > 0 {
			fmt.Fprintf(&names, `<definedName name="_xlnm._FilterDatabase" localSheetId="%d" hidden="1">%s!$A$%d:$%s$%d</definedName>`,
				i, quoted, head, columnName(len(t.Columns)-1), head+len(t.Rows))
		}
		fmt.Fprintf(&names, `<definedName name="_xlnm.Print_Titles" localSheetId="%d">%s!$%d:$%d</definedName>`, i, quoted, head, head)
	}
	return `<workbook xmlns="` + mainSpace + `" xmlns:r="` + officeSpace + `"><sheets>` + sheets.String() + `</sheets>` +
		`<definedNames>` + names.String() + `</definedNames></workbook>`
}

func workbookRelations(sheets int) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="` + packageSpace + `">`)
	for i := range sheets {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="`+officeSpace+`/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, i+1)
	}
	fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="`+officeSpace+`/styles" Target="styles.xml"/></Relationships>`, sheets+1)
	return b.String()
}
