package cmd

import (
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

// weeklyOld is after how many days CISA's weekly report is old: two were missed.
const weeklyOld = 14

// dueScans lists what scans give to do on that day: answers that they dispute, a
// weekly report that did not come, proof that has run out. Nothing is due of scans
// where none was ever imported.
func dueScans(r *assess.Result, today assess.Date) []string {
	var lines []string
	disputed, ranOut := 0, 0
	for _, it := range r.Items {
		if it.Disputed() {
			disputed++
		}
		if provenOnce(it) && !it.Disputed() && !it.Supported() && !provenOn(it, today) {
			ranOut++
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
