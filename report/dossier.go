package report

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// dossierSays is what a dossier does not decide. It stands on its first page and in
// its data.
const dossierSays = "This dossier shows what the organization wrote down about its security practices, and when. It does not decide whether they are recognized security practices under Public Law 116-321, whether they were in place for any span that this law looks at, or how the Office for Civil Rights weighs them. Only that Office decides this."

// DossierInput is what a dossier is made from.
type DossierInput struct {
	Input               // of the last quarter that was finished by the day, the matters as the ledger had them then
	On      assess.Date // the last of the twelve months' days
	LeftOut []LeftOut   // saved quarters that are not in it
	Chain   Chain       // of digests, as verified when the dossier is made
}

// LeftOut is a saved quarter that is not part of a dossier, and why.
type LeftOut struct {
	Period assess.Quarter
	Why    string
}

// Chain is what the verification of the saved quarters said.
type Chain struct {
	Links  []ChainLink // of the quarters in the dossier, oldest first
	Sound  bool        // no file was changed after it was finished, as far as the chain shows
	Ledger string      // how far the ledger goes and its digest, in words; empty without one
}

// ChainLink is one quarter in the chain.
type ChainLink struct {
	Period   assess.Quarter
	Digest   string   // of its file
	State    string   // in words: as it was finished, newest, not as it was
	Ledger   string   // what it knows of the ledger, in words
	Problems []string // what was changed; empty if nothing was
}

// dossier is what the chapters of one are told from.
type dossier struct {
	*story
	in     DossierInput
	record *assess.PracticeRecord
	shown  []assess.TrendQuarter // the last quarters, in columns
	first  int                   // the place of the first of them in the record
	parts  []dossierPart
}

// dossierPart are the practices of one section.
type dossierPart struct {
	Title     string
	Practices []assess.Practice
}

// dossierColumns is how many quarters stand beside each other: twelve months have at
// most five finishes.
const dossierColumns = 5

// Dossier returns what the finished quarters say about each security practice over
// the twelve months that end on a day: since when it is in place, for how many months
// without a break, what breaks it, what shows it, the exceptions, the corrections and
// the chain of digests. It holds each answer, so it is for those inside whatever the
// input says.
func Dossier(in DossierInput) *doc.Document {
	return newDossier(in).document()
}

func newDossier(in DossierInput) *dossier {
	in.Audience = Internal
	d := &dossier{story: newStory(in.Input), in: in}
	d.record = assess.NewPracticeRecord(append(slices.Clone(d.earlier), d.r), in.On)
	d.first = max(0, len(d.record.Quarters)-dossierColumns)
	d.shown = d.record.Quarters[d.first:]
	d.parts = d.divided()
	return d
}

// divided puts each practice into the first section that asks it, of HICP if that was
// asked, else of the national framework, else of the goals; the rest comes last.
func (d *dossier) divided() []dossierPart {
	placed := map[string]bool{}
	var parts []dossierPart
	if v := d.view(); v != nil {
		for i := range v.Sections {
			part := dossierPart{Title: v.Sections[i].Title}
			for _, p := range d.record.Practices {
				if key := p.Question.Key; !placed[key] && slices.ContainsFunc(v.Sections[i].Items, func(it *assess.Item) bool { return it.Question.Key == key }) {
					placed[key] = true
					part.Practices = append(part.Practices, p)
				}
			}
			parts = append(parts, part)
		}
	}
	rest := dossierPart{Title: "Practices that other frameworks or earlier quarters ask about"}
	for _, p := range d.record.Practices {
		if !placed[p.Question.Key] {
			rest.Practices = append(rest.Practices, p)
		}
	}
	return slices.DeleteFunc(append(parts, rest), func(p dossierPart) bool { return len(p.Practices) == 0 })
}

// view is the framework whose sections the practices stand in.
func (d *dossier) view() *assess.View {
	for _, id := range []string{frameworks.HICPID, frameworks.CSFID, frameworks.EssentialID} {
		if v, ok := d.r.View(id); ok && v.Asked {
			return v
		}
	}
	return nil
}

func (d *dossier) document() *doc.Document {
	out := d.cover("Security practices over twelve months")
	out.Band = true
	out.Period = d.record.From.Long() + " to " + d.in.On.Long()
	out.Date = d.in.On.String()
	out.Lines = []string{
		"As of " + d.in.On.Long() + ", a day chosen by whoever asked for this dossier",
		sizeLine(d.r.Assessment.Organization),
		"Questions and weights: version " + d.lib.Version,
	}
	if v := d.view(); v != nil {
		out.Lines = append(out.Lines, "Practices in the order of "+viewTitle(v))
	}
	out.Lines = words.Present(out.Lines...)
	out.Notice = doc.SelfAssessment
	for _, chapter := range []func() []doc.Block{
		d.opening, d.quarters, d.counting, d.practices, d.exceptions, d.corrections, d.proofs, d.chain, d.outside, d.signing,
	} {
		out.Blocks = append(out.Blocks, chapter()...)
	}
	return out
}

