package report

import (
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// steps returns the seven steps, in the guide's order: it sets the target before
// it looks at what is there.
func (g *guide) steps() []guideStep {
	return []guideStep{g.scope(), g.orient(), g.targetProfile(), g.riskAnalysis(), g.currentProfile(), g.gaps(), g.carryOut()}
}

var askGuide = []string{"assess", "--section", frameworks.GuideFacts}

func (g *guide) scope() guideStep {
	s := guideStep{
		title: "Prioritize and Scope", next: askGuide,
		means: "Say which sites and systems this is about, and which services must keep running whatever happens.",
	}
	g.want(&s, "guide-scope")
	g.want(&s, "guide-priorities")
	return s
}

func (g *guide) orient() guideStep {
	s := guideStep{
		title: "Orient", next: askGuide,
		means: "Name the systems these services rest on, the rules that apply, and the threats to expect.",
	}
	g.want(&s, "guide-systems")
	g.want(&s, "guide-rules")
	if f := g.facts["guide-rules"]; f.Said.Value == "" && len(g.Rules) > 0 {
		s.recorded = append(s.recorded, "Rules that may apply, to look through: "+words.Join("; ", g.Rules...))
	}
	var threats []string
	for _, t := range g.r.Threats {
		threats = append(threats, t.Threat.Title)
	}
	if len(threats) > 0 {
		s.recorded = append(s.recorded, "Threats the questions ask about: "+words.Join(", ", threats...))
	}
	return s
}

func (g *guide) targetProfile() guideStep {
	s := guideStep{
		title: "Create a Target Profile", next: askGuide,
		means: "Decide how far each practice should reach, and how firmly security should be run (the CSF tier). Tiers are a judgment of their own and count in no score.",
	}
	s.recorded = append(s.recorded, fmt.Sprintf("A target for each of %s, the usual ones for a %s place", words.Count(g.r.All.Asked, "question", "questions"), g.r.Size))
	if n := len(g.r.Assessment.Targets); n > 0 {
		s.recorded = append(s.recorded, words.Capital(words.Count(n, "target", "targets"))+" of your own, with the reason")
	}
	g.want(&s, "guide-tier-wanted")
	return s
}

func (g *guide) riskAnalysis() guideStep {
	s := guideStep{
		title: "Conduct a Risk Assessment", next: []string{"resources", "sra-tool"},
		means: "Find out what could happen to your systems and patients, how likely and how bad. Hygeia is no risk analysis.",
	}
	if _, asked := g.facts["risk-analysis-day"]; asked { // in the United States
		s.means += " The free SRA Tool of HHS leads through one; " + g.Command("assess", "--section", frameworks.OversightFacts) + " keeps its day."
	} else {
		s.next = askGuide
	}
	g.want(&s, "risk-analysis-day")
	g.want(&s, "guide-analysis-place")
	if len(s.open) == 1 && g.facts["risk-analysis-day"].Said.Value != "" {
		s.next = askGuide // only the place is missing
	}
	return s
}

func (g *guide) currentProfile() guideStep {
	s := guideStep{
		title: "Create a Current Profile", next: []string{"assess"},
		means: "Say how far each practice is in place today: the answers to the questions. Say at which CSF tier you stand.",
	}
	all := g.r.All
	line := fmt.Sprintf("%d of %s answered, as of %s", all.Answered, words.Count(all.Asked, "question", "questions"), g.r.AsOf.Long())
	if all.Answered < all.Asked {
		s.open = append(s.open, line)
	} else {
		s.recorded = append(s.recorded, line)
	}
	for _, v := range g.r.Views {
		switch {
		case v.Framework.ID != frameworks.CSFID || v.Asked:
		case g.r.Size == frameworks.Small:
			s.recorded = append(s.recorded, "Of NIST CSF 2.0 only what the goals ask, which is where a small place begins; "+g.Command("assess", "--framework", v.Framework.Short)+" asks all of it")
		default:
			s.open = append(s.open, "The questions of NIST CSF 2.0 are not chosen for this quarter")
			s.next = []string{"assess", "--framework", v.Framework.Short}
		}
	}
	before := len(s.open)
	g.want(&s, "guide-tier-now")
	if before == 0 && len(s.open) > 0 {
		s.next = askGuide
	}
	return s
}

func (g *guide) gaps() guideStep {
	s := guideStep{
		title: "Perform Gap Analysis", next: []string{"plan"},
		means: "Compare the two profiles, and put what is missing in order by what it protects and costs.",
	}
	if g.r.All.Answered < g.r.All.Asked {
		s.open = append(s.open, "Questions without an answer hide gaps: finish step 5 first")
		s.next = []string{"assess"}
	}
	s.recorded = append(s.recorded, fmt.Sprintf("%s below target, in order", words.Capital(words.Count(len(g.actions), "practice", "practices"))))
	for i, a := range g.actions[:min(3, len(g.actions))] {
		s.recorded = append(s.recorded, fmt.Sprintf("No. %d: %s", i+1, a.Item.Question.Title))
	}
	return s
}

// firstActions are how many of the plan must be in somebody's hands before the
// last step counts as done.
const firstActions = 10

func (g *guide) carryOut() guideStep {
	s := guideStep{
		title: "Implement Action Plan", next: []string{"decide"},
		means: "Give each gap an owner and a day, close it, look at it every quarter, and tell the board.",
	}
	held, late := 0, 0
	first := g.actions[:min(firstActions, len(g.actions))]
	for _, a := range first {
		if a.Decision.Kind == assess.Fix && a.Decision.Owner != "" && !a.Decision.Due.IsZero() {
			held++
		}
		if a.Overdue {
			late++
		}
	}
	s.recorded = append(s.recorded, fmt.Sprintf("%d of the first %s have an owner and a day", held, words.Count(len(first), "action", "actions")))
	if rest := len(first) - held; rest > 0 {
		s.open = append(s.open, fmt.Sprintf("%d of these wait for an owner and a day", rest))
	}
	if late > 0 {
		s.open = append(s.open, words.Capital(words.Count(late, "action is", "actions are"))+" past the day")
	}
	s.recorded = append(s.recorded, g.Errands...)
	if b := g.before; b != nil {
		s.recorded = append(s.recorded, fmt.Sprintf("Essential goals: %s; in %s: %s", g.r.Goals, b.Period, b.Goals))
	}
	return s
}

// tierNames are those of CSF 2.0, lowest first.
var tierNames = [...]string{"Partial", "Risk Informed", "Repeatable", "Adaptive"}

// tiered is what was answered, a tier with its name.
func tiered(f assess.StatedFact) string {
	for i, name := range tierNames {
		if f.Kind == frameworks.TierFact && f.Said.Value == fmt.Sprint(i+1) {
			return fmt.Sprintf("%d, %s", i+1, name)
		}
	}
	return f.Said.Value
}
