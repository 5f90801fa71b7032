package report

import (
	"hygeia/assess"
	"hygeia/report/data"
)

// jsonByHand is what a person can set to make a figure look better.
type jsonByHand struct {
	NotApplicable int          `json:"does_not_apply"`
	AnotherWay    int          `json:"another_way"`
	Lowered       int          `json:"lowered_targets"`
	Corrections   int          `json:"corrections"`
	LeftOpen      int          `json:"left_open"`
	Own           int          `json:"own_questions"`
	LeftOut       []string     `json:"left_out"` // ids of frameworks asked in the quarter before and not now
	Strict        *data.Figure `json:"strict"`   // the score with what does not apply and another way counted as No
	Text          string       `json:"text"`     // all of it in a sentence; "" if nothing was set by hand
}

func newJSONByHand(h assess.ByHand) jsonByHand {
	out := jsonByHand{
		NotApplicable: h.NotApplicable, AnotherWay: h.AnotherWay, Lowered: h.Lowered, Corrections: h.Corrections,
		LeftOpen: h.LeftOpen, Own: h.Own, LeftOut: []string{}, Strict: data.Share(h.Strict), Text: h.String(),
	}
	for _, f := range h.LeftOut {
		out.LeftOut = append(out.LeftOut, f.View.Framework.ID)
	}
	return out
}

// jsonUrgent is what must not wait.
type jsonUrgent struct {
	Questions []string `json:"questions"` // keys, in the order of the list
	Lowered   []string `json:"lowered"`   // keys of questions whose target was set below the usual
}

func newJSONUrgent(u assess.Urgent) jsonUrgent {
	return jsonUrgent{Questions: data.Keys(u.Gaps), Lowered: data.Keys(u.Lowered)}
}

// jsonFoundation says how much of the foundation is asked.
type jsonFoundation struct {
	Practices int `json:"practices"` // 0 where the content brought no ladder
	NotAsked  int `json:"not_asked"`
}

func newJSONFoundation(s *story) jsonFoundation {
	first, left := s.foundation()
	return jsonFoundation{first, left}
}
