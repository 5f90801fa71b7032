package report

import (
	"cmp"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/assess/match"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// story is what all chapters of one report are told from. Whatever two chapters
// need is worked out here, once.
type story struct {
	in      redacted
	r       *assess.Result
	before  *assess.Result   // nil without an earlier quarter
	earlier []*assess.Result // oldest first; the last is before
	reader  Audience
	studies []frameworks.Study // published figures; empty unless asked for
	lib     *frameworks.Library
	actions []assess.Action                  // every gap in order, without those whose risk is accepted for now
	waived  []assess.Decided                 // the open gaps whose risk is accepted for now, the earliest end first
	matters []matter                         // asked and decided, as the ledger has it
	first   []doc.Block                      // the first page of a board report, once it was fitted
	tight   squeeze                          // how much gave way on it
	lean    lean                             // how much the body leaves to the annex
	order   map[string]int                   // the number of each action in the one list, by key
	help    map[*assess.Item][]match.Matched // what [story.helpFor] found
	low     *assess.Section                  // the section a sentence may call the lowest; nil if there is none
	change  *assess.Comparison               // nil without an earlier quarter
}

// newStory works it out as the audience may hear it.
func newStory(of Input) *story {
	in := of.seen()
	s := &story{
		in:      in,
		r:       in.Result,
		before:  in.before(),
		earlier: in.Earlier,
		reader:  in.Audience,
		studies: in.Benchmark,
		lib:     in.Result.Library,
		actions: assess.Actions(in.Result, in.before()),
		order:   map[string]int{},
		help:    map[*assess.Item][]match.Matched{},
	}
	for i, a := range s.actions {
		s.order[a.Item.Question.Key] = i + 1
	}
	_, s.low = assess.Lowest(s.r, s.actions)
	s.matters = newMatters(in)
	s.waived = assess.Accepted(s.r)
	if in.before() != nil {
		s.change = assess.Compare(in.before(), in.Result)
	}
	return s
}

// chapter is a part of a report. Several reports share one.
type chapter func(*story) []doc.Block

// write returns the blocks of the chapters, in order.
func (s *story) write(chapters ...chapter) []doc.Block {
	var blocks []doc.Block
	for _, c := range chapters {
		blocks = append(blocks, c(s)...)
	}
	return blocks
}

// cover returns the document of a story, with everything but its blocks.
func (s *story) cover(title string) *doc.Document { return cover(s.in, title) }

// cover returns a document with everything but its blocks.
func cover(in redacted, title string) *doc.Document {
	r := in.Result
	org := r.Assessment.Organization
	return &doc.Document{
		Title:   title,
		Subject: cmp.Or(org.Name, "Organization without a name"),
		Latin:   cmp.Or(in.Latin, org.Latin),
		Period:  r.Period.String(),
		Lines:   coverLines(r),
		Marking: cmp.Or(in.Marking, in.Audience.Mark()),
		Legal:   in.Legal,
		Logo:    in.Logo,
		Draft:   r.Status == assess.Draft,
		Program: in.Program,
		Date:    r.AsOf.String(),
		Notice:  words.Join(" ", doc.SelfAssessment, in.checkWords()),
	}
}

// checkWords are the eight words by which a printed report is held against the
// folder; nothing where there are none, and none for the public.
func (in redacted) checkWords() string {
	if in.Words == "" || in.Audience == ForPublic {
		return ""
	}
	return "Eight words for this report, which \"hygeia verify --against\" holds against the files: " + in.Words + "."
}

// decision returns what was decided about the gap of a question, the zero
// Decision where nothing was.
func (s *story) decision(it *assess.Item) assess.Decision {
	return s.r.Assessment.Decisions[it.Question.Key]
}

func coverLines(r *assess.Result) []string {
	var lines []string
	if !r.AsOf.IsZero() {
		lines = append(lines, "As of "+r.AsOf.Long())
	}
	if line := sizeLine(r.Assessment.Organization); line != "" {
		lines = append(lines, line)
	}
	if r.Status == assess.Draft {
		lines = append(lines, "Draft: the answers may still change")
	}
	return lines
}

func sizeLine(org assess.Organization) string {
	if org.Size == 0 {
		return ""
	}
	var facts []string
	if org.Beds > 0 {
		facts = append(facts, words.Count(org.Beds, "bed", "beds"))
	}
	if org.Clinicians > 0 {
		facts = append(facts, words.Count(org.Clinicians, "clinician", "clinicians"))
	}
	if org.Critical {
		facts = append(facts, "critical-access hospital")
	}
	line := "Size: " + org.Size.String()
	if len(facts) > 0 {
		line += " (" + strings.Join(facts, ", ") + ")"
	}
	return line
}

// respondents returns who answered, each once, by name.
func respondents(r *assess.Result) []string {
	var names []string
	for _, it := range r.Items {
		if it.Answer.By != "" && !slices.Contains(names, it.Answer.By) {
			names = append(names, it.Answer.By)
		}
	}
	slices.Sort(names)
	return names
}

// answeredBy says how many people answered, without names: "Answered by 2
// people". It is empty where nobody is named.
func (s *story) answeredBy() string {
	if s.in.people == 0 {
		return ""
	}
	return "Answered by " + words.Count(s.in.people, "person", "people")
}

// csf returns the view whose functions every report shows; nil if the library
// has none.
func (s *story) csf() *assess.View {
	v, ok := s.r.View(frameworks.CSFID)
	if !ok {
		return nil
	}
	return v
}

// goals returns the view of the Essential and Enhanced goals; nil if the library
// has none.
func (s *story) goals() *assess.View {
	v, ok := s.r.View(frameworks.EssentialID)
	if !ok {
		return nil
	}
	return v
}

// essentialGoals returns the Essential goals with their status.
func (s *story) essentialGoals() []assess.Requirement {
	if v := s.goals(); v != nil {
		for i := range v.Sections {
			if v.Sections[i].ID == frameworks.EssentialSection {
				return v.Sections[i].Requirements
			}
		}
	}
	return nil
}

// sectionOf returns a section of a framework in a quarter; nil if that quarter is
// missing or its content has no such section.
func sectionOf(r *assess.Result, framework, id string) *assess.Section {
	if r == nil {
		return nil
	}
	v, ok := r.View(framework)
	if !ok {
		return nil
	}
	for i := range v.Sections {
		if v.Sections[i].ID == id {
			return &v.Sections[i]
		}
	}
	return nil
}

// others returns the asked frameworks besides the goals and the functions.
func (s *story) others() []*assess.View {
	var views []*assess.View
	for i := range s.r.Views {
		v := &s.r.Views[i]
		if v.Asked && v.Framework.ID != frameworks.CSFID && v.Framework.ID != frameworks.EssentialID {
			views = append(views, v)
		}
	}
	return views
}
