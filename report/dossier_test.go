package report

import (
	"bytes"
	"io"
	"maps"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"hygeia/assess"
	"hygeia/assess/ledger"
	"hygeia/frameworks"
	"hygeia/report/doc"
)

// yearOf is a hospital with the answers of five quarters to three questions; the rest
// is Yes. A missing quarter is "-". The first is one of the first rules.
func yearOf(t testing.TB, mail, restore, training string) DossierInput {
	t.Helper()
	lib := shipped(t)
	org := assess.Organization{Name: "Prairie Creek Hospital", Size: frameworks.Small, Beds: 25, Critical: true, IT: "shared", Country: "us"}
	var results []*assess.Result
	for i, period := range []assess.Quarter{{Year: 2025, N: 3}, {Year: 2025, N: 4}, {Year: 2026, N: 1}, {Year: 2026, N: 2}, {Year: 2026, N: 3}} {
		words := map[string]string{}
		for key, row := range map[string]string{"mfa-email": mail, "backup-restore": restore, "training-all": training} {
			words[key] = strings.Fields(row)[i]
		}
		if words["mfa-email"] == "-" {
			continue
		}
		a := quarter(lib, period, org, []string{"hph-cpg", "hicp-2023"}, func(_ int, q *frameworks.Question) assess.Answer {
			word, corrected := strings.CutSuffix(words[q.Key], "!")
			if word == "" {
				return level(frameworks.Yes)
			}
			if word == "other" {
				return assess.Answer{State: assess.OtherWay, Level: frameworks.Mostly, Reason: "Codes by phone", Approver: "Chief nursing officer", Review: assess.Date{Year: 2027, Month: 1, Day: 15}}
			}
			l, err := frameworks.ParseLevel(word)
			if err != nil {
				t.Fatal(err)
			}
			ans := level(l)
			if corrected {
				ans.Change, ans.Changed = assess.Corrected, period
			}
			return ans
		})
		a.Rules = 1
		if i > 0 {
			a.Rules = assess.CurrentRules
		}
		ans := a.Answers["mfa-email"]
		ans.Effective = assess.Date{Year: 2025, Month: 5, Day: 2}
		ans.Proof = []assess.Proof{{Grade: assess.Record, What: "Enrollment list", Date: a.Finished.AddDays(-8), Digest: "sha256:" + strings.Repeat("0a1b2c3d", 8), Where: "SECRET-PLACE"}}
		a.Answers["mfa-email"] = ans
		if i == 1 {
			a.Reopened = []assess.Reopening{{On: a.Finished.AddDays(-1), Reason: "the restore test was counted twice"}}
		}
		results = append(results, assess.Evaluate(lib, a))
	}
	in := DossierInput{On: assess.Date{Year: 2026, Month: 9, Day: 30}, Chain: Chain{Sound: true, Ledger: "The ledger has 2 events now."}}
	for _, r := range results {
		in.Chain.Links = append(in.Chain.Links, ChainLink{Period: r.Period, Digest: "sha256:" + strings.Repeat("12345678", 8), State: "as it was finished"})
	}
	in.Input = Input{Result: results[len(results)-1], Earlier: results[:len(results)-1], Program: "hygeia 1.0.0", Words: "lusab babad tutih bukad hular pinot zavid mohuk"}
	in.Matters = []ledger.Matter{{Number: 3, Question: "backup-restore", Events: []ledger.Event{{
		Kind: ledger.Decided, Day: assess.Date{Year: 2026, Month: 1, Day: 9}, Matter: 3, Question: "backup-restore",
		Said: assess.Decision{Kind: assess.Accept, Reason: "The new backup comes in June", Approver: "Board", Until: assess.Date{Year: 2026, Month: 6, Day: 30}},
	}}}}
	return in
}

func year(t testing.TB) DossierInput {
	return yearOf(t, "yes yes mostly yes yes", "yes partly yes yes mostly!", "no mostly mostly other other")
}

