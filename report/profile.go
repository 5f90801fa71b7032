package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/assess/sheet"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// The columns of NIST's Organizational Profile template for CSF 2.0, and what stands
// in each of them here.
var profileColumns = []struct {
	head  string
	width int
	holds string
}{
	{"CSF Outcome (Function, Category, or Subcategory)", 14, "The id, as NIST writes it."},
	{"CSF Outcome Description", 40, "NIST's title of functions and categories, and a short title of ours for each outcome."},
	{"Included in Profile?", 10, "No where everything that was asked for it does not apply, otherwise Yes."},
	{"Rationale", 30, "Why something that was asked does not apply."},
	{"Current Priority", 10, "Left for you."},
	{"Current Status", 18, "How far the weakest practice reaches that was asked for it: No, Partly, Mostly or Yes. Unknown is what nobody knows; nothing was answered where it is empty."},
	{"Current Policies, Processes, and Procedures", 24, "Left for you."},
	{"Current Internal Practices", 40, "Each practice that was asked for it, with its answer."},
	{"Current Roles and Responsibilities", 24, "Left for you."},
	{"Current Selected Informative References", 30, "The ids of other frameworks that the same practices speak for."},
	{"Current Artifacts and Evidence", 30, "The best proof of each practice, by its kind and day."},
	{"Target Priority", 10, "High for what comes now and next in the plan, Medium for what comes then, Low for what comes later."},
	{"Target CSF Tier", 14, "How far each practice asked for it is to reach at least, in the words of Current Status. It is no tier: NIST's tiers describe the whole organization."},
	{"Target Policies, Processes, and Procedures", 24, "Left for you."},
	{"Target Internal Practices", 40, "What is still to be done: each practice below its target, with the target."},
	{"Target Roles and Responsibilities", 24, "Who would lead that, by role."},
	{"Target Selected Informative References", 24, "Left for you."},
	{"Notes", 40, "What of the outcome was not asked."},
	{"Considerations", 30, "What was decided about a gap."},
}

// ProfileSheet is the name NIST's template gives its first sheet.
const ProfileSheet = "Current and Target Profile"

// WriteProfile writes the quarter in the columns of NIST's Organizational Profile
// template, one row for each function, category and outcome of CSF 2.0: as an Excel
// workbook or, with "csv", as CSV. Another format is an error.
func WriteProfile(w io.Writer, in Input, format string) error {
	in.Audience = Internal
	s := newStory(in)
	profile, err := s.profile()
	if err != nil {
		return err
	}
	switch format {
	case "csv":
		return sheet.WriteCSV(w, profile)
	case "xlsx":
		d := s.cover("")
		about := words.Join(", ", d.Subject, d.Period, d.Marks(), d.Legal)
		return sheet.WriteWorkbook(w, words.Join(", ", d.Subject, "CSF 2.0 Organizational Profile", d.Period), profile, describedColumns(about))
	}
	return fmt.Errorf("format %q: must be xlsx or csv", format)
}

// describedColumns is the second sheet: what each column holds, and whose it is.
func describedColumns(about string) sheet.Table {
	t := sheet.Table{Name: "Column Descriptions", Title: about, Columns: []sheet.Column{{Head: "Column", Width: 44}, {Head: "What stands in it", Width: 90}}}
	for _, c := range profileColumns {
		t.Rows = append(t.Rows, sheet.Texts(c.head, c.holds))
	}
	return t
}

func (s *story) profile() (sheet.Table, error) {
	v, ok := s.r.View(frameworks.CSFID)
	if !ok {
		return sheet.Table{}, fmt.Errorf("the content of this quarter has no NIST CSF 2.0, so there is no profile of it")
	}
	t := sheet.Table{Name: ProfileSheet, Filter: true, Wide: true}
	for _, c := range profileColumns {
		column := sheet.Column{Head: c.head, Width: c.width}
		if strings.HasPrefix(c.head, "Included") {
			column.Choices = []string{"Yes", "No"}
		}
		t.Columns = append(t.Columns, column)
	}
	asked := map[string]*assess.Requirement{}
	for i := range v.Sections {
		for j := range v.Sections[i].Requirements {
			r := &v.Sections[i].Requirements[j]
			asked[r.ID] = r
		}
	}
	blank := make([]sheet.Cell, len(profileColumns)-2)
	for _, sec := range v.Framework.Sections {
		t.Rows = append(t.Rows, append([]sheet.Cell{sheet.Bold(sec.ID), sheet.Bold(sec.Title)}, blank...))
		for _, g := range sec.Groups {
			t.Rows = append(t.Rows, append([]sheet.Cell{sheet.Bold(g.ID), sheet.Bold(g.Title)}, blank...))
			for _, req := range g.Requirements {
				t.Rows = append(t.Rows, s.profileRow(req, asked[req.ID]))
			}
		}
	}
	return t, nil
}

