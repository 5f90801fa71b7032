package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// dossierProof is one proof over the quarters it stood in.
type dossierProof struct {
	practice *assess.Practice
	proof    assess.Proof
	quarters []string // that have it beside the answer
	counted  []string // those among them in which it counted
	disputes bool     // a scan that says otherwise
}

// proofList returns the proof of a practice in the quarters shown, scans that
// support or dispute it among them, by day and title.
func (d *dossier) proofList(p *assess.Practice) []dossierProof {
	var list []dossierProof
	add := func(proof assess.Proof, disputes bool, quarter string, counts bool) {
		i := slices.IndexFunc(list, func(old dossierProof) bool { return old.proof == proof && old.disputes == disputes })
		if i < 0 {
			i = len(list)
			list = append(list, dossierProof{practice: p, proof: proof, disputes: disputes})
		}
		list[i].quarters = append(list[i].quarters, quarter)
		if counts {
			list[i].counted = append(list[i].counted, quarter)
		}
	}
	for i, q := range d.shown {
		it := p.Cells[d.first+i]
		if it == nil {
			continue
		}
		for _, proof := range it.Answer.Proof {
			proof.Where = ""
			add(proof, false, q.Period.String(), !it.Disputed() && proof.Counts(it.Question, q.Result.AsOf))
		}
		for _, s := range it.Scans {
			if s.Counts() && s.Verdict != frameworks.SaysNothing {
				kind := q.Result.Library.Scans.Kind(s.Evidence.Kind)
				add(assess.Proof{Grade: assess.Outside, What: kind, Date: s.Evidence.Date, Digest: s.Evidence.Digest}, s.Verdict == frameworks.Disputes, q.Period.String(), it.Supported())
			}
		}
	}
	slices.SortStableFunc(list, func(x, y dossierProof) int {
		return cmp.Or(strings.Compare(x.proof.Date.String(), y.proof.Date.String()), strings.Compare(x.proof.What, y.proof.What))
	})
	return list
}

// proofs lists what shows the answers, with digests.
func (d *dossier) proofs() []doc.Block {
	t := doc.Table{Dense: true, Columns: []doc.Column{
		{Title: "Practice", Width: 7}, {Title: "Proof, and the digest of its file", Width: 14}, {Title: "Day", Width: 4}, {Title: "Counted in", Width: 4},
	}}
	for i := range d.parts {
		for j := range d.parts[i].Practices {
			for _, e := range d.proofList(&d.parts[i].Practices[j]) {
				t.Rows = append(t.Rows, doc.Row(e.practice.Question.Title, e.what(), e.proof.Date.Long(), e.in()))
			}
		}
	}
	blocks := []doc.Block{doc.Headed(1, "Proof")}
	if len(t.Rows) == 0 {
		return append(blocks, doc.Say("No proof is written down in these quarters."))
	}
	return append(blocks,
		doc.Say("\"Said\" is somebody's word and counts for nothing. Paper is a rule or a plan, a record shows that it was done, outside means that somebody independent looked. While a scan disputes an answer, none of its proof counts. A digest is the SHA-256 of the file as it was when the proof was written down; where none stands, no file was named."), t)
}

// what says what it is, with the digest of its file.
func (e dossierProof) what() string {
	how := words.Capital(e.proof.Grade.String())
	if e.disputes {
		how = "A scan disputes the answer"
	}
	return words.Join("; ", words.Join(": ", how, e.proof.What), spacedDigest(e.proof.Digest))
}

// in says in which quarters it counted; of a scan that disputes, in which it did so.
func (e dossierProof) in() string {
	if e.disputes {
		return "disputes in " + span(e.quarters)
	}
	return cmp.Or(span(e.counted), "none")
}

// span names neighboring quarters by the first and the last, and others one by one.
func span(quarters []string) string {
	if n := len(quarters); n > 2 {
		first, _ := assess.ParseQuarter(quarters[0])
		last, _ := assess.ParseQuarter(quarters[n-1])
		if last.Since(first) == n-1 {
			return quarters[0] + " to " + quarters[n-1]
		}
	}
	return strings.Join(quarters, ", ")
}

// spacedDigest is a digest that can be broken into lines: its 64 digits in eights.
func spacedDigest(digest string) string {
	digits := strings.TrimPrefix(digest, "sha256:")
	var parts []string
	for chunk := range slices.Chunk([]byte(digits), 8) {
		parts = append(parts, string(chunk))
	}
	return strings.Join(parts, " ")
}

// exception is what stands apart from a plain answer.
type exception struct {
	Kind, Practice, Why, Approver, Until, Quarters string
}