// dossierRow returns the cells of the first table row that begins with a title.
func dossierRow(t testing.TB, d *doc.Document, columns int, title string) []string {
	t.Helper()
	for _, b := range d.Blocks {
		table, is := b.(doc.Table)
		if !is || len(table.Columns) != columns {
			continue
		}
		for _, r := range table.Rows {
			if name, _, _ := strings.Cut(r[0].String(), " ("); name == title {
				var cells []string
				for _, c := range r[1:] {
					cells = append(cells, c.String())
				}
				return cells
			}
		}
	}
	t.Fatalf("no row %q", title)
	return nil
}

// The quarters were finished on the 28th of their last month. Worked out by hand:
// Sept. 28, 2025 and 12 months is Sept. 28, 2026, two days before the dossier's.
func TestDossierRows(t *testing.T) {
	lib := shipped(t)
	title := func(key string) string {
		q, ok := lib.Question(key)
		if !ok {
			t.Fatalf("no question %s", key)
		}
		return q.Title
	}
	d := Dossier(year(t))
	for key, want := range map[string][]string{
		// In place all along; the day named lies before July 1, 2025, when the first of these quarters began.
		"mfa-email": {"Yes", "Yes", "Mostly", "Yes", "Yes", "May 2, 2025, written later", "Sept. 28, 2025", "12", "12"},
		// Partly in 2025-Q4 is a break, and so is the correction in 2026-Q3.
		"backup-restore": {"Yes", "Partly", "Yes", "Yes", "Mostly", "–", "Sept. 28, 2026", "0", "0"},
		// Dec. 28, 2025 and 9 months is Sept. 28, 2026. Another way that reaches Mostly goes on with the run.
		"training-all": {"No", "Mostly", "Mostly", "Other way: Mostly", "Other way: Mostly", "–", "Dec. 28, 2025", "9", "0"},
	} {
		if diff := cmp.Diff(want, dossierRow(t, d, 10, title(key))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", key, diff)
		}
	}
	text := draw(t, "text", d, doc.Options{Width: 400})
	for _, want := range []string{
		dossierSays, "Second factor for email (1.S.A",
		title("backup-restore") + ": 2025-Q4, fell below Mostly (Partly); 2026-Q3, the earlier answer was corrected (Mostly, corrected)",
		"Record: Enrollment list; " + strings.TrimSpace(strings.Repeat("0a1b2c3d ", 8)),
		"Codes by phone", "Chief nursing officer", "Risk accepted on Jan. 9, 2026, matter 3", "The new backup comes in June",
		"2025-Q4 was opened again on Dec. 27, 2025 and finished again on Dec. 28, 2025. Reason: The restore test was counted twice.",
		"no finished quarter and no decision was changed", "lusab babad",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	if strings.Contains(text, "SECRET-PLACE") || strings.Contains(text, "quarters were finished by") {
		t.Error("it tells where proof is kept, or that five quarters are few")
	}
}

func TestDossierWithFewQuartersAndGaps(t *testing.T) {
	in := yearOf(t, "yes - yes yes yes", "yes - yes yes yes", "yes - yes yes yes")
	d := Dossier(in)
	text := draw(t, "text", d, doc.Options{Width: 400})
	if !strings.Contains(text, "No quarter was finished for 2025-Q4.") || strings.Contains(text, "Only 4") {
		t.Errorf("the gap is not told in\n%s", text)
	}
	q, _ := in.Result.Library.Question("backup-restore")
	if got := dossierRow(t, d, 10, q.Title); got[1] != "Break" || got[6] != "March 28, 2026" || got[7] != "6" {
		t.Errorf("the row is %q", got)
	}
	in.Earlier = nil
	in.On = assess.Date{Year: 2026, Month: 10, Day: 2}
	if text := draw(t, "text", Dossier(in), doc.Options{Width: 400}); !strings.Contains(text, "Only 1 quarter was finished by Oct. 2, 2026.") {
		t.Errorf("that it is one quarter is not told in\n%s", text)
	}
	in.On = assess.Date{Year: 2027, Month: 1, Day: 2} // 2026-Q4 is over and was not finished
	if text := draw(t, "text", Dossier(in), doc.Options{Width: 400}); !strings.Contains(text, "No quarter was finished for 2026-Q4.") {
		t.Errorf("the quarter that is missing at the end is not told in\n%s", text)
	}
}

// dossierFiles draws a dossier in each format there is.
func dossierFiles(t testing.TB, in DossierInput) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	add := func(name string, draw func(io.Writer) error) {
		var b bytes.Buffer
		if err := draw(&b); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		files[name] = b.Bytes()
	}
	add("json", func(w io.Writer) error { return WriteDossierJSON(w, in) })
	for _, f := range formats {
		add(f.Name, func(w io.Writer) error { return f.Draw(w, Dossier(in), doc.Options{}) })
	}
	return files
}

