package report

import (
	"io"

	"hygeia/assess"
	"hygeia/report/data"
)

// InsurerSchema is the first member of the answers for an insurer as JSON.
const InsurerSchema = "hygeia/insurer/v1"

// jsonInsurer are the answers for an insurer: no points, no scores, no plan.
type jsonInsurer struct {
	Schema       string              `json:"schema"`       // always "hygeia/insurer/v1"
	Program      string              `json:"program"`      // "hygeia 1.0.0"
	Marking      string              `json:"marking"`      // the TLP mark, "TLP:AMBER+STRICT"
	Legal        string              `json:"legal"`        // a marking of the user's own; may be ""
	Notice       string              `json:"notice"`       // whose answers these are, and what they are not
	Period       string              `json:"period"`       // the quarter
	Status       string              `json:"status"`       // draft or finished
	AsOf         string              `json:"as_of"`        // the day the answers stand for
	Organization string              `json:"organization"` // its name
	AnsweredBy   []string            `json:"answered_by"`  // roles
	Counts       []jsonInsurerCount  `json:"counts"`       // how many questions have each answer
	Carrier      []jsonCarrier       `json:"carrier"`      // what carriers usually ask, in the order of their forms; none in content from before there was such a table
	Answers      []jsonInsurerAnswer `json:"answers"`      // in asking order
}

type jsonInsurerCount struct {
	Answer    string `json:"answer"`
	Questions int    `json:"questions"`
}

type jsonInsurerAnswer struct {
	Key         string `json:"key"`
	Question    string `json:"question"`
	Answer      string `json:"answer"`       // in words; begins with "Yes" only where nothing is left out
	WrittenDown string `json:"written_down"` // the day of the answer; "" without one
	Carried     string `json:"carried"`      // the quarter it was last confirmed in; "" if that is this one
}

func writeInsurerJSON(w io.Writer, in Input) error {
	in.Audience = ForInsurer
	s := newStory(in)
	d, r := insurer(s), s.r
	out := jsonInsurer{
		Schema: InsurerSchema, Program: d.Program, Marking: d.Marking, Legal: d.Legal, Notice: d.Notice,
		Period: d.Period, Status: r.Status.String(), AsOf: d.Date, Organization: assess.Clean(r.Assessment.Organization.Name),
		AnsweredBy: append([]string{}, respondents(r)...), Carrier: s.jsonCarriers(), Answers: []jsonInsurerAnswer{}, Counts: []jsonInsurerCount{},
	}
	for _, c := range counted(r) {
		out.Counts = append(out.Counts, jsonInsurerCount{c.word, c.questions})
	}
	for _, it := range r.Items {
		a := jsonInsurerAnswer{Key: it.Question.Key, Question: it.Question.Text, Answer: literally(it)}
		if it.State != assess.Open {
			a.WrittenDown, a.Carried = it.Answer.Recorded.String(), it.Answer.Carried.String()
		}
		out.Answers = append(out.Answers, a)
	}
	return data.Write(w, out)
}
