package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/data"
	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

func TestJSONHoldsTheWholeResult(t *testing.T) {
	in := creek(t)
	r := readJSON(t, in)
	if r.Schema != "hygeia/result/v1" || r.Period != "2026-Q3" || r.Status != "finished" || r.AsOf != "2026-09-28" || r.Marking != doc.DefaultMarking {
		t.Errorf("the head is %+v", r)
	}
	if len(r.Views) != len(in.Result.Views) || len(r.Threats) != len(in.Result.Threats) || len(r.Questions) != len(in.Result.Items) {
		t.Errorf("%d views, %d threats, %d questions", len(r.Views), len(r.Threats), len(r.Questions))
	}
	if n := len(assess.Actions(in.Result, in.before())); len(r.Actions) != n {
		t.Errorf("%d actions, want %d", len(r.Actions), n)
	}
	if r.Comparison == nil || r.Comparison.Before != "2026-Q2" || r.Comparison.Questions[0].Kind != "fell" {
		t.Errorf("the comparison is %+v", r.Comparison)
	}
	score := in.Result.All.Tally.Score()
	if r.All.Score.Part != json.Number(itoa(score.Part)) || r.All.Score.Whole != json.Number(itoa(score.Whole)) {
		t.Errorf("the score is %+v, want %+v", r.All.Score, score)
	}
}

func itoa(n int) string {
	b, _ := json.Marshal(n)
	return string(b)
}

func TestJSONSaysNothingWhereThereIsNothing(t *testing.T) {
	var b bytes.Buffer
	if err := WriteJSON(&b, only(t, nothing)); err != nil {
		t.Fatal(err)
	}
	r := readJSON(t, only(t, nothing))
	if r.All.Score != nil || r.All.Proven != nil || r.Comparison != nil {
		t.Error("a figure that says nothing is not null")
	}
	for _, list := range []string{"views", "threats", "questions", "actions", "missing", "groups", "requirements", "help", "proof"} {
		if strings.Contains(b.String(), `"`+list+`": null`) {
			t.Errorf("the list %s is null", list)
		}
	}
}

func TestCSVIsATableOfAllQuestions(t *testing.T) {
	in := creek(t)
	rows := readCSV(t, in)
	if len(rows) != 1+len(in.Result.Items) {
		t.Fatalf("%d rows, want %d", len(rows), 1+len(in.Result.Items))
	}
	for i, it := range in.Result.Items {
		if rows[i+1][1] != it.Question.Key {
			t.Errorf("row %d is %s, want %s", i+1, rows[i+1][1], it.Question.Key)
		}
	}
}

func TestCSVForOthers(t *testing.T) {
	in := creek(t)
	in.Legal = "Peer review, é"
	for reader, want := range map[Audience]string{
		ForBoard:   "period key title question weight target order tier effort first step help address who would know true since written down change carried from speaks for how far decided responsible due accepted until marking legal fact",
		ForInsurer: "period key question answer written down marking legal",
	} {
		in.Audience = reader
		rows := readCSV(t, in)
		if diff := cmp.Diff(want, strings.Join(rows[0], " ")); diff != "" {
			t.Errorf("for %s (-want +got):\n%s", reader, diff)
		}
		if last := rows[1][slices.Index(rows[0], "legal")]; last != in.Legal || len(rows) != 1+len(in.Result.Items) {
			t.Errorf("for %s: %d rows, marked %q", reader, len(rows), last)
		}
	}
}

// What was answered of the facts stands below the questions, in JSON beside them, and
// an insurer does not get it.
func TestDataHasTheFacts(t *testing.T) {
	in := withMatters(t, withFacts(t, creek(t)), 5)
	facts := assess.AskedFacts(in.Result.Library, in.Result.Assessment, in.Result.AsOf)
	for _, reader := range []Audience{Internal, ForBoard, ForInsurer} {
		in.Audience = reader
		rows := readCSV(t, in)
		of := rows[min(len(rows), 1+len(in.Result.Items)):]
		if reader == ForInsurer {
			if len(of) > 0 {
				t.Errorf("an insurer gets %d facts", len(of))
			}
			continue
		}
		if len(of) != len(facts) {
			t.Fatalf("for %s: %d facts, want %d", reader, len(of), len(facts))
		}
		r := readJSON(t, in)
		for i, f := range facts {
			if row := of[i]; row[1] != f.Key || row[len(row)-1] != f.Said.Value || r.Facts[i].Key != f.Key || r.Facts[i].Value != f.Said.Value {
				t.Errorf("for %s: row %q and %+v, want %s of %s", reader, row, r.Facts[i], f.Said.Value, f.Key)
			}
		}
		if len(r.Matters) != 5 || r.Matters[2].State != "undecided" || r.Matters[0].Cost != 1000 || r.Matters[0].Kind != "fix" {
			t.Errorf("for %s: matters %+v", reader, r.Matters)
		}
	}
}

// A change of an earlier quarter is carried along with the answer and is no news.
func TestCSVHasTheChangesOfThisQuarterAlone(t *testing.T) {
	in := creek(t)
	key := in.Result.Items[6].Question.Key
	in.Result.Items[6].Answer.Change, in.Result.Items[6].Answer.Changed = assess.Worsened, second
	rows := readCSV(t, in)
	at := slices.Index(rows[0], "change")
	said := map[string]string{}
	for _, row := range rows[1:] {
		if row[at] != "" {
			said[row[1]] = row[at]
		}
	}
	want := map[string]string{in.Result.Items[0].Question.Key: "worsened", in.Result.Items[2].Question.Key: "improved", in.Result.Items[3].Question.Key: "corrected"}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Errorf("%s was carried (-want +got):\n%s", key, diff)
	}
}

func readCSV(t *testing.T, in Input) [][]string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteCSV(&b, in); err != nil {
		t.Fatal(err)
	}
	body, ok := strings.CutPrefix(b.String(), data.ByteOrderMark)
	if !ok {
		t.Error("no byte order mark")
	}
	if strings.Count(body, "\r\n") != strings.Count(body, "\n") {
		t.Error("a line does not end as on Windows")
	}
	rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestCSVHasNoFormulas(t *testing.T) {
	lib := shipped(t)
	for _, s := range doctest.Hostile {
		a := quarter(lib, third, assess.Organization{}, nil, func(int, *frameworks.Question) assess.Answer {
			return assess.Answer{State: assess.Levelled, Level: frameworks.No, Note: s}
		})
		for _, row := range readCSV(t, Input{Result: assess.Evaluate(lib, a)}) {
			for _, cell := range row {
				if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
					t.Fatalf("the cell %q is a formula", cell)
				}
			}
		}
	}
}
