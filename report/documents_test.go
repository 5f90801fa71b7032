package report

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc"
)

// everyInput are the quarters that every document must survive.
func everyInput(t testing.TB) map[string]Input {
	first := func(i int, q *frameworks.Question) assess.Answer {
		if i == 0 {
			return level(frameworks.Yes)
		}
		return open
	}
	return map[string]Input{
		"creek":            creek(t),
		"lakeside":         lakeside(t),
		"nothing answered": only(t, nothing),
		"one answered":     only(t, first),
		"does not apply":   only(t, func(int, *frameworks.Question) assess.Answer { return notHere("None here.") }),
		"all yes":          only(t, func(int, *frameworks.Question) assess.Answer { return level(frameworks.Yes) }),
		"all unknown":      only(t, func(int, *frameworks.Question) assess.Answer { return unknown }),
		"empty library":    {Result: assess.Evaluate(&frameworks.Library{}, &assess.Assessment{})},
	}
}

// everyDocument returns each document about a quarter.
func everyDocument(t testing.TB, in Input) map[string]*doc.Document {
	shared := in
	shared.Audience = ForBoard
	docs := map[string]*doc.Document{
		"board": Board(in), "board for board": Board(shared), "full": Full(in), "insurer": Insurer(in),
		"comparison": Comparison(assess.Compare(in.before(), in.Result)), "plan": Plan(PlanInput{Input: in}),
	}
	for _, it := range in.Result.Items[:min(len(in.Result.Items), 3)] {
		d, err := ExplainQuestion(in, it.Question.Key)
		if err != nil {
			t.Fatal(err)
		}
		docs["explain "+it.Question.Key] = d
	}
	return docs
}

// everyOutput draws each document about a quarter in each format that is text.
func everyOutput(t testing.TB, in Input) map[string]string {
	out := map[string]string{}
	for name, d := range everyDocument(t, in) {
		out[name+" md"] = draw(t, "md", d, doc.Options{})
		out[name+" text"] = draw(t, "text", d, doc.Options{})
	}
	var b bytes.Buffer
	if err := WriteJSON(&b, in); err != nil {
		t.Fatal(err)
	}
	out["json"] = b.String()
	b.Reset()
	if err := WriteCSV(&b, in); err != nil {
		t.Fatal(err)
	}
	out["csv"] = b.String()
	return out
}

func TestReportsSayOnceWhatTheyAreNot(t *testing.T) {
	in := creek(t)
	for _, d := range []*doc.Document{Board(in), Full(in), Comparison(assess.Compare(in.before(), in.Result))} {
		for _, format := range []string{"md", "text"} {
			if n := strings.Count(draw(t, format, d, doc.Options{Width: 200}), "not the HIPAA risk analysis"); n != 1 {
				t.Errorf("%s as %s says it %d times, want once", d.Title, format, n)
			}
		}
	}
}

func TestFirstPageNamesNoCodes(t *testing.T) {
	for name, in := range everyInput(t) {
		first := &doc.Document{}
		for _, b := range Board(in).Blocks {
			if _, ok := b.(doc.PageBreak); ok {
				break
			}
			first.Blocks = append(first.Blocks, b)
		}
		text := draw(t, "text", first, doc.Options{})
		codes := []string{"CSF", "HICP", "HPH", "NIST", "CPG"}
		for _, f := range in.Result.Library.Frameworks {
			if f.ID == frameworks.FoundationID {
				continue // its ids are the words for practices
			}
			for i := range f.Sections {
				for _, r := range f.Sections[i].Requirements(0) {
					codes = append(codes, r.ID)
				}
			}
		}
		for _, code := range codes {
			if regexp.MustCompile(`(^|\W)` + regexp.QuoteMeta(code) + `(\W|$)`).MatchString(text) {
				t.Errorf("%s: the first page names %s", name, code)
			}
		}
	}
}

func TestBoardNamesNoRespondentsNotesOrPlacesOfProof(t *testing.T) {
	in := creek(t)
	for _, format := range []string{"md", "text"} {
		board := draw(t, format, Board(in), doc.Options{Width: 200})
		for _, secret := range []string{"Okafor", "Waiting for the vendor", "SECRET-PLACE"} {
			if strings.Contains(board, secret) {
				t.Errorf("the board report (%s) says %q", format, secret)
			}
		}
	}
	for what, text := range everyOutput(t, in) {
		if strings.Contains(text, "SECRET-PLACE") {
			t.Errorf("%s tells where proof is kept", what)
		}
	}
}

func TestMarkAndDraftStandAtTopAndBottom(t *testing.T) {
	d := Board(lakeside(t))
	for _, format := range []string{"md", "text"} {
		lines := strings.Split(strings.TrimSpace(draw(t, format, d, doc.Options{})), "\n")
		for _, line := range []string{lines[0], lines[len(lines)-1]} {
			if !strings.Contains(line, "TLP:AMBER+STRICT · DRAFT") {
				t.Errorf("%s: %q lacks the mark", format, line)
			}
		}
	}
	if d := Board(creek(t)); d.Draft || strings.Contains(draw(t, "md", d, doc.Options{}), "DRAFT") {
		t.Error("a finished quarter says DRAFT")
	}
}
