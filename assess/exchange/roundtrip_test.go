package exchange

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hygeia/assess"
	"hygeia/assess/packet"
	"hygeia/assess/sheet"
	"hygeia/frameworks"
	"hygeia/frameworks/strictyaml"
)

// filling is what somebody does with a hand-out: who, when, and the answers by key.
// Questions without one are left alone. A key with stillTrue is only confirmed.
type filling struct {
	by      string
	on      assess.Date
	answers map[string]assess.Answer
	still   map[string]bool
}

// forms are the forms of a hand-out, each filled in as its reader would.
var forms = map[string]func(t testing.TB, p *packet.Packet, f filling) []byte{
	"yaml":     filledYAML,
	"page":     filledPage,
	"message":  func(t testing.TB, p *packet.Packet, f filling) []byte { return quoted(filledPage(t, p, f)) },
	"workbook": filledWorkbook,
	"csv":      filledCSV,
}

// joinsWords are the forms in which a space that must not break is a space: mail
// programs and spreadsheets put them in by themselves.
var joinsWords = map[string]bool{"message": true, "workbook": true, "csv": true}

// import(export(x)) = x, in every form: whatever is answered in a hand-out and taken
// over stands here as it was given, with who and when; what was left open, and what
// was not handed out, stands as before; and taken over once more it changes nothing.
func TestReplyIsTheQuarter(t *testing.T) {
	lib := library(t)
	for name, fill := range forms {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(rt *rapid.T) {
				before, asked, f := anyFilling(rt, lib, t)
				want := copyOf(before)
				for key, ans := range f.answers {
					q, _ := lib.Question(key)
					if joinsWords[name] {
						ans.Note, ans.Reason = strings.ReplaceAll(ans.Note, "\u00a0", " "), strings.ReplaceAll(ans.Reason, "\u00a0", " ")
					}
					if err := want.Put(q, ans, assess.Answer{}, f.by, f.on); err != nil {
						rt.Fatal(err)
					}
				}
				for key := range f.still {
					q, _ := lib.Question(key)
					want.Confirm(q, f.on) // who gave it stays; the log says who confirmed it
				}
				p := packet.New(lib, before, packet.Wish{Keys: asked}, later)
				data := fill(t, p, f)
				if !packet.IsReply(data) {
					rt.Fatal("it is not recognized")
				}
				r, err := packet.Read("x", data, later)
				if err != nil {
					rt.Fatalf("%v\n%s", err, data)
				}
				if r.ID != p.ID || len(r.Wrong) > 0 || len(r.Empty) != len(asked)-len(f.answers)-len(f.still) {
					rt.Fatalf("%s: wrong %+v, empty %v", r.ID, r.Wrong, r.Empty)
				}
				after := copyOf(before)
				m := CombineReply(lib, after, r, "", later)
				if n := len(m.Questions()); n > 0 {
					rt.Fatalf("%d questions: %s", n, told(m))
				}
				if err := m.Apply(); err != nil {
					rt.Fatal(err)
				}
				if diff := cmp.Diff(want.Answers, after.Answers); diff != "" {
					rt.Fatalf("(-answered +taken over)\n%s\n%s", diff, told(m))
				}
				if again := CombineReply(lib, after, r, "", later); len(f.still) == 0 && (again.Changed() || len(again.Questions()) > 0) {
					rt.Fatalf("once more: %s", told(again))
				}
			})
		})
	}
}

// anyFilling draws a quarter with some answers carried into it, a hand-out of some of
// the questions, and what somebody answers to some of those. A carried answer is only
// confirmed or left alone: it may be handed out because it is due.
func anyFilling(rt *rapid.T, lib *frameworks.Library, t *testing.T) (before *assess.Assessment, asked []string, f filling) {
	before = quarter(t, day)
	f = filling{
		by: rapid.SampledFrom([]string{"J. Rivera", "Zo\u00eb \u00d8. 😀", "=Max", "\u05d3\u05e0\u05d4 \u05db\u05d4\u05df", "yes", "O'Neil, \"Pat\""}).Draw(rt, "by"),
		on: day.AddDays(rapid.IntRange(0, 1).Draw(rt, "on")), answers: map[string]assess.Answer{}, still: map[string]bool{},
	}
	for _, q := range rapid.SliceOfNDistinct(rapid.SampledFrom(lib.Questions), 1, 8, func(q *frameworks.Question) string { return q.Key }).Draw(rt, "questions") {
		carried := rapid.IntRange(0, 3).Draw(rt, "carried") == 0
		if carried {
			say(t, before, day, q.Key+"~mostly")
		}
		if rapid.IntRange(0, 9).Draw(rt, "kept") == 0 {
			continue // not handed out
		}
		asked = append(asked, q.Key)
		answered := rapid.IntRange(0, 3).Draw(rt, "answered") > 0
		switch {
		case !answered:
		case carried:
			f.still[q.Key] = true
		default:
			f.answers[q.Key] = anyGiven(q, f.on).Draw(rt, q.Key)
		}
	}
	if len(asked) == 0 {
		asked = append(asked, lib.Questions[0].Key)
	}
	return before, asked, f
}

