package cmd

import (
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

// proofSoon is how many days ahead it is told that proof runs out.
const proofSoon = 30

// weeklyOld is after how many days CISA's weekly report is old: two were missed.
const weeklyOld = 14

// dueScans lists what scans give to do on that day: answers that they dispute, a
// weekly report that did not come, proof that has run out. Nothing is due of scans
// where none was ever imported.
func dueScans(r *assess.Result, today assess.Date) []string {
	var lines []string
	disputed, ranOut, soon := 0, 0, 0
	var first assess.Date
	for _, it := range r.Items {
		if it.Disputed() {
			disputed++
		}
		if provenOnce(it) && !it.Disputed() && !it.Supported() && !provenOn(it, today) {
			ranOut++
		}
		if end := it.ProofEnds(); it.Points > 0 && !it.Disputed() && !today.After(end) && end.DaysSince(today) <= proofSoon {
			soon++
			if first.IsZero() || first.After(end) {
				first = end
			}
		}
	}
	if disputed > 0 {
		lines = append(lines, fmt.Sprintf("scans dispute %s", words.Count(disputed, "answer", "answers")))
	}
	if newest := newestWeekly(r.Assessment.Evidence); !newest.IsZero() && today.DaysSince(newest) > weeklyOld {
		lines = append(lines, fmt.Sprintf("the newest of CISA's weekly reports that were imported is of %s, %d days ago", newest, today.DaysSince(newest)))
	}
	if ranOut > 0 {
		lines = append(lines, fmt.Sprintf("the proof of %s has run out", words.Count(ranOut, "answer", "answers")))
	}
	if soon > 0 {
		lines = append(lines, fmt.Sprintf("the proof of %s runs out within %d days, first on %s", words.Count(soon, "answer", "answers"), proofSoon, first))
	}
	return lines
}

// newestWeekly is the day of the newest weekly report; zero if none was imported.
func newestWeekly(all []*assess.Evidence) assess.Date {
	var newest assess.Date
	for _, e := range all {
		if strings.HasPrefix(e.Kind, "cyhy-") && e.Partial == "" && e.Date.After(newest) {
			newest = e.Date
		}
	}
	return newest
}

// provenOnce reports whether an answer has a proof that counts while it is fresh.
func provenOnce(it *assess.Item) bool {
	for _, p := range it.Answer.Proof {
		if p.Counts(it.Question, p.Date) {
			return it.Points > 0
		}
	}
	return false
}

// provenOn reports whether some proof of an answer is fresh on that day.
func provenOn(it *assess.Item, today assess.Date) bool {
	for _, p := range it.Answer.Proof {
		if p.Counts(it.Question, today) {
			return true
		}
	}
	return false
}
