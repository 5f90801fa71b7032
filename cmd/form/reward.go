package form

import (
	"context"
	"fmt"
	"strings"

	"hygeia/frameworks/words"
)

// Reward is the page after the last question: what was reached, what to do first,
// and what can be asked next.
type Reward struct {
	Title  string      // "The 20 questions are answered."
	Result []string    // a paragraph each
	Steps  []FirstStep // what to do first
	Next   *Choice     // the set suggested next; nil if there is none
	More   []Choice    // the other sets
	Undo   bool        // there is a step to take back
	Notice string      // a sentence about the last thing done
	Help   []string    // what is to know about going on, a paragraph each
}

// FirstStep is something to do about a gap, and free help for it.
type FirstStep struct {
	Title, Do string
	Help, URL string // the best help; empty if there is none
}

// Ways is how the page after the last question was left: with a set to ask, with
// a step to take back, or to stop.
type Ways struct {
	Set  string // the ID of the choice taken; none if empty
	Undo bool
}

// The letters of the page. None of them answers a question, and no digit does
// anything: they were the answers a moment ago.
const (
	goOnKey = "f"
	moreKey = "m"
)

// RunReward shows the page full screen and returns how it is left.
func RunReward(ctx context.Context, t Terminal, r *Reward) (Ways, Outcome, error) {
	m := newRewardScreen(t, r)
	err := show(ctx, t, m)
	switch {
	case m.finished:
		return m.ways, m.outcome, nil
	case ctx.Err() != nil:
		return Ways{}, Interrupted, nil
	}
	return Ways{}, Interrupted, err
}

// PlainReward prints the page and asks how to go on, if there is anything to
// choose. The end of the input stops.
func PlainReward(ctx context.Context, t Terminal, r *Reward) (Ways, Outcome, error) {
	p := newPlain(ctx, t)
	p.reward(r)
	if r.Next == nil && len(r.More) == 0 {
		return Ways{}, Done, p.failed
	}
	for {
		typed, err := p.read("Choose a letter, or press Enter to stop here:")
		if err != nil && ctx.Err() != nil {
			return Ways{}, Interrupted, p.failed
		}
		ways, done := p.way(r, typed, err)
		if done {
			return ways, Done, p.failed
		}
	}
}

// hints are the keys that work on the page.
func (r *Reward) hints() []keyHint {
	var hints []keyHint
	if r.Next != nil {
		hints = append(hints, keyHint{goOnKey, "go on with the suggested set", r.Next.Title + ". " + r.Next.Detail})
	}
	if len(r.More) > 0 {
		hints = append(hints, keyHint{moreKey, "more sets to choose from", "lists the other sets of questions"})
	}
	if r.Undo {
		hints = append(hints, keyHint{"u", "undo", "takes back the last step"})
	}
	return append(hints, keyHint{"?", "help", "what the sets are, and the keys"}, keyHint{"q", "stop here", "everything is saved; the rest can wait"})
}

// letters names the keys in a sentence.
func (r *Reward) letters() string {
	var keys []string
	for _, h := range r.hints() {
		keys = append(keys, h.key)
	}
	return strings.Join(keys, ", ")
}

// help has the keys first: the page is left by them, and a small window shows no more.
func (r *Reward) help() []paragraph {
	keys := paragraph{title: theKeys}
	for _, h := range r.hints() {
		keys.lines = append(keys.lines, fmt.Sprintf("%s - %s", h.key, h.long))
	}
	ps := []paragraph{keys, {"Going on", r.Help}}
	if r.Next != nil {
		ps = append(ps, paragraph{"Suggested next", []string{r.Next.Title + ". " + r.Next.Detail}})
	}
	if len(r.More) > 0 {
		var lines []string
		for _, c := range r.More {
			lines = append(lines, c.Title+". "+c.Detail)
		}
		ps = append(ps, paragraph{"Other sets", lines})
	}
	return ps
}

// reward prints the page.
func (p *plain) reward(r *Reward) {
	p.write("\n")
	if r.Notice != "" {
		p.print(r.Notice)
	}
	p.print(r.Title)
	for _, s := range r.Result {
		p.print(s)
	}
	if len(r.Steps) > 0 {
		p.write("\nWhat to do first:\n")
	}
	for _, s := range r.Steps {
		p.item("- " + s.Title + ": " + s.Do)
		if s.Help != "" {
			p.indented("  Free help: "+s.Help, 4)
			p.indented("    "+s.URL, 4)
		}
	}
	if r.Next == nil && len(r.More) == 0 {
		return
	}
	p.write("\n")
	if r.Next != nil {
		p.print("Suggested next: " + r.Next.Title + ". " + r.Next.Detail)
	}
	for _, h := range r.hints() {
		p.item(h.key + " " + h.short)
	}
}

// way reads what was typed on the page; false if it has to be asked again.
func (p *plain) way(r *Reward, typed string, err error) (Ways, bool) {
	switch word := strings.ToLower(typed); {
	case isAtOnce(err):
		p.print(cameAtOnce(err.(atOnce).text))
	case err != nil, word == "", word == "q", word == "quit", word == "stop":
		return Ways{}, true
	case word == "u" && r.Undo, word == "undo" && r.Undo:
		return Ways{Undo: true}, true
	case word == "?", word == "help":
		for _, par := range r.help() {
			p.paragraph(par)
		}
	case r.Next != nil && (word == goOnKey || word == strings.ToLower(r.Next.ID)):
		return Ways{Set: r.Next.ID}, true
	case word == moreKey && len(r.More) > 0:
		var set string
		p.inquire(choiceInquiry("Which set of questions?", r.More, func(c Choice) { set = c.ID }))
		return Ways{Set: set}, set != ""
	default:
		p.print(fmt.Sprintf("%q does nothing here. The letters are %s.", words.Cut(typed, 40), r.letters()))
	}
	return Ways{}, false
}
