package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc"
	"hygeia/report/word/wordtest"
)

// No page says what another denies: whatever has a name reads the same in every
// place of every document for a reader, and in the data; and the list of what fell is
// as long as it is counted.
func TestNoPageDeniesAnother(t *testing.T) {
	hospitals, whole := []Input{creek(t), lakeside(t)}, t
	n := 0
	check := func(t *rapid.T) {
		if n++; testing.Short() && n > 6 {
			return // enough quarters
		}
		in := answeredBySeveral(t, rapid.SampledFrom(hospitals).Draw(t, "hospital"))
		if rapid.Bool().Draw(t, "facts") {
			in = withFacts(whole, in)
		}
		if rapid.Bool().Draw(t, "ledger") {
			in = withMatters(whole, in, rapid.IntRange(1, 30).Draw(t, "matters"))
		}
		in.Audience = rapid.SampledFrom([]Audience{Internal, ForBoard}).Draw(t, "reader")
		docs := map[string]*doc.Document{"board": Board(in), "brief": Brief(in), "full": Full(in), "public": Public(in), "provider": Provider(in)}
		said, where := map[string]string{}, map[string]string{}
		for name, d := range docs {
			for figure, texts := range d.Figures() {
				if len(texts) > 1 {
					t.Fatalf("the %s report says of %q: %q", name, figure, texts)
				}
				// Who leads is a role to others and may be a person inside.
				outside := (name == "public" || name == "provider") && in.Audience == Internal
				if was, there := said[figure]; there && was != texts[0] && !outside {
					t.Fatalf("%q is %q in the %s report and %q in the %s report", figure, was, where[figure], texts[0], name)
				}
				if !outside {
					said[figure], where[figure] = texts[0], name
				}
			}
		}
		sameInData(t, in, said)
		sameInFiles(whole, t, in, docs["board"])
		fell, lost := said["fell"], said["no longer known"]
		if list := fallenRows(docs["full"]); in.before() != nil && list != atoi(t, fell)+atoi(t, lost) {
			t.Fatalf("%d rows of what fell, but %s fell and %s can no longer be said", list, fell, lost)
		}
	}
	rapid.Check(t, check)
	if !testing.Short() {
		rapid.Check(t, check) // 200 in all
	}
}

// sameInData holds the figures against the data.
func sameInData(t *rapid.T, in Input, said map[string]string) {
	var b bytes.Buffer
	var r jsonResult
	if err := WriteJSON(&b, in); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b.Bytes(), &r); err != nil {
		t.Fatal(err)
	}

	want := map[string]string{
		"essential goals": r.Goals.Text, "answered": fmt.Sprintf("%d of %d", r.All.Answered, r.All.Asked), "steps": fmt.Sprint(len(r.Actions)),
		"decisions asked": fmt.Sprint(len(r.Board)),
	}
	if r.All.Score != nil {
		want["score of all"], want["proof of all"] = r.All.Score.Text, r.All.Proven.Text
	}
	for _, a := range r.Actions {
		want["number of "+a.Key] = fmt.Sprint(a.Order)
	}
	for _, f := range r.Facts {
		want["fact "+f.Key] = f.Text
	}
	for name, text := range want {
		if got, there := said[name]; there && got != text {
			t.Fatalf("%q is %q in print and %q in the data", name, got, text)
		}
	}
	if said["essential goals"] == "" || said["steps"] == "" {
		t.Fatal("the headline or the number of steps has no name")
	}
}

// sameInFiles holds what stands in a workbook and in a Word file against the board
// report: the facts, what became of each matter, and the numbers of the plan.
func sameInFiles(whole *testing.T, t *rapid.T, in Input, board *doc.Document) {
	figures := board.Figures()
	said := func(name string) string {
		if texts := figures[name]; len(texts) > 0 {
			return strings.TrimSuffix(texts[0], ".")
		}
		return ""
	}
	for _, s := range workbook(whole, in).Sheets {
		for i, row := range s.Rows {
			cell := func(column int) string { return strings.TrimSuffix(s.Cell(i, column), ".") }
			last := cell(len(row) - 1)
			switch {
			case s.Name == "Facts" && said("fact "+last) != "" && cell(2) != said("fact "+last):
				t.Fatalf("the fact %s is %q in the workbook and %q in print", last, cell(2), said("fact "+last))
			case s.Name == "Gaps" && said("number of "+last) != "" && cell(0) != said("number of "+last):
				t.Fatalf("%s is No. %s in the workbook and No. %s in print", last, cell(0), said("number of "+last))
			}
		}
		if s.Name != "Ledger" {
			continue
		}
		for i := range s.Rows {
			for _, m := range in.Matters {
				name := fmt.Sprintf("of matter %s %d", m.Question, m.Number)
				if s.Cell(i, 0) == fmt.Sprint(m.Number) && said("today "+name) != "" && (s.Cell(i, 3) != said("decided "+name) || s.Cell(i, 5) != said("today "+name)) {
					t.Fatalf("matter %d is %q, %q in the workbook and %q, %q in print", m.Number, s.Cell(i, 3), s.Cell(i, 5), said("decided "+name), said("today "+name))
				}
			}
		}
	}
	text := withoutSpaces(wordtest.Read(whole, []byte(draw(whole, "docx", board, doc.Options{}))).Body)
	for name, texts := range figures {
		if !strings.Contains(text, withoutSpaces(texts[0])) {
			t.Fatalf("%q is %q in the report and nowhere in the Word file", name, texts[0])
		}
	}
}

// fallenRows counts the rows under the heading of what fell.
func fallenRows(d *doc.Document) int {
	for i, b := range d.Blocks {
		if h, is := b.(doc.Heading); is && h.Text == kindTitles()[assess.Fell] {
			if t, is := d.Blocks[i+1].(doc.Table); is {
				return len(t.Rows)
			}
		}
	}
	return 0
}

func atoi(t *rapid.T, s string) int {
	n := 0
	if _, err := fmt.Sscan(s, &n); s != "" && err != nil {
		t.Fatal(err)
	}
	return n
}

// answeredBySeveral draws other answers to some of the questions, by two people and
// more, with decisions about some of the gaps.
func answeredBySeveral(t *rapid.T, in Input) Input {
	a := *in.Result.Assessment
	a.Answers, a.Decisions = map[string]assess.Answer{}, map[string]assess.Decision{}
	for i, it := range in.Result.Items {
		ans := it.Answer
		if rapid.IntRange(0, 3).Draw(t, "change") == 0 {
			ans = assess.Answer{State: assess.State(rapid.IntRange(0, 4).Draw(t, "state")), Level: frameworks.Level(rapid.IntRange(0, 3).Draw(t, "level")),
				Revision: it.Question.Revision, Recorded: in.Result.AsOf, Reason: "Written down.", Approver: "Chief executive", Review: in.Result.AsOf.AddMonths(6)}
		}
		ans.By = strings.Repeat("A", 1+i%3) // three people
		a.Answers[it.Question.Key] = ans
		if rapid.IntRange(0, 9).Draw(t, "decide") == 0 {
			a.Decisions[it.Question.Key] = assess.Decision{
				Kind: assess.DecisionKind(rapid.IntRange(1, 4).Draw(t, "kind")), Owner: "IT lead", Approver: "Chief executive", Reason: "Decided.",
				Due: in.Result.AsOf.AddMonths(rapid.IntRange(-2, 6).Draw(t, "due")), Until: in.Result.AsOf.AddMonths(3), Recorded: in.Result.AsOf,
			}
		}
	}
	in.Result = assess.Evaluate(in.Result.Library, &a)
	return in
}
