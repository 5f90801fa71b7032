package form

func (p *plain) help(c *core) {
	if pl, onQuestion := c.here(); onQuestion {
		for _, par := range c.helpFor(pl.q) {
			p.paragraph(par)
		}
	}
	p.paragraph(paragraph{"What can be typed, in capitals or not", c.typedHelp()})
}

// typedHelp tells what works here.
func (c *core) typedHelp() []string {
	var lines []string
	pl, onQuestion := c.here()
	if onQuestion {
		other := "5 another way, 6 does not apply, 0 don't know"
		if pl.q.MustApply {
			other = "5 another way, 0 don't know"
		}
		lines = append(lines, "1 to 4, or no, partly, mostly, yes: the highest answer that is wholly true", other)
		if c.confirmable(pl.q) {
			lines = append(lines, "t, or true: the carried answer is still true")
		}
		lines = append(lines, "note, proof: before or after the answer", "b back, s skip")
		if !c.open(pl.q) {
			lines = append(lines, "x: clear the answer")
		}
		if len(c.markable(pl.section)) > 0 {
			lines = append(lines, "section: the whole section does not apply; you are asked first")
		}
	}
	return append(lines, "u, or undo: take back the last step, as often as you like", "a: the next question to do",
		"g and a number, a key or words, such as g 12 or g backup: go to a question; g alone lists them", "q: save and quit")
}

func (p *plain) paragraph(par paragraph) {
	if len(par.lines) == 0 || len(par.lines) == 1 && par.lines[0] == "" {
		return
	}
	p.write("\n")
	if par.title != "" {
		p.print(par.title + ":")
	}
	for _, s := range par.lines {
		p.indented(s, par.indent())
	}
}
