package frameworks

import "hygeia/frameworks/strictyaml"

// readLadder reads the one ladder of a library.
func (l *loader) readLadder(s *source) {
	root := s.doc.Root()
	if l.lib.Ladder != nil {
		root.Errorf("a library has one file with the schema %s; this is the second", ladderSchema)
		return
	}
	m := root.Mapping("schema", "version", "notice", "rungs")
	ladder := &Ladder{
		Version: line(m.Need("version"), "version", longestName),
		Notice:  line(m.Need("notice"), "notice", maxLine),
		places:  map[string]*Place{},
	}
	rungs := m.Need("rungs")
	l.lib.Ladder, l.rungs = ladder, rungs
	for _, n := range rungs.Items() {
		l.readRung(s, n, ladder)
	}
	if len(ladder.Rungs) > 0 && ladder.Rungs[0].Foundation && !l.borrowing {
		l.claim(s, rungs, kindFramework, FoundationID)
	}
}

func (l *loader) readRung(s *source, n strictyaml.Node, ladder *Ladder) {
	m := n.Mapping("id", "title", "why", "foundation", "order")
	id, foundation := m.Need("id"), m.Get("foundation")
	r := &Rung{
		ID:         id.Int(1, 100),
		Title:      line(m.Need("title"), "title", maxLookFor),
		Why:        line(m.Need("why"), "why", maxLine),
		Foundation: foundation.Bool(),
	}
	if want := len(ladder.Rungs) + 1; r.ID != want && r.ID != 0 {
		id.Errorf("id: must be %d, because rungs are counted from the first to the last", want)
	}
	if r.Foundation && len(ladder.Rungs) > 0 && !ladder.Rungs[len(ladder.Rungs)-1].Foundation {
		foundation.Errorf("foundation: must not follow a rung that is none; the foundation comes first")
	}
	ladder.Rungs = append(ladder.Rungs, r)
	order := m.Need("order")
	if items := order.Items(); items != nil && len(items) == 0 {
		order.Errorf("order: must have at least one item")
	}
	for _, item := range order.Items() {
		l.readPlace(s, item, ladder, r)
	}
}

func (l *loader) readPlace(s *source, n strictyaml.Node, ladder *Ladder, r *Rung) {
	m := n.Mapping("key", "why", "effort", "money", "board")
	key := m.Need("key")
	l.onLadder++
	p := &Place{
		Key:    l.questionNamed(key),
		Rung:   r,
		Number: l.onLadder,
		Why:    line(m.Get("why"), "why", maxLine),
		Board:  m.Get("board").Bool(),
	}
	readColumns(m.Need("effort"), func(c Column, n strictyaml.Node) {
		p.Effort[c] = strictyaml.Word(n, ParseEffort)
	})
	readColumns(m.Need("money"), func(c Column, n strictyaml.Node) {
		p.Money[c] = n.Int(0, MostMoney)
	})
	if r.Foundation && p.Why == "" {
		key.Errorf("why: must say why %q stands here, because the rung is part of the foundation", p.Key)
	}
	l.claim(s, key, "ladder key", p.Key)
	if ladder.places[p.Key] == nil && p.Key != "" {
		ladder.places[p.Key] = p
		r.Places = append(r.Places, p)
	}
}

// readColumns reads a value for each of the four columns.
func readColumns(n strictyaml.Node, read func(Column, strictyaml.Node)) {
	m := n.Mapping(columnWords.Words()...)
	for c := PracticeColumn; c <= LargeColumn; c++ {
		read(c, m.Need(c.String()))
	}
}

// checkLadder looks for shipped questions that the ladder of this content leaves
// out: nobody would know when to do them.
func (l *loader) checkLadder() {
	for _, q := range l.questions {
		if _, ok := l.lib.Ladder.Place(q.Key); !ok && !q.own && !l.borrowing && q.Key != "" {
			l.rungs.Errorf("question %q (%s) is on no rung; give it a place", q.Key, l.places[claim{kindQuestion, q.Key}])
		}
	}
}

// checkEfforts looks for questions that say nowhere what they cost.
func (l *loader) checkEfforts() {
	for _, q := range l.questions {
		if _, ok := l.lib.Ladder.Place(q.Key); !ok && q.own && q.costless.Present() {
			q.costless.Errorf("missing key \"effort\": small, medium or large; only a question on the ladder may leave it out")
		}
	}
}