// exceptionList returns other ways, what does not apply, targets below the usual and
// accepted risks, in that order, each once with the quarters it stood in.
func (d *dossier) exceptionList() []exception {
	var list []exception
	when := map[exception][]string{}
	add := func(e exception, quarter string) {
		if len(when[e]) == 0 {
			list = append(list, e)
		}
		when[e] = append(when[e], quarter)
	}
	each := func(found func(it *assess.Item, a *assess.Assessment) (exception, bool)) {
		for _, part := range d.parts {
			for _, p := range part.Practices {
				for i, q := range d.shown {
					it := p.Cells[d.first+i]
					if it == nil {
						continue
					}
					if e, is := found(it, q.Result.Assessment); is {
						e.Practice = p.Question.Title
						add(e, q.Period.String())
					}
				}
			}
		}
	}
	each(func(it *assess.Item, _ *assess.Assessment) (exception, bool) {
		kind := "Another way, reaches " + it.Answer.Level.Name()
		if it.Incomplete {
			kind = "Another way that did not count"
		}
		return exception{Kind: kind, Why: it.Answer.Reason, Approver: it.Answer.Approver, Until: it.Answer.Review.Long()}, it.State == assess.OtherWay
	})
	each(func(it *assess.Item, _ *assess.Assessment) (exception, bool) {
		return exception{Kind: "Does not apply", Why: it.Answer.Reason}, it.State == assess.NotApplicable
	})
	each(func(it *assess.Item, a *assess.Assessment) (exception, bool) {
		return exception{Kind: "Target set to " + it.Target.Name() + ", usually " + it.Usual.Name(), Why: it.Own, Approver: a.Targets[it.Question.Key].Approver}, it.Own != "" && it.Target < it.Usual
	})
	for i, e := range list {
		list[i].Quarters = span(when[e])
	}
	for _, a := range d.acceptedBy() {
		said := a.event.Said
		list = append(list, exception{
			Kind: fmt.Sprintf("Risk accepted on %s, matter %d", a.event.Day.Long(), a.matter), Practice: a.title, Why: said.Reason, Approver: said.Approver, Until: said.Until.Long(),
		})
	}
	return list
}

func (d *dossier) exceptions() []doc.Block {
	blocks := []doc.Block{doc.Headed(1, "Exceptions, and who approved them")}
	t := doc.Table{Dense: true, Columns: []doc.Column{
		{Title: "Practice", Width: 6}, {Title: "Exception", Width: 6}, {Title: "Why", Width: 9}, {Title: "Approved by", Width: 5}, {Title: "Until", Width: 4}, {Title: "In", Width: 4},
	}}
	for _, e := range d.exceptionList() {
		t.Rows = append(t.Rows, doc.Row(e.Practice, e.Kind, e.Why, e.Approver, e.Until, e.Quarters))
	}
	if len(t.Rows) == 0 {
		return append(blocks, doc.Say("None are written down."))
	}
	return append(blocks, t)
}

// changedAnswer is an answer that is another one than in the quarter before.
type changedAnswer struct{ Quarter, Practice, From, To, Reason string }

// changeList returns the answers that are others than in the finished quarter before,
// oldest first, in a quarter the corrections before the rest.
func (d *dossier) changeList() []changedAnswer {
	var list []changedAnswer
	for i, q := range d.shown {
		before := d.first + i - 1
		for before >= 0 && d.record.Quarters[before].Result == nil {
			before--
		}
		if before < 0 || q.Result == nil {
			continue
		}
		var plain []changedAnswer
		for _, part := range d.parts {
			for _, p := range part.Practices {
				c, correction := changedIn(q.Period, p, p.Cells[before], p.Cells[d.first+i])
				switch {
				case c == changedAnswer{}:
				case correction:
					list = append(list, c)
				default:
					plain = append(plain, c)
				}
			}
		}
		list = append(list, plain...)
	}
	return list
}

// changedIn is how an answer changed in a quarter, and whether that was a correction;
// the zero changedAnswer where it did not.
func changedIn(in assess.Quarter, p assess.Practice, before, after *assess.Item) (c changedAnswer, correction bool) {
	if before == nil || after == nil || before.Answer.Name() == after.Answer.Name() {
		return c, false
	}
	c = changedAnswer{in.String(), p.Question.Title, before.Answer.Name(), after.Answer.Name(), "none recorded"}
	if after.Answer.Changed == in {
		c.Reason = cmp.Or(after.Answer.Change.Words(), c.Reason)
		correction = after.Answer.Change == assess.Corrected
	}
	return c, correction
}

func (d *dossier) corrections() []doc.Block {
	blocks := []doc.Block{doc.Headed(1, "Corrections and changed answers")}
	reopened := 0
	for _, q := range d.shown {
		if q.Result == nil {
			continue
		}
		for _, r := range q.Result.Assessment.Reopened {
			reopened++
			blocks = append(blocks, doc.Say("%s was opened again on %s and finished again on %s. Reason: %s", q.Period, r.On.Long(), q.Result.AsOf.Long(), words.Sentence(r.Reason)))
		}
	}
	if reopened == 0 {
		blocks = append(blocks, doc.Say("None of these quarters was opened again after it was finished."))
	}
	t := doc.Table{Dense: true, Columns: []doc.Column{
		{Title: "Quarter", Width: 3}, {Title: "Practice", Width: 8}, {Title: "Before", Width: 5}, {Title: "From then on", Width: 5}, {Title: "Reason", Width: 4},
	}}
	for _, c := range d.changeList() {
		t.Rows = append(t.Rows, doc.Row(c.Quarter, c.Practice, c.From, c.To, c.Reason))
	}
	if len(t.Rows) == 0 {
		return append(blocks, doc.Say("No answer changed from one of these quarters to the next."))
	}
	return append(blocks, t)
}

