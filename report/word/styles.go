package word

import (
	"strings"

	"hygeia/report/doc"
)

// styles are the looks of everything in the file, under the names Word itself
// uses where it has one, so that changing a style changes the whole report.
func styles() string {
	return `<w:styles xmlns:w="` + wordSpace + `">` +
		`<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="60"/></w:pPr><w:rPr><w:b/><w:color w:val="12304D"/><w:sz w:val="44"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:rPr><w:b/><w:color w:val="44546A"/><w:sz w:val="26"/></w:rPr></w:style>` +
		heading("1", "0", "32", "360") + heading("2", "1", "26", "280") + heading("3", "2", "22", "220") +
		`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Note"><w:name w:val="Note"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="1F6F78"/></w:pBdr><w:ind w:left="200"/></w:pPr><w:rPr><w:color w:val="333F50"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="60"/></w:pPr><w:rPr><w:b/><w:color w:val="44546A"/><w:sz w:val="18"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="60"/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableText"><w:name w:val="Table Text"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:customStyle="1" w:styleId="DenseTableText"><w:name w:val="Dense Table Text"/><w:basedOn w:val="TableText"/><w:qFormat/><w:pPr><w:spacing w:before="0" w:after="0" w:line="220" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="14"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:customStyle="1" w:styleId="AfterTable"><w:name w:val="After Table"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="60" w:line="120" w:lineRule="exact"/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="16"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:color w:val="44546A"/><w:sz w:val="16"/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B5C66"/><w:u w:val="single"/></w:rPr></w:style>` +
		`<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/>` +
		`<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="6" w:color="8497B0"/><w:bottom w:val="single" w:sz="6" w:color="8497B0"/><w:insideH w:val="single" w:sz="4" w:color="D0D7E1"/></w:tblBorders></w:tblPr>` +
		`<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E6ECF3"/></w:tcPr></w:tblStylePr></w:style>` +
		`</w:styles>`
}

// stylesOf returns the looks for a document: those of one that must stay on one
// page are smaller and closer.
func stylesOf(d *doc.Document) string {
	if !d.Compact {
		return styles()
	}
	return strings.NewReplacer(
		`<w:spacing w:after="120" w:line="264" w:lineRule="auto"/>`, `<w:spacing w:after="20" w:line="228" w:lineRule="auto"/>`,
		`<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>`, `<w:spacing w:before="6" w:after="6" w:line="228" w:lineRule="auto"/>`,
		`<w:spacing w:after="60" w:line="120" w:lineRule="exact"/>`, `<w:spacing w:after="0" w:line="60" w:lineRule="exact"/>`,
		`<w:spacing w:after="60"/>`, `<w:spacing w:after="0"/>`,
		`w:before="280" w:after="100"`, `w:before="60" w:after="10"`,
		`<w:sz w:val="20"/>`, `<w:sz w:val="15"/>`, `<w:sz w:val="18"/>`, `<w:sz w:val="15"/>`,
		`<w:sz w:val="26"/>`, `<w:sz w:val="18"/>`, `<w:sz w:val="44"/>`, `<w:sz w:val="28"/>`,
	).Replace(styles())
}

// heading returns the style of a heading: its number, its level in the outline,
// its size in half points and the space above it.
func heading(number, level, size, before string) string {
	return `<w:style w:type="paragraph" w:styleId="Heading` + number + `"><w:name w:val="heading ` + number + `"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>` +
		`<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="` + before + `" w:after="100"/><w:outlineLvl w:val="` + level + `"/></w:pPr>` +
		`<w:rPr><w:b/><w:color w:val="12304D"/><w:sz w:val="` + size + `"/></w:rPr></w:style>`
}