// opening is what the dossier is and is not, and the practices counted.
func (d *dossier) opening() []doc.Block {
	blocks := []doc.Block{doc.Noted("%s", dossierSays)}
	if n := d.finished(); n < 4 {
		blocks = append(blocks, doc.Noted("Only %s finished by %s. Twelve months take four or five; what is below says no more than what was written down by then.", words.Count(n, "quarter was", "quarters were"), d.in.On.Long()))
	}
	if missing := d.missing(); len(missing) > 0 {
		blocks = append(blocks, doc.Noted("No quarter was finished for %s. Each such quarter is a break for every practice.", words.And(missing)))
	}
	t := doc.Table{Columns: []doc.Column{
		{Title: "Area", Width: 8}, {Title: "Practices", Width: 3, Right: true}, {Title: "On record for 12 months or more", Width: 4, Right: true},
		{Title: "Of these, with proof all along", Width: 4, Right: true}, {Title: "On record for less", Width: 3, Right: true},
		{Title: "Not on record on that day", Width: 3, Right: true}, {Title: "Does not apply", Width: 3, Right: true},
	}}
	var total dossierCount
	for _, part := range d.parts {
		c := d.count(part.Practices)
		total.add(c)
		t.Rows = append(t.Rows, c.row(part.Title))
	}
	if len(d.parts) > 1 {
		t.Rows = append(t.Rows, total.row("All"))
	}
	return append(blocks, doc.Headed(1, "The practices, counted"),
		doc.Say("In place means answered Yes or Mostly, or handled another way that is approved and reaches Mostly. The count is of what the finished quarters say; nobody outside checked it unless the proof says so. Each practice stands once, in the first area that it speaks for; other reports score an area by every practice that speaks for it."), t)
}

// finished counts the finished quarters.
func (d *dossier) finished() int {
	n := 0
	for _, q := range d.record.Quarters {
		if q.Result != nil {
			n++
		}
	}
	return n
}

// missing names the quarters among the columns for which nothing was finished.
func (d *dossier) missing() []string {
	var names []string
	for _, q := range d.shown {
		if q.Result == nil {
			names = append(names, q.Period.String())
		}
	}
	return names
}

// quarters lists the quarters with what they rest on.
func (d *dossier) quarters() []doc.Block {
	t := doc.Table{Dense: true, Columns: []doc.Column{
		{Title: "Quarter", Width: 3}, {Title: "Finished", Width: 4}, {Title: "Answered", Width: 4}, {Title: "Confirmed in that quarter", Width: 4, Right: true},
		{Title: "Score", Width: 3}, {Title: "With proof", Width: 3}, {Title: "Essential goals", Width: 5}, {Title: "Questions", Width: 4},
	}}
	for _, q := range d.shown {
		if q.Result == nil {
			t.Rows = append(t.Rows, doc.Row(q.Period.String(), "no finished quarter", "", "", "", "", "", ""))
			continue
		}
		r, all := q.Result, q.Result.All.Figures()
		version := "version " + r.Library.Version
		if q.NewContent {
			version += ", other than before"
		}
		score, proven := all.Score, all.Proven
		if !r.All.HasScore() {
			score, proven = all.Range, ""
		}
		answered, of := r.All.Said()
		t.Rows = append(t.Rows, doc.Row(q.Period.String(), r.AsOf.Long(), fmt.Sprintf("%d of %d", answered, of), fmt.Sprint(r.All.Confirmed), score, proven, r.Goals.String(), version))
	}
	blocks := []doc.Block{doc.Headed(1, "The quarters"), t}
	if d.first > 0 {
		blocks = append(blocks, doc.Say("Quarters before %s are not shown, but count where a practice is on record since one of them.", d.shown[0].Period))
	}
	blocks = append(blocks, d.answerers()...)
	for _, l := range d.in.LeftOut {
		blocks = append(blocks, doc.Say("%s is left out: %s.", l.Period, l.Why))
	}
	return blocks
}

// answerers says who answered, the quarters of the same people together.
func (d *dossier) answerers() []doc.Block {
	var order []string
	by := map[string][]string{}
	for _, q := range d.shown {
		if q.Result == nil {
			continue
		}
		if who := words.And(respondents(q.Result)); who != "" {
			if len(by[who]) == 0 {
				order = append(order, who)
			}
			by[who] = append(by[who], q.Period.String())
		}
	}
	var blocks []doc.Block
	for _, who := range order {
		blocks = append(blocks, doc.Say("Answered by %s: %s.", who, strings.Join(by[who], ", ")))
	}
	return blocks
}

// counting says how months are counted, and what breaks them.
func (d *dossier) counting() []doc.Block {
	return []doc.Block{
		doc.Headed(1, "How months are counted"),
		doc.List{Items: []doc.Text{
			doc.Plain("On record since: the day on which the first quarter of the unbroken run was finished. Months are whole months from that day to " + d.in.On.Long() + "."),
			doc.Plain("Since: the day that the answer names, or else its earliest proof. It is shown, and no month is counted from it. \"Written later\" means that it lies before the quarter in which it was first written down."),
			doc.Plain("With proof: whole months in which each finished quarter of the run had proof that was fresh enough and that no scan disputed."),
			doc.Plain("A break is a quarter without a finish, a fall below Mostly, don't know or left open, another way that did not count, a practice that was not asked or recorded as not applying, or a question whose meaning had changed. A corrected answer breaks the run too: it begins anew with the correction."),
			doc.Plain("A star behind an answer means that it was given in an earlier quarter and not asked again."),
		}},
	}
}
