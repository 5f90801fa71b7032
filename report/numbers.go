package report

import (
	"cmp"
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc"
)

// mostNumbers is how many numbers stand on the page for the chair.
const mostNumbers = 6

// tiles are the numbers on the page for the chair, each with what it was in the
// quarter before. A number that cannot be told yet is left out, and what fell
// takes its place.
func tiles(s *story) doc.Tiles {
	ts := []doc.Tile{goalsTile(s)}
	ts = append(ts, overallTile(s)...)
	ts = append(ts,
		doc.Tile{Number: fmt.Sprint(urgent(s.r)), Label: "Urgent gaps", Sub: cmp.Or(since(s, urgent), "of the most basic practices")},
		doc.Tile{Number: fmt.Sprint(len(assess.Overdue(s.r))), Label: "Decisions past their date", Sub: since(s, func(r *assess.Result) int { return len(assess.Overdue(r)) })},
	)
	ts = append(ts, provenTile(s)...)
	ts = append(ts, doc.Tile{Number: fmt.Sprintf("%d of %d", s.r.All.Answered, s.r.All.Asked), Label: "Questions answered",
		Sub: since(s, func(r *assess.Result) int { return r.All.Answered })})
	if s.change != nil && len(ts) < mostNumbers {
		ts = append(ts, doc.Tile{Number: fmt.Sprint(len(s.fallen())), Label: "Answers that fell", Sub: "since " + s.before.Period.String()})
	}
	return doc.Tiles{Tiles: ts}
}

func goalsTile(s *story) doc.Tile {
	goals := s.r.Goals
	return doc.Tile{Number: fmt.Sprintf("%d of %d", goals.Met, goals.Of), Label: "Essential goals met", Sub: since(s, func(r *assess.Result) int { return r.Goals.Met })}
}

// overallTile is the Overall of the six areas, only where it is defined (SCORING 4).
func overallTile(s *story) []doc.Tile {
	v := s.csf()
	if v == nil || v.Overall.Score == nil {
		return nil
	}
	sub := "range " + v.Overall.RangeText()
	if s.before != nil {
		if old, ok := s.before.View(frameworks.CSFID); ok && old.Overall.Score != nil {
			sub = fmt.Sprintf("%s; %s in %s", sub, old.Overall.ScoreText(), s.before.Period)
		}
	}
	return []doc.Tile{{Number: v.Overall.ScoreText(), Label: "All areas together", Sub: sub}}
}

// provenTile is the share of Yes answers that fresh proof shows.
func provenTile(s *story) []doc.Tile {
	share := yesProven(s.r.Items)
	if !share.Known() {
		return nil
	}
	sub := fmt.Sprintf("%d of %d", share.Part, share.Whole)
	if s.before != nil {
		if old := percent(yesProven(s.before.Items)); old != "" {
			sub = fmt.Sprintf("%s; %s in %s", sub, old, s.before.Period)
		}
	}
	return []doc.Tile{{Number: percent(share), Label: "Yes answers with fresh proof", Sub: sub}}
}

// yesProven returns how many Yes answers fresh proof shows, of all Yes answers
// (SCORING 2). It says nothing where there is no Yes.
func yesProven(items []*assess.Item) assess.Share {
	var share assess.Share
	for _, it := range items {
		if it.State != assess.Levelled || it.Points < int(frameworks.Yes) {
			continue
		}
		share.Whole++
		if it.Proven == it.Points {
			share.Part++
		}
	}
	return share
}

// since returns the change of a count since the quarter before, "+2 since 2026-Q2",
// and nothing without one.
func since(s *story, of func(*assess.Result) int) string {
	if s.before == nil {
		return ""
	}
	n := of(s.r) - of(s.before)
	if n == 0 {
		return "as in " + s.before.Period.String()
	}
	return fmt.Sprintf("%+d since %s", n, s.before.Period)
}

// urgent counts the urgent gaps (SCORING 6).
func urgent(r *assess.Result) int {
	return len(assess.UrgentGaps(r).Gaps)
}
