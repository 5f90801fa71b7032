package series

import (
	"strings"
	"testing"

	"hygeia/assess"
)

var day = assess.Date{Year: 2026, Month: 11, Day: 28}

const small = `schema: hygeia/series/v1
name: budget-2025
source: budget 2025.xlsx
digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
imported: 2026-11-28
framework: nist-csf-2.0
scale: 0-5
unplaced: 0
columns:
  - column: B
    head: Score
    means: score
    period: current
rows:
  - id: PR.AA-03
    row: 2
    values:
      current: "2.5"
    targets:
      "2027": "4"
`

// Every mistake in a series file is told at once, each with its place.
func TestDecodeMistakes(t *testing.T) {
	for _, tt := range []struct{ from, to, want string }{
		{"hygeia/series/v1", "hygeia/series/v2", `s.yaml:1:9: schema "hygeia/series/v2": this hygeia reads hygeia/series/v1`},
		{"budget-2025\n", "Budget 2025\n", `s.yaml:2:7: name "Budget 2025": must be small letters, digits and hyphens, at most 60 of them`},
		{"sha256:00", "sha256:0g", `s.yaml:4:9: digest "sha256:0g`},
		{"2026-11-28", "2026-02-30", `s.yaml:5:11: date "2026-02-30"`},
		{"scale: 0-5", "scale: 5-0", `s.yaml:7:8: scale "5-0": must be two numbers such as 0-5`},
		{"means: score", "means: sore", `s.yaml:12:12: `},
		{"period: current", "period: soon", `s.yaml:13:13: period "soon": must be a time such as 2025`},
		{`"2.5"`, `"7"`, `s.yaml:18:16: "7" lies outside 0 to 5`},
		{`"2.5"`, `"2,5"`, `s.yaml:18:16: score "2,5": must be a number`},
		{"    row: 2", "    row: 0", `s.yaml:16:10: `},
		{"    row: 2", "    rows: 2", `s.yaml:16:5: `},
		{"rows:\n", "rows:\n  - id: PR.IP-1\n    went:\n      - PR.PS-01\n    nowhere: true\n    row: 9\n", `went somewhere`},
	} {
		_, err := Decode("s.yaml", []byte(strings.Replace(small, tt.from, tt.to, 1)))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s -> %s: %v, want %s", tt.from, tt.to, err, tt.want)
		}
	}
	if s, err := Decode("s.yaml", []byte(small)); err != nil || s.Rows[0].Values[0].Value.n != 2500 {
		t.Errorf("%+v, %v", s, err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte("schema: hygeia/series/v1\nrows: []\n"))
	f.Add([]byte("!")) // a document of nothing
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Decode("s.yaml", data)
		if err != nil {
			return
		}
		text, err := Encode(s)
		if err != nil {
			t.Fatalf("what was read cannot be written: %v\n%s", err, data)
		}
		back, err := Decode("s.yaml", text)
		if err != nil || !Same(s, back) {
			t.Fatalf("does not come back: %v\n%s", err, text)
		}
	})
}
