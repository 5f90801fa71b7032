package frameworks

import _ "embed"

// firstLadder is the first ladder that was shipped. Content from before there
// were ladders is judged by it, so it is never changed: quarters finished then
// would move.
//
//go:embed ladders/first.yaml
var firstLadder string

// borrowLadder gives content without a ladder the first one, as far as it has
// its questions. An organization's own question is never on it, whatever its key.
func (l *loader) borrowLadder() {
	const name = "ladders/first.yaml"
	p := l.reader.once(content{name, firstLadder}).parse()
	if p.err != nil {
		l.general = append(l.general, p.err.Error())
		return
	}
	l.borrowing = true
	l.readLadder(&source{name: name, doc: p.doc})
	ladder := l.lib.Ladder
	ladder.First = true
	ladder.places = map[string]*Place{}
	for _, r := range ladder.Rungs {
		r.Places = l.placesHere(r.Places)
		for _, p := range r.Places {
			ladder.places[p.Key] = p
		}
	}
}

// placesHere returns the places whose questions this library has and no
// organization wrote.
func (l *loader) placesHere(places []*Place) []*Place {
	var kept []*Place
	for _, p := range places {
		if l.lib.questions[p.Key] != nil && !l.lib.owns(kindQuestion, p.Key) {
			kept = append(kept, p)
		}
	}
	return kept
}
