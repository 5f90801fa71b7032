package main

import (
	"fmt"
	"time"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks"
)

// saved is how many quarters the folder of [quarters] has: five years.
const saved = 20

// ownQuestion is a question of the hospital's own that is worded anew each year,
// so that the folder has a content of its own for each.
const ownQuestion = `schema: hygeia/questions/v1
questions:
  - key: bench-tablets
    title: Check-in tablets
    revision: 1
    text: Are the check-in tablets counted every night, as the checklist of %d says?
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
`

// ownCatalog asks it.
const ownCatalog = `schema: hygeia/framework/v1
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
      - id: BENCH-1
        title: Check-in tablets
        questions: [bench-tablets]
        extent: full
        why_counts: A tablet left out at night shows patients' names to anyone.
        source: ours
`

// quarters fills a folder with five years of one hospital that asks the goals,
// the CSF and HICP. Each quarter a fifth of the answers changes and has proof.
func quarters(dir string) error {
	st := store.Open(dir)
	period := assess.Quarter{Year: 2021, N: 4}
	if err := st.WriteOwn("catalog.yaml", []byte(ownCatalog)); err != nil {
		return err
	}
	var last *assess.Assessment
	for n := range saved {
		day := assess.Date{Year: period.Year, Month: time.Month(3 * period.N), Day: 15}
		if err := st.WriteOwn("question.yaml", fmt.Appendf(nil, ownQuestion, period.Year)); err != nil {
			return err
		}
		a, err := answered(st, last, period, n, day)
		if err != nil {
			return fmt.Errorf("%s: %w", period, err)
		}
		last, period = a, period.Next()
	}
	return nil
}

// answered saves one quarter; all but the last are finished.
func answered(st *store.Store, last *assess.Assessment, period assess.Quarter, n int, day assess.Date) (*assess.Assessment, error) {
	lib, err := st.Library()
	if err != nil {
		return nil, err
	}
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
	if n < saved-1 {
		return a, st.Finish(s, day)
	}
	return a, nil
}
