package frameworks_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

// texts returns every sentence of a question a person may read, by its place.
func texts(q *frameworks.Question) map[string]string {
	t := map[string]string{"title": q.Title, "text": q.Text, "why": q.Why, "help": q.Help, "do": q.Fix.Do,
		"care": q.Fix.Care, "threats_differ": q.Differ}
	for level, w := range q.Wording {
		t[frameworks.Level(level).String()] = w
	}
	for i, s := range q.LookFor {
		t[fmt.Sprintf("look_for %d", i+1)] = s
	}
	return t
}

// Keys are never lost and never renamed: saved answers stand under them. A new
// question is added at the end of the list.
func TestKeysAreNeverLost(t *testing.T) {
	lib := shippedLibrary(t)
	data, err := os.ReadFile("testdata/keys.txt")
	if err != nil {
		t.Fatal(err)
	}
	keys := strings.Fields(string(data))
	for _, key := range keys {
		if _, ok := lib.Question(key); !ok {
			t.Errorf("question %s is gone", key)
		}
	}
	for _, q := range lib.Questions {
		if !slices.Contains(keys, q.Key) {
			t.Errorf("question %s is new: add it to testdata/keys.txt", q.Key)
		}
	}
}

// The Essential start takes a quarter of an hour, HICP for a small organization
// an hour.
func TestHowMuchIsAsked(t *testing.T) {
	lib := shippedLibrary(t)
	asked := func(framework string, size frameworks.Size, section string) int {
		f, err := lib.Framework(framework)
		if err != nil {
			t.Fatal(err)
		}
		keys := map[string]bool{}
		for i := range f.Sections {
			if section != "" && f.Sections[i].ID != section {
				continue
			}
			for _, r := range f.Sections[i].Requirements(size) {
				for _, q := range r.Questions {
					keys[q.Key] = true
				}
			}
		}
		return len(keys)
	}
	if n := len(lib.Questions); n < 140 || n > 190 {
		t.Errorf("the bank has %d questions, want 140 to 190: a new one takes the place of one that tells less", n)
	}
	for _, c := range []struct {
		name, framework, section string
		size                     frameworks.Size
		most                     int
	}{
		{"Essential goals", frameworks.EssentialID, "essential", frameworks.Small, 20},
		{"HICP small", "hicp", "", frameworks.Small, 45},
		{"HICP medium", "hicp", "", frameworks.Medium, 85},
		{"HICP large", "hicp", "", frameworks.Large, 125},
		{"CSF", "csf", "", frameworks.Small, 130}, // of all sizes
		{"HIPAA", "hipaa", "", frameworks.Small, 170},
		{"CISA", "cpg", "", frameworks.Small, 170},
	} {
		n := asked(c.framework, c.size, c.section)
		if n == 0 || n > c.most {
			t.Errorf(`%s, %s: asks %d questions, at most %d, so that people get through it. Either
let a question that is asked already speak for the requirement, with what it leaves out
under "missing"; or give the requirement "sizes" that leave %s places out; or take
another question out. A cap is raised only with a reason in the commit.`, c.name, c.size, n, c.most, c.size)
		}
		if testing.Verbose() {
			t.Logf("%s, %s: %d questions", c.name, c.size, n)
		}
	}
}

