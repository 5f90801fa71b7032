package report

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/assess/ledger"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// Audience is who a report is for. It decides what may be said.
type Audience int

// The audiences. Internal is the zero value: those who do the work see everything.
const (
	Internal    Audience = iota
	ForBoard             // roles and no persons, no notes, no places, gaps as bands
	ForInsurer           // the answers as they are, and no plan
	ForProvider          // what the IT provider has to do, and no other gap
	ForPublic            // counts alone, for minutes that anybody may read
)

var audienceWords = [...]string{"internal", "board", "insurer", "provider", "public"}

// marks are who may pass a report on, where nobody chose: a copy made to leave the
// house has the mark that lets it (TLP 2.0).
var marks = [...]string{doc.DefaultMarking, doc.DefaultMarking, "TLP:AMBER", "TLP:AMBER", "TLP:CLEAR"}

// Mark returns the mark of a report for that audience where nobody chose one.
func (a Audience) Mark() string { return marks[a] }

// String returns internal, board, insurer, provider or public.
func (a Audience) String() string { return audienceWords[a] }

// data returns an error for an audience that gets a document and no data.
func (a Audience) data() error {
	if a == ForProvider || a == ForPublic {
		return fmt.Errorf("for %s there is a document and no data", a)
	}
	return nil
}

// Audiences lists the words of [ParseAudience].
func Audiences() []string { return slices.Clone(audienceWords[:]) }

// ParseAudience reads the words of [Audiences].
func ParseAudience(s string) (Audience, error) {
	if i := slices.Index(audienceWords[:], s); i >= 0 {
		return Audience(i), nil
	}
	return 0, fmt.Errorf("audience %q: must be %s", s, strings.Join(audienceWords[:], ", "))
}

// onFile stands for a text that is there and is not shown. The rules ask only
// whether it is there (SCORING 1 and 6), so the figures stay the same.
const onFile = "on file"

// redacted is an input as its audience may see it. Only [Input.seen] makes one, and
// whatever is told or written is made from one. Figures are computed from it, but for
// those that names are counted for.
type redacted struct {
	Input
	people int // who answered; counted before names became roles, which several may share
}

// seen returns the input as its audience may see it. For others than those who
// do the work it is built anew from what may be said, field by field, and then
// evaluated: what is added to an assessment later stays hidden until somebody
// allows it here.
func (in Input) seen() redacted {
	out := redacted{in, len(respondents(in.Result))}
	if in.Audience == Internal {
		return out
	}
	libs := []*frameworks.Library{in.Result.Library}
	for _, r := range in.Earlier {
		libs = append(libs, r.Library)
	}
	out.Series = nil // notes and figures of others stay in the house
	if in.Matters != nil {
		out.Matters = []ledger.Matter{}
	}
	v := view{frameworks.NewNeutral(libs...), map[*frameworks.Library]*frameworks.Library{}}
	out.Result, out.Earlier = v.result(in.Result), nil
	for _, r := range in.Earlier {
		out.Earlier = append(out.Earlier, v.result(r))
	}
	for _, m := range in.Matters {
		if key, ok := v.names.Question(in.Result.Library, m.Question); ok {
			out.Matters = append(out.Matters, seenMatter(m, key))
		}
	}
	return out
}

// seenMatter is a matter without names, reasons and who wrote it down.
func seenMatter(m ledger.Matter, key string) ledger.Matter {
	out := ledger.Matter{Number: m.Number, Question: key, Closed: m.Closed}
	for _, e := range m.Events {
		out.Events = append(out.Events, ledger.Event{
			Kind: e.Kind, Day: e.Day, Matter: e.Matter, Question: key, Period: e.Period, Due: e.Due, Lead: role(e.Lead), Cost: e.Cost, Said: seenDecision(e.Said),
		})
	}
	return out
}

// seenEvidence is what was kept of a scan file, as figures and dates alone.
func seenEvidence(e *assess.Evidence) *assess.Evidence {
	return &assess.Evidence{
		Kind: e.Kind, Date: e.Date, Told: e.Told, Imported: e.Imported, From: e.From, Partial: filed(e.Partial),
		Rows: e.Rows, Unread: e.Unread, Figures: e.Figures, Missing: e.Missing,
	}
}

// view shows assessments to others.
type view struct {
	names     *frameworks.Neutral
	libraries map[*frameworks.Library]*frameworks.Library // each made neutral once
}

