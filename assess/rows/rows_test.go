package rows

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
)

var sample = Table{"sample", "For the test.", []Column{{"name", Text, "a text"}, {"n", Int, "a number"}, {"ok", Bool, "a fact"}, {"day", Day, "a day"}}}

func TestEncode(t *testing.T) {
	list := []Row{
		{`He said "no", twice`, 3, true, assess.Date{Year: 2026, Month: 9, Day: 4}},
		{"", nil, false, assess.Date{}},
		{"=1+1\nsecond", 0, true, nil},
	}
	for format, want := range map[string]string{
		"csv":   "name,n,ok,day\n\"He said \"\"no\"\", twice\",3,true,2026-09-04\n,,false,\n\"'=1+1\nsecond\",0,true,\n",
		"jsonl": "{\"name\":\"He said \\\"no\\\", twice\",\"n\":3,\"ok\":true,\"day\":\"2026-09-04\"}\n{\"name\":null,\"n\":null,\"ok\":false,\"day\":null}\n{\"name\":\"=1+1\\nsecond\",\"n\":0,\"ok\":true,\"day\":null}\n",
	} {
		got, err := sample.Encode(format, list)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", format, diff)
		}
	}
	if _, err := sample.Encode("csv", []Row{{"too short"}}); err == nil {
		t.Error("a row that is too short was written")
	}
}

// TestPath: a folder's name never parts a path, leaves it or means something in it.
func TestPath(t *testing.T) {
	q := assess.Quarter{Year: 2026, N: 3}
	for folder, want := range map[string]string{
		"north": "north", "a/b": "a%2Fb", "..": "%2E%2E", ".": "%2E", "St. Mary's": "St.%20Mary%27s", "100%": "100%25", "a=b": "a%3Db", "Ärzte": "%C3%84rzte", `x\y`: "x%5Cy",
	} {
		if got := Path("answers", folder, q, "csv"); got != "answers/site="+want+"/quarter=2026-Q3/rows.csv" {
			t.Errorf("%q: %s", folder, got)
		}
	}
}

// TestEveryRowFits: each table is filled from a quarter with as many cells as columns,
// of the kinds they are said to be.
func TestEveryRowFits(t *testing.T) {
	names := map[string]bool{}
	for _, table := range Tables() {
		if names[table.Name] || table.Columns[0].Name != "folder" || table.Columns[1].Name != "period" {
			t.Errorf("table %s: is there twice, or does not begin with folder and period", table.Name)
		}
		names[table.Name] = true
		for _, c := range table.Columns {
			if c.Says == "" || c.Name != strings.ToLower(c.Name) {
				t.Errorf("%s.%s has no explanation, or capitals", table.Name, c.Name)
			}
			if !strings.Contains(SQL(), "  "+c.Name+" ") {
				t.Errorf("%s.%s is not in the statements", table.Name, c.Name)
			}
		}
	}
	data, err := sample.Encode("jsonl", []Row{{"a", 1, true, nil}})
	if err != nil || !json.Valid(data) {
		t.Errorf("%s: %v", data, err)
	}
	if data, err = sample.Encode("csv", nil); err != nil {
		t.Fatal(err)
	}
	if lines, err := csv.NewReader(strings.NewReader(string(data))).ReadAll(); err != nil || len(lines) != 1 {
		t.Errorf("%v %v", lines, err)
	}
}
