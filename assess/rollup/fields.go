package rollup

import "hygeia/assess"

// Fields passes what a site has, in the order in which a line of the index has it.
func (site *Site) Fields(c *Coder) {
	c.Text(&site.Name)
	c.Text(&site.Size)
	c.Quarter(&site.Period)
	c.is(&site.Draft)
	c.Date(&site.AsOf)
	c.Text(&site.Version)
	c.Text(&site.Digest)
	c.goals(&site.Goals)
	List(c, &site.Goal, (*Coder).goal)
	c.score(&site.All)
	List(c, &site.Scores, (*Coder).score)
	List(c, &site.Items, (*Coder).item)
	whole(c, &site.Own)
	List(c, &site.Matters, (*Coder).matter)
	changed := site.Change != nil
	if c.is(&changed); changed {
		if c.reading {
			site.Change = new(Change)
		}
		c.change(site.Change)
	}
	List(c, &site.Taken, (*Coder).taken)
	c.is(&site.Self)
}

func (c *Coder) goals(g *assess.Goals) {
	c.is(&g.Known)
	whole(c, &g.Met)
	whole(c, &g.Nearly)
	whole(c, &g.Another)
	whole(c, &g.Of)
}

func (c *Coder) goal(g *Goal) {
	c.Text(&g.ID)
	c.Text(&g.Title)
	c.Text(&g.Sign)
	whole(c, &g.Status)
}

func (c *Coder) share(s *assess.Share) {
	whole(c, &s.Part)
	whole(c, &s.Whole)
}

func (c *Coder) score(s *Score) {
	c.Text(&s.Framework)
	c.Text(&s.ID)
	c.Text(&s.Title)
	c.Text(&s.Sign)
	c.is(&s.Single)
	c.share(&s.Score)
	c.share(&s.Low)
	c.share(&s.High)
	c.Text(&s.Text)
	whole(c, &s.Color)
}

func (c *Coder) item(it *Item) {
	c.Text(&it.Key)
	whole(c, &it.Revision)
	c.Text(&it.Title)
	whole(c, &it.State)
	whole(c, &it.Points)
	whole(c, &it.Gap)
	whole(c, &it.Target)
	c.is(&it.First)
	c.Text(&it.From)
}

func (c *Coder) matter(m *Matter) {
	whole(c, &m.Number)
	c.Text(&m.Question)
	c.Text(&m.Title)
	c.Date(&m.Date)
	whole(c, &m.Asks)
	c.Text(&m.Decided)
}

func (c *Coder) change(to *Change) {
	c.Quarter(&to.From)
	c.goals(&to.Goals)
	c.is(&to.NewContent)
	List(c, &to.Fell, (*Coder).move)
	List(c, &to.SetAside, (*Coder).move)
	whole(c, &to.Rose)
	whole(c, &to.Corrected)
}

func (c *Coder) move(m *Move) {
	c.Text(&m.Key)
	c.Text(&m.Title)
	c.Text(&m.From)
	c.Text(&m.To)
	c.is(&m.Corrected)
}

func (c *Coder) taken(t *Taken) {
	c.Text(&t.From)
	c.Quarter(&t.Period)
	whole(c, &t.Answers)
}
