package report

import (
	"io"

	"hygeia/assess"
	"hygeia/report/data"
)

// DossierSchema is the first member of a dossier as JSON.
const DossierSchema = "hygeia/dossier/v1"

// jsonDossier is what the finished quarters say about each practice over twelve
// months. Days are "2026-09-30" and quarters "2026-Q3"; an empty one is "". Lists are
// never null.
type jsonDossier struct {
	Schema       string                `json:"schema"`       // always "hygeia/dossier/v1"
	Program      string                `json:"program"`      // "hygeia 1.0.0"
	Marking      string                `json:"marking"`      // the TLP mark, "TLP:AMBER+STRICT"
	Legal        string                `json:"legal"`        // a marking of the user's own; may be ""
	Notice       string                `json:"notice"`       // what a self-assessment is not
	Says         string                `json:"says"`         // what the dossier does not decide
	Organization data.Organization     `json:"organization"` // as the last quarter has it
	From         string                `json:"from"`         // the first of the twelve months' days
	On           string                `json:"on"`           // the last, chosen by whoever asked for it
	Framework    string                `json:"framework"`    // id of the framework whose sections are the areas; "" if none was asked
	Quarters     []jsonDossierQuarter  `json:"quarters"`     // every quarter from the first finished one on, oldest first
	LeftOut      []jsonDossierLeft     `json:"left_out"`     // saved quarters that are not in it
	Practices    []jsonPractice        `json:"practices"`    // by area
	Exceptions   []jsonException       `json:"exceptions"`   // other ways, what does not apply, low targets, accepted risks
	Reopened     []jsonDossierReopened `json:"reopened"`     // quarters opened again after they were finished
	Changes      []jsonDossierChange   `json:"changes"`      // answers that are others than in the quarter before
	Chain        jsonChain             `json:"chain"`        // of digests, checked when the dossier was made
}

type jsonDossierQuarter struct {
	Period    string       `json:"period"`
	Finished  string       `json:"finished"`  // the day; "" for a quarter that was not finished, a break
	Rules     int          `json:"rules"`     // number of the rules it was begun under; 0 for a missing one
	Content   data.Content `json:"content"`   // what it was answered against
	Answered  int          `json:"answered"`  // questions
	Asked     int          `json:"asked"`     // questions that apply or are not answered
	Confirmed int          `json:"confirmed"` // questions answered or confirmed in that very quarter
	Score     *data.Figure `json:"score"`     // null where no single score may be shown
	Proven    *data.Figure `json:"proven"`    // score with proof; null like score
	Goals     string       `json:"goals"`     // Essential goals met, in words
	By        []string     `json:"by"`        // who answered
}

type jsonDossierLeft struct {
	Period string `json:"period"`
	Why    string `json:"why"`
}

type jsonPractice struct {
	Key          string             `json:"key"`
	Title        string             `json:"title"`
	Area         string             `json:"area"`
	Requirements []string           `json:"requirements"`  // ids of the framework that it speaks for
	InPlace      bool               `json:"in_place"`      // Yes, Mostly or another way that counts and reaches Mostly, in the last finished quarter
	First        string             `json:"first"`         // finish of the first quarter ever that has it in place
	Since        string             `json:"since"`         // as the answers or their proof say
	Later        bool               `json:"written_later"` // since lies before the quarter that first has it on record
	OnRecord     string             `json:"on_record"`     // finish of the first quarter of the unbroken run
	Months       int                `json:"months"`        // whole months from on_record on
	ProvenSince  string             `json:"proven_since"`  // finish of the first quarter of the run from which on each has fresh proof
	ProvenMonths int                `json:"proven_months"` // whole months from proven_since on
	Lead         string             `json:"lead"`          // the role that leads it
	Answers      []jsonDossierCell  `json:"answers"`       // one for each of the quarters
	Breaks       []jsonBreak        `json:"breaks"`        // oldest first
	Proof        []jsonDossierProof `json:"proof"`         // of the last five quarters, by day
}

type jsonDossierCell struct {
	Period  string `json:"period"`
	Answer  string `json:"answer"`  // in words; "" where the quarter is missing or did not ask
	Points  int    `json:"points"`  // 0 to 3
	Proven  bool   `json:"proven"`  // fresh proof shows it
	Carried string `json:"carried"` // the quarter it was last confirmed in; "" if that is this one
	Change  string `json:"change"`  // improved, worsened, corrected, found-out or ""; of a change in this very quarter
}

type jsonBreak struct {
	Period string `json:"period"`
	Why    string `json:"why"`    // in words
	Answer string `json:"answer"` // what that quarter says; "" if nothing
}

type jsonDossierProof struct {
	Grade    string   `json:"grade"`    // said, paper, record or outside
	What     string   `json:"what"`     // its title
	Date     string   `json:"date"`     // its day
	Digest   string   `json:"digest"`   // "sha256:" and 64 hex digits; "" where no file was named
	Periods  []string `json:"periods"`  // the quarters that have it
	Counted  []string `json:"counted"`  // those of them in which it counted
	Disputes bool     `json:"disputes"` // a scan that says otherwise than the answer
}

type jsonException struct {
	Practice string `json:"practice"`
	Kind     string `json:"kind"`
	Why      string `json:"why"`
	Approver string `json:"approver"`
	Until    string `json:"until"`    // in words; "" if it has no end
	Quarters string `json:"quarters"` // in words; "" of a decision
}

type jsonDossierReopened struct {
	Period string `json:"period"`
	On     string `json:"on"`
	Reason string `json:"reason"`
}

type jsonDossierChange struct {
	Period   string `json:"period"`
	Practice string `json:"practice"`
	Before   string `json:"before"`
	After    string `json:"after"`
	Reason   string `json:"reason"`
}

