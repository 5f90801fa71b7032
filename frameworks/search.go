package frameworks

import (
	"cmp"
	"slices"
	"strings"
)

// Search is what a search came to. It is never empty as long as the library has
// anything to show.
type Search struct {
	Hits    []Hit     // best first: questions, resources and commands
	Read    []Reading // words nothing knows, read as the nearest one
	Missing []string  // words for which there is not even a near one
	Lost    bool      // nothing fits; the hits are where most people begin
}

// Hit is one line of what was found: exactly one of the three is set.
type Hit struct {
	Question *Question
	Resource *Resource
	Command  *Command

	points int
	own    int // the points that its own words and synonyms earned, without those of questions
}

// Search looks for words in the questions, through them in the help that was
// chosen for each, in the catalog of help itself, and in the list of lay words.
// Any of the words counts; what fits more of them, or rarer ones, or fits in a
// title, stands first. Words nobody means are passed over, typing errors are
// corrected, accents do not count. Help that is not written for the size comes
// later. The same words give the same list.
//
// The lines are mixed on purpose: the best question, the best help, the next
// question if it fits at least half as well, more help and so on, with a command in
// front where the list of synonyms says that it is the answer. What was meant is
// more often the second question than the second help for the first. Help stands
// before the best question only where its own words say more than those of the
// question.
func (l *Library) Search(query string, size Size) Search {
	x, lay := l.index(), l.lay()
	words, read, missing := x.read(lay.plain(splitQuery(query)))
	s := Search{Read: read, Missing: missing}
	f := l.gather(x, words, size)
	if term := l.asked(x, words); term != nil {
		f.commands = append([]Hit{{Command: term, points: first}}, f.commands...)
	}
	s.Hits = f.mixed()
	if len(s.Hits) == 0 {
		s.Lost = true
		for _, thing := range lay.otherwise {
			s.Hits = append(s.Hits, hitOf(thing, 0))
		}
	}
	return s
}

// plain replaces words that are read as if another had been typed.
func (l *layWords) plain(words []queryWord) []queryWord {
	for i, w := range words {
		words[i] = l.plainly(w)
	}
	return words
}

func (l *layWords) plainly(w queryWord) queryWord {
	if as, ok := l.same[w.fold]; ok {
		return queryWord{w.typed, as, stem(as)}
	}
	return w
}

// meant are the words that the glossary looks for besides its terms.
func (l *Library) meant(words []queryWord) []queryWord {
	var more []queryWord
	for _, w := range words {
		if t, ok := l.Term(w.fold); ok {
			more = append(more, splitQuery(strings.Join(t.Find, " "))...)
		}
	}
	return more
}

// first is the number of points that puts a command in front of everything.
const first = 1 << 20

func hitOf(thing any, points int) Hit {
	switch t := thing.(type) {
	case *Question:
		return Hit{Question: t, points: points}
	case *Resource:
		return Hit{Resource: t, points: points}
	case *Command:
		return Hit{Command: t, points: points}
	}
	panic("a search leads to questions, resources and commands only")
}

// asked returns the command that explains a word of the glossary, if that is
// all the query asks for: "what does TLP mean".
func (l *Library) asked(x *index, words []queryWord) *Command {
	var term *Term
	meaning := false
	for _, w := range words {
		if slices.Contains(l.lay().meaning, w.fold) {
			meaning = true
			continue
		}
		if t, ok := l.Term(w.fold); ok && term == nil {
			term = &t
			continue
		}
		if !x.ignore[w.fold] {
			return nil
		}
	}
	if !meaning || term == nil {
		return nil
	}
	return &Command{Run: commandWord + " explain " + quoted(term.Name), Does: term.Means}
}

// quoted returns a name as one argument on a command line.
func quoted(name string) string {
	if strings.ContainsAny(name, " ()") {
		return `"` + name + `"`
	}
	return name
}

// found is what a search came to, by kind, best first.
type found struct{ questions, resources, commands []Hit }

// ownTimes is how much more the words of an organization's own help count.
const ownTimes = 4

// sizePenalty is taken from help written for other sizes, in tenths.
const sizePenalty = 6

// through is what of the points of a question goes to its help, in percent, for
// the first and those that follow.
var through = []int{60, 48, 40, 30}

