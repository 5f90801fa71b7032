package frameworks_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

// Every shipped figure stands beside a section or group there is.
func TestShippedBenchmarks(t *testing.T) {
	studies, err := frameworks.Benchmarks()
	if err != nil {
		t.Fatal(err)
	}
	lib := shippedLibrary(t)
	for _, s := range studies {
		f, err := lib.Framework(s.Framework)
		if err != nil {
			t.Errorf("%s: %v", s.ID, err)
			continue
		}
		var ids []string
		for _, section := range f.Sections {
			ids = append(ids, section.ID)
			for _, g := range section.Groups {
				ids = append(ids, g.ID)
			}
		}
		for _, figure := range s.Figures {
			if !slices.Contains(ids, figure.Of) {
				t.Errorf("%s: %s has no %q", s.ID, s.Framework, figure.Of)
			}
			if s.Read && !figure.Percent.Known {
				t.Errorf("%s: %s was read and has no figure", s.ID, figure.Of)
			}
		}
	}
	hicp := studies[0]
	if hicp.Sample != 59 || hicp.Year != 2023 || len(hicp.Figures) != 10 || hicp.Figures[0].Percent.Hundredths != 8395 {
		t.Errorf("the figures of HICP read %+v", hicp)
	}
}

const study = `schema: hygeia/benchmarks/v1
studies:
  - id: a-study
    title: A study
    publisher: Somebody
    year: 2025
    data: in 2024
    sample: 69
    who: volunteers
    framework: nist-csf-2.0
    about: functions
    measures: coverage
    read: true
    caveats: [Another scale.]
    url: https://example.org/
    figures:
      - {of: GV, percent: "64", fit: same}
      - {of: PR, percent: not-published, fit: same}
      - {of: DE, percent: "71.51", fit: partly, remark: A part left.}
`

func TestReadBenchmarks(t *testing.T) {
	studies, err := frameworks.ReadBenchmarks("b.yaml", []byte(study))
	if err != nil {
		t.Fatal(err)
	}
	want := []frameworks.Figure{
		{Of: "GV", Percent: frameworks.Published{Known: true, Hundredths: 6400}},
		{Of: "PR"},
		{Of: "DE", Percent: frameworks.Published{Known: true, Hundredths: 7151}, Remark: "A part left."},
	}
	if diff := cmp.Diff(want, studies[0].Figures); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReadBenchmarksRefuses(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"schema", "benchmarks/v1", "benchmark/v1", "did you mean hygeia/benchmarks/v1?"},
		{"too high", `"64"`, `"101"`, `b.yaml:17:27: percent "101": must be a number from 0 to 100`},
		{"a little too high", `"64"`, `"100.01"`, `percent "100.01": must be a number`},
		{"one decimal", `"64"`, `"64.5"`, `percent "64.5": must be a number`},
		{"a guess", `"64"`, `about 64`, `percent "about 64": must be a number`},
		{"part without a remark", ", remark: A part left.", "", "remark: must say what is not the same, because the fit is partly"},
		{"moved from nowhere", `percent: "64", fit: same`, `percent: "64", fit: moved`, "as: must say what the study calls it, because it has moved"},
		{"scattered", `percent: "64", fit: same`, `percent: "64", fit: split`, `fit "split": must be same, moved or partly`},
		{"twice", "of: PR", "of: GV", `figure of "GV" is there twice`},
		{"no sample", "    sample: 69\n", "", `missing key "sample"`},
		{"no caveat", "[Another scale.]", "[]", "caveats: must have at least one item"},
		{"a script", "https://example.org/", "javascript:x", "must be an https://"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(study, c.old, c.new, 1)
			studies, err := frameworks.ReadBenchmarks("b.yaml", []byte(text))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
			if studies != nil {
				t.Error("a file with a mistake gave studies")
			}
		})
	}
}

func FuzzReadBenchmarks(f *testing.F) {
	f.Add([]byte(study))
	f.Fuzz(func(t *testing.T, data []byte) {
		studies, err := frameworks.ReadBenchmarks("b.yaml", data)
		if err != nil {
			return
		}
		for _, s := range studies {
			for _, figure := range s.Figures {
				if p := figure.Percent; p.Hundredths < 0 || p.Hundredths > 10000 || !p.Known && p.Hundredths != 0 {
					t.Fatalf("%s: %+v", s.ID, figure)
				}
			}
		}
	})
}
