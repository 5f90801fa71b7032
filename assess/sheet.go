package assess

import (
	"slices"

	"hygeia/frameworks"
	"hygeia/frameworks/strictyaml"
)

// ReadAnswers reads an answers file, as [Template] writes it, or a saved
// quarter, of which only the answers are taken. It returns the answers by key;
// a question whose answer is left empty is not among them.
//
// It is all or nothing: any mistake gives no answers and an error that lists
// every mistake with its place, an unknown key with the nearest right one.
// Whether an answer is complete is judged on the day given, and whether a reason
// goes with its change by what stands in the quarter that the answers are for,
// which may be nil. What only the program sets in a saved quarter (who answered,
// when, what changed) is left out, so that Merge sets it again.
func ReadAnswers(name string, data []byte, lib *frameworks.Library, into *Assessment, on Date) (map[string]Answer, error) {
	doc, schema, err := openFile(name, data, schemaSheet, schemaSaved, schemaSavedV1)
	if err != nil {
		return nil, err
	}
	var answers map[string]Answer
	if schema == schemaSheet {
		answers = answersOfSheet(doc, lib, into, on)
	} else {
		answers = answersOfSaved(doc, schema, lib, on)
	}
	if err := doc.Err(); err != nil {
		return nil, err
	}
	return answers, nil
}

func answersOfSheet(doc *strictyaml.Document, lib *frameworks.Library, into *Assessment, on Date) map[string]Answer {
	m := doc.Root().Mapping("schema", "answers", "facts")
	answers, given := map[string]Answer{}, m.Get("answers")
	if facts := m.Get("facts"); facts.Present() {
		factsOfSheet(facts, lib, on)
	} else {
		given = m.Need("answers")
	}
	for _, e := range given.Entries() {
		q := findQuestion(e.Key, lib)
		entry := e.Value.Mapping(writtenKeys...)
		word := entry.Get("answer")
		told := doc.Mistakes()
		ans := readWritten(entry, word)
		if !word.Present() {
			checkUntouched(e, entry)
			continue
		}
		if q != nil {
			judged := ans
			if doc.Mistakes() > told {
				judged = ans.beyondForm()
			}
			checkComplete(word, judged, q, on)
			if wrong := into.againstDirection(q, into.given(q.Key), ans, on); wrong != "" {
				entry.Get("change").Errorf("%s: %s", q.Key, wrong)
			}
		}
		answers[e.Key.Text()] = ans
	}
	return answers
}

// beyondForm is the answer without those mistakes that its form has told already: a
// kind of proof or a reach that is none.
func (ans Answer) beyondForm() Answer {
	ans.Proof = slices.DeleteFunc(slices.Clone(ans.Proof), func(p Proof) bool { return p.Grade == 0 })
	if ans.State == OtherWay && ans.Level == frameworks.No {
		ans.Level = frameworks.Partly
	}
	return ans
}

// checkUntouched records what is written beside an answer that is left empty:
// it would be lost.
func checkUntouched(e strictyaml.Entry, entry strictyaml.Mapping) {
	for _, key := range writtenKeys {
		if entry.Get(key).Present() {
			e.Key.Errorf("%s has a %s but no answer: fill in answer, or take the %s away", e.Key.Text(), key, key)
			return
		}
	}
}

// answersOfSaved takes the answers of a saved quarter, which is read as strictly
// as ever. An answer to an older meaning of its question cannot be taken over.
func answersOfSaved(doc *strictyaml.Document, schema string, lib *frameworks.Library, on Date) map[string]Answer {
	given := func(Pin, Status) (*frameworks.Library, error) { return lib, nil }
	a, _, err := readSaved(doc, schema, given)
	if err != nil {
		doc.Root().Errorf("%v", err)
		return nil
	}
	answers := map[string]Answer{}
	for _, e := range doc.Root().Mapping(keysOfSaved(schema)...).Get("answers").Entries() {
		q, known := lib.Question(e.Key.Text())
		if !known { // its mistake is recorded
			continue
		}
		ans := a.Answers[q.Key]
		if ans.Left != NotLeft {
			continue // nobody said so
		}
		if ans.Outdated(q) {
			e.Key.Errorf("%s: the question means something else since it was answered (revision %d, now %d): answer it again, and take it out of this file",
				q.Key, ans.Revision, q.Revision)
		}
		ans = ans.written()
		checkComplete(e.Key, ans, q, on)
		answers[q.Key] = ans
	}
	return answers
}

// written returns the answer without what only the program sets.
func (ans Answer) written() Answer {
	ans.Revision, ans.Recorded, ans.By = 0, Date{}, ""
	ans.Change, ans.Changed, ans.Carried = NoReason, Quarter{}, Quarter{}
	return ans
}

// checkComplete records what is missing from an answer or not allowed, unless a
// mistake of form has left it without an answer.
func checkComplete(at strictyaml.Node, ans Answer, q *frameworks.Question, on Date) {
	if ans.State == Open {
		return
	}
	for _, problem := range ans.Problems(q, on) {
		at.Errorf("%s: %s", q.Key, problem)
	}
}
