package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"hygeia/assess"
	"hygeia/assess/series"
	"hygeia/assess/sheet"
	"hygeia/report/doc"
)

// budgetSheet is a sheet of somebody else's, taken over on July 1, 2026.
func budgetSheet(t testing.TB, text string) *series.Series {
	t.Helper()
	book, err := sheet.Read("s.csv", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	r, q, err := series.Understand(book, shipped(t), series.Choices{})
	if err != nil || q != nil {
		t.Fatalf("%v %+v", err, q)
	}
	r.Series.Name, r.Series.Source, r.Series.Imported = "budget-2025", "budget 2025.csv", day(2026, 7, 1)
	return r.Series
}

// fourTimes has a row that rose, one that fell, one that stayed, one of an id used no
// longer, and one of another function.
const fourTimes = `ID,2025 (0-5),2026-Q1 (0-5),2026-Q2 (0-5),2026-Q3 (0-5),Notes
PR.AA-01,2,2,3,4,hidden note
PR.AA-03,3,3,3,1,
PR.AA-04,2,2,2,2,
PR.AC-7,1,,,2,
PR.AA-06,,,,3,
DE.CM-01,1,1,2,2,
`

// What somebody else's sheet says of two quarters stands in their comparison, as
// theirs, in every format, and moves nothing of ours.
func TestComparisonShowsOtherSheets(t *testing.T) {
	in := creek(t)
	c := assess.Compare(in.before(), in.Result)
	theirs := budgetSheet(t, fourTimes)
	for _, format := range []string{"text", "md", "html"} {
		drawn := strings.NewReplacer(`<span class="whole">`, "", "</span>", "").Replace(draw(t, format, Focus{}.Comparison(c, theirs), doc.Options{Width: 100}))
		text := strings.Join(strings.Fields(drawn), " ")
		for _, want := range []string{
			"What other sheets say", "other people", "They count in no score here, and no answer rests on them.",
			"budget-2025, from budget 2025.csv", "Its times nearest to these quarters: 2026-Q2; 2026-Q3.",
			"Of its 6 rows here, by its own scale, 1 fell, 1 rose and 2 stayed the same; 2 rows have a score at one of the two times only, or at neither.",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %q", format, want)
			}
		}
		if strings.Contains(text, "hidden note") || strings.Contains(text, "PR.AA-04") {
			t.Errorf("%s gives a note, or a row that did not move", format)
		}
	}
	without, with := Focus{}.Comparison(c).Blocks, Focus{}.Comparison(c, theirs).Blocks
	if diff := cmp.Diff(without, with[:len(without)]); diff != "" {
		t.Errorf("a sheet moves what is ours:\n%s", diff)
	}
}

// In focus on one section all rows about it stand, those that did not move too; of the
// others none.
func TestFocusedSheetsInARow(t *testing.T) {
	text := draw(t, "text", Focus{Section: "PR"}.History(creekRow(t), budgetSheet(t, fourTimes)), doc.Options{Width: 120})
	text = text[strings.Index(text, "What other sheets say"):]
	plain := strings.Join(strings.Fields(text), " ")
	for _, want := range []string{
		"Its times nearest to these quarters: 2025 for 2025-Q4; 2026-Q1; 2026-Q2; 2026-Q3.",
		"PR.AA-01 Identities and credentials managed 2 of 5 2 of 5 3 of 5 4 of 5 rose",
		"stayed the same", "PR.AC-07 (now PR.AA-03) 1 of 5 – – 2 of 5 rose", "– – – 3 of 5",
	} {
		if !strings.Contains(plain, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	if strings.Contains(text, "DE.CM-01") {
		t.Errorf("another section is shown in\n%s", text)
	}
	if text := draw(t, "text", Focus{Section: "GV"}.History(creekRow(t), budgetSheet(t, fourTimes)), doc.Options{}); strings.Contains(text, "other sheets") {
		t.Error("a sheet that says nothing of the section is named")
	}
}

// More times than fit into columns stand in one.
func TestManyTimesOfASheet(t *testing.T) {
	b := budgetSheet(t, fourTimes).Beside([]assess.Quarter{{Year: 2025, N: 4}, {Year: 2026, N: 1}, {Year: 2026, N: 2}, {Year: 2026, N: 3}})
	for i := range b.Rows { // one more quarter than there are columns for
		b.Rows[i].Cells = append(b.Rows[i].Cells, b.Rows[i].Cells[3])
	}
	b.Quarters, b.Nearest = append(b.Quarters, assess.Quarter{Year: 2026, N: 4}), append(b.Nearest, "2026-Q4")
	table := besideTable(shipped(t), b, true)
	if len(table.Columns) != 3 {
		t.Errorf("the columns are %+v", table.Columns)
	}
	if diff := cmp.Diff(doc.Row("PR.AA-01 Identities and credentials managed", "2 of 5 (2025), 2 of 5 (2026-Q1), 3 of 5 (2026-Q2), 4 of 5 (2026-Q3), 4 of 5 (2026-Q4)", "rose"), table.Rows[0]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// As data a sheet stands apart, with its times and its rows in the order of the
// quarters.
func TestSheetsInTheComparisonAsData(t *testing.T) {
	var b bytes.Buffer
	row := creekRow(t)
	if err := (Focus{}).WriteJSON(&b, row, "hygeia test", budgetSheet(t, fourTimes)); err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if err := schemaFile(t, "comparison.v1.json").Validate(value); err != nil {
		t.Error(err)
	}
	var out jsonCompared
	if err := json.Unmarshal(b.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	if len(out.Sheets) != 1 {
		t.Fatalf("%d sheets", len(out.Sheets))
	}
	s := out.Sheets[0]
	if diff := cmp.Diff([]string{"2025", "2026-Q1", "2026-Q2", "2026-Q3"}, s.Nearest); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	said := func(text string) *string { return &text }
	want := jsonSheetRow{ID: "PR.AC-07", Went: []string{"PR.AA-03"}, Cells: []*string{said("1 of 5"), nil, nil, said("2 of 5")}, Move: "rose"}
	if diff := cmp.Diff(want, s.Rows[3]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	var without bytes.Buffer
	if err := (Focus{}).WriteJSON(&without, row, "hygeia test"); err != nil {
		t.Fatal(err)
	}
	var alone jsonCompared
	if err := json.Unmarshal(without.Bytes(), &alone); err != nil {
		t.Fatal(err)
	}
	alone.Sheets, out.Sheets = nil, nil
	if diff := cmp.Diff(alone, out); diff != "" {
		t.Errorf("a sheet moves a figure of ours:\n%s", diff)
	}
}

// The full report says below its own trend what other sheets say of the same time; the
// board's does not.
func TestTrendShowsOtherSheets(t *testing.T) {
	in := creek(t)
	in.Series = []*series.Series{budgetSheet(t, fourTimes)}
	full := strings.Join(strings.Fields(boardText(t, Full(in))), " ")
	for _, want := range []string{"What other sheets say of these quarters", `Your sheet "budget-2025": Its times nearest to these quarters: 2026-Q2; 2026-Q3.`} {
		if !strings.Contains(full, want) {
			t.Errorf("the full report lacks %q", want)
		}
	}
	in.Audience = ForBoard
	if strings.Contains(boardText(t, Board(in)), "other sheets") {
		t.Error("the board reads of another's sheet")
	}
}