// hardTexts are what people type, paste and try.
var hardTexts = []string{
	"We wait.", "a: b # c", "\"quoted\"\ntwo lines\n\n  three", "- yes", "Müller & Söhne 😀", "{flow}, [flow]", "'",
	"=1+1", "=HYPERLINK(\"http://example.org\")", "+49 30 1234", "-x", "@here", "'quoted'", "<b>&amp;</b> ]]> <!-- -->",
	"👩\u200d👩\u200d👧 family", "e\u0301 joined", "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd (abc)", "\u0645\u0631\u062d\u0628\u0627\n\u0639\u0627\u0644\u0645", "\u202eturned\u202c", "zero\u200bwidth",
	"tab\there", "a\r\nb\r\nc", "line\u2028apart", "no\u00a0break", "_x000D_ _x0041_", "true", "null", "~", "007", "1e5", "2026-09-14", "9/14/2026", "50%", "1,5; 2",
	"  blanks around  ", "\n\nlines around\n\n", "> quoted\n> twice", "{\"schema\": \"hygeia/packet/v1\"}", "\\ \\n \\\"", "|", "--- ", "...", "Your answer", "\x07bell",
	strings.Repeat("Sehr lang und 😀 noch länger, ", 16) + "Ende",
}

// anyGiven draws an answer that may be given to a question.
func anyGiven(q *frameworks.Question, on assess.Date) *rapid.Generator[assess.Answer] {
	return rapid.Custom(func(t *rapid.T) assess.Answer {
		states := []assess.State{assess.Levelled, assess.OtherWay, assess.Unknown}
		if !q.MustApply {
			states = append(states, assess.NotApplicable)
		}
		text := rapid.SampledFrom(hardTexts)
		ans := assess.Answer{State: rapid.SampledFrom(states).Draw(t, "state")}
		switch ans.State {
		case assess.Levelled:
			ans.Level = frameworks.Level(rapid.IntRange(0, 3).Draw(t, "level"))
		case assess.OtherWay:
			ans.Level = rapid.SampledFrom([]frameworks.Level{frameworks.Partly, frameworks.Mostly}).Draw(t, "reaches")
			ans.Reason, ans.Review = text.Draw(t, "reason"), on.AddDays(rapid.IntRange(1, 300).Draw(t, "days"))
			ans.Approver = rapid.SampledFrom([]string{"CIO", "=CIO", "Dr. Müller-Ł 😀"}).Draw(t, "approver")
		case assess.NotApplicable:
			ans.Reason = text.Draw(t, "reason")
		}
		switch rapid.IntRange(0, 3).Draw(t, "noted") {
		case 0:
			ans.Note = text.Draw(t, "note")
		case 1:
			ans.Note = strings.Repeat(rapid.SampledFrom([]string{"x", "ü", "😀", "=", "word and "}).Draw(t, "of"), rapid.IntRange(1, 222).Draw(t, "long"))
		}
		if rapid.Bool().Draw(t, "proven") {
			p := assess.Proof{Grade: rapid.SampledFrom([]assess.Grade{assess.Said, assess.Paper, assess.Record, assess.Outside}).Draw(t, "kind")}
			if p.What = rapid.SampledFrom([]string{"Policy: mail", "=A1", "Richtlinie 4 ü", "\u05e0\u05d5\u05d4\u05dc", "2026-07-01", "#12"}).Draw(t, "what"); rapid.Bool().Draw(t, "dated") {
				p.Date = day.AddDays(-rapid.IntRange(0, 500).Draw(t, "age"))
			}
			ans.Proof = []assess.Proof{p}
		}
		return ans
	})
}