// bannedWords are what no dossier says of anybody.
var bannedWords = regexp.MustCompile(`(?i)\bcompliant|\bcertifi(ed|es|cation)|safe[ -]harbou?r|guarant|\bOCR[- ]approved|satisfied|endorse|immun|\bsignificant`)

func TestDossierWordsInEveryFormat(t *testing.T) {
	broken := year(t)
	broken.Chain.Sound, broken.Chain.Links[1].Problems = false, []string{"2025-Q4.yaml was changed"}
	for name, in := range map[string]DossierInput{"a year": year(t), "gaps and a broken chain": broken} {
		for format, file := range dossierFiles(t, in) {
			pages := []string{string(file)}
			if read, drawn := readers[format]; drawn {
				var err error
				if pages, err = read(t, file); err != nil {
					t.Fatalf("%s: %v", format, err)
				}
			}
			text := strings.Join(strings.Fields(strings.Join(pages, " ")), " ")
			if bad := bannedWords.FindString(text); bad != "" {
				t.Errorf("%s, %s: it says %q", name, format, bad)
			}
			if letters := strings.ReplaceAll(text, " ", ""); !strings.Contains(letters, strings.ReplaceAll("It does not decide whether they are recognized security practices under Public Law 116-321", " ", "")) {
				t.Errorf("%s, %s: it does not say what it does not decide", name, format)
			}
		}
	}
}

func TestDossierSameInputSameBytes(t *testing.T) {
	one, other := dossierFiles(t, year(t)), dossierFiles(t, year(t))
	for name := range one {
		if !bytes.Equal(one[name], other[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestDossierFollowsThePublishedSchema(t *testing.T) {
	schema := schemaFile(t, "dossier.v1.json")
	few := yearOf(t, "- - - - yes", "- - - - yes", "- - - - yes")
	few.LeftOut = []LeftOut{{assess.Quarter{Year: 2026, N: 4}, "it is a draft"}}
	for name, in := range map[string]DossierInput{"a year": year(t), "a quarter": few, "a gap": yearOf(t, "yes - yes yes yes", "yes - yes yes yes", "yes - yes yes yes")} {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(dossierFiles(t, in)["json"]))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A scan that disputes an answer stands among its proof, and says so; one that supports
// it is proof like any other.
func TestDossierScans(t *testing.T) {
	in := year(t)
	a := *in.Result.Assessment
	scan := weeklyScan(assess.Date{Year: 2026, Month: 9, Day: 14}, 12, 2)
	scan.Digest = "sha256:" + strings.Repeat("ab", 32)
	a.Evidence = []*assess.Evidence{scan}
	a.Answers = maps.Clone(a.Answers)
	found := a.Answers["internet-scan"]
	found.Level = frameworks.Mostly
	a.Answers["internet-scan"] = found
	in.Result = assess.Evaluate(in.Result.Library, &a)
	text := draw(t, "text", Dossier(in), doc.Options{Width: 400})
	digest := strings.TrimSpace(strings.Repeat("abababab ", 8))
	for _, want := range []string{
		"A scan disputes the answer: CISA's weekly report: open findings; " + digest, "disputes in 2026-Q3",
		"Outside: CISA's weekly report: open findings; " + digest,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}
