package assess

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"hygeia/frameworks"
	"hygeia/frameworks/strictyaml"
)

// Limits of a saved quarter. They fit together: a bank of 190 questions, every
// one of them answered and decided in the longest legal way, is still under
// MaxFile, and a test says so with the shipped bank.
const (
	MaxFile   = 6 << 20 // bytes of a saved quarter or an answers file
	MaxNote   = 2000    // characters of a note
	MaxReason = 500     // characters of the reason of an answer or of a size
	MaxBrief  = 200     // characters of the reason of a decision
	MaxRole   = 100     // characters of who owns, approves or writes down a decision
	MaxName   = 200     // characters of everything else that is typed: names, short reasons, what a proof is and where
	MaxProofs = 3       // proofs of one answer

	maxReopened = 100
)

// The first line of each of our files. A change that an older hygeia could not
// read raises the number, and the older number stays readable.
const (
	schemaSaved   = "hygeia/assessment/v2"
	schemaSavedV1 = "hygeia/assessment/v1" // without rules, as-of day and end mark
	schemaSheet   = "hygeia/answers/v1"
)

// Encode returns a quarter as the YAML file a person can read and compare:
// fixed order, answers by key, one fact a line, notes as block text, times in
// UTC to the second, and what is empty left out. The last lines say how many
// answers there are, so that a file that was cut off is noticed. The bytes are the
// same for the same quarter, and Decode gives back what went in.
//
// Anything Decode could not give back is an error here and no file: text that
// was not cleaned (see [Clean]) or is too long, a date that does not exist, a
// note without an answer.
func Encode(a *Assessment) ([]byte, error) { return EncodeWith(a, nil) }

// EncodeWith is [Encode] of a quarter that is judged by the library: what Decode
// would refuse beside it, such as an answer to no question of its, is an error too.
func EncodeWith(a *Assessment, lib *frameworks.Library) ([]byte, error) {
	want := canonical(a)
	data, doc, err := savedMap(want).EncodeAs(a.Period.String(), strictyaml.Limits{Bytes: MaxFile})
	if err != nil {
		return nil, fmt.Errorf("quarter %s: %w", a.Period, err)
	}
	back, _, err := readSaved(doc, schemaSaved, func(Pin, Status) (*frameworks.Library, error) { return lib, nil })
	if err := errors.Join(doc.Err(), err); err != nil {
		return nil, fmt.Errorf("the quarter could not be read back: %w", err)
	}
	if what := difference(want, back); what != "" {
		return nil, fmt.Errorf("quarter %s: %s would not be read back as it is: its text is not clean, or it holds more than its kind of answer may", a.Period, what)
	}
	return data, nil
}

// Decode reads a saved quarter and finds, with the function it is given, the
// content the quarter is judged by: for a draft the content in use, for a
// finished quarter what its pin names. The name stands in front of every
// mistake, and all mistakes come at once with their places. Without a function
// the questions' keys and revisions are not looked at, and no library is returned.
//
// An other way without approver or review date is no mistake here: it is saved
// as it is and counts as incomplete (SCORING 1).
func Decode(name string, data []byte, content func(Pin, Status) (*frameworks.Library, error)) (*Assessment, *frameworks.Library, error) {
	doc, schema, err := openFile(name, data, schemaSaved, schemaSavedV1)
	if err != nil {
		return nil, nil, err
	}
	a, lib, err := readSaved(doc, schema, content)
	if err != nil {
		err = fmt.Errorf("%s: %w", name, err)
	}
	if err := errors.Join(doc.Err(), err); err != nil {
		return nil, nil, err
	}
	return a, lib, nil
}

