package assess

import (
	"strings"
	"testing"

	"hygeia/frameworks"
)

// The day and the quarter in which tests happen.
var (
	testDay     = Date{2026, 9, 14}
	testQuarter = Quarter{2026, 3}
)

// draftOf is a draft of the test quarter that asks the framework "own".
func draftOf(answers map[string]Answer) *Assessment {
	return &Assessment{
		Period:       testQuarter,
		Organization: Organization{Name: "Test Hospital", Size: frameworks.Small},
		Frameworks:   []string{"own"},
		Updated:      testDay.time(),
		Answers:      answers,
	}
}

// told reads answers: "e1=yes r1=other-mostly r2=na r3=unknown"; what is not
// named is not answered.
func told(words string) map[string]Answer {
	answers := map[string]Answer{}
	for _, w := range strings.Fields(words) {
		key, word, _ := strings.Cut(w, "=")
		answers[key] = toldWord(word)
	}
	return answers
}

func toldWord(word string) Answer {
	ans := Answer{Revision: 1, Recorded: testDay}
	switch word {
	case "unknown":
		ans.State = Unknown
	case "na":
		ans.State, ans.Reason = NotApplicable, "there is none"
	case "other-partly", "other-mostly":
		ans.State, ans.Reason, ans.Approver, ans.Review = OtherWay, "another measure", "Dr. Ames", testDay.NextYear()
		ans.Level, _ = frameworks.ParseLevel(strings.TrimPrefix(word, "other-"))
	case "other-incomplete":
		ans.State, ans.Level = OtherWay, frameworks.Mostly
	default:
		level, err := frameworks.ParseLevel(word)
		if err != nil {
			panic(err)
		}
		ans.State, ans.Level = Levelled, level
	}
	return ans
}

// ownSection evaluates the answers and returns the framework's section.
func ownSection(t testing.TB, lib *frameworks.Library, answers, id string) *Section {
	t.Helper()
	return sectionOfOwn(t, Evaluate(lib, draftOf(told(answers))), id)
}

func sectionOfOwn(t testing.TB, r *Result, id string) *Section {
	t.Helper()
	v, ok := r.View("own")
	if !ok {
		t.Fatal("no framework own")
	}
	for i := range v.Sections {
		if v.Sections[i].ID == id {
			return &v.Sections[i]
		}
	}
	t.Fatalf("no section %s", id)
	return nil
}

// question returns a question of the library.
func question(t testing.TB, lib *frameworks.Library, key string) *frameworks.Question {
	t.Helper()
	q, ok := lib.Question(key)
	if !ok {
		t.Fatalf("no question %s", key)
	}
	return q
}
