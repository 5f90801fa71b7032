package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc/doctest"
)

func TestJSONHoldsTheWholeResult(t *testing.T) {
	in := creek(t)
	r := readJSON(t, in)
	if r.Schema != "hygeia/result/v1" || r.Period != "2026-Q3" || r.Status != "finished" || r.AsOf != "2026-09-28" || r.Marking != DefaultMarking {
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
		ForBoard:   "period key title question weight target order tier effort first step help address who would know true since written down change carried from speaks for how far decided responsible due accepted until marking legal",
		ForInsurer: "period key question answer written down marking legal",
	} {
		in.Audience = reader
		rows := readCSV(t, in)
		if diff := cmp.Diff(want, strings.Join(rows[0], " ")); diff != "" {
			t.Errorf("for %s (-want +got):\n%s", reader, diff)
		}
		if last := rows[1][len(rows[1])-1]; last != in.Legal || len(rows) != 1+len(in.Result.Items) {
			t.Errorf("for %s: %d rows, marked %q", reader, len(rows), last)
		}
	}
}

func readCSV(t *testing.T, in Input) [][]string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteCSV(&b, in); err != nil {
		t.Fatal(err)
	}
	body, ok := strings.CutPrefix(b.String(), byteOrderMark)
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
	for in, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'=1", "\rx": "'x", " =1": "'=1", "＝1": "'＝1",
		`"=1"`: `'"=1"`, "'@x": "''@x", "“+1": "'“+1", " \u200d=1": "'=1", "\u00a0-1": "'-1", "a;=1": "a;'=1", `a; "@b`: `a; "'@b`, "a; b=1": "a; b=1",
		"plain": "plain", "a=b": "a=b", "": "", "two\nlines": "two lines",
	} {
		if got := csvSafe(in); got != want {
			t.Errorf("csvSafe(%q) = %q, want %q", in, got, want)
		}
	}
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
