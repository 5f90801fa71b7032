package data

import (
	"hygeia/assess"
	"hygeia/frameworks"
)

// View is one framework seen through the answers.
type View struct {
	ID       string    `json:"id"`
	Short    string    `json:"short"`
	Title    string    `json:"title"`
	Version  string    `json:"version"`
	Asked    bool      `json:"asked"`    // chosen for this quarter
	Overall  Overall   `json:"overall"`  // never a headline
	Sections []Section `json:"sections"` // in catalog order
}

// Overall is the mean of a framework with the figures it rests on.
type Overall struct {
	Score     *Figure  `json:"score"` // null while undefined
	Low       *Figure  `json:"low"`
	High      *Figure  `json:"high"`
	Missing   []string `json:"missing"`   // titles of the sections without a score of their own
	Undefined string   `json:"undefined"` // why there is none; "" if there is
	Group     Group    `json:"group"`     // the figures it rests on
}

// Section is a part of a framework that has a score of its own.
type Section struct {
	Group
	Groups       []Group       `json:"groups"` // categories, where the framework has them
	Requirements []Requirement `json:"requirements"`
}

// Requirement is one id of a framework and how far it is met.
type Requirement struct {
	ID        string    `json:"id"`
	Title     string    `json:"title"`
	Status    string    `json:"status"`    // as printed: "nearly met"
	Extent    string    `json:"extent"`    // full, part or none: how much of it is asked
	Source    string    `json:"source"`    // whose mapping it is
	Missing   []Missing `json:"missing"`   // what of it its framework does not ask
	Questions []string  `json:"questions"` // Keys of its asked questions
	Weakest   string    `json:"weakest"`   // key of the question that decides; "" without one
}

// Missing is a part of a requirement that its framework does not ask.
type Missing struct {
	What string   `json:"what"`
	By   []string `json:"by"` // Keys of the questions that ask it when something else asks them; none: asked nowhere
}

func newMissing(m frameworks.Missing) Missing {
	out := Missing{m.What, []string{}}
	for _, q := range m.By {
		out.By = append(out.By, q.Key)
	}
	return out
}

// NewView returns a framework as data.
func NewView(v *assess.View) View {
	f, o := v.Framework, v.Overall
	out := View{
		ID: f.ID, Short: f.Short, Title: f.Title, Version: f.Version, Asked: v.Asked,
		Overall: Overall{
			Score: Percent(o.Score), Low: Percent(o.Low), High: Percent(o.High),
			Missing: append([]string{}, o.Missing...), Undefined: o.Undefined(), Group: NewGroup(&o.Group),
		},
		Sections: []Section{},
	}
	for i := range v.Sections {
		out.Sections = append(out.Sections, newSection(&v.Sections[i]))
	}
	return out
}

func newSection(sec *assess.Section) Section {
	out := Section{NewGroup(&sec.Group), []Group{}, []Requirement{}}
	for i := range sec.Groups {
		out.Groups = append(out.Groups, NewGroup(&sec.Groups[i]))
	}
	for i := range sec.Requirements {
		req := &sec.Requirements[i]
		r := Requirement{
			ID: req.ID, Title: req.Title, Status: req.Status.String(), Extent: req.Extent.String(),
			Source: req.Source, Questions: Keys(req.Items), Missing: []Missing{},
		}
		for _, m := range req.Missing {
			r.Missing = append(r.Missing, newMissing(m))
		}
		if req.Weakest != nil {
			r.Weakest = req.Weakest.Question.Key
		}
		out.Requirements = append(out.Requirements, r)
	}
	return out
}

// Threat is a threat as the group of the questions that name it.
type Threat struct {
	Key    string `json:"key"`
	Weight int    `json:"weight"` // 1 to 5
	HICP   bool   `json:"hicp"`   // one of the five that HHS names
	Stops  string `json:"stops"`  // the service it stops first
	Word   string `json:"word"`   // guarded, partly guarded, weakly guarded, not known with what is asked, or does not apply here
	Group
}

// NewThreat returns a threat as data.
func NewThreat(t *assess.Threat) Threat {
	return Threat{t.Key, t.Weight, t.HICP, t.Stops, t.Word(), NewGroup(&t.Group)}
}
