package form

import (
	"fmt"
	"slices"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// askOtherWay asks what another way must have: how far it reaches, why, who
// approved it and until when (scoring rule 1).
func (c *core) askOtherWay(q *frameworks.Question) *inquiry {
	old := c.answer(q)
	if old.State != assess.OtherWay {
		old = assess.Answer{Reason: old.Reason}
	}
	latest := c.s.Today.NextYear()
	return &inquiry{
		title: q.Title + ": handled another way",
		fields: []func(map[string]string) field{
			always(field{kind: pick, key: "reaches", title: "How far does it reach?", options: []option{
				{key: "2", title: "Partly", words: []string{"in some places"}},
				{key: "3", title: "Mostly", words: []string{"nearly everywhere"}},
			}, help: []string{"Partly: in some places, or only when somebody remembers. Mostly: nearly everywhere, with the exceptions on a list."}}),
			always(field{kind: text, key: "reason", most: assess.MaxReason, title: "What do you do instead, and why?", start: old.Reason,
				need: "a reason is needed: how is the risk handled instead?"}),
			always(field{kind: line, key: "approver", title: "Who approved it?", start: old.Approver,
				need: "an approver is needed: who agreed to this way?"}),
			always(field{kind: line, key: "review", title: "When will it be looked at again?", start: c.reviewDay(old.Review), offers: []string{c.reviewDay(old.Review)},
				help:  []string{fmt.Sprintf("A day within a year, as 5/27/%d or \"in 6 months\"; %s at the latest.", latest.Year, latest)},
				need:  "a review date is needed, a day like " + latest.String(),
				check: c.checkReview}),
		},
		finish: func(got map[string]string) *inquiry {
			level := frameworks.Partly
			if got["reaches"] == "3" {
				level = frameworks.Mostly
			}
			ans := c.revised(q, assess.OtherWay, level)
			ans.Reason, ans.Approver = got["reason"], got["approver"]
			ans.Review, _ = assess.ParseDate(got["review"])
			return c.choose(q, ans)
		},
	}
}

// reviewDay is the day that is offered: the one that stands there if it still
// will do, and otherwise a year on.
func (c *core) reviewDay(old assess.Date) string {
	if old.After(c.s.Today) {
		return old.String()
	}
	return c.s.Today.NextYear().String()
}

func (c *core) checkReview(value string) (string, error) {
	d, err := assess.DayAhead(value, c.s.Today)
	latest := c.s.Today.NextYear()
	switch {
	case err != nil:
		return "", err
	case !d.After(c.s.Today):
		return "", fmt.Errorf("%s is not in the future: choose a day after %s", d, c.s.Today)
	case d.After(latest):
		return "", fmt.Errorf("%s is more than a year away: %s at the latest", d, latest)
	}
	return d.String(), nil
}

// askNotApply asks why the question does not apply, or says that it always does.
func (c *core) askNotApply(q *frameworks.Question) *inquiry {
	if q.MustApply {
		c.say("This question applies to every organization; choose one of the other answers.")
		return nil
	}
	old := c.answer(q)
	if old.State != assess.NotApplicable {
		old = assess.Answer{}
	}
	return &inquiry{
		title: q.Title + ": does not apply",
		fields: []func(map[string]string) field{
			always(field{kind: text, key: "reason", most: assess.MaxReason, title: "Why does it not apply here?", start: old.Reason,
				help: []string{"Only where the thing asked about does not exist, such as \"no networked medical devices\". The reason is listed in every report."},
				need: "a reason is needed: why does it not apply here?", check: reason}),
		},
		finish: func(got map[string]string) *inquiry {
			ans := c.revised(q, assess.NotApplicable, frameworks.No)
			ans.Reason = got["reason"]
			return c.choose(q, ans)
		},
	}
}

// askChange asks why an answer is not what it was a quarter ago. The direction
// follows from the answers; what only a person knows is whether the earlier one
// was wrong.
func (c *core) askChange(q *frameworks.Question, before, ans assess.Answer, likely assess.Change) *inquiry {
	moved := option{key: "i", title: "Improved", words: []string{"it got better"}}
	if likely == assess.Worsened {
		moved = option{key: "w", title: "Worsened", words: []string{"it got worse"}}
	}
	why := field{kind: pick, key: "change", start: moved.key,
		title:   fmt.Sprintf("It was %s in %s and is %s now. Why?", before.Name(), before.Carried, ans.Name()),
		options: []option{moved, {key: "c", title: "Corrected", words: []string{"the earlier answer was wrong"}}},
		help:    []string{"Corrected means that the earlier answer was wrong; it is not counted as progress or loss."}}
	if likely == assess.FoundOut {
		why = foundOut(before, ans)
	}
	return &inquiry{
		title:  q.Title + ": what changed?",
		fields: []func(map[string]string) field{always(why)},
		finish: func(got map[string]string) *inquiry {
			ans.Change = reasonOf(got["change"], likely)
			return c.commit(q, ans)
		},
	}
}

// reasonOf is the reason to record for a choice. Whether a real change is for
// better or worse follows from the answers themselves; only where nobody knew
// before does a person have to say that something was done.
func reasonOf(choice string, likely assess.Change) assess.Change {
	switch {
	case choice == "c":
		return assess.Corrected
	case choice == "f":
		return assess.FoundOut
	case choice == "i" && likely == assess.FoundOut:
		return assess.Improved
	}
	return assess.NoReason
}

// foundOut asks the same where nobody knew before: nothing was wrong then, so the
// choice has a name of its own.
func foundOut(before, ans assess.Answer) field {
	return field{kind: pick, key: "change", start: "f",
		title: fmt.Sprintf("Nobody knew in %s, and it is %s now. Why?", before.Carried, ans.Name()),
		options: []option{
			{key: "i", title: "Improved: something was done since", words: []string{"improved", "it got better"}},
			{key: "f", title: "Found out: it was so all along", words: []string{"found out", "found-out", "corrected"}},
		},
		help: []string{"What was found out is listed as that; it is not counted as progress."}}
}

// askNote asks for the note of an answer, or for one that waits for the answer.
// Half-typed text is kept in the quarter and taken back when the person leaves
// without saving.
func (c *core) askNote(q *frameworks.Question) *inquiry {
	return c.askNoteWith(q, c.answer(q).Note)
}

// askNoteWith asks for the note with a text in it to begin with.
func (c *core) askNoteWith(q *frameworks.Question, start string) *inquiry {
	old := c.answer(q).Note
	done := c.recall(q.Key, q.Key)
	help := "For those who answer after you. Leave out patients' names and passwords."
	if c.open(q) {
		help = "It is kept for the answer. " + help
	}
	return &inquiry{
		title: q.Title + ": note",
		fields: []func(map[string]string) field{
			always(field{kind: text, key: "note", title: "Note", start: start, help: []string{help}}),
		},
		finish: func(got map[string]string) *inquiry {
			if got["note"] == old {
				c.setNote(q, old) // a draft may have been kept
				c.say("The note is as it was.")
				return nil
			}
			c.setNote(q, got["note"])
			done("the note on " + q.Title)
			c.say("The note is kept%s.", c.waiting(q))
			return nil
		},
		draft: func(s string) { c.setNote(q, words.Cut(words.Clean(s), assess.MaxNote)) },
		drop:  func() { c.setNote(q, old) },
	}
}

// waiting says of a note or proof that its answer is still to come.
func (c *core) waiting(q *frameworks.Question) string {
	if c.answer(q).State == assess.Open {
		return " for the answer"
	}
	return ""
}

// askPaste shows what came all at once on a question, and asks whether it is
// meant for the note.
func (c *core) askPaste(q *frameworks.Question, came string) *inquiry {
	return &inquiry{
		title: q.Title + ": put it into the note?",
		fields: []func(map[string]string) field{
			always(field{kind: pick, key: "paste", title: "Put it into the note?",
				about: []string{"This came all at once, as a paste does. No key of it was used:", words.Clean(lineEnds(came))},
				options: []option{
					{key: "n", title: "Into the note; you can look it over first", words: []string{"note"}},
					{key: "d", title: "Drop it", words: []string{"drop"}},
				}}),
		},
		finish: func(got map[string]string) *inquiry {
			if got["paste"] != "n" {
				c.say("It was dropped; nothing was changed.")
				return nil
			}
			return c.askNoteWith(q, words.Cut(joinNote(c.answer(q).Note, came), assess.MaxNote))
		},
	}
}

// addToNote puts a text below the note.
func (c *core) addToNote(q *frameworks.Question, text string) {
	done := c.recall(q.Key, q.Key)
	c.setNote(q, words.Cut(joinNote(c.answer(q).Note, text), assess.MaxNote))
	done("the note on " + q.Title)
	c.say("The note is kept%s.", c.waiting(q))
}

// joinNote puts a text below a note.
func joinNote(note, more string) string {
	return words.Join("\n", note, words.Clean(lineEnds(more)))
}

// askProof asks for something that shows the answer is true (scoring rule 2).
func (c *core) askProof(q *frameworks.Question) *inquiry {
	have := c.answer(q).Proof
	done := c.recall(q.Key, q.Key)
	return &inquiry{
		title: q.Title + ": proof",
		fields: []func(map[string]string) field{
			always(proofKind(have)),
			proofOnly(field{kind: line, key: "what", title: "What is it?", help: lookFor(q),
				need: "say what it is, such as \"restore test of the record system\""}),
			proofOnly(field{kind: line, key: "date", title: "Of which day?", check: c.checkProofDate,
				help: []string{fmt.Sprintf("As %s, \"today\" or \"2 weeks ago\". It counts as proof for %d days from then; without a day it does not count.", c.s.Today, q.Fresh)}}),
			proofOnly(field{kind: line, key: "where", title: "Where is it kept?",
				help: []string{"So that you find it again. It is never copied into a report for others."}}),
		},
		finish: func(got map[string]string) *inquiry {
			if got["kind"] == "x" {
				c.setProof(q, slices.Clone(have[:len(have)-1]))
				done("taking away a proof of " + q.Title)
				c.say("The last proof is taken away.")
				return nil
			}
			p := assess.Proof{Grade: assess.Grade(got["kind"][0] - '0'), What: got["what"], Where: got["where"]}
			p.Date, _ = assess.ParseDate(got["date"])
			c.setProof(q, append(slices.Clone(have), p))
			done("the proof of " + q.Title)
			c.say("The proof is kept%s.", c.waiting(q))
			return nil
		},
	}
}

func proofKind(have []assess.Proof) field {
	f := field{kind: pick, key: "kind", title: "What shows that the answer is true?", options: []option{
		{key: "1", title: "Said: a named person or the service provider said so", words: []string{"said"}},
		{key: "2", title: "Paper: policy, contract, screenshot, export", words: []string{"paper"}},
		{key: "3", title: "Record: a dated log, scan, restore test, training list", words: []string{"record"}},
		{key: "4", title: "Outside: someone independent checked it", words: []string{"outside"}},
	}}
	if len(have) >= assess.MaxProofs {
		f.options = nil
		f.help = []string{fmt.Sprintf("%d proofs are the most that are kept. Take one away to add another.", assess.MaxProofs)}
	}
	for _, p := range have {
		f.help = append(f.help, "Already here: "+proofText(p))
	}
	if len(have) > 0 {
		f.options = append(f.options, option{key: "x", title: "Take the last proof away", words: []string{"remove"}})
	}
	return f
}

// proofOnly asks the field only when a proof is being added.
func proofOnly(f field) func(map[string]string) field {
	return func(got map[string]string) field {
		if got["kind"] == "x" {
			return field{}
		}
		return f
	}
}

func (c *core) checkProofDate(value string) (string, error) {
	d, err := assess.DayPast(value, c.s.Today)
	switch {
	case err != nil:
		return "", err
	case d.After(c.s.Today):
		return "", fmt.Errorf("%s is still to come: a proof is of a day up to %s", d, c.s.Today)
	}
	return d.String(), nil
}

// askClear makes sure before something is lost that a digit does not bring back.
func (c *core) askClear(q *frameworks.Question) *inquiry {
	ans := c.answer(q)
	if ans.State == assess.Open {
		c.say("There is no answer to clear.")
		return nil
	}
	if ans.Note == "" && len(ans.Proof) == 0 && ans.Reason == "" {
		c.clear(q)
		return nil
	}
	return &inquiry{
		title: q.Title + ": clear the answer",
		fields: []func(map[string]string) field{
			always(field{kind: pick, key: "sure", title: "Clear the answer with its reason, note and proof?",
				options: []option{{key: "y", title: "Yes, clear it", words: []string{"yes"}}, {key: "n", title: "No, keep it", words: []string{"no"}}}}),
		},
		finish: func(got map[string]string) *inquiry {
			if got["sure"] == "y" {
				c.clear(q)
			}
			return nil
		},
	}
}