type jsonChain struct {
	Sound  bool            `json:"sound"`  // no file was changed after it was finished, as far as the chain shows
	Ledger string          `json:"ledger"` // how far the ledger of decisions goes, with its digest, in words
	Words  string          `json:"words"`  // the eight words over the last quarter and the ledger
	Links  []jsonChainLink `json:"links"`
}

type jsonChainLink struct {
	Period   string   `json:"period"`
	Digest   string   `json:"digest"` // of its file
	State    string   `json:"state"`  // in words
	Ledger   string   `json:"ledger"` // what it knows of the ledger, in words
	Problems []string `json:"problems"`
}

// WriteDossierJSON writes a dossier as JSON, schema "hygeia/dossier/v1".
// schema/dossier.v1.json in this folder publishes it.
func WriteDossierJSON(w io.Writer, in DossierInput) error {
	d := newDossier(in)
	page := d.document()
	out := jsonDossier{
		Schema: DossierSchema, Program: page.Program, Marking: page.Marking, Legal: page.Legal, Notice: page.Notice, Says: dossierSays,
		Organization: data.NewOrganization(d.r.Assessment.Organization), From: d.record.From.String(), On: d.in.On.String(),
		Quarters: []jsonDossierQuarter{}, LeftOut: []jsonDossierLeft{}, Practices: []jsonPractice{}, Exceptions: []jsonException{},
		Reopened: []jsonDossierReopened{}, Changes: []jsonDossierChange{},
		Chain: jsonChain{Sound: d.in.Chain.Sound, Ledger: d.in.Chain.Ledger, Words: d.story.in.Words, Links: []jsonChainLink{}},
	}
	if v := d.view(); v != nil {
		out.Framework = v.Framework.ID
	}
	for _, q := range d.record.Quarters {
		out.Quarters = append(out.Quarters, newJSONDossierQuarter(q))
		if q.Result == nil {
			continue
		}
		for _, r := range q.Result.Assessment.Reopened {
			out.Reopened = append(out.Reopened, jsonDossierReopened{q.Period.String(), r.On.String(), assess.Clean(r.Reason)})
		}
	}
	for _, l := range d.in.LeftOut {
		out.LeftOut = append(out.LeftOut, jsonDossierLeft{l.Period.String(), l.Why})
	}
	for _, part := range d.parts {
		for i := range part.Practices {
			out.Practices = append(out.Practices, d.newJSONPractice(part.Title, &part.Practices[i]))
		}
	}
	for _, e := range d.exceptionList() {
		out.Exceptions = append(out.Exceptions, jsonException{e.Practice, e.Kind, assess.Clean(e.Why), assess.Clean(e.Approver), e.Until, e.Quarters})
	}
	for _, c := range d.changeList() {
		out.Changes = append(out.Changes, jsonDossierChange{c.Quarter, c.Practice, c.From, c.To, c.Reason})
	}
	for _, l := range d.in.Chain.Links {
		out.Chain.Links = append(out.Chain.Links, jsonChainLink{l.Period.String(), l.Digest, l.State, l.Ledger, append([]string{}, l.Problems...)})
	}
	return data.Write(w, out)
}

func newJSONDossierQuarter(q assess.TrendQuarter) jsonDossierQuarter {
	out := jsonDossierQuarter{Period: q.Period.String(), By: []string{}}
	r := q.Result
	if r == nil {
		return out
	}
	group := data.NewGroup(&r.All)
	out.Finished, out.Rules, out.Content = r.AsOf.String(), max(1, r.Assessment.Rules), data.NewContent(r.Library.Version, r.Library.Digest)
	out.Answered, out.Asked, out.Confirmed, out.Score, out.Proven = r.All.Answered, r.All.Asked, r.All.Confirmed, group.Score, group.Proven
	out.Goals = r.Goals.String()
	for _, name := range respondents(r) {
		out.By = append(out.By, assess.Clean(name))
	}
	return out
}

func (d *dossier) newJSONPractice(area string, p *assess.Practice) jsonPractice {
	out := jsonPractice{
		Key: p.Question.Key, Title: p.Question.Title, Area: area, Requirements: d.ids(*p), InPlace: p.InPlace, First: p.First.String(), Since: p.Since.String(), Later: p.Later,
		OnRecord: p.OnRecord.String(), Months: p.Months, ProvenSince: p.Proven.String(), ProvenMonths: p.Shown, Lead: d.leader(p.Question),
		Answers: []jsonDossierCell{}, Breaks: []jsonBreak{}, Proof: []jsonDossierProof{},
	}
	for i, q := range d.record.Quarters {
		cell := jsonDossierCell{Period: q.Period.String()}
		if it := p.Cells[i]; it != nil {
			cell.Answer, cell.Points, cell.Carried = said(it), it.Points, it.Answer.Carried.String()
			cell.Proven = it.Points > 0 && it.Proven == it.Points
			if it.Answer.Changed == q.Period {
				cell.Change = it.Answer.Change.String()
			}
		}
		out.Answers = append(out.Answers, cell)
	}
	for _, b := range p.Breaks {
		answer := ""
		if b.Item != nil {
			answer = said(b.Item)
		}
		out.Breaks = append(out.Breaks, jsonBreak{b.Quarter.String(), b.Kind.String(), answer})
	}
	for _, e := range d.proofList(p) {
		out.Proof = append(out.Proof, jsonDossierProof{
			e.proof.Grade.String(), assess.Clean(e.proof.What), e.proof.Date.String(), e.proof.Digest, e.quarters, append([]string{}, e.counted...), e.disputes,
		})
	}
	return out
}
