package handout

import (
	"fmt"

	"hygeia/assess"
	"hygeia/assess/packet"
	"hygeia/frameworks"
)

// card writes one question: its text, the answers, what goes with some of them,
// and room for a note and what shows it.
func (d *page) card(n int, q packet.Question) {
	id := func(part string) string { return fmt.Sprintf("q%d-%s", n, part) }
	d.line(`<section class="card"`, attribute("data-key", q.Key), attribute("data-check", q.Check.String()), ` aria-labelledby="`, id("title"), `">`)
	d.line(`<h3 id="`, id("title"), `" tabindex="-1"><span class="number">`, fmt.Sprintf("%d of %d", n, len(d.p.Questions)), `</span> `, text(q.Title), `</h3>`)
	d.line(`<fieldset>`)
	d.words("legend", "", q.Text)
	d.words("p", `class="help"`, q.Help)
	d.words("p", `class="today"`, q.TodayLine())
	d.answers(q, id)
	d.line(`</fieldset>`)
	d.reasons(q, id)
	d.beside(id)
	d.help(q)
	d.line(`<p class="buttons"><button type="button" class="clear second" hidden="hidden">Take my answer back</button></p>`)
	d.line(`</section>`)
}

// choice is one answer that can be chosen, with the key that chooses it.
type choice struct{ key, value, name, means string }

func choices(q packet.Question) []choice {
	var list []choice
	if q.Still {
		list = append(list, choice{"t", packet.WordStill, "Still true", "as today: " + q.Today})
	}
	for level := frameworks.No; level <= frameworks.Yes; level++ {
		list = append(list, choice{fmt.Sprint(int(level) + 1), level.String(), level.Name(), q.Wording[level]})
	}
	list = append(list, choice{"5", assess.WordOtherWay, "Another way", "a different measure handles the risk"})
	if !q.MustApply {
		list = append(list, choice{"6", assess.WordNotApplicable, "Does not apply", "the thing asked about does not exist here"})
	}
	return append(list, choice{"0", assess.WordUnknown, "Don't know", "I cannot say"})
}

func (d *page) answers(q packet.Question, id func(string) string) {
	d.line(`<div class="choices">`)
	for _, c := range choices(q) {
		d.line(`<label><input type="radio" name="`, id("answer"), `"`, attribute("value", c.value), attribute("data-digit", c.key), ` autocomplete="off"/>`,
			`<span class="box" aria-hidden="true"></span><kbd aria-hidden="true">`, c.key, `</kbd> <span><b>`, text(c.name), `</b> <span class="means">`, text(c.means), `</span></span></label>`)
	}
	d.line(`</div>`)
}

// reasons is what two of the answers need besides; it shows with its answer.
func (d *page) reasons(q packet.Question, id func(string) string) {
	if !q.MustApply {
		d.line(`<div class="more" data-for="`, assess.WordNotApplicable, `" hidden="hidden">`)
		d.area(id("why"), "reason", "Why does it not apply here?", assess.MaxReason)
		d.line(`</div>`)
	}
	d.line(`<div class="more" data-for="`, assess.WordOtherWay, `" hidden="hidden">`)
	d.line(`<p class="field"><label for="`, id("reaches"), `">How far does it reach?</label><select id="`, id("reaches"), `" data-part="reaches" autocomplete="off">`,
		`<option value="">Choose</option><option value="partly">Partly: in some places, or only when somebody remembers</option>`,
		`<option value="mostly">Mostly: nearly everywhere, and you can name the exceptions</option></select></p>`)
	d.area(id("instead"), "reason", "What do you do instead, and why?", assess.MaxReason)
	d.input(id("approver"), "approver", "text", "Who approved it?")
	d.input(id("review"), "review", "date", "When will it be looked at again? A day within a year")
	d.line(`</div>`)
}

// beside is room for a note and for what shows that the answer is true.
func (d *page) beside(id func(string) string) {
	d.line(`<details class="beside"><summary>Add a note, or what shows it</summary>`)
	d.area(id("note"), "note", `Note<span class="paper">, or the reason if it does not apply or is handled another way</span>`, assess.MaxNote)
	d.input(id("what"), "what", "text", "What shows it, such as the name of a policy or a report")
	d.line(`<div class="pair">`)
	d.line(`<p class="field"><label for="`, id("kind"), `">Which kind</label><select id="`, id("kind"), `" data-part="kind" autocomplete="off">`,
		`<option value="paper">A paper: policy, contract, list</option><option value="record">A record: log, ticket, screenshot</option>`,
		`<option value="outside">From outside: auditor, tester, vendor</option><option value="said">Somebody said so</option></select></p>`)
	d.input(id("date"), "date", "date", "Its date")
	d.line(`</div>`)
	d.line(`</details>`)
}

// area writes a field for a text of several lines. Its label is ours.
func (d *page) area(id, part, label string, most int) {
	d.line(`<p class="field"><label for="`, id, `">`, label, `</label><textarea id="`, id, `" data-part="`, part,
		`" rows="2" maxlength="`, fmt.Sprint(most), `" autocomplete="off"></textarea></p>`)
}

// input writes a field for a line or a day. Its label is ours.
func (d *page) input(id, part, kind, label string) {
	d.line(`<p class="field"><label for="`, id, `">`, label, `</label><input id="`, id, `" type="`, kind, `" data-part="`, part,
		`" maxlength="`, fmt.Sprint(assess.MaxName), `" autocomplete="off"/></p>`)
}

// help is what else is known about a question, folded.
func (d *page) help(q packet.Question) {
	d.line(`<details class="about"><summary>Why it is asked, what to look for, where to begin</summary>`)
	d.words("p", "", q.Why)
	if len(q.LookFor) > 0 {
		d.line(`<p>Look for:</p><ul>`)
		for _, l := range q.LookFor {
			d.words("li", "", l)
		}
		d.line(`</ul>`)
	}
	d.labeled("First step if the answer is low: ", q.First)
	d.labeled("Before it, in the care areas: ", q.Care)
	if len(q.Terms) > 0 {
		d.line(`<dl>`)
		for _, t := range q.Terms {
			d.words("dt", "", t.Name)
			d.words("dd", "", t.Means)
		}
		d.line(`</dl>`)
	}
	d.line(`</details>`)
}

func (d *page) labeled(label, s string) {
	if s != "" {
		d.words("p", "", label+s)
	}
}
