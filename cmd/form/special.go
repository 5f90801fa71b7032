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
			always(field{kind: line, key: "review", title: "When will it be looked at again?", start: old.Review.String(),
				help:  []string{fmt.Sprintf("A day like %s, at most a year from now (%s).", latest, latest)},
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

func (c *core) checkReview(value string) (string, error) {
	d, err := assess.ParseDate(value)
	latest := c.s.Today.NextYear()
	switch {
	case err != nil:
		return "", fmt.Errorf("%q is not a day: write it like %s", value, latest)
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
				need: "a reason is needed: why does it not apply here?"}),
		},
		finish: func(got map[string]string) *inquiry {
			ans := c.revised(q, assess.NotApplicable, frameworks.No)
			ans.Reason = got["reason"]
			return c.choose(q, ans)
		},
	}
}

// askSection asks for one reason for everything in the chapter that is still open.
func (c *core) askSection(ch *Chapter) *inquiry {
	can := func(q *frameworks.Question) bool { return !q.MustApply && c.open(q) }
	n := c.count(ch, can)
	if n == 0 {
		c.say("Nothing in this section can be marked: its questions are answered or always apply.")
		return nil
	}
	return &inquiry{
		title: ch.Title + ": the whole section does not apply",
		fields: []func(map[string]string) field{
			always(field{kind: text, key: "reason", most: assess.MaxReason, title: "Why does this section not apply here?",
				help: []string{fmt.Sprintf("This marks %s that %s not answered yet. %s", words.Count(n, "question", "questions"), words.Plural(n, "is", "are"), c.leftAlone(ch, 0))},
				need: "a reason is needed: why does it not apply here?"}),
		},
		finish: func(got map[string]string) *inquiry {
			c.notApplying(ch, got["reason"])
			return nil
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
	if likely == assess.Corrected {
		why = foundOut(before, ans)
	}
	return &inquiry{
		title:  q.Title + ": what changed?",
		fields: []func(map[string]string) field{always(why)},
		finish: func(got map[string]string) *inquiry {
			ans.Change = assess.NoReason
			if got["change"] == "c" {
				ans.Change = assess.Corrected
			}
			return c.commit(q, ans)
		},
	}
}

// foundOut asks the same where nobody knew before: nothing was wrong then, so the
// choice has a name of its own.
func foundOut(before, ans assess.Answer) field {
	return field{kind: pick, key: "change", start: "c",
		title: fmt.Sprintf("Nobody knew in %s, and it is %s now. Why?", before.Carried, ans.Name()),
		options: []option{
			{key: "i", title: "Improved: something was done since", words: []string{"improved", "it got better"}},
			{key: "c", title: "Found out: it was so all along", words: []string{"found out", "corrected"}},
		},
		help: []string{"What was found out is listed with the corrections; it is not counted as progress."}}
}

// askNote asks for the note of an answer. Half-typed text is kept in the
// quarter and taken back when the person leaves without saving.
func (c *core) askNote(q *frameworks.Question) *inquiry {
	if !c.answered(q) {
		return nil
	}
	old := c.answer(q).Note
	return &inquiry{
		title: q.Title + ": note",
		fields: []func(map[string]string) field{
			always(field{kind: text, key: "note", title: "Note", start: old,
				help: []string{"For those who answer after you. Leave out patients' names and passwords."}}),
		},
		finish: func(got map[string]string) *inquiry {
			c.setNote(q, got["note"])
			c.say("The note is kept.")
			return nil
		},
		draft: func(s string) { c.setNote(q, words.Cut(words.Clean(s), assess.MaxNote)) },
		drop:  func() { c.setNote(q, old) },
	}
}

// askProof asks for something that shows the answer is true (scoring rule 2).
func (c *core) askProof(q *frameworks.Question) *inquiry {
	if !c.answered(q) {
		return nil
	}
	have := c.answer(q).Proof
	return &inquiry{
		title: q.Title + ": proof",
		fields: []func(map[string]string) field{
			always(proofKind(have)),
			proofOnly(field{kind: line, key: "what", title: "What is it?", help: lookFor(q),
				need: "say what it is, such as \"restore test of the record system\""}),
			proofOnly(field{kind: line, key: "date", title: "Of which day?", check: c.checkProofDate,
				help: []string{fmt.Sprintf("A day like %s, or \"today\". It counts as proof for %d days from then; without a day it does not count.", c.s.Today, q.Fresh)}}),
			proofOnly(field{kind: line, key: "where", title: "Where is it kept?",
				help: []string{"So that you find it again. It is never copied into a report for others."}}),
		},
		finish: func(got map[string]string) *inquiry {
			if got["kind"] == "x" {
				c.setProof(q, slices.Clone(have[:len(have)-1]))
				c.say("The last proof is taken away.")
				return nil
			}
			p := assess.Proof{Grade: assess.Grade(got["kind"][0] - '0'), What: got["what"], Where: got["where"]}
			p.Date, _ = assess.ParseDate(got["date"])
			c.setProof(q, append(slices.Clone(have), p))
			c.say("The proof is kept.")
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
	if value == "today" {
		return c.s.Today.String(), nil
	}
	d, err := assess.ParseDate(value)
	switch {
	case err != nil:
		return "", fmt.Errorf("%q is not a day: write it like %s, or today", value, c.s.Today)
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

// answered reports whether there is an answer that a note or proof can belong to.
func (c *core) answered(q *frameworks.Question) bool {
	if c.answer(q).State != assess.Open {
		return true
	}
	c.say("Answer first (0 if nobody knows): a note or proof belongs to an answer.")
	return false
}
