package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"hygeia/assess"
	"hygeia/assess/rollup"
	"hygeia/report/allsites"
	"hygeia/report/doc"
)

// sitesOf is a roll-up of the hospitals of other tests, one of them with a name that
// tries to be more than a name.
func sitesOf(t *testing.T) map[string]allsites.Input {
	t.Helper()
	var signs rollup.Signs
	lib := shipped(t)
	made := func(in Input, folder string, change func(*rollup.Row)) rollup.Row {
		row := rollup.Row{Folder: folder, Site: signs.Of(lib, in.Result, in.before())}
		row.Site.Remember(lib, in.Result, in.Matters)
		if change != nil {
			change(&row)
		}
		return row
	}
	creek, lakeside := creek(t), lakeside(t)
	on := assess.Date{Year: 2027, Month: 3, Day: 1}
	rows := []rollup.Row{
		made(creek, "creek", nil), made(lakeside, "lakeside", func(r *rollup.Row) { r.Draft = false }), made(creek, "again", nil),
		made(lakeside, "hostile", func(r *rollup.Row) {
			r.Name = "=1+1 **x** <script>alert(1)</script> \x1b[31m| a" + strings.Repeat(" long", 60)
			r.Draft = false
			r.Problem = "hostile/2026-Q2.yaml:3:9: status \"maybe\""
			r.Matters = []rollup.Matter{{Number: 3, Question: "mfa-email", Date: creek.Result.AsOf, Asks: 2}}
			r.Taken = []rollup.Taken{{From: "../creek", Period: creek.Result.Period, Answers: 2}}
		}),
		made(creek, "draft", func(r *rollup.Row) { r.Draft = true }),
		{Folder: "gone", Problem: "gone/2026-Q3.yaml: cannot be read"},
	}
	in := func(rows ...rollup.Row) allsites.Input {
		return allsites.Input{Roll: rollup.Roll(lib, on, rows), Subject: "health", Program: "hygeia test", Legal: "Privileged"}
	}
	return map[string]allsites.Input{"all": in(rows...), "one": in(rows[0]), "none that counts": in(rows[4], rows[5]), "nothing": in()}
}

func TestSitesJSONFollowsThePublishedSchema(t *testing.T) {
	schema := schemaFile(t, "sites.v1.json")
	for name, in := range sitesOf(t) {
		var b bytes.Buffer
		if err := allsites.WriteJSON(&b, in); err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(&b)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSitesInEveryFormat: each is drawn, has the mark and the legal line, and says the
// same twice.
func TestSitesInEveryFormat(t *testing.T) {
	for name, in := range sitesOf(t) {
		for _, format := range FormatNames() {
			draw := func() []byte {
				var b bytes.Buffer
				if err := Write(&b, format, allsites.Document(in), Options{}); err != nil {
					t.Fatalf("%s as %s: %v", name, format, err)
				}
				return b.Bytes()
			}
			out := draw()
			if !bytes.Equal(out, draw()) {
				t.Errorf("%s as %s differs from itself", name, format)
			}
			readable := format == "md" || format == "text" || format == "html"
			if readable && (!bytes.Contains(out, []byte("TLP:AMBER")) || !bytes.Contains(out, []byte("Privileged"))) {
				t.Errorf("%s as %s: the marks are missing", name, format)
			}
			if readable && (format != "text" && bytes.Contains(out, []byte("<script>alert")) || bytes.Contains(out, []byte("\x1b[31m"))) {
				t.Errorf("%s as %s: a name does more than name", name, format)
			}
		}
		for what, write := range map[string]func(*bytes.Buffer) error{
			"csv": func(b *bytes.Buffer) error { return allsites.WriteCSV(b, in) }, "xlsx": func(b *bytes.Buffer) error { return allsites.WriteXLSX(b, in) },
		} {
			var one, two bytes.Buffer
			if err := write(&one); err != nil {
				t.Fatalf("%s as %s: %v", name, what, err)
			}
			if write(&two); !bytes.Equal(one.Bytes(), two.Bytes()) {
				t.Errorf("%s as %s differs from itself", name, what)
			}
			if what == "csv" && bytes.Contains(one.Bytes(), []byte(",=1+1")) {
				t.Error("a name is a formula")
			}
		}
	}
}

// TestSitesSayWhatTheReportsSay: the figures of a site are those of its own report.
func TestSitesSayWhatTheReportsSay(t *testing.T) {
	in := sitesOf(t)["all"]
	var b bytes.Buffer
	if err := Write(&b, "md", allsites.Document(in), Options{}); err != nil {
		t.Fatal(err)
	}
	for _, own := range []Input{creek(t), lakeside(t)} {
		if want := own.Result.Goals.String(); !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing", want)
		}
		v, _ := own.Result.View("csf")
		for i := range v.Sections {
			if v.Asked && v.Sections[i].HasScore() && !strings.Contains(b.String(), v.Sections[i].ScoreText()) {
				t.Errorf("%s is missing", v.Sections[i].ScoreText())
			}
		}
	}
	for _, want := range []string{"Prairie Creek Hospital (creek)", "Prairie Creek Hospital (again)", "Only a draft", "Cannot be read", "asked 2 times, undecided", "2 answers taken over from ../creek"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing in\n%s", want, b.String())
		}
	}
}

// TestSitesNameNobody: whoever answered, decided or approved is in no roll-up.
func TestSitesNameNobody(t *testing.T) {
	secret := secretInput(t)
	var signs rollup.Signs
	lib := shipped(t)
	row := rollup.Row{Folder: "secret", Site: signs.Of(lib, secret.Result, secret.before())}
	row.Site.Remember(lib, secret.Result, secret.Matters)
	in := allsites.Input{Roll: rollup.Roll(lib, secret.Result.AsOf, []rollup.Row{row})}
	var b bytes.Buffer
	if err := allsites.WriteJSON(&b, in); err != nil {
		t.Fatal(err)
	}
	if err := Write(&b, "md", allsites.Document(in), doc.Options{}); err != nil {
		t.Fatal(err)
	}
	for _, it := range secret.Result.Items {
		for _, text := range []string{it.Answer.By, it.Answer.Note, it.Answer.Reason, it.Answer.Approver} {
			if len(text) > 4 && strings.Contains(b.String(), text) {
				t.Errorf("%s: %q is told", it.Question.Key, text)
			}
		}
		if it.Added && (strings.Contains(b.String(), it.Question.Key) || strings.Contains(b.String(), it.Question.Title)) {
			t.Errorf("the site's own question %s is told", it.Question.Key)
		}
	}
	if secret.Result.Added.Asked == 0 {
		t.Error("the example has no question of its own")
	}
}