// gather adds up what words and synonyms say.
func (l *Library) gather(x *index, words []queryWord, size Size) found {
	spoken := l.spoken(x, words)
	points, meant := x.points(words), x.points(l.meant(words))
	for i := range points {
		points[i] += meant[i] / 2
	}
	inHelp := map[*Resource]int{}
	var f found
	for i, e := range x.entries {
		if e.question == nil {
			continue
		}
		if p := points[i] + spoken[e.question]; p > 0 {
			f.questions = append(f.questions, Hit{Question: e.question, points: p})
		}
	}
	l.sort(f.questions)
	for _, h := range f.questions[:min(len(f.questions), 6)] {
		for n, help := range l.Help(h.Question, No, size) {
			share := h.points * through[min(n, len(through)-1)] / 100
			inHelp[help.Resource] = max(inHelp[help.Resource], share) + min(inHelp[help.Resource], share)/4
		}
	}
	for i, e := range x.entries {
		r := e.resource
		if r == nil {
			continue
		}
		own, p := l.fair(r, size, points[i]), l.fair(r, size, points[i]+inHelp[r])
		if p += spoken[r]; p > 0 {
			f.resources = append(f.resources, Hit{Resource: r, points: p, own: own + spoken[r]})
		}
	}
	l.sort(f.resources)
	for _, c := range l.lay().commands {
		if p := spoken[c]; p > 0 {
			f.commands = append(f.commands, Hit{Command: c, points: p})
		}
	}
	l.sort(f.commands)
	return f
}

// fair takes from the points of help that is written for other sizes or may not be
// had, and adds to those of an organization's own.
func (l *Library) fair(r *Resource, size Size, points int) int {
	if size != 0 && !slices.Contains(r.Audience, size) {
		points = points * sizePenalty / 10
	}
	if r.Doubtful() {
		points = points * 9 / 10
	}
	if l.OwnResource(r) { // nobody adds a number of their own to find another first
		points *= ownTimes
	}
	return points
}

// sort puts the most points first; equal questions stand as on the ladder, and
// what is not on it by name.
func (l *Library) sort(hits []Hit) {
	slices.SortStableFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.points, a.points), cmp.Compare(l.rung(a), l.rung(b)), strings.Compare(a.Name(), b.Name()))
	})
}

func (l *Library) rung(h Hit) int {
	if h.Question == nil {
		return 0
	}
	if p, ok := l.Ladder.Place(h.Question.Key); ok {
		return p.Number
	}
	return len(l.Questions) + 1
}

// Name is the key, the id or the command.
func (h Hit) Name() string {
	switch {
	case h.Question != nil:
		return h.Question.Key
	case h.Resource != nil:
		return h.Resource.ID
	}
	return h.Command.Run
}

// mostQuestions are shown; more of them would hide the help.
const mostQuestions = 5

// mixed brings the three lists into one order.
func (f found) mixed() []Hit {
	questions := f.questions[:min(len(f.questions), mostQuestions)]
	for n, h := range questions { // what is far behind the first is noise
		if 3*h.points < questions[0].points {
			questions = questions[:n]
			break
		}
	}
	commands, resources := f.commands, f.resources
	best := 0
	for _, list := range [][]Hit{questions, resources} {
		if len(list) > 0 {
			best = max(best, list[0].points)
		}
	}
	var hits []Hit
	take := func(list *[]Hit, n int) {
		n = min(n, len(*list))
		hits = append(hits, (*list)[:n]...)
		*list = (*list)[n:]
	}
	if len(commands) > 0 && commands[0].points >= best {
		take(&commands, 1)
	}
	if len(questions) > 0 && len(resources) > 0 && resources[0].own > questions[0].points {
		take(&resources, 1)
		take(&questions, 1)
	} else {
		take(&questions, 1)
		take(&resources, 1)
	}
	take(&commands, len(commands))
	if len(questions) > 0 && 2*questions[0].points >= f.questions[0].points {
		take(&questions, 1)
	}
	take(&resources, 1)
	for len(questions) > 0 {
		take(&questions, 1)
		take(&resources, 2)
	}
	take(&resources, len(resources))
	return hits
}
