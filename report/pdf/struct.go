package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"

	"hygeia/frameworks/words"
	"hygeia/report/typeset"
)

// figureBox is where a figure stands on its page, in mm from the top.
type figureBox struct {
	page        int  // 0 for a figure that is not drawn yet
	many        bool // on more than one page: it has no box
	top, bottom float64
	start, end  float64
}

// structure writes the structure tree of a drawn document into its file, and
// makes each link an object of its own, which the tree can name.
type structure struct {
	file    *pdfFile
	tags    *tagger
	pages   []int             // their object numbers
	areas   map[*linkArea]int // object numbers
	numbers map[*element]int  // object numbers
	notes   []int             // object numbers, for the tree of names
	owners  []*element        // of the link areas, in the order of their keys
	height  float64           // of the paper, in mm
}

// addStructure adds the tags of p to a file it drew.
func (p *layout) addStructure(f *pdfFile) error {
	s := &structure{file: f, tags: p.tags, areas: map[*linkArea]int{}, numbers: map[*element]int{}, height: p.height}
	if err := s.links(p.page); err != nil {
		return err
	}
	metadata := f.add(p.metadata())
	p.tags.root.drop()
	root := s.tree()
	entries := fmt.Sprintf("/Lang (en-US)\n/MarkInfo <</Marked true>>\n/ViewerPreferences <</DisplayDocTitle true>>\n/StructTreeRoot %d 0 R\n/Metadata %d 0 R\n", root, metadata)
	return f.insert(f.root, "<<\n/Type /Catalog\n", entries)
}

// gofpdf writes the links of a page into the page itself, in the order they were drawn.
var (
	annotations = words.Pattern(`\n/Annots \[(.*)\]\n`)
	annotation  = words.Pattern(`^<</Type /Annot /Subtype /Link (/Rect \[[-0-9. ]+\]) /Border \[0 0 0\] ` +
		`(/A <</S /URI /URI \((?:[^()\\]|\\.)*\)>>|/Dest \[[-0-9]+ 0 R /XYZ 0 [-0-9.]+ null\])>>`)
)

// links takes the links out of the pages.
func (s *structure) links(pages int) error {
	s.tags.grow(pages)
	for i := range pages {
		number := 3 + 2*i // gofpdf's page, followed by its content
		s.pages = append(s.pages, number)
		entries := fmt.Sprintf("/StructParents %d\n/Tabs /S\n", i)
		if err := s.file.insert(number, "<</Type /Page\n", entries); err != nil {
			return err
		}
		if err := s.pageLinks(number, pages, s.tags.areas[i]); err != nil {
			return err
		}
	}
	return nil
}

// firstAnnotation is the first of several: the pattern looks at all it is given.
func firstAnnotation(list []byte) []byte {
	const begins = "<</Type /Annot "
	if len(list) > len(begins) {
		if next := bytes.Index(list[len(begins):], []byte(begins)); next >= 0 {
			return list[:len(begins)+next]
		}
	}
	return list
}

func (s *structure) pageLinks(number, pages int, areas []*linkArea) error {
	page := s.file.objects[number-1]
	m := annotations().FindSubmatchIndex(page)
	if m == nil {
		if len(areas) > 0 {
			return fmt.Errorf("page object %d has no links, but %d were drawn", number, len(areas))
		}
		return nil
	}
	var list []string
	rest := page[m[2]:m[3]]
	for _, area := range areas {
		parts := annotation().FindSubmatch(firstAnnotation(rest))
		if parts == nil {
			break
		}
		rest = rest[len(parts[0]):]
		body := fmt.Appendf(nil, "<</Type /Annot /Subtype /Link %s /Border [0 0 0] /F 4 /StructParent %d /P %d 0 R /Contents %s %s>>",
			parts[1], pages+len(s.owners), number, pdfString(area.words), parts[2])
		s.owners = append(s.owners, area.owner)
		s.areas[area] = s.file.add(body)
		list = append(list, fmt.Sprintf("%d 0 R", s.areas[area]))
	}
	if len(list) != len(areas) || len(rest) > 0 {
		return fmt.Errorf("page object %d has other links than were drawn", number)
	}
	s.file.objects[number-1] = []byte(string(page[:m[2]]) + strings.Join(list, " ") + string(page[m[3]:]))
	return nil
}