// filledYAML writes the answers into the text file.
func filledYAML(t testing.TB, p *packet.Packet, f filling) []byte {
	data, err := p.WriteYAML()
	if err != nil {
		t.Fatal(err)
	}
	for key := range f.still {
		data = bytes.Replace(data, []byte("  "+key+":\n    answer:\n"), []byte("  "+key+":\n    answer: still-true\n"), 1)
	}
	for key, ans := range f.answers {
		data = bytes.Replace(data, []byte("  "+key+":\n    answer:\n"), []byte("  "+key+":\n"+writtenOut(t, ans)), 1)
	}
	m := strictyaml.NewMap()
	m.Text("by", f.by)
	m.Word("on", f.on.String())
	head, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Replace(data, []byte("\nby:\n"), append([]byte("\n"), head...), 1)
}

// writtenOut is an answer as somebody writes it into the file. An editor keeps no
// bell and no line separator that YAML forbids.
func writtenOut(t testing.TB, ans assess.Answer) string {
	m := strictyaml.NewMap()
	m.Word("answer", ans.Word())
	if ans.State == assess.OtherWay {
		m.Word("reaches", ans.Level.String())
		m.Text("approver", ans.Approver)
		m.Word("review", ans.Review.String())
	}
	if ans.Reason != "" {
		m.Text("reason", assess.Clean(ans.Reason))
	}
	if ans.Note != "" {
		m.Text("note", assess.Clean(ans.Note))
	}
	if len(ans.Proof) > 0 {
		list := m.List("proof")
		for _, p := range ans.Proof {
			item := list.Map()
			item.Word("kind", p.Grade.String())
			item.Text("what", p.What)
			if !p.Date.IsZero() {
				item.Word("date", p.Date.String())
			}
		}
	}
	data, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for line := range strings.Lines(string(data)) {
		if strings.TrimSpace(line) != "" {
			b.WriteString("    ")
		}
		b.WriteString(line)
	}
	return b.String()
}

