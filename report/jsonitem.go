package report

import (
	"sync"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/data"
)

// jsonItem is one asked question with what was said about it.
type jsonItem struct {
	Key        string      `json:"key"`
	Title      string      `json:"title"`
	Text       string      `json:"text"`
	Revision   int         `json:"revision"`
	State      *string     `json:"state"`        // as counted: yes, mostly, partly, no, other-way, does-not-apply, unknown or "" (not answered); null for the board
	Points     *int        `json:"points"`       // 0 to 3; null for the board
	Proven     *int        `json:"proven"`       // points when only answers with fresh proof count; null for the board
	Weight     int         `json:"weight"`       // 1 to 3
	Tier       string      `json:"tier"`         // essential, enhanced or rest
	Target     string      `json:"target"`       // no, partly, mostly or yes
	Usual      string      `json:"usual_target"` // the target without one of the organization's own
	OwnTarget  string      `json:"own_target"`   // the organization's reason for a target of its own
	Gap        *int        `json:"gap"`          // points missing to the target, 0 to 3; null for the board
	Band       string      `json:"band"`         // how far from the target in words: at its target, small gap, large gap, does not apply, not known or not answered
	Incomplete bool        `json:"incomplete"`   // another way that counts 0
	Outdated   bool        `json:"outdated"`     // answered in an older meaning of the question
	Reworded   bool        `json:"reworded"`     // answered before the question was reworded, at a level that still means the same
	Stale      bool        `json:"stale"`        // carried for two quarters or more
	Own        bool        `json:"own"`          // a question of the organization's own
	Left       string      `json:"left"`         // why a "don't know" is nobody's answer: open, question-changed or ""
	Answer     *jsonAnswer `json:"answer"`       // as it was given; null without one, and for the board
	Threats    []string    `json:"threats"`      // keys of the threats it works against
}

// jsonAnswer is an answer as it was given.
type jsonAnswer struct {
	Word      string      `json:"word"`     // the word of the answers file
	Name      string      `json:"name"`     // as people read it
	Reaches   string      `json:"reaches"`  // of another way: partly or mostly
	Revision  int         `json:"revision"` // of the question when it was answered
	Reason    string      `json:"reason"`
	Approver  string      `json:"approver"`
	Review    string      `json:"review"`
	Effective string      `json:"effective"` // since when it is true
	Recorded  string      `json:"recorded"`  // when it was written down
	By        string      `json:"by"`
	Change    string      `json:"change"`  // improved, worsened, corrected, found-out or ""
	Carried   string      `json:"carried"` // the quarter it was carried from; "" if it is of this quarter
	Note      string      `json:"note"`
	Proof     []jsonProof `json:"proof"`
}

// jsonProof is a proof without the place where it is kept.
type jsonProof struct {
	Grade string `json:"grade"` // said, paper, record or outside
	What  string `json:"what"`
	Date  string `json:"date"`
}

var tierWords = sync.OnceValue(func() map[frameworks.Tier]string {
	return map[frameworks.Tier]string{
		frameworks.Rest: "rest", frameworks.Enhanced: "enhanced", frameworks.Essential: "essential",
	}
})

func (s *story) newJSONItem(it *assess.Item) jsonItem {
	q := it.Question
	out := jsonItem{
		Key: q.Key, Title: q.Title, Text: q.Text, Revision: q.Revision, Weight: it.Weight, Tier: tierWords()[it.Tier],
		Target: it.Target.String(), Usual: it.Usual.String(), OwnTarget: assess.Clean(it.Own), Band: gapBand(it),
		Incomplete: it.Incomplete, Outdated: it.Outdated, Reworded: it.Reworded, Stale: it.Stale,
		Own: it.Added, Left: it.Answer.Left.String(),
		Threats: append([]string{}, q.Threats...),
	}
	if s.reader == Internal {
		state := csvAnswer(it)
		out.State, out.Points, out.Proven, out.Gap = &state, &it.Points, &it.Proven, &it.Gap
		out.Answer = newJSONAnswer(it.Answer)
	}
	return out
}

