package packet

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
)

// Check is what an answer that comes back is held against: the words of its
// question, and the answer that stood here when the hand-out went out. Both are
// short digests: they tell changes apart and protect nothing.
type Check struct{ Question, Answer string }

// String returns the check as it stands in a file: "1f0a83c2-77b0e5d4".
func (c Check) String() string { return c.Question + "-" + c.Answer }

// ParseCheck reads what String returns.
func ParseCheck(s string) (Check, error) {
	question, answer, cut := strings.Cut(strings.TrimSpace(s), "-")
	if c := (Check{question, answer}); cut && isHex(question) && isHex(answer) {
		return c, nil
	}
	return Check{}, fmt.Errorf("check %q: is not as the hand-out had it; it is not to be changed", s)
}

const digestLength = 8

func isHex(s string) bool {
	return len(s) == digestLength && strings.Trim(s, "0123456789abcdef") == ""
}

// digest returns a short digest of texts, each told apart from the next.
func digest(length int, texts ...string) string {
	h := sha256.New()
	for _, t := range texts {
		fmt.Fprintf(h, "%d:%s", len(t), t)
	}
	return hex.EncodeToString(h.Sum(nil))[:length]
}

// questionDigest is that of what an answer means: the question and its wordings.
func questionDigest(q *frameworks.Question) string {
	texts := []string{q.Key, fmt.Sprint(q.Revision), fmt.Sprint(q.MustApply), q.Text}
	return digest(digestLength, append(texts, q.Wording[:]...)...)
}

// answerDigest is that of what was answered and when. Notes and proof are no part
// of it: nothing that comes back takes one away.
func answerDigest(ans assess.Answer) string {
	return digest(digestLength, ans.Word(), ans.Level.String(), ans.Reason, ans.Approver, ans.Review.String(),
		ans.Left.String(), fmt.Sprint(ans.Revision), ans.Recorded.String(), ans.Carried.String())
}

// id names the hand-out by all that it says, and by who gets this copy of it. It begins with a letter, so that no
// spreadsheet takes it for a number.
func (p *Packet) id() string {
	texts := []string{p.Organization, p.Quarter.String(), p.Due.String(), strings.Join(p.Asked, ",")}
	if p.To != "" {
		texts = append(texts, p.To)
	}
	for _, q := range p.Questions {
		texts = append(texts, q.Key, q.Check.String(), q.Today, q.Title, q.Why, q.Help, q.First, q.Care)
	}
	return "p" + digest(10, texts...)
}

// Fits reports whether the words of the question are still those that were answered.
func (c Check) Fits(q *frameworks.Question) bool { return c.Question == questionDigest(q) }

// Untouched reports whether the answer here is still the one that stood here when
// the hand-out went out.
func (c Check) Untouched(ans assess.Answer) bool { return c.Answer == answerDigest(ans) }