func (v view) library(l *frameworks.Library) *frameworks.Library {
	if v.libraries[l] == nil {
		v.libraries[l] = v.names.Library(l)
	}
	return v.libraries[l]
}

func (v view) result(r *assess.Result) *assess.Result {
	return assess.Evaluate(v.library(r.Library), v.assessment(r.Library, r.Assessment))
}

func (v view) assessment(l *frameworks.Library, a *assess.Assessment) *assess.Assessment {
	out := &assess.Assessment{
		Period: a.Period, Status: a.Status, Rules: a.Rules, Day: a.Day, Organization: seenOrganization(a.Organization),
		Started: a.Started, Updated: a.Updated, Finished: a.Finished,
		Targets: map[string]assess.Target{}, Answers: map[string]assess.Answer{}, Decisions: map[string]assess.Decision{},
		Inherits: assess.Inheritance{From: a.Inherits.From, Name: a.Inherits.Name, Period: a.Inherits.Period},
		Ledger:   a.Ledger, Matters: map[string]assess.Matter{}, Facts: map[string]assess.Fact{},
	}
	out.Scans.Kept = a.Scans.Kept
	for _, e := range a.Scans.Files {
		out.Scans.Files = append(out.Scans.Files, seenEvidence(e))
	}
	for _, e := range a.Evidence {
		out.Evidence = append(out.Evidence, seenEvidence(e))
	}
	for _, name := range a.Frameworks {
		if id, ok := v.names.Framework(l, name); ok {
			out.Frameworks = append(out.Frameworks, id)
		}
	}
	for _, key := range a.InheritedKeys() {
		if k, ok := v.names.Question(l, key); ok {
			out.Inherits.Keys = append(out.Inherits.Keys, k)
		}
	}
	for key, ans := range a.Answers {
		if k, ok := v.names.Question(l, key); ok {
			out.Answers[k] = seenAnswer(ans)
		}
	}
	for key, t := range a.Targets {
		if k, ok := v.names.Question(l, key); ok {
			out.Targets[k] = assess.Target{Level: t.Level, Reason: filed(t.Reason), Approver: role(t.Approver)}
		}
	}
	for key, d := range a.Decisions {
		if k, ok := v.names.Question(l, key); ok {
			out.Decisions[k] = seenDecision(d)
		}
	}
	for key, f := range a.Facts {
		f.By = role(f.By)
		out.Facts[key] = f
	}
	for key, m := range a.Matters {
		if k, ok := v.names.Question(l, key); ok {
			out.Matters[k] = m // numbers and days
		}
	}
	return out
}

var countryForm = words.Pattern(`^[A-Za-z]{2}$`)

func seenOrganization(o assess.Organization) assess.Organization {
	out := assess.Organization{Name: o.Name, Latin: o.Latin, Size: o.Size, Beds: o.Beds, Clinicians: o.Clinicians, Critical: o.Critical}
	if slices.Contains([]string{"own", "shared", "outsourced"}, o.IT) {
		out.IT = o.IT
	}
	switch {
	case o.Country == "" || countryForm().MatchString(o.Country):
		out.Country = o.Country
	default:
		out.Country = "zz" // somewhere else: what only the United States have is left out
	}
	if code, err := frameworks.StateCode(o.State); err == nil {
		out.State = code
	}
	return out
}

func seenAnswer(a assess.Answer) assess.Answer {
	out := assess.Answer{
		State: a.State, Level: a.Level, Revision: a.Revision,
		Reason: filed(a.Reason), Approver: role(a.Approver), Review: a.Review,
		Effective: a.Effective, Recorded: a.Recorded, By: role(a.By),
		Change: a.Change, Changed: a.Changed, Carried: a.Carried, Left: a.Left,
	}
	for _, p := range a.Proof {
		out.Proof = append(out.Proof, assess.Proof{Grade: p.Grade, Date: p.Date})
	}
	return out
}

func seenDecision(d assess.Decision) assess.Decision {
	return assess.Decision{
		Kind: d.Kind, Owner: role(d.Owner), Due: d.Due, Reason: filed(d.Reason), Approver: role(d.Approver),
		Until: d.Until, Recorded: d.Recorded, By: role(d.By),
	}
}

func filed(text string) string {
	if text == "" {
		return ""
	}
	return onFile
}