// profileRow is the row of one outcome; r is nil where nothing is asked for it.
func (s *story) profileRow(req *frameworks.Requirement, r *assess.Requirement) []sheet.Cell {
	p := profileOf{story: s}
	if r != nil {
		for _, it := range r.Items {
			p.add(it)
		}
	}
	included := "Yes"
	if r != nil && r.Status == assess.ReqDoesNotApply {
		included = "No"
	}
	status := ""
	if r != nil && r.Weakest != nil {
		status = levelOf(r.Weakest)
	}
	target := ""
	if p.wanted >= 0 && p.some {
		target = p.wanted.Name()
	}
	return sheet.Texts(req.ID, req.Title, included, lines(p.reasons), "", status, "", lines(p.practices), "", lines(s.otherRefs(req)),
		lines(p.proofs), p.priority(), target, "", lines(p.todo), strings.Join(p.leads, "; "), "", lines(notAsked(req)), lines(p.decided))
}

// levelOf is how far a practice reaches, as one of the words that an import reads.
func levelOf(it *assess.Item) string {
	switch it.State {
	case assess.Unknown:
		return "Unknown"
	case assess.Open:
		return ""
	}
	return frameworks.Level(it.Points).Name()
}

// notAsked says what of an outcome its questions leave out.
func notAsked(req *frameworks.Requirement) []string {
	var list []string
	for _, m := range req.Missing {
		list = append(list, "Not asked: "+m.What+".")
	}
	if req.Extent == frameworks.None && req.Note != "" {
		list = append(list, req.Note)
	}
	return list
}

// profileOf gathers what the practices of an outcome add to its row.
type profileOf struct {
	*story
	reasons, practices, proofs, todo, leads, decided []string
	wanted                                           frameworks.Level // the lowest target
	some                                             bool
	tier                                             int // the first in the plan; 0 for none
}

func (p *profileOf) add(it *assess.Item) {
	title := it.Question.Title
	if it.State == assess.NotApplicable {
		p.reasons = append(p.reasons, title+": "+it.Answer.Reason)
		return
	}
	p.practices = append(p.practices, title+": "+said(it))
	if proof := bestProof(it); proof != "" {
		p.proofs = append(p.proofs, title+": "+proof)
	}
	if !p.some || it.Target < p.wanted {
		p.wanted, p.some = it.Target, true
	}
	if action, _ := p.actionOn(it); action != nil && (p.tier == 0 || action.Tier < p.tier) {
		p.tier = action.Tier
	}
	if it.Gap == 0 {
		return
	}
	p.todo = append(p.todo, fmt.Sprintf("%s: to %s", title, it.Target.Name()))
	if lead := p.leader(it.Question); lead != "" && !slices.Contains(p.leads, lead) {
		p.leads = append(p.leads, lead)
	}
	if decided := p.decidedWords(it); decided != "" {
		p.decided = append(p.decided, title+": "+decided)
	}
}

// priority is that of the first step in the plan.
func (p *profileOf) priority() string {
	return [...]string{"", "High", "High", "Medium", "Low"}[p.tier]
}

// otherRefs are the ids of other frameworks that the practices asked for an outcome
// speak for.
func (s *story) otherRefs(req *frameworks.Requirement) []string {
	var ids []string
	for _, q := range req.Questions {
		for _, served := range s.lib.Serves(q.Key) {
			f, id := served.Framework, served.Requirement.ID
			if f.ID == frameworks.CSFID || f.ID == frameworks.FoundationID || s.lib.OwnFramework(f) || !served.Requirement.AppliesTo(s.r.Size) {
				continue
			}
			if ref := strings.ToUpper(f.Short) + ": " + strings.TrimPrefix(id, "CPG-"); !slices.Contains(ids, ref) {
				ids = append(ids, ref)
			}
		}
	}
	slices.Sort(ids)
	return ids
}

func lines(list []string) string { return strings.Join(list, "\n") }