// openFile parses a file and looks at its schema, which must be one of those
// given. Mistakes of form that leave the rest readable stay in the document, to
// be told together with what else is found.
func openFile(name string, data []byte, schemas ...string) (*strictyaml.Document, string, error) {
	doc, err := strictyaml.Parse(name, data, strictyaml.Limits{Bytes: MaxFile})
	if doc == nil {
		return nil, "", err
	}
	node := doc.Schema()
	schema := node.Text()
	switch {
	case slices.Contains(schemas, schema):
		return doc, schema, nil
	case !node.Present():
		doc.Root().Errorf("missing key %q: the file must begin with a line such as %q", "schema", "schema: "+schemas[0])
	case isNewer(schema, schemas):
		node.Errorf("schema %q: was saved by a newer hygeia; this one reads %s", schema, strings.Join(schemas, " and "))
	default:
		node.Errorf("schema %q: must be %s", schema, strings.Join(schemas, " or "))
	}
	if err := doc.Err(); err != nil {
		return nil, "", err
	}
	return nil, "", fmt.Errorf("%s: is empty", name) // "null" or "~" has no place to point at
}

// isNewer reports whether a schema is one of those given with a higher number.
func isNewer(schema string, schemas []string) bool {
	kind, version := cutVersion(schema)
	for _, s := range schemas {
		known, highest := cutVersion(s)
		if kind == known && version > highest {
			return true
		}
	}
	return false
}

// cutVersion takes "hygeia/answers/v1" apart; the version is 0 if there is none.
func cutVersion(schema string) (kind string, version int) {
	i := strings.LastIndex(schema, "/v")
	if i < 0 {
		return schema, 0
	}
	n, err := strconv.Atoi(schema[i+2:])
	if err != nil {
		return schema, 0
	}
	return schema[:i], n
}

// canonical returns the quarter as a file holds it: times to the second in UTC,
// no level where the kind of answer has none, nothing for what was not answered.
func canonical(a *Assessment) *Assessment {
	c := *a
	c.Started, c.Updated = toSecond(a.Started), toSecond(a.Updated)
	if a.Rules == 0 {
		c.Rules = CurrentRules
	}
	c.Frameworks = noneIfEmpty(a.Frameworks)
	c.Reopened = noneIfEmpty(a.Reopened)
	c.Targets = make(map[string]Target, len(a.Targets))
	maps.Copy(c.Targets, a.Targets)
	c.Decisions = make(map[string]Decision, len(a.Decisions))
	maps.Copy(c.Decisions, a.Decisions)
	c.Matters, c.Evidence, c.Facts = nil, nil, nil
	if len(a.Facts) > 0 {
		c.Facts = maps.Clone(a.Facts)
	}
	c.Inherited = nil
	c.Inherits.Keys = noneIfEmpty(a.Inherits.Keys)
	if a.Status == Draft {
		c.Inherits.Name, c.Inherits.Period, c.Inherits.Digest = "", Quarter{}, ""
	}
	c.Answers = make(map[string]Answer, len(a.Answers))
	for key, ans := range a.Answers {
		if a.Status == Draft && a.inherits(key) {
			continue
		}
		ans.Proof = noneIfEmpty(ans.Proof)
		if ans.State != Levelled && ans.State != OtherWay {
			ans.Level = 0
		}
		if isBlank(ans) {
			continue
		}
		c.Answers[key] = ans
	}
	return &c
}

// isBlank reports whether there is neither an answer nor anything else to keep.
func isBlank(ans Answer) bool {
	return ans.State == Open && ans.Note == "" && ans.Reason == "" && len(ans.Proof) == 0
}

func toSecond(t time.Time) time.Time { return t.UTC().Truncate(time.Second) }

func noneIfEmpty[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}

// difference names the first thing in which two quarters differ; "" if none.
func difference(want, got *Assessment) string {
	if reflect.DeepEqual(want, got) {
		return ""
	}
	for _, key := range slices.Sorted(maps.Keys(want.Answers)) {
		if !reflect.DeepEqual(want.Answers[key], got.Answers[key]) {
			return fmt.Sprintf("the answer to %q", key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(want.Targets)) {
		if want.Targets[key] != got.Targets[key] {
			return fmt.Sprintf("the target of %q", key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(want.Decisions)) {
		if want.Decisions[key] != got.Decisions[key] {
			return fmt.Sprintf("the decision about %q", key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(want.Facts)) {
		if want.Facts[key] != got.Facts[key] {
			return fmt.Sprintf("the fact %q", key)
		}
	}
	return "something before the answers (a name, a reason, a time)"
}
