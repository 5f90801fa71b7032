package assess

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/frameworks"
	"hygeia/frameworks/strictyaml"
)

// The keys of an answer: those a person may write into an answers file, and
// those only the program sets.
var (
	writtenKeys = []string{"answer", "reaches", "reason", "approver", "review", "effective", "change", "note", "proof"}
	programKeys = []string{"left", "revision", "recorded", "by", "changed", "carried"}
)

// readAnswers reads the answers of a saved quarter. Without a library the
// questions are not looked at.
func readAnswers(n strictyaml.Node, lib *frameworks.Library, a *Assessment) map[string]Answer {
	answers := map[string]Answer{}
	for _, e := range openMapping(n) {
		q := findQuestion(e.Key, lib)
		m := e.Value.Mapping(slices.Concat(writtenKeys, programKeys)...)
		ans := readWritten(m, saidWord(m))
		readProgram(m, &ans, a.Period)
		if ans.State == NotApplicable {
			needText(m, "reason", MaxReason)
		}
		if q != nil {
			a.checkAgainst(m, ans, q)
		}
		answers[e.Key.Text()] = ans
	}
	return answers
}

// saidWord is the word of an answer. Only a note or a proof may stand without
// one: they were written before the answer and wait for it.
func saidWord(m strictyaml.Mapping) strictyaml.Node {
	if m.Get("note").Present() || m.Get("proof").Present() {
		return m.Get("answer")
	}
	return m.Need("answer")
}

// readWritten reads what a person may write. The word is the answer itself; an
// absent one gives an open answer.
func readWritten(m strictyaml.Mapping, word strictyaml.Node) Answer {
	said := strictyaml.Word(word, parseWord)
	ans := Answer{
		State:     said.State,
		Level:     said.Level,
		Reason:    readText(m, "reason", MaxReason),
		Approver:  readLine(m, "approver"),
		Review:    strictyaml.Word(m.Get("review"), ParseDate),
		Effective: strictyaml.Word(m.Get("effective"), ParseDate),
		Change:    strictyaml.Word(m.Get("change"), ParseChange),
		Note:      readText(m, "note", MaxNote),
		Proof:     readProof(m.Get("proof")),
	}
	switch ans.State {
	case OtherWay:
		ans.Level = strictyaml.Word(m.Need("reaches"), parseReach)
	case NotApplicable:
		refuse(m, WordOtherWay, "reaches", "approver", "review")
	case Levelled, Unknown:
		refuse(m, WordOtherWay, "reaches", "approver", "review")
		refuse(m, WordOtherWay+" and "+WordNotApplicable, "reason")
	}
	return ans
}

// refuse records keys that stand beside an answer they say nothing about.
func refuse(m strictyaml.Mapping, with string, keys ...string) {
	for _, key := range keys {
		m.Get(key).Errorf("%s stands only with %s; put what else there is to say under note", key, with)
	}
}

// readProgram reads what only the program sets.
func readProgram(m strictyaml.Mapping, ans *Answer, period Quarter) {
	const most = 1_000_000
	ans.Revision = m.Need("revision").Int(1, most)
	ans.Recorded = strictyaml.Word(m.Need("recorded"), ParseDate)
	ans.By = readLine(m, "by")
	ans.Changed = strictyaml.Word(m.Get("changed"), ParseQuarter)
	ans.Carried = strictyaml.Word(m.Get("carried"), ParseQuarter)
	ans.Left = strictyaml.Word(m.Get("left"), ParseLeft)
	if ans.State != Unknown {
		m.Get("left").Errorf("left stands only with unknown")
	}
	if period.IsZero() { // its own mistake is recorded
		return
	}
	if ans.Changed.Since(period) > 0 {
		m.Get("changed").Errorf("changed %s is after the quarter of this file, %s", ans.Changed, period)
	}
	if ans.Carried.Since(period) >= 0 {
		m.Get("carried").Errorf("carried %s: must be a quarter before the one of this file, %s", ans.Carried, period)
	}
}

func readProof(n strictyaml.Node) []Proof {
	items := n.Items()
	if len(items) > MaxProofs {
		n.Errorf("%d proofs; at most %d are kept for one answer", len(items), MaxProofs)
	}
	var proofs []Proof
	for _, item := range items {
		m := item.Mapping("kind", "what", "date", "where", "digest")
		proofs = append(proofs, Proof{
			Grade: strictyaml.Word(m.Need("kind"), ParseGrade),
			What:  readLine(m, "what"),
			Date:  strictyaml.Word(m.Get("date"), ParseDate),
			Where: readLine(m, "where"),

			Digest: strictyaml.Word(m.Get("digest"), shaped("digest", digestShape, digestRight)),
		})
	}
	return proofs
}

// needText records a text that is missing or has only spaces.
func needText(m strictyaml.Mapping, key string, max int) {
	if n := m.Need(key); n.Present() && readText(m, key, max) == "" {
		n.Errorf("%s is empty", key)
	}
}

// findQuestion returns the question a key stands for; an unknown key is
// recorded with the nearest one. Without a library it returns nil.
func findQuestion(key strictyaml.Node, lib *frameworks.Library) *frameworks.Question {
	if lib == nil {
		return nil
	}
	q, ok := lib.Question(key.Text())
	if !ok {
		key.Errorf("unknown question %q: %s", key.Text(), strictyaml.Suggest(key.Text(), questionKeys(lib)))
		return nil
	}
	return q
}

func questionKeys(lib *frameworks.Library) []string {
	keys := make([]string, len(lib.Questions))
	for i, q := range lib.Questions {
		keys[i] = q.Key
	}
	return keys
}

// checkAgainst compares a saved answer with its question. What a draft of before
// could say, and an answer carried from an earlier quarter, counts for nothing
// where the question has come to apply everywhere, and is asked again.
func (a *Assessment) checkAgainst(m strictyaml.Mapping, ans Answer, q *frameworks.Question) {
	late := a.Status == Draft && (a.older() || !ans.Carried.IsZero() || ans.Revision < q.Revision)
	if ans.State == NotApplicable && q.MustApply && !late {
		m.Get("answer").Errorf("%s is not allowed for %s: it applies to every organization", WordNotApplicable, q.Key)
	}
	if ans.Revision > q.Revision {
		m.Get("revision").Errorf("revision %d is newer than the question's, %d: the answer was given with newer content", ans.Revision, q.Revision)
	}
}

// meaning is what an answer's word stands for.
type meaning struct {
	State State
	Level frameworks.Level
}

// answerWords are the words of an answer, in the order in which they are offered.
var answerWords = []string{"yes", "mostly", "partly", "no", WordOtherWay, WordNotApplicable, WordUnknown}

// parseWord reads the word of an answer. Capitals do not matter: editors begin
// words with one by themselves.
func parseWord(s string) (meaning, error) {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case WordOtherWay:
		return meaning{State: OtherWay}, nil
	case WordNotApplicable:
		return meaning{State: NotApplicable}, nil
	case WordUnknown:
		return meaning{State: Unknown}, nil
	}
	if level, err := frameworks.ParseLevel(s); err == nil {
		return meaning{Levelled, level}, nil
	}
	return meaning{}, fmt.Errorf("answer %q: %s", s, strictyaml.Suggest(s, answerWords))
}

func parseReach(s string) (frameworks.Level, error) {
	if l, err := frameworks.ParseLevel(s); err == nil && (l == frameworks.Partly || l == frameworks.Mostly) {
		return l, nil
	}
	return 0, fmt.Errorf("reaches %q: must be partly or mostly", s)
}
