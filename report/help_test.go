package report

import (
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

// onlyNo is a quarter in which everything is No, for an organization.
func onlyNo(t testing.TB, org assess.Organization) Input {
	lib := shipped(t)
	a := quarter(lib, third, org, []string{"hph-cpg", "hicp-2023"}, func(int, *frameworks.Question) assess.Answer { return level(frameworks.No) })
	return Input{Result: assess.Evaluate(lib, a)}
}

// A gap names at most three resources, each of them close to it, and never none.
func TestHelpOfAGap(t *testing.T) {
	for size := frameworks.Small; size <= frameworks.Large; size++ {
		s := newStory(onlyNo(t, assess.Organization{Size: size, Country: "us"}))
		for _, it := range s.r.Items {
			fit := s.helpFor(it)
			if len(fit) == 0 || len(fit) > helpPerGap {
				t.Errorf("%s, %s: %d resources", it.Question.Key, size, len(fit))
			}
			for i, m := range fit {
				if i > 0 && !m.Close {
					t.Errorf("%s, %s: %s is padding", it.Question.Key, size, m.Resource.ID)
				}
			}
		}
	}
}

// The address is the one for the size.
func TestHelpForTheSize(t *testing.T) {
	for size, want := range map[frameworks.Size]string{
		frameworks.Small: "HHS-howto-patching-small_R.pdf", frameworks.Large: "HHS-howto-patching-large_R.pdf",
	} {
		if text := draw(t, "text", Full(onlyNo(t, assess.Organization{Size: size})), doc.Options{}); !strings.Contains(strings.ReplaceAll(text, "\n", ""), want[:20]) {
			t.Errorf("%s: %s is missing", size, want)
		}
		md := draw(t, "md", Full(onlyNo(t, assess.Organization{Size: size})), doc.Options{})
		if !strings.Contains(md, want) {
			t.Errorf("%s: %s is missing", size, want)
		}
	}
}

func TestAnnexIsGroupedByKind(t *testing.T) {
	md := draw(t, "md", Full(onlyNo(t, assess.Organization{Size: frameworks.Small, Country: "us"})), doc.Options{})
	_, annex, found := strings.Cut(md, "Help named in this report, by kind")
	if !found {
		t.Fatal("no annex")
	}
	var titles []string
	for _, kind := range []string{"service", "guidance", "training", "alerts", "tool", "template", "exercise"} {
		titles = append(titles, "### "+KindTitle(kind)+"\n", "https://")
	}
	doctest.InOrder(t, annex, titles...)
	if KindTitle("reporting-portal") != "Where to report" || KindTitle("guidance") != "Guidance" {
		t.Error("the titles of kinds")
	}
}

// Outside the United States services for there alone are left out, and said to
// be; there the sentence is not needed.
func TestHelpOutsideTheUnitedStates(t *testing.T) {
	const sentence = "that only organizations in the United States can use"
	abroad, home := onlyNo(t, assess.Organization{Size: frameworks.Small, Country: "at"}), onlyNo(t, assess.Organization{Size: frameworks.Small, Country: "us"})
	for _, make := range []func(Input) *doc.Document{Board, Full} {
		if md := draw(t, "md", make(abroad), doc.Options{}); !strings.Contains(md, sentence) || strings.Contains(md, "cyber-hygiene-services") {
			t.Error("abroad the sentence is missing, or a service of the United States is not")
		}
		if md := draw(t, "md", make(home), doc.Options{}); strings.Contains(md, sentence) {
			t.Error("at home the sentence is there")
		}
	}
	if md := draw(t, "md", Full(home), doc.Options{}); !strings.Contains(md, "cyber-hygiene-services") {
		t.Error("at home the service is not there")
	}
}

// A report dated more than 180 days after the list was looked through says so.
func TestOldHelp(t *testing.T) {
	for reviewed, old := range map[string]bool{
		"2026-09-28": false, "2026-04-01": false, // 180 days before 2026-09-28
		"2026-03-31": true, "2024-01-01": true, "2027-01-01": false, "": false,
	} {
		s := newStory(creek(t))
		lib := *s.lib
		lib.Reviewed = reviewed
		s.lib = &lib
		if got := strings.Contains(s.helpAge(), "more than 180 days before this report"); got != old {
			t.Errorf("%s: %s", reviewed, s.helpAge())
		}
	}
}
