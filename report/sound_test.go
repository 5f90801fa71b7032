package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"io"
	"maps"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unicode"

	"hygeia/assess"
	"hygeia/assess/match"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/html/htmltest"
	"hygeia/report/incident"
	"hygeia/report/listing"
	"hygeia/report/pdf/pdftest"
	"hygeia/report/word/wordtest"
)

// everyFile is every file that can be made of a quarter: each document in each
// format, and the data. The format is the last word of a name. A file is made when
// its function is called.
func everyFile(t testing.TB, in Input) map[string]func(io.Writer) error {
	t.Helper()
	files := inEveryFormat(everyDocument(t, in))
	for _, reader := range []Audience{Internal, ForBoard, ForInsurer} {
		in := in
		in.Audience = reader
		files["for "+reader.String()+" json"] = func(w io.Writer) error { return WriteJSON(w, in) }
		files["for "+reader.String()+" csv"] = func(w io.Writer) error { return WriteCSV(w, in) }
	}
	plan := PlanInput{Input: in}
	files["plan json"] = func(w io.Writer) error { return WritePlanJSON(w, plan) }
	files["plan csv"] = func(w io.Writer) error { return WritePlanCSV(w, plan) }
	return files
}

// otherFiles are the files that are not about a quarter, and the document that
// has everything.
func otherFiles(t testing.TB) map[string]func(io.Writer) error {
	t.Helper()
	files := inEveryFormat(map[string]*doc.Document{"incident": incident.Page(emergency(t)), "every block": doctest.TaggedDocument(t)})
	list := listing.List{Library: shipped(t), Steps: 1, Explain: true}
	for _, r := range list.Library.Resources {
		list.Found = append(list.Found, match.Matched{Resource: r, URL: r.URL})
	}
	for _, f := range listing.Formats() {
		files["listing "+f] = func(w io.Writer) error { return listing.Write(w, f, list, doc.Options{}) }
	}
	return files
}

func inEveryFormat(docs map[string]*doc.Document) map[string]func(io.Writer) error {
	files := map[string]func(io.Writer) error{}
	for name, d := range docs {
		for _, f := range formats {
			files[name+" "+f.Name] = func(w io.Writer) error { return f.Draw(w, d, doc.Options{}) }
		}
	}
	return files
}

// The same quarter gives the same bytes in twenty runs of every file, drawn side
// by side, in another time zone and language. Every other run makes the quarter
// anew, so that no map keeps its order; the others share one. gofpdf pads font
// tables in the slice it is given: with a shared slice the race detector, which
// needs no more than two runs, fails.
func TestSameInputSameBytes(t *testing.T) {
	runs := 20
	if doctest.RaceEnabled || testing.Short() {
		runs = 2
	}
	shared := creek(t)
	want := everySum(t, shared, !testing.Short())
	t.Setenv("TZ", "Pacific/Kiritimati")
	t.Setenv("LANG", "tr_TR.UTF-8")
	got := make([]map[string][sha256.Size]byte, runs)
	var wait sync.WaitGroup
	for run := range runs {
		in := shared
		if run%2 == 1 {
			in = creek(t)
		}
		wait.Go(func() { got[run] = everySum(t, in, run < 3 && !testing.Short()) })
	}
	wait.Wait()
	for run := range runs {
		for name, sum := range got[run] {
			if sum != want[name] {
				t.Errorf("%s: run %d gave other bytes", name, run+1)
			}
		}
	}
}

// everySum makes each file and returns its checksum. The long PDFs take time, and
// have no block that the document of all blocks has not.
func everySum(t testing.TB, in Input, long bool) map[string][sha256.Size]byte {
	files := everyFile(t, in)
	maps.Copy(files, otherFiles(t))
	if !long {
		for _, name := range []string{"board pdf", "board for board pdf", "full pdf"} {
			delete(files, name)
		}
	}
	sums := map[string][sha256.Size]byte{}
	for name, file := range files {
		h := sha256.New()
		if err := file(h); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		sums[name] = [sha256.Size]byte(h.Sum(nil))
	}
	return sums
}

// Whatever was answered, there is a file that can be read.
func TestEveryFileOfEveryQuarter(t *testing.T) {
	doctest.Long(t)
	inputs := everyInput(t)
	maps.Copy(inputs, hardInputs(t))
	for name, in := range inputs {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			files := everyFile(t, in)
			if name == "creek" {
				maps.Copy(files, otherFiles(t))
			}
			for what, file := range files {
				var b bytes.Buffer
				if err := file(&b); err != nil {
					t.Errorf("%s: %v", what, err)
				}
				checkFile(t, what, b.Bytes())
			}
		})
	}
}

var (
	banned = regexp.MustCompile(`(?i)safe harbor|certified|compliant|guarantee|significant|%!|<nil>|!\n`)
)

// checkFile looks for what no file of the format that its name ends in may hold.
func checkFile(t *testing.T, what string, file []byte) {
	t.Helper()
	switch what[strings.LastIndexByte(what, ' ')+1:] {
	case "pdf":
		pdftest.Check(t, pdftest.Scan(t, file))
		return
	case "docx":
		wordtest.Read(t, file)
		return
	case "html":
		htmltest.Read(t, string(file))
	case "text":
		for _, l := range strings.Split(string(file), "\n") {
			if words.Width(l) > 80 && !doctest.StaysWhole(l) {
				t.Errorf("%s: %d columns: %s", what, words.Width(l), l)
			}
		}
	case "json":
		if !json.Valid(file) {
			t.Errorf("%s cannot be read as JSON", what)
		}
	}
	if i := bytes.IndexFunc(bytes.ReplaceAll(file, []byte("\r\n"), []byte("\n")), steers); i >= 0 {
		t.Errorf("%s holds %q", what, file[i:min(i+20, len(file))])
	}
	if found := banned.Find(file); found != nil {
		t.Errorf("%s says %q", what, found)
	}
}

// steers reports what must not come out of a text, but for the mark that begins
// a CSV file.
func steers(r rune) bool {
	return r != '\n' && unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// Four hundred gaps are listed one by one, in order, in each format.
func TestFourHundredGaps(t *testing.T) {
	doctest.Long(t)
	in := fourHundredGaps(t)
	for name, d := range map[string]*doc.Document{"full": Full(in), "plan": Plan(PlanInput{Input: in})} {
		var titles []string
		for _, a := range assess.Actions(in.Result, nil) {
			titles = append(titles, unspaced(a.Item.Question.Title))
		}
		if len(titles) < 400 {
			t.Fatalf("%d gaps, want at least 400", len(titles))
		}
		for format, told := range map[string]string{
			"md": draw(t, "md", d, doc.Options{}), "text": draw(t, "text", d, doc.Options{Width: 5000}),
			"html": htmltest.Read(t, draw(t, "html", d, doc.Options{})).Told(), "pdf": mustDraw(t, d, doc.Options{}).All(),
		} {
			t.Run(name+"/"+format, func(t *testing.T) { doctest.InOrder(t, unspaced(told), titles...) })
		}
	}
}