// What the page takes away, see "plain" in its script.
var (
	pageBreaks = regexp.MustCompile("[\\x0b-\\x0d\\x85\u2028\u2029]")
	pageHidden = regexp.MustCompile("[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
)

func pageText(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n") // as a text field of a page does
	s = strings.ReplaceAll(pageBreaks.ReplaceAllString(s, "\n"), "\t", " ")
	return strings.TrimSpace(pageHidden.ReplaceAllString(s, ""))
}

// filledPage is what the web page saves, member by member as its script does.
func filledPage(t testing.TB, p *packet.Packet, f filling) []byte {
	answers, check := map[string]any{}, map[string]string{}
	for _, q := range p.Questions {
		check[q.Key] = q.Check.String()
		if f.still[q.Key] {
			answers[q.Key] = map[string]any{"answer": packet.WordStill}
		}
		ans, given := f.answers[q.Key]
		if !given {
			continue
		}
		said := map[string]any{"answer": ans.Word()}
		put := func(key, text string) {
			if text = pageText(text); text != "" {
				said[key] = text
			}
		}
		if ans.State == assess.OtherWay {
			put("reaches", ans.Level.String())
			put("approver", ans.Approver)
			put("review", ans.Review.String())
		}
		put("reason", ans.Reason)
		put("note", ans.Note)
		for _, proof := range ans.Proof {
			one := map[string]string{"kind": proof.Grade.String(), "what": pageText(proof.What)}
			if !proof.Date.IsZero() {
				one["date"] = proof.Date.String()
			}
			said["proof"] = []any{one}
		}
		answers[q.Key] = said
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(struct {
		Schema       string            `json:"schema"`
		Packet       string            `json:"packet"`
		Organization string            `json:"organization"`
		Quarter      string            `json:"quarter"`
		By           string            `json:"by"`
		On           string            `json:"on"`
		Answers      map[string]any    `json:"answers"`
		Unfinished   map[string]any    `json:"unfinished"`
		Check        map[string]string `json:"check"`
	}{"hygeia/packet/v1", p.ID, p.Organization, p.Quarter.String(), pageText(f.by), f.on.String(), answers, map[string]any{}, check}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// quoted is a text pasted into a message that somebody answered.
func quoted(text []byte) []byte {
	var b bytes.Buffer
	b.WriteString("Dear Ana,\n\nhere is what Pat wrote:\n\n")
	for line := range bytes.Lines(text) {
		b.WriteString("> " + string(line))
	}
	b.WriteString("\nRegards\n")
	return b.Bytes()
}

// typed are the cells of the first sheet that somebody fills in, by their place.
func typed(t testing.TB, book []byte, f filling) map[string]string {
	read, err := sheet.Read("x.xlsx", book)
	if err != nil {
		t.Fatal(err)
	}
	cells := map[string]string{}
	var heads []string
	for i, row := range read.Sheets[0].Rows {
		at := func(column int) string { return fmt.Sprintf("%c%d", 'A'+column, i+1) }
		switch {
		case len(row) > 0 && row[0] == "Your name:":
			cells[at(1)] = f.by
		case len(row) > 0 && row[0] == "Filled in on:":
			cells[at(1)] = f.on.String()
		case slices.Contains(row, "Your answer") && len(row) > 8:
			heads = row
		case heads != nil:
			key, _, _ := strings.Cut(read.Sheets[0].Cell(i, slices.Index(heads, "Leave as it is")), "\n")
			for head, text := range inCells(f, key) {
				cells[at(slices.Index(heads, head))] = text
			}
		}
	}
	return cells
}

// inCells are the cells of one row, by their head.
func inCells(f filling, key string) map[string]string {
	if f.still[key] {
		return map[string]string{"Your answer": "Still true"}
	}
	ans, given := f.answers[key]
	if !given {
		return nil
	}
	cells := map[string]string{"Your answer": ans.Level.Name(), "Note (optional)": ans.Note, "Why it does not apply, or what you do instead": ans.Reason}
	switch ans.State {
	case assess.Unknown:
		cells["Your answer"] = "Don't know"
	case assess.NotApplicable:
		cells["Your answer"] = "Does not apply"
	case assess.OtherWay:
		cells["Your answer"] = "Another way (" + ans.Level.String() + ")"
		cells["Another way: who approved it"], cells["Another way: look at it again on"] = ans.Approver, ans.Review.String()
	}
	for _, p := range ans.Proof {
		cells["What shows it (optional)"], cells["Its date"] = p.What, p.Date.String()
		cells["Which kind"] = map[assess.Grade]string{assess.Said: "Somebody said so", assess.Paper: "", assess.Record: "Record", assess.Outside: "From outside"}[p.Grade]
	}
	maps.DeleteFunc(cells, func(_, text string) bool { return text == "" })
	return cells
}

var emptyCell = regexp.MustCompile(`<c r="([A-Z]+[0-9]+)" s="([0-9]+)"/>`)

// filledWorkbook types into the open cells of the workbook.
func filledWorkbook(t testing.TB, p *packet.Packet, f filling) []byte {
	var book bytes.Buffer
	if err := packet.WriteXLSX(&book, p); err != nil {
		t.Fatal(err)
	}
	cells := typed(t, book.Bytes(), f)
	archive, err := zip.NewReader(bytes.NewReader(book.Bytes()), int64(book.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range archive.File {
		if part.Name != "xl/worksheets/sheet1.xml" {
			if err := z.Copy(part); err != nil {
				t.Fatal(err)
			}
			continue
		}
		in, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		text = emptyCell.ReplaceAllFunc(text, func(cell []byte) []byte {
			m := emptyCell.FindSubmatch(cell)
			say, filled := cells[string(m[1])]
			if !filled {
				return cell
			}
			delete(cells, string(m[1]))
			return fmt.Appendf(nil, `<c r="%s" s="%s" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, m[1], m[2], inXML(say))
		})
		out, err := z.Create(part.Name)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(text)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if len(cells) > 0 {
		t.Fatalf("no open cells are %v", cells)
	}
	return b.Bytes()
}

// inXML is a text as Excel keeps it: what XML cannot hold by its number, and an
// underline that could be taken for the begin of one likewise.
func inXML(s string) string {
	var b strings.Builder
	s = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`).ReplaceAllString(s, "_x005F_$1")
	s = strings.NewReplacer("\x07", "_x0007_", "\r", "_x000D_").Replace(s)
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err)
	}
	return b.String()
}

// filledCSV is the first sheet of the workbook, saved as CSV, without what would make
// it no text file.
func filledCSV(t testing.TB, p *packet.Packet, f filling) []byte {
	book, err := sheet.Read("x.xlsx", filledWorkbook(t, p, f))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(book.Sheets[0].Rows); err != nil {
		t.Fatal(err)
	}
	return bytes.ReplaceAll(b.Bytes(), []byte("\x07"), nil)
}
