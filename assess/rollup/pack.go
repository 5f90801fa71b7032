package rollup

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
)

// A site is packed into one line: what it has few of as JSON, its scores and its
// questions, which are most of it, as fields that are read many times as fast.
const (
	field   = '\t'   // after each field, and after the JSON, which has none
	element = "\x1e" // after each score and each question
	part    = "\x1d" // between the scores and the questions
)

var errPacked = errors.New("the line of a site is not as it was written")

// few is a site without what is packed apart.
type few Site

// Pack appends the site to a text, without a line break.
func (site *Site) Pack(text []byte) ([]byte, error) {
	rest := few(*site)
	rest.Scores, rest.Items = nil, nil
	head, err := json.Marshal(rest)
	if err != nil {
		return nil, err
	}
	p := packer{append(append(text, head...), field)}
	for i := range site.Scores {
		p.score(&site.Scores[i])
	}
	p.b = append(p.b, part...)
	for i := range site.Items {
		p.item(&site.Items[i])
	}
	return p.b, nil
}

type packer struct{ b []byte }

func (p *packer) text(s string) { p.b = append(append(p.b, s...), field) }

func (p *packer) number(n int) { p.b = append(strconv.AppendInt(p.b, int64(n), 10), field) }

func (p *packer) is(b bool) {
	n := 0
	if b {
		n = 1
	}
	p.number(n)
}

func (p *packer) share(s assess.Share) {
	p.number(s.Part)
	p.number(s.Whole)
}

func (p *packer) score(s *Score) {
	p.text(s.Framework)
	p.text(s.ID)
	p.text(s.Title)
	p.text(s.Sign)
	p.is(s.Single)
	p.share(s.Score)
	p.share(s.Low)
	p.share(s.High)
	p.text(s.Text)
	p.number(int(s.Color))
	p.b = append(p.b, element...)
}

func (p *packer) item(it *Item) {
	p.text(it.Key)
	p.number(it.Revision)
	p.text(it.Title)
	p.number(int(it.State))
	p.number(it.Points)
	p.number(it.Gap)
	p.number(int(it.Target))
	p.is(it.First)
	p.text(it.From)
	p.b = append(p.b, element...)
}

// Unpack reads a site that [Site.Pack] wrote.
func Unpack(text string) (Site, error) {
	head, lists, ok := strings.Cut(text, string(field))
	scores, items, both := strings.Cut(lists, part)
	var rest few
	if err := json.Unmarshal([]byte(head), &rest); err != nil || !ok || !both {
		return Site{}, errPacked
	}
	site := Site(rest)
	u := unpacker{rest: scores}
	site.Scores = make([]Score, strings.Count(scores, element))
	for i := range site.Scores {
		u.score(&site.Scores[i])
	}
	u.wrong = u.wrong || u.rest != ""
	u.rest = items
	site.Items = make([]Item, strings.Count(items, element))
	for i := range site.Items {
		u.item(&site.Items[i])
	}
	if u.wrong || u.rest != "" {
		return Site{}, errPacked
	}
	return site, nil
}

type unpacker struct {
	rest  string
	wrong bool
}

func (u *unpacker) text() string {
	at := strings.IndexByte(u.rest, field)
	if at < 0 {
		u.wrong, u.rest = true, ""
		return ""
	}
	text := u.rest[:at]
	u.rest = u.rest[at+1:]
	return text
}

func (u *unpacker) number() int {
	n, err := strconv.Atoi(u.text())
	u.wrong = u.wrong || err != nil
	return n
}

func (u *unpacker) share() assess.Share {
	part := u.number()
	return assess.Share{Part: part, Whole: u.number()}
}

func (u *unpacker) end() {
	var ok bool
	u.rest, ok = strings.CutPrefix(u.rest, element)
	u.wrong = u.wrong || !ok
}

func (u *unpacker) score(s *Score) {
	s.Framework, s.ID, s.Title, s.Sign = u.text(), u.text(), u.text(), u.text()
	s.Single = u.number() == 1
	s.Score, s.Low, s.High = u.share(), u.share(), u.share()
	s.Text, s.Color = u.text(), assess.Color(u.number())
	u.end()
}

func (u *unpacker) item(it *Item) {
	it.Key, it.Revision, it.Title = u.text(), u.number(), u.text()
	it.State, it.Points, it.Gap = assess.State(u.number()), u.number(), u.number()
	it.Target, it.First, it.From = frameworks.Level(u.number()), u.number() == 1, u.text()
	u.end()
}
