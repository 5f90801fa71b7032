package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
	"hygeia/report/doc"
)

func withStudies(t *testing.T, in Input) Input {
	t.Helper()
	studies, err := frameworks.Benchmarks()
	if err != nil {
		t.Fatal(err)
	}
	in.Benchmark = studies
	return in
}

func TestNoPublishedFiguresUnlessAskedFor(t *testing.T) {
	in := creek(t)
	for _, asked := range []bool{false, true} {
		if asked {
			in = withStudies(t, in)
		}
		for name, d := range map[string]*doc.Document{"board": Board(in), "full": Full(in)} {
			if got := strings.Contains(draw(t, "md", d, doc.Options{}), "Published figures"); got != asked {
				t.Errorf("%s: published figures %t, asked for %t", name, got, asked)
			}
		}
	}
}

// A figure stands only beside a score, with all that belongs to it, and what
// was not read in the study itself is named and not printed.
func TestPublishedFigures(t *testing.T) {
	in := withStudies(t, creek(t))
	text := draw(t, "md", &doc.Document{Blocks: benchmark(newStory(in))}, doc.Options{})
	for _, want := range []string{
		"Differences under about 10 points mean nothing", "2023", "of 59", "volunteers", "84%", "pages 26, 28 and 32",
		"https://hhscyber.hhs.gov/", "Today's practice is wider", "Not printed: Healthcare Cybersecurity Benchmarking Study 2025",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	for _, word := range []string{"better", "worse", "rank", "percentile", "average of peers", "ahead", "behind", "| Govern"} {
		if strings.Contains(text, word) {
			t.Errorf("it says %q", word)
		}
	}
}

func TestAStudyWithoutAScoreOfOursHasNoTable(t *testing.T) {
	in := withStudies(t, only(t, nothing))
	text := draw(t, "md", &doc.Document{Blocks: benchmark(newStory(in))}, doc.Options{})
	if strings.Contains(text, "| --") || !strings.Contains(text, "None of the published figures") {
		t.Errorf("got\n%s", text)
	}
}

func TestPublishedText(t *testing.T) {
	got := []string{
		publishedText(frameworks.Published{}), publishedText(frameworks.Published{Known: true}),
		publishedText(frameworks.Published{Known: true, Hundredths: 7250}), publishedText(frameworks.Published{Known: true, Hundredths: 9999}),
	}
	if diff := cmp.Diff([]string{"not published here", "0%", "73%", "99%"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