// chain shows the digests, and whether they hold.
func (d *dossier) chain() []doc.Block {
	said := "The files were checked when this dossier was made: no finished quarter and no decision was changed since it was finished, as far as the chain shows."
	if !d.in.Chain.Sound {
		said = "The files were checked when this dossier was made, and they are not as they were finished. What was changed is listed below."
	}
	t := doc.Table{Dense: true, Columns: []doc.Column{
		{Title: "Quarter", Width: 3}, {Title: "Its file", Width: 5}, {Title: "The ledger of decisions", Width: 5}, {Title: "Digest of the file", Width: 10}, {Title: "Digest of the questions", Width: 10},
	}}
	var problems []doc.Text
	for _, l := range d.in.Chain.Links {
		questions := ""
		for _, q := range d.record.Quarters {
			if q.Period == l.Period && q.Result != nil {
				questions = q.Result.Library.Digest
			}
		}
		t.Rows = append(t.Rows, doc.Row(l.Period.String(), l.State, l.Ledger, spacedDigest(l.Digest), spacedDigest(questions)))
		for _, p := range l.Problems {
			problems = append(problems, doc.Plain(l.Period.String()+": "+p))
		}
	}
	blocks := []doc.Block{
		doc.Headed(1, "The chain of digests"),
		doc.Say("Each finished quarter keeps the digest of the one before it, of its questions, and of the decisions that stood in the ledger then. Whoever can write all files can rewrite all of them: only what was printed or kept elsewhere shows that."),
		doc.Say("%s", said),
	}
	if d.in.Chain.Ledger != "" {
		blocks = append(blocks, doc.Say("%s", d.in.Chain.Ledger))
	}
	if w := d.story.in.checkWords(); w != "" {
		blocks = append(blocks, doc.Say("%s", w))
	}
	if len(problems) > 0 {
		blocks = append(blocks, doc.List{Items: problems})
	}
	return append(blocks, t)
}

// outside says what the dossier does not look at, and points to the risk analysis.
func (d *dossier) outside() []doc.Block {
	items := []doc.Text{doc.Plain("What OCR or a court asks for beyond what is listed here, such as policies, minutes and logs. They lie where the proof says.")}
	var not []string
	for i := range d.r.Views {
		if v := &d.r.Views[i]; !v.Asked && v.Framework.ID != frameworks.FoundationID {
			not = append(not, viewTitle(v))
		}
	}
	if len(not) > 0 {
		items = append(items, doc.Plain("Frameworks that were not chosen: "+words.And(not)+"."))
	}
	if v := d.view(); v != nil {
		var part []string
		for i := range v.Sections {
			for _, req := range v.Sections[i].Requirements {
				if req.Status == assess.ReqNotCovered {
					part = append(part, req.ID)
				}
			}
		}
		if len(part) > 0 {
			items = append(items, doc.Plain("Parts of "+viewTitle(v)+" that no question asked about: "+strings.Join(part, ", ")+"."))
		}
	}
	return []doc.Block{doc.Headed(1, "What is not in this dossier"), doc.List{Items: append(items, d.riskAnalysis())}}
}

// riskAnalysis points to the organization's own HIPAA risk analysis.
func (d *dossier) riskAnalysis() doc.Text {
	text := "The organization's own HIPAA risk analysis, which is a document of its own"
	if it, asked := d.r.Item("risk-analysis"); asked {
		text += fmt.Sprintf(". In %s the question about it (%s) was answered: %s", d.r.Period, it.Question.Title, said(it))
	}
	if fact, told := d.r.Assessment.Facts["risk-analysis-day"]; told {
		if day, err := assess.ParseDate(fact.Value); err == nil {
			text += "; last finished on " + day.Long()
		}
	}
	return doc.Plain(text + ".")
}

// signing are the lines for whoever stands for what was written down.
func (d *dossier) signing() []doc.Block {
	line := strings.Repeat("_", 24)
	t := doc.Table{Columns: []doc.Column{{Title: "Name", Width: 3}, {Title: "Title", Width: 3}, {Title: "Signature", Width: 3}, {Title: "Date", Width: 2}}}
	t.Rows = [][]doc.Text{doc.Row(line, line, line, strings.Repeat("_", 14))}
	return []doc.Block{
		doc.Headed(1, "Signature"),
		doc.Say("I have read this dossier. It shows what was recorded in %s by the days named in it.", cmp.Or(d.r.Assessment.Organization.Name, "the organization")), t,
	}
}