// tree adds the elements, parents before children, and returns the number of
// the root.
func (s *structure) tree() int {
	root := s.file.nextPacked()
	s.number(s.tags.root, root+1)
	s.file.pack(nil) // the root, written when all are known
	s.element(s.tags.root, root)
	var parents bytes.Buffer
	parents.WriteString("<</Nums [")
	for page, owners := range s.tags.marks {
		fmt.Fprintf(&parents, "%d [%s] ", page, s.references(owners))
	}
	for i, owner := range s.owners {
		fmt.Fprintf(&parents, "%d %d 0 R ", len(s.pages)+i, s.numbers[owner])
	}
	parents.WriteString("]>>")
	parentTree := s.file.pack(parents.Bytes())
	body := fmt.Sprintf("<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d", root+1, parentTree, len(s.pages)+len(s.owners))
	if len(s.notes) > 0 {
		var names strings.Builder
		for i, n := range s.notes {
			fmt.Fprintf(&names, "(%s) %d 0 R ", noteID(i), n)
		}
		body += fmt.Sprintf(" /IDTree %d 0 R", s.file.pack(fmt.Appendf(nil, "<</Names [%s]>>", names.String())))
	}
	s.file.packed[root-1-len(s.file.objects)] = []byte(body + ">>")
	return root
}

// number gives numbers in the order in which the elements are added, and returns
// the next one.
func (s *structure) number(e *element, next int) int {
	s.numbers[e] = next
	next++
	for _, k := range e.kids {
		if k.element != nil {
			next = s.number(k.element, next)
		}
	}
	return next
}

func (s *structure) references(owners []*element) string {
	list := make([]string, len(owners))
	for i, owner := range owners {
		list[i] = fmt.Sprintf("%d 0 R", s.numbers[owner])
	}
	return strings.Join(list, " ")
}

// noteID names a note, which must have a name of its own; the names sort as they come.
func noteID(i int) string { return fmt.Sprintf("note%06d", i+1) }

func (s *structure) element(e *element, parent int) {
	var out bytes.Buffer
	fmt.Fprintf(&out, "<</S/%s/P %d 0 R", e.kind, parent)
	if e.kind == "Note" {
		fmt.Fprintf(&out, "/ID(%s)", noteID(len(s.notes)))
		s.notes = append(s.notes, s.numbers[e])
	}
	if e.alt != "" {
		fmt.Fprintf(&out, "/Alt %s", pdfString(e.alt))
	}
	if attrs := words.Join(" ", e.attrs, s.box(e)); attrs != "" {
		fmt.Fprintf(&out, "/A<<%s>>", attrs)
	}
	page := e.firstPage()
	if page > 0 {
		fmt.Fprintf(&out, "/Pg %d 0 R", s.pages[page-1])
	}
	out.WriteString("/K[")
	for _, k := range e.kids {
		s.kid(&out, k, page)
	}
	out.WriteString("]>>")
	s.file.pack(out.Bytes())
	for _, k := range e.kids {
		if k.element != nil {
			s.element(k.element, s.numbers[e])
		}
	}
}

// firstPage is the page of the first marks that are e's own, 0 for none.
func (e *element) firstPage() int {
	for _, k := range e.kids {
		if k.element == nil {
			return k.page
		}
	}
	return 0
}

func (s *structure) kid(out *bytes.Buffer, k kid, page int) {
	switch {
	case k.element != nil:
		fmt.Fprintf(out, "%d 0 R ", s.numbers[k.element])
	case k.area != nil:
		fmt.Fprintf(out, "<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>> ", s.areas[k.area], s.pages[k.page-1])
	case k.page == page:
		fmt.Fprintf(out, "%d ", k.mark)
	default:
		fmt.Fprintf(out, "<</Type/MCR/Pg %d 0 R/MCID %d>> ", s.pages[k.page-1], k.mark)
	}
}

// box is the attribute that says where a figure on one page stands.
func (s *structure) box(e *element) string {
	b := e.box
	if e.kind != kindFigure || b.page == 0 || b.many {
		return ""
	}
	return fmt.Sprintf("/O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]",
		b.start/typeset.MMPerPoint, (s.height-b.bottom)/typeset.MMPerPoint, b.end/typeset.MMPerPoint, (s.height-b.top)/typeset.MMPerPoint)
}

var escapes = strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`)

// pdfString writes a text as PDF does: as it is where it is plain, or else in
// UTF-16, in hexadecimal digits.
func pdfString(s string) string {
	plain := strings.IndexFunc(s, func(r rune) bool { return r < ' ' || r > '~' }) < 0
	if plain {
		return "(" + escapes.Replace(s) + ")"
	}
	var out strings.Builder
	out.WriteString("<FEFF")
	for _, unit := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&out, "%04X", unit)
	}
	return out.String() + ">"
}
