package doc

// See points to what stands under a heading: on paper it is read as the page, where
// there are none as the heading, which a reader may be led to.
func See(heading string) Span { return Span{Text: `under "` + heading + `"`, See: heading} }

// Seen returns a copy of the document in which what points to a heading that is not
// there says in words where it stands: elsewhere is "in the annexes".
func (d *Document) Seen(elsewhere string) *Document {
	there := map[string]bool{}
	for _, b := range d.Blocks {
		if h, is := b.(Heading); is {
			there[h.Text] = true
		}
	}
	return d.pointing(func(s Span) Span {
		if !there[s.See] {
			s.Text, s.See = elsewhere+" "+s.Text, ""
		}
		return s
	})
}

// Paged is the document on paper: what points to a heading says its page, which page
// returns, empty for one that is not known.
func (d *Document) Paged(page func(heading string) string) *Document {
	return d.pointing(func(s Span) Span {
		if p := page(s.See); p != "" {
			s.Text = p
		}
		return s
	})
}

// pointing returns a copy with what points to a heading changed. It stands in
// paragraphs only.
func (d *Document) pointing(change func(Span) Span) *Document {
	out := *d
	out.Blocks = make([]Block, len(d.Blocks))
	for i, b := range d.Blocks {
		if p, is := b.(Paragraph); is {
			text := make(Text, len(p.Text))
			for j, s := range p.Text {
				if s.See != "" {
					s = change(s)
				}
				text[j] = s
			}
			p.Text = text
			b = p
		}
		out.Blocks[i] = b
	}
	return &out
}