// The ids of each catalog are those its publisher prints, in testdata/ids.txt,
// and in that order.
func TestPublishedIDs(t *testing.T) {
	data, err := os.ReadFile("testdata/ids.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{}
	for line := range strings.Lines(string(data)) {
		if f := strings.Fields(line); len(f) == 2 && f[0] != "#" {
			want[f[0]] = append(want[f[0]], f[1])
		}
	}
	for _, f := range shippedLibrary(t).Frameworks {
		if f.ID == frameworks.FoundationID {
			continue // published by nobody
		}
		var got []string
		for i := range f.Sections {
			for _, r := range f.Sections[i].Requirements(0) {
				got = append(got, r.ID)
			}
		}
		if diff := cmp.Diff(want[f.ID], got); diff != "" {
			t.Errorf("%s has other ids than testdata/ids.txt, where those stand that its publisher prints (-published +ours):\n%s", f.ID, diff)
		}
	}
}

// Every requirement of the federal catalogs is asked; of HIPAA, all but those
// for bodies that are not hospitals, which the file names with the reason.
func TestExtents(t *testing.T) {
	nones := map[string][]string{"hipaa-security-rule": {
		"164.308(a)(4)(ii)(A)", "164.314(a)(2)(ii)", "164.314(a)(2)(iii)", "164.314(b)(1)", "164.314(b)(2)",
	}}
	for _, f := range shippedLibrary(t).Frameworks {
		counts := map[frameworks.Extent]int{}
		for i := range f.Sections {
			for _, r := range f.Sections[i].Requirements(0) {
				counts[r.Extent]++
				if r.Extent == frameworks.None && !slices.Contains(nones[f.ID], r.ID) {
					t.Errorf("%s %s is not asked", f.ID, r.ID)
				}
			}
		}
		t.Logf("%s: %d full, %d part, %d none", f.Short, counts[frameworks.Full], counts[frameworks.Part], counts[frameworks.None])
	}
}

// must_apply holds for every question of an Essential goal, so that the headline
// is always of ten, and for six more that every place has (SCORING 1).
func TestMustApply(t *testing.T) {
	lib := shippedLibrary(t)
	more := strings.Fields("patch-computers risk-analysis responsible-person backup-protected backup-restore incident-plan")
	want := slices.Clone(more)
	for _, q := range lib.Questions {
		if lib.Tier(q) == frameworks.Essential && !slices.Contains(want, q.Key) {
			want = append(want, q.Key)
		}
	}
	for _, q := range lib.Questions {
		switch must := slices.Contains(want, q.Key); {
		case q.MustApply && !must:
			t.Errorf("question %s: take must_apply away, it is for the questions of Essential goals and %d more named in this test", q.Key, len(more))
		case must && !q.MustApply:
			t.Errorf("question %s: must_apply is missing, every place has what it asks about", q.Key)
		}
	}
}

// banned are words our own sentences never use (SCORING 10), and some that
// bundle two questions into one or say nothing.
var banned = regexp.MustCompile(`(?i)\band/or\b|safe harbor|\bcertified\b|\bcompliant\b|\bguarantee|\bsignificant|` +
	`\brobust\b|\bholistic|\bleverag|\bensure that\b|best practice|!`)

// british are spellings that are not American.
var british = regexp.MustCompile(`(?i)\b(organis|authoris|recognis|practis|licence|programme|colour|favour|behaviour|judgement|centre\b|catalogue|defence|enrol\b|enrols\b|enrolment)`)

// translated are words that Americans do not say, or take for another thing: the
// record is an EHR, and people who leave are not leavers.
var translated = regexp.MustCompile(`(?i)\bleavers?\b|\brecord systems?\b|\b(is|are) (not )?meant\b|\bmeant (is|are)\b|\bstands? (still|in manuals|on the same list)\b|` +
	`questions? of its own|\banew\b|\bby guess\b|\bhackers?\b|\b(insurance|the|no|its) cover\b|\bstand-ins?\b|\b(network|wall) (sockets?|outlets?)\b|` +
	`out of the house|\b(is it|it is) set who\b`)

var alarm = regexp.MustCompile(`(?i)\balarms?\b`)

// alarms are questions about things that ring.
var alarms = []string{"door-watch", "power-cooling", "network-rooms", "repair-records"}

func TestWordsOfTheBank(t *testing.T) {
	lib := shippedLibrary(t)
	check := func(place, text string) {
		if w := banned.FindString(text); w != "" {
			t.Errorf("%s: %q is not used: %s", place, w, text)
		}
		if w := british.FindString(text); w != "" {
			t.Errorf("%s: %q is British: %s", place, w, text)
		}
		if w := translated.FindString(text); w != "" {
			t.Errorf("%s: %q is not what Americans say here: %s", place, w, text)
		}
	}
	for _, q := range lib.Questions {
		for name, text := range texts(q) {
			check(q.Key+" "+name, text)
			if alarm.MatchString(text) && !slices.Contains(alarms, q.Key) {
				t.Errorf("%s: an alarm is a thing that rings; say alert (from outside) or warning (from our tools): %s", q.Key, text)
			}
		}
	}
	for _, c := range lib.Contradictions {
		check(c.Low+c.IT+" "+c.High, c.Ask)
	}
	for _, term := range lib.Glossary {
		check(term.Name, term.Means)
	}
	for _, r := range lib.Resources {
		check(r.ID, strings.Join(append(r.How, r.Gives, r.Note), " "))
	}
	for _, f := range lib.Frameworks {
		check(f.ID, f.Notice)
		for i := range f.Sections {
			for _, r := range f.Sections[i].Requirements(0) {
				check(f.ID+" "+r.ID, r.Why+" "+r.Note)
				for _, m := range r.Missing {
					check(f.ID+" "+r.ID, m.What)
				}
			}
		}
	}
}

// Every question is one question, and its four answers can be told apart. The
// loader holds to it too; here it stands for the reader of the bank.
func TestEveryQuestionIsWhole(t *testing.T) {
	for _, q := range shippedLibrary(t).Questions {
		if strings.Count(q.Text, "?") != 1 || !strings.HasSuffix(q.Text, "?") {
			t.Errorf("%s: one question mark, at the end: %s", q.Key, q.Text)
		}
		if n := len(strings.Fields(q.Text)); n > 25 {
			t.Errorf("%s: %d words", q.Key, n)
		}
		if n := len(strings.Fields(q.Title)); n > 6 {
			t.Errorf("%s: %d words in its title", q.Key, n)
		}
		distinct := map[string]bool{}
		for _, w := range q.Wording {
			distinct[strings.ToLower(w)] = true
			if !strings.HasSuffix(w, ".") {
				t.Errorf("%s: no full stop: %s", q.Key, w)
			}
		}
		if len(distinct) != 4 {
			t.Errorf("%s: two answers say the same", q.Key)
		}
		if q.Fix.Do == "" {
			t.Errorf("%s: no first step", q.Key)
		}
		for size := frameworks.Small; size <= frameworks.Large; size++ {
			for level := frameworks.No; level <= frameworks.Mostly; level++ {
				if n := len(helpHere(q, level, size)); n < 1 || n > 3 {
					t.Errorf("%s, %s, %s: %d resources, want one to three", q.Key, size, level, n)
				}
			}
		}
		if n := len(q.LookFor); n < 2 || n > 4 {
			t.Errorf("%s: %d things to look for, want 2 to 4", q.Key, n)
		}
		if q.Fix.Effort == frameworks.SmallEffort && q.Fix.Resources[0].Cost == "paid" {
			t.Errorf("%s: a small fix begins with something to pay", q.Key)
		}
	}
}

// helpHere is the help for anybody in the United States.
func helpHere(q *frameworks.Question, level frameworks.Level, size frameworks.Size) []frameworks.Chosen {
	lib, err := frameworks.Shipped()
	if err != nil {
		return nil
	}
	return slices.DeleteFunc(lib.Help(q, level, size), func(c frameworks.Chosen) bool {
		return !c.Resource.InCountry("us") || len(c.Resource.Only) > 0
	})
}

var (
	capitals  = regexp.MustCompile(`\b[A-Z][A-Z0-9]+s?\b`)
	wellKnown = []string{"IT", "PDF", "USB", "ID", "IDs", "US", "EHR", "NIST", "CISA", "HHS", "FBI", "FDA", "HIPAA", "TV"}
)

// An abbreviation is explained in the same question: in brackets behind it, or
// behind its long form.
func TestAbbreviations(t *testing.T) {
	for _, q := range shippedLibrary(t).Questions {
		all := strings.Join([]string{q.Text, q.Why, q.Help, strings.Join(q.Wording[:], " "), q.Fix.Do, strings.Join(q.LookFor, " ")}, " ")
		for _, word := range capitals.FindAllString(all, -1) {
			if _, ok := shippedLibrary(t).Term(strings.TrimSuffix(word, "s")); !ok {
				t.Errorf("%s: %s is not in the glossary", q.Key, word)
			}
			if slices.Contains(wellKnown, word) {
				continue
			}
			if !strings.Contains(all, word+" (") && !strings.Contains(all, "("+word+")") {
				t.Errorf("%s: %s is not explained", q.Key, word)
			}
		}
	}
}

// Flesch-Kincaid grade of the text and its reason: what a tired practice manager
// reads at six in the evening. At most 12 for each question, 9 on average.
func TestReadingGrade(t *testing.T) {
	questions := shippedLibrary(t).Questions
	sum, worst, worstKey := 0.0, 0.0, ""
	for _, q := range questions {
		grade := readingGrade(q.Text + " " + q.Why)
		sum += grade
		if grade > worst {
			worst, worstKey = grade, q.Key
		}
		if grade > 12 {
			t.Errorf("%s: grade %.1f, at most 12", q.Key, grade)
		}
	}
	mean := sum / float64(len(questions))
	if mean > 9 {
		t.Errorf("grade %.1f on average, at most 9", mean)
	}
	t.Logf("reading grade %.1f on average, at most %.1f (%s)", mean, worst, worstKey)
}

var (
	sentenceEnd = regexp.MustCompile(`[.?!]+(\s|$)`)
	wordForm    = regexp.MustCompile(`[A-Za-z][A-Za-z']*`)
	vowels      = regexp.MustCompile(`[aeiouy]+`)
	silentEnd   = regexp.MustCompile(`([^aeiouyl]|[aeiouy]l)e$|[^aeiouydt]ed$|[^aeiouycgsxzlh]es$`)
)

// readingGrade is 0.39 words a sentence + 11.8 syllables a word - 15.59.
func readingGrade(text string) float64 {
	sentences := len(sentenceEnd.FindAllString(text, -1))
	words := wordForm.FindAllString(text, -1)
	syllableCount := 0
	for _, w := range words {
		syllableCount += syllables(w)
	}
	n := float64(len(words))
	return 0.39*n/float64(max(1, sentences)) + 11.8*float64(syllableCount)/n - 15.59
}

// syllables counts groups of vowels, without the e that is not spoken.
func syllables(word string) int {
	word = strings.ToLower(strings.ReplaceAll(word, "'", ""))
	n := len(vowels.FindAllString(word, -1))
	if n > 1 && silentEnd.MatchString(word) {
		n--
	}
	return max(1, n)
}

func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{
		"door": 1, "locked": 1, "needed": 2, "password": 2, "everyone": 3, "computer": 3, "device": 2, "devices": 3,
		"table": 2, "care": 1, "the": 1, "security": 4, "update": 2, "stopped": 1, "started": 2, "machines": 2, "whole": 1, "it's": 1,
	} {
		if got := syllables(word); got != want {
			t.Errorf("%s: %d, want %d", word, got, want)
		}
	}
}
