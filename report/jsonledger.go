package report

import "hygeia/assess"

// jsonFact is what was answered of one fact; it is never scored.
type jsonFact struct {
	Key      string `json:"key"`
	Group    string `json:"group"`    // oversight, patients or guide
	Service  string `json:"service"`  // of which service of the place; "" for none
	Title    string `json:"title"`    // what it is in a few words
	Question string `json:"question"` // as it was asked
	Value    string `json:"value"`    // as it is kept: a day, a number of hours, yes, no, unknown, does-not-apply or words
	Text     string `json:"text"`     // what every report prints for it
	Old      bool   `json:"old"`      // older than it stays fresh, or a day to come that is over
	Recorded string `json:"recorded"` // when it was written down or confirmed
	By       string `json:"by"`       // who said so
	Carried  string `json:"carried"`  // the quarter it was last said in, if not this one
}

// jsonMatter is what became of one matter of the ledger.
type jsonMatter struct {
	Number    int    `json:"number"`    // for life
	Key       string `json:"key"`       // of its question
	Asks      int    `json:"asks"`      // how often a report asked
	First     string `json:"first"`     // when it was asked or brought up for the first time
	Suggested string `json:"suggested"` // the date suggested with the first ask; "" if no report asked
	State     string `json:"state"`     // done, undecided, decided, accepted, overdue or expired
	Kind      string `json:"kind"`      // fix, accept, transfer or later; "" while nothing is decided
	Owner     string `json:"owner"`     // the responsible role or person
	Date      string `json:"date"`      // until when it is to be done or holds
	Redated   int    `json:"redated"`   // how often that date was moved
	Cost      int    `json:"cost"`      // the quote in US dollars; 0 for none
	Closed    string `json:"closed"`    // the day of the first quarter that shows its gap closed; "" while it is open
}

// jsonFacts are the facts that were answered, in the order in which they are asked.
func jsonFacts(s *story) []jsonFact {
	list := []jsonFact{}
	for _, f := range s.answeredFacts() {
		list = append(list, jsonFact{
			Key: f.Key, Group: f.Group, Service: f.Service, Title: f.Title, Question: f.Text, Value: f.Said.Value, Text: factPrinted(f), Old: f.Old,
			Recorded: f.Said.Recorded.String(), By: assess.Clean(f.Said.By), Carried: f.Said.Carried.String(),
		})
	}
	return list
}

// jsonMatters are the matters of the ledger, by number; none where there is no ledger.
func jsonMatters(s *story) []jsonMatter {
	list := []jsonMatter{}
	for _, m := range s.matters {
		if m.Number == 0 {
			continue
		}
		said := m.decision().Said
		j := jsonMatter{
			Number: m.Number, Key: m.Question, Asks: m.Asks(), First: m.First().String(), State: m.State(s.ledgerDay()), Kind: said.Kind.String(),
			Owner: assess.Clean(orElse(said.Owner, said.Approver)), Date: said.Date().String(), Redated: m.Redated(), Cost: m.Cost(), Closed: m.Closed.String(),
		}
		if m.asked() {
			j.Suggested = m.Suggested().String()
		}
		list = append(list, j)
	}
	return list
}
