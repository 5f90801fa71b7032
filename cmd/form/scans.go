package form

import (
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks"
)

// scanLine says in one sentence that scans have something to say about a question;
// "" if none has that counts today.
func (c *core) scanLine(q *frameworks.Question) string {
	ans := c.answer(q)
	said := c.s.Assessment.Sayings(c.s.Library, q, ans)
	for _, s := range said { // what weighs most comes first
		switch {
		case !s.Counts():
		case ans.State == assess.Open || ans.Left != assess.NotLeft:
			return fmt.Sprintf("A scan of %s bears on it; help shows how.", s.Evidence.Date)
		case s.Verdict == frameworks.Disputes:
			return fmt.Sprintf("A scan of %s disputes it; help shows why.", s.Evidence.Date)
		case s.Verdict == frameworks.Supports:
			return fmt.Sprintf("A scan of %s supports it.", s.Evidence.Date)
		}
	}
	return ""
}

// scans shows what scans that count today say about each of the four answers. It is
// for the person to weigh, and never chooses one.
func (c *core) scans(q *frameworks.Question) paragraph {
	p := paragraph{title: "What scans say"}
	for l := frameworks.Yes; l >= frameworks.No; l-- {
		would := assess.Answer{State: assess.Levelled, Level: l, Revision: q.Revision}
		for _, s := range c.s.Assessment.Sayings(c.s.Library, q, would) {
			if !s.Counts() || s.Verdict == frameworks.SaysNothing {
				continue
			}
			p.lines = append(p.lines, fmt.Sprintf("%s: a scan of %s %s it. %s", l.Name(), s.Evidence.Date, s.Verdict, s.Why))
		}
	}
	return p
}
