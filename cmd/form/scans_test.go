package form

import (
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/frameworks"
)

// A scan is shown at its question, for every answer that it has something to say
// about, and chooses none.
func TestScansAtTheQuestion(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	q, _ := lib.Question("kev-fix")
	day := assess.Date{Year: 2026, Month: 9, Day: 14}
	a := &assess.Assessment{
		Period: assess.Quarter{Year: 2026, N: 3}, Day: day, Organization: assess.Organization{Size: frameworks.Small},
		Evidence: []*assess.Evidence{{Kind: "cyhy-findings", Date: day, Imported: day, From: assess.Internet, Figures: map[string]assess.Figure{"kev-over-14": assess.AtLeast(2)}}},
	}
	c := &core{s: &Session{Library: lib, Assessment: a, Today: day}}
	if got := c.present(q); !strings.Contains(got, "Not answered yet.") || !strings.Contains(got, "bears on it") {
		t.Errorf("unanswered: %q", got)
	}
	lines := strings.Join(c.scans(q).lines, "\n")
	if !strings.Contains(lines, "Yes: a scan of 2026-09-14 disputes it.") || !strings.Contains(lines, "Partly: a scan of 2026-09-14 supports it.") {
		t.Errorf("help says\n%s", lines)
	}
	for level, want := range map[frameworks.Level]string{frameworks.Yes: "disputes it", frameworks.Partly: "supports it"} {
		if err := a.Put(q, assess.Answer{State: assess.Levelled, Level: level}, assess.Answer{}, "IT", day); err != nil {
			t.Fatal(err)
		}
		if got := c.present(q); !strings.Contains(got, want) {
			t.Errorf("%v: %q", level, got)
		}
	}
}
