package series

import (
	"regexp"
	"slices"
	"strings"

	"hygeia/frameworks/words"
)

// Means says what a column of a sheet means.
type Means int

// The meanings.
const (
	Other Means = iota // passed over
	ID
	Title
	Score
	Target
	Plan // what is expected to be reached
	Priority
	Status // words beside a score
	Scope
	Note
	Owner
	When // the period that each row is of
)

var meansWords = words.NewSet[Means]("meaning", "other", "id", "title", "score", "target", "plan", "priority", "status", "scope", "note", "owner", "when")

// String returns the word used in files.
func (m Means) String() string { return meansWords.Word(m) }

// ParseMeans reads the word used in files.
func ParseMeans(s string) (Means, error) { return meansWords.Parse(s) }

// Says names the meaning to people.
func (m Means) Says() string {
	return [...]string{"passed over", "the id", "its title", "the score", "the target", "what is expected to be reached", "the priority",
		"the status in words", "whether it is in scope", "a note", "the owner", "the time"}[m]
}

// head is a column's head as it is understood by its words alone.
type head struct {
	means    Means
	period   Period
	strength int // of a score: how surely the word means one, 1 to 3
	scale    Scale
}

// headRules are what words in a head mean, the first that fits. Words that make a
// number no score come first: a priority, a weight or a cost is never one.
var headRules = []struct {
	means    Means
	strength int
	words    []string
}{
	{Priority, 0, []string{"priority", "priorities", "prioritization", "urgency", "criticality", "importance"}},
	{Other, 0, []string{"gap", "gaps", "delta", "difference", "variance", "weight", "weighting", "weighted", "effort", "cost", "costs", "budget", "impact", "likelihood",
		"probability", "severity", "risk", "risks", "rank", "ranking", "complexity", "confidence", "hours", "days", "count", "residual", "inherent", "minimum", "min", "maximum", "max",
		"average", "avg", "mean", "total", "sum", "id", "guid", "uuid", "key", "index", "threat", "threats", "vulnerability", "vulnerabilities", "version", "revision", "size"}},
	{Other, 0, []string{"date", "due", "deadline", "eta", "timeline", "schedule", "start", "started", "finish", "updated", "when"}},
	{Owner, 0, []string{"owner", "owners", "responsible", "responsibility", "responsibilities", "accountable", "assignee", "assigned", "lead", "who", "contact", "roles", "role", "auditor", "assessor",
		"reviewer", "stakeholder", "stakeholders", "poc", "sponsor", "email", "mail", "officer", "manager", "department", "team", "by", "interviewed", "respondent", "person"}},
	{Other, 0, []string{"test", "testing", "tests", "examine", "interview", "procedure", "procedures", "policies", "policy", "practices", "references", "reference", "ref", "mapping", "mappings",
		"mapped", "crosswalk", "iso", "800", "cis", "ssdf", "artifact", "artifacts", "link", "url", "example", "examples", "guidance", "questions", "urn", "assessable", "hide", "typical"}},
	{Note, 0, []string{"note", "notes", "comment", "comments", "observation", "observations", "rationale", "remark", "remarks", "finding", "findings", "consideration", "considerations",
		"annotation", "justification", "project", "improvement", "improvements", "action", "actions", "plan", "recommendation", "recommendations", "steps", "summary", "explanation", "details", "narrative", "feedback"}},
	{Other, 0, []string{"evidence"}},
	{Scope, 0, []string{"scope", "included", "applicable", "applicability", "include"}},
	{Score, 2, []string{"answer", "answers", "response"}},
	{Title, 0, []string{"description", "text", "title", "names", "wording"}},
	{Plan, 0, []string{"estimate", "estimated", "forecast", "projected", "projection", "expected", "outlook"}},
	{Target, 0, []string{"target", "targets", "goal", "goals", "desired", "future", "objective", "aim", "tobe", "planned", "ambition", "wanted", "should"}},
	{Score, 3, []string{"score", "scores", "rating", "rated", "maturity", "tier", "tiers", "level", "actual", "current", "percent", "grade", "points", "asis", "baseline", "achieved", "cmmi", "cmm", "mil", "assessed"}},
	{Score, 2, []string{"status", "state", "result", "results", "implementation", "implemented", "compliance", "compliant", "assessment", "posture", "coverage",
		"effectiveness", "completion", "complete", "rag", "present", "self", "previous", "prior", "value", "today", "now", "yes", "met", "place", "done"}},
	{Score, 1, []string{"progress", "label", "extended"}},
	{Title, 0, []string{"name", "outcome", "outcomes", "subcategory", "subcategories", "category", "function", "control", "requirement", "practice", "safeguard", "standard", "specification", "goal", "question", "item", "topic", "domain"}},
}

