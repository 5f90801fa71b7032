package form

import (
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/assess/match"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// progress returns where the person is in the whole set: 12, 33, "11 answered".
// What is offered after it belongs to the set once the person is there. In a
// rerun what counts is what is done this quarter, not what was carried.
func (c *core) progress() (n, of int, answered string) {
	left, word := c.open, "answered"
	if c.s.Rerun {
		left, word = c.left, "done"
	}
	set := c.places[:c.asked]
	if _, onQuestion := c.here(); onQuestion && c.at >= c.asked || c.asked == 0 {
		set = c.places
	}
	done := countIn(set, func(q *frameworks.Question) bool { return !left(q) })
	return min(c.at+1, len(set)), len(set), fmt.Sprintf("%d %s", done, word)
}

// present says what the answer is now, where it comes from and what belongs to it,
// and whether scans have something to say about it.
func (c *core) present(q *frameworks.Question) string {
	return strings.Join(words.Present(c.stands(q), c.scanLine(q)), " ")
}

// stands says what the answer is now.
func (c *core) stands(q *frameworks.Question) string {
	ans := c.answer(q)
	switch {
	case ans.State == assess.Open:
		return strings.Join(append([]string{"Not answered yet."}, beside(ans)...), " ")
	case ans.Left == assess.LeftOpen:
		return strings.Join(append([]string{fmt.Sprintf("Not answered yet; it was left open in %s.", ans.Carried)}, beside(ans)...), " ")
	case ans.Left == assess.LeftChanged:
		return strings.Join(append([]string{"Not answered yet since the question changed."}, beside(ans)...), " ")
	case ans.Outdated(q):
		return fmt.Sprintf("Answered %q to an earlier meaning of this question; please answer again.", ans.Name())
	}
	parts := []string{"Your answer: " + ans.Name() + "."}
	if from := c.s.Assessment.InheritedFrom(q.Key); from != "" {
		return c.inherited(q, from)
	}
	if carried(ans) {
		parts[0] = fmt.Sprintf("Answer in %s: %s.", ans.Carried, ans.Name())
	}
	if ans.Reason != "" {
		parts = append(parts, "Reason: "+words.Cut(words.Line(ans.Reason), 60)+".")
	}
	if err := ans.Stands(q, c.s.Today); err != nil {
		parts = append(parts, fmt.Sprintf("As it is it does not count: %s. %s", err, renewal(ans, q)))
	} else if carried(ans) {
		if why := c.s.Why[q.Key]; why != "" {
			parts = append(parts, why)
		}
		if ans.Reworded(q) {
			parts = append(parts, "The question was reworded since; this level still means the same.")
		}
		parts = append(parts, "t says it is still true.")
	}
	return strings.Join(append(parts, beside(ans)...), " ")
}

// inherited says what a parent answered, when, and whether it has to be asked about.
func (c *core) inherited(q *frameworks.Question, from string) string {
	ans := c.answer(q)
	parts := []string{fmt.Sprintf("%s, inherited from %s, written down there on %s.", ans.Name(), from, ans.Recorded)}
	if why := c.s.Why[q.Key]; why != "" {
		parts = append(parts, why)
	}
	if c.confirmable(q) {
		parts = append(parts, "t says it is true here; then it is your own answer.")
	}
	return strings.Join(append(parts, "An answer of your own takes its place."), " ")
}

// beside tells of the note and the proof.
func beside(ans assess.Answer) []string {
	var parts []string
	if ans.Note != "" {
		parts = append(parts, "It has a note.")
	}
	if n := len(ans.Proof); n > 0 {
		parts = append(parts, fmt.Sprintf("Proof: %d.", n))
	}
	return parts
}

// ending says on the page after the last question what is left: of what was
// asked, and of what can wait.
func (c *core) ending() string {
	asked, offered := c.places[:c.asked], c.places[c.asked:]
	said := []string{"That was the last question."}
	if len(offered) > 0 {
		said[0] = "That was all that is asked this quarter."
	}
	open := countIn(asked, c.open)
	carriedOver := countIn(asked, c.unconfirmed)
	if open > 0 {
		said = append(said, words.Count(open, "question is", "questions are")+" not answered yet.")
	}
	if carriedOver > 0 {
		said = append(said, words.Count(carriedOver, "answer is", "answers are")+" carried from an earlier quarter and not confirmed.")
	}
	if n := countIn(asked, c.left) - open - carriedOver; n > 0 {
		said = append(said, words.Count(n, "answer does", "answers do")+" not count any more as given.")
	}
	if n := countIn(offered, c.left); n > 0 {
		said = append(said, words.Count(n, "more answer", "more answers")+" can wait; a goes through them.")
	}
	if len(said) == 1 {
		said = append(said, "Every question here is answered.")
	}
	return strings.Join(said, " ")
}

func countIn(places []place, want func(*frameworks.Question) bool) int {
	n := 0
	for _, p := range places {
		if want(p.q) {
			n++
		}
	}
	return n
}

// trouble says that the last changes are not on disk, and why, or that they are
// not where they belong.
func (c *core) trouble() string {
	if c.unsaved == nil {
		return c.aside
	}
	return fmt.Sprintf("NOT SAVED: %s. Your answers are kept here and saved with the next change.", words.Line(c.unsaved.Error()))
}

// answerLine returns one of the four answers: "1 No - No second factor."
func answerLine(q *frameworks.Question, l frameworks.Level) string {
	return levelLine(q, l, "")
}

func levelLine(q *frameworks.Question, l frameworks.Level, mark string) string {
	return fmt.Sprintf("%d %s%s - %s", int(l)+1, l.Name(), mark, q.Wording[l])
}

// rows are the four answers, the saved one marked.
func (c *core) rows(q *frameworks.Question) []string {
	var rows []string
	for l := frameworks.No; l <= frameworks.Yes; l++ {
		rows = append(rows, levelLine(q, l, c.mark(q, assess.Levelled, l)))
	}
	return rows
}

// special are the other answers, without those the question refuses.
func (c *core) special(q *frameworks.Question) []string {
	list := []string{"5 Another way" + c.mark(q, assess.OtherWay, 0)}
	if !q.MustApply {
		list = append(list, "6 Does not apply"+c.mark(q, assess.NotApplicable, 0))
	}
	return append(list, "0 Don't know"+c.mark(q, assess.Unknown, 0))
}

// mark says which answer is saved, or stood in the quarter before. It is a word,
// and apart from the cursor, which goes where the arrow keys send it.
func (c *core) mark(q *frameworks.Question, state assess.State, level frameworks.Level) string {
	ans := c.answer(q)
	switch {
	case c.open(q) || ans.State != state || state == assess.Levelled && ans.Level != level:
		return ""
	case c.carried(q):
		return fmt.Sprintf(" (%s)", ans.Carried)
	case c.s.Assessment.InheritedFrom(q.Key) != "":
		return " (inherited)"
	}
	return " (saved)"
}

// choices names the keys that answer: "1 to 4, 5, 6 or 0".
func choices(q *frameworks.Question) string {
	if q.MustApply {
		return "1 to 4, 5 or 0"
	}
	return "1 to 4, 5, 6 or 0"
}

// paragraph is a piece of help: a title and its lines.
type paragraph struct {
	title string
	lines []string
}

// indent is how far the further lines of an entry are set in: a list needs it
// to be read as one, a paragraph does not.
func (p paragraph) indent() int {
	if len(p.lines) > 1 {
		return 2
	}
	return 0
}

// helpFor returns everything known about a question, the most useful first.
func (c *core) helpFor(q *frameworks.Question) []paragraph {
	ps := []paragraph{{"", []string{q.Text}}, {"Why it matters", []string{q.Why}}}
	if q.Help != "" {
		ps = append(ps, paragraph{"What is meant", []string{q.Help}})
	}
	var answers []string
	for l := frameworks.No; l <= frameworks.Yes; l++ {
		answers = append(answers, answerLine(q, l))
	}
	others := []string{"5 Another way - a different measure handles the risk; it needs a reason, an approver and a review date."}
	if !q.MustApply {
		others = append(others, "6 Does not apply - the thing asked about does not exist here; it needs a reason.")
	}
	others = append(others, "0 Don't know - nobody could say; it counts as No until somebody finds out.")
	ps = append(ps,
		paragraph{"The answers", answers},
		paragraph{"", others},
		c.scans(q),
		paragraph{"What to look for", q.LookFor},
		paragraph{"Who would know", []string{roleNames(q.Ask)}},
		paragraph{"First step if the answer is low", []string{q.Fix.Do}},
		paragraph{"Before it, in the care areas", notEmpty(q.Fix.Care)},
		paragraph{"What Yes takes from No", notEmpty(c.effort(q))},
		paragraph{"Help for it", c.resources(q)},
		c.kept(q),
	)
	return ps
}

// effort says what it takes to reach Yes at a place of this size.
func (c *core) effort(q *frameworks.Question) string {
	lib := c.s.Library
	effort := lib.Effort(q, c.s.Assessment.Organization.Column())
	if effort == 0 {
		return ""
	}
	s := "Effort: " + effort.String()
	if means := lib.Thresholds.EffortMeaning[effort]; means != "" {
		s += " (" + means + ")"
	}
	return s + "."
}

func notEmpty(line string) []string {
	if line == "" {
		return nil
	}
	return []string{line}
}

// resources lists the help that was picked for the answer, for the size and the
// country.
func (c *core) resources(q *frameworks.Question) []string {
	org, level := c.s.Assessment.Organization, frameworks.No
	if ans := c.answer(q); ans.State == assess.Levelled || ans.State == assess.OtherWay {
		level = ans.Level
	}
	var lines []string
	for _, m := range match.Question(c.s.Library, q, assess.Levelled, level, org) {
		if !m.Close {
			break
		}
		s := m.Resource.Title
		if m.Resource.Cost != "" {
			s += " (" + m.Resource.Cost + ")"
		}
		lines = append(lines, s, "  "+m.URL)
	}
	return lines
}

// kept shows the note and the proof of the present answer.
func (c *core) kept(q *frameworks.Question) paragraph {
	ans := c.answer(q)
	p := paragraph{title: "Kept with your answer"}
	if ans.Reason != "" {
		p.lines = append(p.lines, "Reason: "+ans.Reason)
	}
	if ans.Approver != "" {
		p.lines = append(p.lines, fmt.Sprintf("Approved by %s, to be looked at again on %s.", ans.Approver, ans.Review))
	}
	if ans.By != "" {
		p.lines = append(p.lines, fmt.Sprintf("Answered by %s on %s.", ans.By, ans.Recorded))
	}
	if ans.Note != "" {
		p.lines = append(p.lines, "Note: "+ans.Note)
	}
	for _, proof := range ans.Proof {
		p.lines = append(p.lines, "Proof: "+proofText(proof))
	}
	return p
}

func proofText(p assess.Proof) string {
	s := p.Grade.String() + ", " + words.Line(p.What)
	if !p.Date.IsZero() {
		s += ", " + p.Date.String()
	}
	if p.Where != "" {
		s += ", kept in " + words.Line(p.Where)
	}
	return s
}

func lookFor(q *frameworks.Question) []string {
	if len(q.LookFor) == 0 {
		return nil
	}
	return []string{"For example: " + strings.Join(q.LookFor, "; ") + "."}
}

func roleNames(roles []string) string {
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = frameworks.RoleName(r)
	}
	return strings.Join(names, ", ")
}
