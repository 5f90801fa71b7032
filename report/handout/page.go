package handout

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"strings"

	"hygeia/assess"
	"hygeia/assess/packet"
	"hygeia/frameworks/words"
)

//go:embed style.css
var style string

//go:embed script.js
var script string

// Draw writes a hand-out as a web page. The same hand-out gives the same bytes.
func Draw(w io.Writer, p *packet.Packet) error {
	d := &page{p: p}
	d.head()
	d.top()
	d.line(`<main id="questions" tabindex="-1">`)
	d.line(`<form id="form" autocomplete="off">`)
	section := ""
	for i, q := range p.Questions {
		if q.Section != section {
			section = q.Section
			d.words("h2", "", section)
		}
		d.card(i+1, q)
	}
	d.line(`</form>`)
	d.line(`</main>`)
	d.bottom()
	d.line(`<script>`, script, `</script>`)
	d.line("</body>\n</html>")
	_, err := io.WriteString(w, d.out.String())
	return err
}

// page is the web page while it is written.
type page struct {
	p   *packet.Packet
	out strings.Builder
}

// line writes markup that is complete: whatever comes from the hand-out went
// through [text] before.
func (d *page) line(markup ...string) {
	for _, m := range markup {
		d.out.WriteString(m)
	}
	d.out.WriteByte('\n')
}

// words writes an element with a text; nothing for no text.
func (d *page) words(element, attributes, s string) {
	if s = text(s); s != "" {
		d.line("<", words.Join(" ", element, attributes), ">", s, "</", element, ">")
	}
}

// text returns a text as it can stand between tags and in quoted attributes.
func text(s string) string { return html.EscapeString(words.Line(s)) }

func attribute(name, value string) string { return " " + name + `="` + text(value) + `"` }

// policy allows a page its own script and style, and nothing else.
func policy() string {
	return "default-src 'none'; script-src '" + digest(script) + "'; style-src '" + digest(style) + "'; base-uri 'none'; form-action 'none'"
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

func (d *page) head() {
	p := d.p
	d.line(`<!DOCTYPE html>`)
	d.line(`<html lang="en-US">`)
	d.line(`<head>`)
	d.line(`<meta charset="utf-8"/>`)
	d.line(`<meta http-equiv="Content-Security-Policy" content="`, policy(), `"/>`)
	d.line(`<meta name="viewport" content="width=device-width, initial-scale=1"/>`)
	d.line(`<meta name="color-scheme" content="light dark"/>`)
	d.line(`<meta name="referrer" content="no-referrer"/>`)
	d.words("title", "", words.Join(" · ", d.title(), p.Organization, p.Quarter.String()))
	d.line(`<style>`, style, `</style>`)
	d.line(`</head>`)
	d.line(`<body`, attribute("data-packet", p.ID), attribute("data-organization", p.Organization), attribute("data-quarter", p.Quarter.String()), `>`)
}

func (d *page) title() string {
	return words.Count(len(d.p.Questions), "question", "questions") + " about cyber hygiene"
}

// top is what stands above the questions: whose they are, how to go about them, and
// who answers.
func (d *page) top() {
	p := d.p
	d.line(`<a class="skip" href="#questions">Skip to the questions</a>`)
	d.line(`<header>`)
	d.line(`<p class="mark"><span class="tlp">`, packet.Mark, `</span> Pass it on only to those who need it to answer.</p>`)
	d.words("h1", "", d.title())
	d.words("p", `class="whose"`, words.Join(" · ", p.Organization, p.Quarter.String()))
	if roles := p.RoleNames(); roles != "" {
		d.words("p", "", "For "+roles+".")
	}
	if !p.Due.IsZero() {
		d.line(`<p>Please send your answers back by <strong>`, text(p.Due.Long()), `</strong>.</p>`)
	}
	d.line(`<p>`, fmt.Sprintf("This takes about %s. ", text(assess.MinutesText(assess.NewMinutes(len(p.Questions))))),
		`Choose the highest answer that is wholly true. Leave out what you cannot answer.</p>`)
	d.line(`<p class="screen">When you are done, save your answers and send the file to the person you got this page from. `,
		`You can stop any time, save, and go on later.</p>`)
	d.line(`<p class="paper">On paper, mark one box for each question, and give the pages back.</p>`)
	d.line(`<p class="keys">Keys: in a card, <kbd>1</kbd> to <kbd>4</kbd> choose an answer and go on, <kbd>0</kbd> is “don't know”.</p>`)
	d.line(`<p class="quiet">Nothing you type leaves this page. It connects to nothing, and is gone when you close it unless you save.</p>`)
	d.line(`<noscript><p class="warning">Scripts are switched off here, so answers cannot be saved. Print this page and fill it in by hand, or ask for the Excel form.</p></noscript>`)
	d.line(`<p class="field"><label for="by">Your name</label><input id="by" type="text" maxlength="100" autocomplete="off"/></p>`)
	d.line(`<details class="again"><summary>Stop, and go on later</summary>`)
	d.line(`<p>Save your answers, close this page, and open it again whenever you like. Then choose the file you saved:</p>`)
	d.line(`<p class="field"><label for="open">The file you saved</label><input id="open" type="file" accept=".txt,.json,text/plain"/></p>`)
	d.line(`<p><label><input id="keep" type="checkbox" autocomplete="off"/> Or keep my answers in this browser, on this computer, until I take this check mark away</label></p>`)
	d.line(`</details>`)
	d.line(`</header>`)
}

// bottom is what stays in sight: how far one is, and how to save.
func (d *page) bottom() {
	n := fmt.Sprint(len(d.p.Questions))
	d.line(`<footer class="bar">`)
	d.line(`<div id="copying" hidden="hidden">`)
	d.line(`<p class="field"><label for="text">Your answers as text, to paste into a message</label><textarea id="text" rows="6" readonly="readonly" spellcheck="false"></textarea></p>`)
	d.line(`<p class="buttons"><button type="button" id="copy">Copy</button></p>`)
	d.line(`</div>`)
	d.line(`<progress id="bar" max="`, n, `" value="0" aria-label="Questions answered"></progress>`)
	d.line(`<p id="progress">0 of `, n, ` answered</p>`)
	d.line(`<p class="buttons"><button type="button" id="save">Save my answers</button>`)
	d.line(`<button type="button" id="show" class="second" aria-expanded="false" aria-controls="copying">Copy as text</button></p>`)
	d.line(`<p id="status" role="status" aria-live="polite"></p>`)
	d.line(`</footer>`)
}
