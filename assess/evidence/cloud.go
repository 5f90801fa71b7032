package evidence

import (
	"bufio"
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	"hygeia/assess"
)

var cloudTables = []table{
	{kind: "scubagear-plan", needs: []string{"control id", "result", "criticality", "non-compliance reason"}, begin: beginScuba},
	{kind: "scubagear", needs: []string{"control id", "result", "criticality"}, begin: beginScuba},
	{kind: "secure-score", needs: []string{"recommended action", "points achieved", "status"}, begin: beginScore},
	{kind: "secure-score", needs: []string{"improvement action", "points achieved", "status"}, begin: beginScore}, // as it was once called
}

// scuba counts the results of CISA's comparison of a Microsoft 365 tenant with
// its baseline. Its two settings about second factors are kept apart: everybody's
// (the strong kind, or else any), and administrators'.
type scuba struct {
	in                                              *input
	plan                                            bool
	shallPass, shallFail, shouldPass, shouldWarning int
	unchecked, omitted, incorrect, errors           int
	passed                                          map[string]bool // by control without its version, of those that are told here
}

func beginScuba(in *input, head row) rows {
	s := &scuba{in: in, passed: map[string]bool{}, plan: head.has("non-compliance reason")}
	if s.plan {
		in.report.Evidence.Partial = "a plan holds only what did not pass"
	}
	return s
}

func (s *scuba) take(r row) error {
	return s.add(r.text("control id"), r.text("criticality"), r.text("result"))
}

func (s *scuba) add(control, criticality, result string) error {
	shall := strings.HasPrefix(strings.ToLower(criticality), "shall")
	if strings.HasPrefix(strings.ToLower(result), "error") { // some say which
		s.errors++
		return nil
	}
	switch strings.ToLower(result) {
	case "pass":
		if shall {
			s.shallPass++
		} else {
			s.shouldPass++
		}
	case "fail":
		s.shallFail++
	case "warning":
		s.shouldWarning++
	case "n/a", "-":
		s.unchecked++
	case "omitted":
		s.omitted++
	case "incorrect result":
		s.incorrect++
	default:
		return errors.New(shown(result) + " is no result that is known")
	}
	if result := strings.ToLower(result); result == "pass" || result == "fail" {
		id, _, _ := strings.Cut(strings.ToUpper(control), "V")
		s.passed[id] = result == "pass"
	}
	return nil
}

func (s *scuba) done() {
	s.in.exactly("shall-fail", s.shallFail)
	if s.plan {
		s.in.missing("should-warning", "shall-pass", "should-pass", "not-checked", "omitted", "strong-factor-missing", "factor-missing", "old-sign-in-open")
		return
	}
	s.in.exactly("should-warning", s.shouldWarning)
	s.in.exactly("shall-pass", s.shallPass)
	s.in.exactly("should-pass", s.shouldPass)
	s.in.exactly("not-checked", s.unchecked)
	s.in.exactly("omitted", s.omitted+s.incorrect)
	if s.errors > 0 {
		s.in.exactly("errors", s.errors)
	}
	s.lacks("factor-missing", "MS.AAD.3.1", "MS.AAD.3.2")
	s.lacks("strong-factor-missing", "MS.AAD.3.6")
	s.lacks("old-sign-in-open", "MS.AAD.1.1")
}

// lacks gives 1 if none of these settings passed, and 0 if one did.
func (s *scuba) lacks(key string, controls ...string) {
	told, passed := false, false
	for _, c := range controls {
		pass, known := s.passed[c]
		told, passed = told || known, passed || pass
	}
	n := 1
	if passed {
		n = 0
	}
	s.in.given(key, told, n)
}

// readScuba reads the results as JSON. What the tenant's settings are in full
// stands in it too, and is passed over.
func readScuba(in *input, file *bufio.Reader) error {
	in.report.Evidence.Kind = "scubagear"
	s := &scuba{in: in, passed: map[string]bool{}}
	err := fields(file, map[string]func(*json.Decoder) error{
		"MetaData": func(d *json.Decoder) error {
			var about struct{ DisplayName, TimestampZulu string }
			_, err := entry(d, &about)
			in.owner(about.DisplayName)
			if at, wrong := moment(about.TimestampZulu); wrong == nil {
				in.later(assess.DateOf(at))
			}
			return err
		},
		"Results": s.products,
	})
	if err != nil {
		return err
	}
	s.done()
	return nil
}

// products reads the results of one product after the other.
func (s *scuba) products(d *json.Decoder) error {
	if err := expect(d, '{'); err != nil {
		return err
	}
	for d.More() {
		if _, err := d.Token(); err != nil {
			return err
		}
		err := items(d, func() error {
			return object(d, map[string]func(*json.Decoder) error{"Controls": func(d *json.Decoder) error {
				return items(d, func() error { return s.control(d) })
			}})
		})
		if err != nil {
			return err
		}
	}
	return expect(d, '}')
}

func (s *scuba) control(d *json.Decoder) error {
	var c struct {
		ID          string `json:"Control ID"`
		Criticality string
		Result      string
	}
	wrong, err := entry(d, &c)
	if err != nil {
		return err
	}
	if wrong == nil {
		wrong = s.add(c.ID, c.Criticality, c.Result)
	}
	if wrong != nil {
		s.in.unread(0, wrong)
		return nil
	}
	s.in.report.Evidence.Rows++
	return nil
}

// secureScore reads the recommended actions of Microsoft's secure score.
type secureScore struct {
	in                             *input
	all, finished, elsewhere, risk int
	got, of                        float64
}

func beginScore(in *input, _ row) rows { return &secureScore{in: in} }

func (s *secureScore) take(r row) error {
	got, of, ok := strings.Cut(r.text("points achieved"), "/")
	have, err := number(strings.TrimSpace(got))
	if err != nil {
		return err
	}
	most, err := number(strings.TrimSpace(of))
	if err != nil || !ok || have > most {
		return errors.New(shown(r.text("points achieved")) + " is no number of points such as 5/9")
	}
	s.all++
	s.got += have
	s.of += most
	switch strings.ToLower(r.text("status")) {
	case "completed":
		s.finished++
	case "risk accepted":
		s.risk++
	case "resolved through third party", "resolved through alternate mitigation":
		s.elsewhere++
	}
	return nil
}

func (s *secureScore) done() {
	s.in.exactly("actions", s.all)
	s.in.exactly("actions-done", s.finished)
	s.in.exactly("actions-otherwise", s.elsewhere)
	s.in.exactly("actions-accepted", s.risk)
	if s.of > 0 {
		tenths, _ := strconv.Atoi(strconv.FormatFloat(s.got*1000/s.of, 'f', 0, 64))
		s.in.put("points-percent", assess.Tenths(tenths))
	}
}
