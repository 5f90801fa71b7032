package cmd

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"hygeia/assess"
	"hygeia/assess/ledger"
	"hygeia/frameworks/words"
)

// readDay reads the day of the decision, which is no day to come.
func (o *decideOptions) readDay() (err error) {
	o.on = o.today()
	if o.AsOf == "" {
		return nil
	}
	if o.on, err = assess.DayPast(o.AsOf, o.today()); err != nil {
		return usagef("--as-of: %w", err)
	}
	if o.on.After(o.today()) {
		return usagef("--as-of: %s is still to come; give the day on which it was decided", o.on)
	}
	return nil
}

// parse reads the decision from the flags and tells everything that is wrong.
func (o *decideOptions) parse() error {
	kind, err := assess.ParseDecision(o.Kind)
	if err != nil {
		return unknown("decision", o.Kind, []string{"fix", "accept", "transfer", "later", wordUndecided})
	}
	d := assess.Decision{Kind: kind, Owner: o.Owner, Reason: o.Reason, Approver: o.Approver, By: o.By}
	var wrong []error
	for _, date := range []struct {
		flag, text string
		to         *assess.Date
	}{{"--due", o.Due, &d.Due}, {"--until", o.Until, &d.Until}} {
		if date.text == "" {
			continue
		}
		if *date.to, err = assess.DayAhead(date.text, o.on); err != nil {
			wrong = append(wrong, fmt.Errorf("%s: %w", date.flag, err))
		}
	}
	if o.cost, err = readCost(o.Cost); err != nil {
		wrong = append(wrong, err)
	}
	if wrong == nil {
		for _, problem := range d.Problems(o.on) {
			wrong = append(wrong, errors.New(problem))
		}
	}
	o.decision = d
	if err := errors.Join(wrong...); err != nil {
		if _, notNumber := strconv.Atoi(o.Key); notNumber != nil {
			if unknown := o.env.knownKey(o.Key); unknown != nil {
				return unknown
			}
		}
		return withHint(usagef("%w", err), "it should look like: %s", exampleOf(kind, o.Key, o.on))
	}
	return nil
}

// amount is how a whole number of dollars is written; cents only where there are none.
var amount = words.Pattern(`^\$? ?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.00)?$`)

// readCost reads a quote in whole dollars; 0 if none was given.
func readCost(s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	m := amount().FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return 0, fmt.Errorf("--cost %q: must be an amount in whole dollars, as 12000 or 12,000", s)
	}
	n, err := strconv.Atoi(strings.ReplaceAll(m[1], ",", ""))
	if err != nil || n < 1 || n > ledger.MaxCost {
		return 0, fmt.Errorf("--cost %q: must be from 1 to %s dollars", s, thousands(ledger.MaxCost))
	}
	return n, nil
}

// dollars writes an amount as it is written in the United States: "$12,000".
func dollars(n int) string { return "$" + thousands(n) }

func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// exampleOf is a command line with everything a decision of that kind needs.
func exampleOf(kind assess.DecisionKind, key string, day assess.Date) string {
	words := []string{"hygeia decide", key, kind.String()}
	for _, name := range kind.Needs() {
		value := map[string]string{
			"owner": `"IT lead"`, "reason": `"…"`, "approver": `"CEO"`, "due": day.NextYear().String(), "until": day.NextYear().String(),
		}[name]
		words = append(words, "--"+name, value)
	}
	return strings.Join(words, " ")
}
