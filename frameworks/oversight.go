package frameworks

import (
	_ "embed"
	"slices"
	"sync"

	"hygeia/frameworks/strictyaml"
)

// oversightSchema is the first line of the file of what a board should ask. The
// file is no part of a library: nothing is scored by it, and no digest holds it.
const oversightSchema = "hygeia/oversight/v1"

//go:embed oversight.yaml
var oversightFile []byte

// BoardQuestion is a question a board should ask of those who report to it.
type BoardQuestion struct {
	Asks       string   // in our own words, ends in "?"
	Answers    []string // keys of the questions that answer it; may be empty
	Frameworks bool     // the frameworks chosen for the quarter are the answer
	Fact       string   // key of the fact that answers it; may be empty
}

// Oversight returns what a board should ask, in order. An error means that the
// program was built from a broken file, which the tests prevent.
func Oversight() ([]BoardQuestion, error) { return boardQuestions() }

var boardQuestions = sync.OnceValues(func() ([]BoardQuestion, error) { return ReadOversight("oversight.yaml", oversightFile) })

// ReadOversight reads a file of questions for a board. The error holds every
// mistake in it.
func ReadOversight(name string, data []byte) ([]BoardQuestion, error) {
	doc, err := strictyaml.Parse(name, data, strictyaml.Limits{})
	if doc == nil {
		return nil, err
	}
	if schemaOf(doc, oversightSchema) == "" {
		return nil, doc.Err()
	}
	var questions []BoardQuestion
	for _, n := range doc.Root().Mapping("schema", "questions").Need("questions").Items() {
		q := readBoardQuestion(n)
		if slices.ContainsFunc(questions, func(other BoardQuestion) bool { return other.Asks == q.Asks && q.Asks != "" }) {
			n.Errorf("%q is there twice", q.Asks)
		}
		questions = append(questions, q)
	}
	if err := doc.Err(); err != nil {
		return nil, err
	}
	return questions, nil
}

func readBoardQuestion(n strictyaml.Node) BoardQuestion {
	m := n.Mapping("asks", "answers", "frameworks", "fact")
	q := BoardQuestion{Asks: line(m.Need("asks"), "asks", maxLine)}
	if answers := m.Get("answers"); answers.Present() {
		for _, item := range answers.Items() {
			q.Answers = append(q.Answers, strictyaml.Word(item, named("question", keyForm, "small letters, digits and hyphens")))
		}
	}
	if chosen := m.Get("frameworks"); chosen.Present() {
		q.Frameworks = chosen.Bool()
		if q.Frameworks && len(q.Answers) > 0 {
			chosen.Errorf("frameworks: the answer is either the frameworks or what answers names, not both")
		}
	}
	if fact := m.Get("fact"); fact.Present() {
		q.Fact = strictyaml.Word(fact, named("fact", keyForm, "small letters, digits and hyphens"))
		if q.Frameworks || len(q.Answers) > 0 {
			fact.Errorf("fact: the answer is either a fact or what answers and frameworks name, not both")
		}
	}
	return q
}
