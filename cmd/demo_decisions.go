package cmd

import (
	"time"

	"hygeia/assess"
	"hygeia/frameworks"
)

// demoDecision is something an invented hospital decided in one of its sittings.
type demoDecision struct {
	folder   string
	on       assess.Date
	key      string
	decision assess.Decision
}

// demoDecisions are made in June 2026: when the hospital sits down again in
// September, the first is overdue, the second accepted and the third in time.
var demoDecisions = []demoDecision{
	{"harbor-regional", june, "log-central", assess.Decision{
		Kind: assess.Fix, Owner: "IT lead", Due: assess.Date{Year: 2026, Month: time.August, Day: 31},
	}},
	{"harbor-regional", june, "unique-accounts", assess.Decision{
		Kind: assess.Accept, Approver: "Grace Lindholm, chief executive (invented)", Until: assess.Date{Year: 2026, Month: time.December, Day: 31},
		Reason: "The two infusion rooms keep their shared sign-ins until carts with a badge reader arrive in December.",
	}},
	{"harbor-regional", june, "vendor-contracts", assess.Decision{
		Kind: assess.Fix, Owner: "Compliance officer", Due: assess.Date{Year: 2026, Month: time.December, Day: 15},
	}},
}

var june = assess.Date{Year: 2026, Month: time.June, Day: 24}

// demoDecide makes the decisions of that hospital on that day.
func demoDecide(lib *frameworks.Library, a *assess.Assessment, h hospital, on assess.Date) error {
	for _, d := range demoDecisions {
		q, known := lib.Question(d.key)
		if d.folder != h.folder || d.on != on || !known {
			continue
		}
		if err := a.Decide(q, d.decision, h.by, on); err != nil {
			return err
		}
	}
	return nil
}