func newJSONAnswer(a assess.Answer) *jsonAnswer {
	if a.State == assess.Open {
		return nil
	}
	out := &jsonAnswer{
		Word: a.Word(), Name: a.Name(), Revision: a.Revision,
		Reason: assess.Clean(a.Reason), Approver: assess.Clean(a.Approver), Review: a.Review.String(),
		Effective: a.Effective.String(), Recorded: a.Recorded.String(), By: assess.Clean(a.By),
		Change: a.Change.String(), Carried: a.Carried.String(), Note: assess.Clean(a.Note), Proof: []jsonProof{},
	}
	if a.State == assess.OtherWay {
		out.Reaches = a.Level.String()
	}
	for _, p := range a.Proof {
		out.Proof = append(out.Proof, jsonProof{p.Grade.String(), assess.Clean(p.What), p.Date.String()})
	}
	return out
}

// jsonAction is one thing to do, with every number behind its place.
type jsonAction struct {
	Order  int        `json:"order"`         // 1 and up
	Key    string     `json:"key"`           // of the question
	Kind   string     `json:"kind"`          // fix, find out or answer this
	Under  int        `json:"under"`         // tier of the heading it stands under
	When   string     `json:"when"`          // that heading in a word: now, next, then or later
	Tier   int        `json:"tier"`          // 1 to 4
	Fell   bool       `json:"fell"`          // it is in the list of what fell since the quarter before
	Rung   int        `json:"rung"`          // step of the ladder, 1 and up; 0 for a question that is not on it
	Place  int        `json:"place"`         // place on the ladder, 1 and up; 0 likewise
	Step   string     `json:"step"`          // the same in words
	Why    string     `json:"why"`           // in words why it stands here
	Needs  []string   `json:"needs"`         // keys of the open gaps that must be closed first
	Effort string     `json:"effort"`        // small, medium or large: of the action itself
	UpTo   string     `json:"up_to"`         // likewise, of the fix behind it
	Points int        `json:"effort_points"` // of the fix
	Money  int        `json:"money"`         // band of yearly cost, 0 to 3
	Board  bool       `json:"board"`         // only leadership can decide it
	Quick  bool       `json:"quick_win"`
	For    string     `json:"for"`  // key of the later action that needs it first; ""
	Do     string     `json:"do"`   // the first step
	Care   string     `json:"care"` // whom to ask in the care areas, and the way back; "" where care does not run on it
	Lead   string     `json:"lead"`
	Help   []jsonHelp `json:"help"` // best first
}

type jsonHelp struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Provider string `json:"provider"`
	URL      string `json:"url"`
	Cost     string `json:"cost"`
}

func (s *story) newJSONAction(order int, a assess.Action) jsonAction {
	q := a.Item.Question
	out := jsonAction{
		Order: order, Key: q.Key, Kind: a.Kind.String(), Tier: a.Tier, Under: a.Under, When: assess.TierWord(a.Under), Step: a.Step(), Needs: data.Keys(a.Needs), Fell: a.Fell,
		Why: s.reason(a), Effort: a.Effort.String(), UpTo: a.UpTo.String(), Points: a.Points, Money: a.Money, Board: a.Board, Quick: a.Quick,
		Do: s.firstStep(a), Care: careful(a), Lead: s.leader(q), Help: []jsonHelp{},
	}
	if a.Place != nil {
		out.Rung, out.Place = a.Place.Rung.ID, a.Place.Number
	}
	if a.For != nil {
		out.For = a.For.Question.Key
	}
	for _, m := range s.helpFor(a.Item) {
		res := m.Resource
		out.Help = append(out.Help, jsonHelp{res.ID, res.Title, res.Provider, m.URL, res.Cost})
	}
	return out
}
