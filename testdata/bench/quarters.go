package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks"
)

// history is what a folder is filled with.
type history struct {
	quarters  int
	questions int  // of the hospital's own
	each      bool // worded anew each quarter, so that each has a content of its own
}

// fillAs is [history.fill] from the command line: folder, quarters, questions,
// and each or same.
func fillAs(args []string) error {
	quarters, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	questions, err := strconv.Atoi(args[2])
	if err != nil {
		return err
	}
	return history{quarters, questions, args[3] == "each"}.fill(args[0])
}

// fill writes the quarters of one hospital that asks the goals, the CSF and HICP,
// up to 2026-Q3. Each quarter a fifth of the answers changes and has proof.
func (h history) fill(dir string) error {
	st := store.Open(dir)
	if err := st.WriteOwn("catalog.yaml", h.catalog()); err != nil {
		return err
	}
	newest := assess.Quarter{Year: 2026, N: 3}
	months := 12*newest.Year + 3*newest.N - 3*(h.quarters-1)
	period := assess.Quarter{Year: (months - 1) / 12, N: (months-1)%12/3 + 1}
	var last *assess.Assessment
	for n := range h.quarters {
		if n == 0 || h.each {
			if err := st.WriteOwn("questions.yaml", h.own(period)); err != nil {
				return err
			}
		}
		a, err := h.answered(st, last, period, n)
		if err != nil {
			return fmt.Errorf("%s: %w", period, err)
		}
		last, period = a, period.Next()
	}
	return nil
}

// own are the hospital's own questions.
func (h history) own(period assess.Quarter) []byte {
	var b strings.Builder
	b.WriteString("schema: hygeia/questions/v1\nquestions:\n")
	for n := range h.questions {
		fmt.Fprintf(&b, `  - key: bench-tablets-%d
    title: Check-in tablets %d
    revision: 1
    text: Are the check-in tablets of desk %d counted every night, as the checklist of %s says?
    why: A stolen tablet can show who came that day.
    answers:
      no: Nobody counts them.
      partly: Some places count them.
      mostly: Nearly all do.
      yes: All count them every night.
    look_for: [Closing checklist]
    ask: [facilities]
    fresh: 92
    threats: [loss-theft]
    fix:
      do: Add the tablets to the closing checklist.
      effort: small
      resources: [hhs-kod-equipment-theft]
`, n, n, n, period)
	}
	return []byte(b.String())
}

// catalog asks them.
func (h history) catalog() []byte {
	var b strings.Builder
	b.WriteString(`schema: hygeia/framework/v1
id: bench
short: bench
title: Bench checklist (invented)
version: "1"
publisher: Bench Hospital (invented)
standing: our own
notice: Everything in it is invented.
sections:
  - id: desk
    title: Front desk
    requirements:
`)
	for n := range h.questions {
		fmt.Fprintf(&b, `      - id: BENCH-%d
        title: Check-in tablets %d
        questions: [bench-tablets-%d]
        extent: full
        why_counts: A tablet left out at night shows patients' names to anyone.
        source: ours
`, n, n, n)
	}
	return []byte(b.String())
}

// answered saves one quarter; all but the last are finished.
func (h history) answered(st *store.Store, last *assess.Assessment, period assess.Quarter, n int) (*assess.Assessment, error) {
	lib, err := st.Library()
	if err != nil {
		return nil, err
	}
	day := assess.Date{Year: period.Year, Month: time.Month(3 * period.N), Day: 15}
	a := assess.NextQuarter(lib, last, period, time.Date(day.Year, day.Month, day.Day, 12, 0, 0, 0, time.UTC))
	a.Organization = assess.Organization{Name: "Bench Hospital (invented)", Size: frameworks.Medium, Beds: 180, Country: "us"}
	a.Frameworks = []string{"hph-cpg", "hicp-2023", "nist-csf-2.0", "bench"}
	for i, q := range assess.AskedQuestions(lib, a.Frameworks, frameworks.Medium) {
		if last != nil && (i+n)%5 != 0 {
			continue
		}
		ans := assess.Answer{
			State: assess.Levelled, Level: frameworks.Level((i + n) % 4),
			Note:  "Seen with the team that runs it. The open places are on the list of the last meeting.",
			Proof: []assess.Proof{{Grade: assess.Record, What: "export of the settings", Date: day, Where: "shared drive, quarter folder"}},
		}
		if err := a.Put(q, ans, a.Answers[q.Key], "J. Rivera, IT (invented)", day); err != nil {
			return nil, err
		}
	}
	s := st.New(a)
	if err := st.Save(s); err != nil {
		return nil, err
	}
	if n < h.quarters-1 {
		return a, st.Finish(s, day)
	}
	return a, nil
}
