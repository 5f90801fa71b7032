package frameworks_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

// eachRequirement visits the requirements of all published catalogs.
func eachRequirement(lib *frameworks.Library, visit func(*frameworks.Framework, *frameworks.Requirement)) {
	for _, f := range lib.Frameworks {
		if f.ID == frameworks.FoundationID {
			continue
		}
		for i := range f.Sections {
			for _, r := range f.Sections[i].Requirements(0) {
				visit(f, r)
			}
		}
	}
}

// Whoever chooses the Cybersecurity Framework alone is asked the foundation
// first, and what was answered for anything else counts in it too.
func TestEverythingCountsInCSF(t *testing.T) {
	lib := shippedLibrary(t)
	asked, counts := map[string]bool{}, map[string]bool{}
	eachRequirement(lib, func(f *frameworks.Framework, r *frameworks.Requirement) {
		if f.Short != "csf" {
			return
		}
		for _, q := range r.Speakers() {
			counts[q.Key] = true
			if r.Asks(q) {
				asked[q.Key] = true
			}
		}
	})
	for _, q := range lib.Questions {
		if !counts[q.Key] {
			t.Errorf("%s counts for no outcome of CSF", q.Key)
		}
		if lib.Ladder.Foundation(q.Key) && !asked[q.Key] {
			t.Errorf("%s is of the foundation and CSF does not ask it", q.Key)
		}
	}
	t.Logf("CSF asks %d questions and counts %d", len(asked), len(counts))
}

// A question only counts for a requirement where its framework leaves it to
// others: what the framework asks anyway is named as asked.
func TestCountsAreNotAskedElsewhere(t *testing.T) {
	lib := shippedLibrary(t)
	type at struct {
		framework string
		size      frameworks.Size
		key       string
	}
	asked := map[at]bool{}
	sizes := []frameworks.Size{frameworks.Small, frameworks.Medium, frameworks.Large}
	eachRequirement(lib, func(f *frameworks.Framework, r *frameworks.Requirement) {
		for _, size := range sizes {
			for _, q := range r.Questions {
				if r.AppliesTo(size) {
					asked[at{f.ID, size, q.Key}] = true
				}
			}
		}
	})
	eachRequirement(lib, func(f *frameworks.Framework, r *frameworks.Requirement) {
		for _, q := range r.Counts {
			everywhere := true
			for _, size := range sizes {
				everywhere = everywhere && (!r.AppliesTo(size) || asked[at{f.ID, size, q.Key}])
			}
			if everywhere {
				t.Errorf("%s %s: %s is asked for %s: name it under questions", f.Short, r.ID, q.Key, f.Short)
			}
		}
	})
}

// What binds other kinds of organization only is in no hospital's reach: it
// says whom it binds, and nothing else of the federal catalogs is left out.
func TestWhatIsNotAskedBindsOthers(t *testing.T) {
	binds := map[frameworks.Body]int{}
	eachRequirement(shippedLibrary(t), func(f *frameworks.Framework, r *frameworks.Requirement) {
		if (r.Extent == frameworks.None) != (r.Binds != frameworks.NoBody) {
			t.Errorf("%s %s: extent %s, binds %q", f.Short, r.ID, r.Extent, r.Binds)
		}
		if r.Binds != frameworks.NoBody {
			binds[r.Binds]++
		}
	})
	want := map[frameworks.Body]int{
		frameworks.Clearinghouse: 1, frameworks.GroupHealthPlan: 2, frameworks.Government: 1, frameworks.Subcontractor: 1,
	}
	if diff := cmp.Diff(want, binds); diff != "" {
		t.Errorf("requirements for others (-want +got):\n%s", diff)
	}
}

// subjects are the words by which something said to be missing is known as what
// a question of the bank asks.
var subjects = []struct{ words, key string }{
	{`drawing|diagram`, "network-map"},
	{`accounts?\b.*\bprograms? use|service account`, "service-accounts"},
	{`factory password`, "device-passwords"},
	{`recordings? of admin`, "admin-jump"},
	{`tagged|\btag\b`, "purchase-record"},
	{`network (jack|outlet)|\bwalls\b`, "wall-ports"},
	{`mark on mail`, "email-external-mark"},
	{`call back`, "payment-change"},
	{`visitor`, "building-access"},
	{`job change|another job`, "job-change-access"},
	{`breaks? (a |the |security )?rule|sanction|keep to these duties`, "sanction-policy"},
	{`checks? of new staff`, "staff-screening"},
	{`changed settings`, "settings-checked"},
	{`report a flaw`, "flaw-inbox"},
	{`on paper`, "return-to-normal"},
	{`firewall on each`, "secure-settings"},
	{`cannot be phished|trick people out`, "mfa-kind"},
	{`share what you learn|sharing what you learn`, "incident-sharing"},
	{`changed or damaged data|hidden edits`, "record-integrity"},
	{`central sign-in`, "single-sign-on"},
	{`websites people may visit|bad sites`, "web-filter"},
	{`scanner made for web`, "web-app-scan"},
	{`unused account|idle account`, "idle-accounts"},
	{`who must be told by law`, "breach-notice"},
	{`approved programs`, "software-approved"},
	{`password manager|locked store`, "admin-vault"},
	{`ransom`, "ransom-decision"},
	{`insurance was weighed`, "cyber-insurance"},
	{`news of flaws`, "vendor-flaw-notice"},
	{`written method`, "risk-method"},
	{`set deadlines`, "patch-deadlines"},
	{`(intruders|attackers)\b.*\bmatter`, "threat-model"},
}

// No catalog says of a thing that nothing asks it where a question of the bank
// does: its key stands beside the words then.
func TestWhatIsMissingIsMissing(t *testing.T) {
	lib := shippedLibrary(t)
	for _, s := range subjects {
		if _, ok := lib.Question(s.key); !ok {
			t.Errorf("there is no question %s", s.key)
		}
	}
	by, nowhere := 0, 0
	eachRequirement(lib, func(f *frameworks.Framework, r *frameworks.Requirement) {
		if strings.HasPrefix(r.Note, "Not asked") {
			t.Errorf("%s %s: what is not asked is a list under missing: %s", f.Short, r.ID, r.Note)
		}
		if r.Extent == frameworks.Part && len(r.Missing) == 0 {
			t.Errorf("%s %s: asked in part, and nothing is missing", f.Short, r.ID)
		}
		for _, m := range r.Missing {
			if len(m.By) == 0 {
				nowhere++
			} else {
				by++
			}
			for _, q := range m.By {
				if r.Asks(q) {
					t.Errorf("%s %s: %s is asked for it, so %q is not missing", f.Short, r.ID, q.Key, m.What)
				}
			}
			for _, s := range subjects {
				if regexp.MustCompile(`(?i)`+s.words).MatchString(m.What) && !named(m.By, s.key) {
					t.Errorf("%s %s: %q is what %s asks: name it under by", f.Short, r.ID, m.What, s.key)
				}
			}
		}
	})
	t.Logf("%d things asked by other frameworks, %d asked nowhere", by, nowhere)
}

func named(questions []*frameworks.Question, key string) bool {
	return slices.ContainsFunc(questions, func(q *frameworks.Question) bool { return q.Key == key })
}