var (
	camel     = words.Pattern(`([a-z])([A-Z])`)
	headWord  = words.Pattern(`[a-z0-9]+|%`)
	headTop   = words.Pattern(`(?:out of|/) ?(100?|[2-9])(?:$|[\s)\]])`)
	headEnds  = words.Pattern(`(?:^|[\s(\[])([01]) ?(?:=|:).{1,60}?[ ,;]([2-9]|100?) ?(?:=|:)`)
	headScale = words.Pattern(`(?:^|[\s(\[])([0-9]|100?)\s*(?:-|–|to|\.\.\.?|…)\s*(100?|[0-9])%?(?:$|[\s)\]])`)
)

// readHead understands a head by its words.
func readHead(text string) head {
	text = camel().ReplaceAllString(words.Line(text), "$1 $2")
	h := head{scale: scaleIn(text)}
	var rest string
	h.period, rest = timeIn(strings.NewReplacer("to-be", "tobe", "to be", "tobe", "as-is", "asis", "as is", "asis", "_", " ").Replace(strings.ToLower(text)))
	rest, lists := withoutAnswers(rest)
	for _, scale := range []*regexp.Regexp{headEnds(), headScale(), headTop()} {
		rest = scale.ReplaceAllString(rest, " ")
	}
	tokens := headWord().FindAllString(rest, -1)
	if len(tokens) > 10 || len([]rune(text)) > 90 {
		return head{} // a sentence is no head
	}
	h.means, h.strength = meansOf(tokens)
	switch {
	case len(tokens) == 0 && h.period != "":
		h.means, h.strength = Score, 3
	case h.means == Other && slices.Contains(tokens, "%") && !ruled(tokens):
		h.means, h.strength = Score, 2
	case len(tokens) == 1 && (tokens[0] == "when" || tokens[0] == "quarter" || tokens[0] == "year" || tokens[0] == "period"), h.period == "" && slices.Equal(tokens, []string{"assessment", "date"}):
		h.means = When
	case len(tokens) == 0 && lists:
		h.means, h.strength = Score, 2
	case thisTime(tokens):
		h.means, h.strength = Score, 3
		if slices.Contains(tokens, "next") {
			h.means = Plan
		}
	case len(tokens) == 0 && h.scale != Scale{}:
		h = head{}
	}
	if h.period == "" && slices.ContainsFunc(tokens, func(t string) bool { return t == "previous" || t == "prior" || t == "baseline" || t == "last" }) {
		h.period = Previous
	}
	return h
}

// meansOf applies the rules.
func meansOf(tokens []string) (Means, int) {
	if n := len(tokens) - 1; n > 0 && slices.Contains(scoreNouns, tokens[n]) { // "Policy score", and not "Policy"
		if slices.Contains(tokens, "required") {
			return Target, 0
		}
		tokens = slices.DeleteFunc(slices.Clone(tokens), func(t string) bool { return slices.Contains(halves, t) || slices.Contains(scorers, t) })
	}
	for _, rule := range headRules {
		if slices.ContainsFunc(tokens, func(t string) bool { return slices.Contains(rule.words, t) }) {
			return rule.means, rule.strength
		}
	}
	return Other, 0
}

// scoreNouns end a head that is about a score, whatever half of the work it scores.
var (
	scoreNouns = []string{"score", "scores", "rating", "maturity", "level", "tier", "grade", "%", "percent"}
	scorers    = []string{"auditor", "assessor", "reviewer", "manager", "department", "team", "stakeholder", "stakeholders", "respondent"}
	halves     = []string{"policy", "policies", "practice", "practices", "procedure", "procedures", "process", "control", "document", "documentation"}
)

// ruled reports whether some rule says that a head is to be passed over.
func ruled(tokens []string) bool {
	for _, rule := range headRules {
		if slices.ContainsFunc(tokens, func(t string) bool { return slices.Contains(rule.words, t) }) {
			return true
		}
	}
	return false
}

// scaleIn finds the scale that a text names: "Score (0-5)", "CSF Tier", "Maturity in %".
func scaleIn(text string) Scale {
	low := strings.ToLower(text)
	for _, pattern := range []*regexp.Regexp{headScale(), headEnds()} {
		if m := pattern.FindAllStringSubmatch(low, -1); m != nil {
			last := m[len(m)-1]
			if s, err := ParseScale(last[1] + "-" + last[2]); err == nil {
				return percentIf100(s)
			}
		}
	}
	if m := headTop().FindStringSubmatch(low); m != nil {
		if s, err := ParseScale("0-" + m[1]); err == nil {
			return percentIf100(s)
		}
	}
	tokens := headWord().FindAllString(low, -1)
	switch {
	case slices.Contains(tokens, "%"), slices.Contains(tokens, "percent"), slices.Contains(tokens, "percentage"):
		return Percent
	case slices.Contains(tokens, "tier") || slices.Contains(tokens, "tiers"):
		return Tiers
	case slices.Contains(tokens, "cmmi"):
		return CMMI
	}
	return Scale{}
}

func percentIf100(s Scale) Scale {
	if s == Numbers(0, 100) {
		return Percent
	}
	return s
}
