package report

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"hygeia/assess"
	"hygeia/assess/match"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// helpPerGap is the most resources a report names for a gap.
const helpPerGap = 3

// everyHelp is the annex of the full report: what any gap names, by kind.
func everyHelp(s *story) []doc.Block {
	rows := s.helpRows(s.actions, helpPerGap)
	if len(rows) == 0 {
		return nil
	}
	blocks := []doc.Block{
		doc.Headed(1, "Help named in this report, by kind"),
		doc.Say("Within each kind in the order of the gaps. The command \"hygeia resources --for KEY\" prints the steps to get it, and all else that fits."),
	}
	for _, kind := range frameworks.ResourceKinds() {
		var of []match.Matched
		for _, m := range rows {
			if m.Resource.Kind == kind {
				of = append(of, m)
			}
		}
		if len(of) > 0 {
			blocks = append(blocks, doc.Headed(2, KindTitle(kind)), helpTable(of))
		}
	}
	return blocks
}

// helpRows returns the first resources of each action, each resource once.
func (s *story) helpRows(actions []assess.Action, each int) []match.Matched {
	var rows []match.Matched
	seen := map[string]bool{}
	for _, a := range actions {
		fit := s.helpFor(a.Item)
		for _, m := range fit[:min(len(fit), each)] {
			// The address may be that of another practice the second time; one is enough.
			if !seen[m.Resource.ID] {
				seen[m.Resource.ID] = true
				rows = append(rows, m)
			}
		}
	}
	return rows
}

// helpTable lists resources with the address in print.
func helpTable(rows []match.Matched) doc.Table {
	t := doc.Table{Columns: []doc.Column{{Title: "Help", Width: 3}, {Title: "What it gives", Width: 5}, {Title: "Address", Width: 4}}}
	for _, m := range rows {
		t.Rows = append(t.Rows, helpRow(m))
	}
	return t
}

func helpRow(m match.Matched) []doc.Text {
	res := m.Resource
	gives := []string{res.Gives}
	if res.Time != "" {
		gives = append(gives, "Takes "+res.Time+".")
	}
	return []doc.Text{
		doc.Plain(res.Title + " (" + words.Join(", ", res.Provider, res.Caveat()) + ")"),
		doc.Plain(strings.Join(append(gives, words.Present(res.Note)...), " ")),
		append(doc.Text{{Text: m.URL, URL: m.URL}}, contact(res)...),
	}
}

// oldHelp is the age in days from which a report warns that addresses may have
// moved since they were last looked through.
const oldHelp = 180

// helpAge says when the list was looked through, and whether that is long ago
// before the report, or later than it. Dates come from the content and the quarter, not from a clock.
func (s *story) helpAge() string {
	since, err := assess.ParseDate(s.lib.Reviewed)
	switch {
	case err != nil:
		return "An address may have moved."
	case since.After(s.r.AsOf): // the list is newer than the quarter
		return fmt.Sprintf("The list is that of %s, which is later than the answers; an address may have moved since.", since.Long())
	case s.r.AsOf.DaysSince(since) > oldHelp:
		return fmt.Sprintf("The list was last looked through on %s, more than %d days before this report: check an address before you count on it.", since.Long(), oldHelp)
	}
	return fmt.Sprintf("The list was last looked through on %s; an address may have moved since.", since.Long())
}

// leftOut says for an organization outside the United States what help was left out
// because only organizations there can use it, and what stands in its place.
func (s *story) leftOut() []doc.Block {
	org := s.r.Assessment.Organization
	var left []string
	var instead []*frameworks.Resource
	for _, a := range s.actions {
		for _, c := range s.lib.Help(a.Item.Question, frameworks.Level(a.Item.Points), org.Size) {
			if c.Resource.InCountry("us") && !match.InCountry(c.Resource, org) && !slices.Contains(left, c.Resource.Title) {
				left = append(left, c.Resource.Title)
				if other, ok := s.lib.Resource(c.Resource.Abroad); ok && match.InCountry(other, org) && !slices.Contains(instead, other) {
					instead = append(instead, other)
				}
			}
		}
	}
	if len(left) == 0 {
		return nil
	}
	const most = 5
	n := words.Count(len(left), "resource", "resources")
	if more := len(left) - most; more > 0 {
		left = append(left[:most], fmt.Sprintf("and %d more", more))
	}
	text := doc.Plain(fmt.Sprintf("Left out: %s that only organizations in the United States can use: %s.", n, strings.Join(left, "; ")))
	for i, other := range instead[:min(len(instead), most)] {
		before := "; "
		if i == 0 {
			before = " In their place: "
		}
		text = append(text, doc.Span{Text: before}, doc.Span{Text: other.Title, URL: other.URL})
	}
	if len(instead) > 0 {
		text = append(text, doc.Span{Text: "."})
	}
	return []doc.Block{doc.Note{Text: text}}
}

// KindTitle is the heading over resources of a kind.
func KindTitle(kind string) string {
	if title, ok := helpKinds()[kind]; ok {
		return title
	}
	return words.Capital(strings.ReplaceAll(kind, "-", " "))
}

var helpKinds = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"service": "Services", "alerts": "Alerts and warnings", "reporting-portal": "Where to report", "tool": "Tools",
		"template": "Templates", "community": "Communities and advice", "exercise": "Exercises", "funding": "Money",
	}
})

// contact links a mailbox; a phone number or a sentence is printed as it is.
func contact(res *frameworks.Resource) doc.Text {
	switch {
	case res.Contact == "":
		return nil
	case mailbox(res.Contact):
		return doc.Text{{Text: "; "}, {Text: res.Contact, URL: "mailto:" + res.Contact}}
	}
	return doc.Text{{Text: "; " + res.Contact}}
}

// mailbox reports whether a contact is an email address and nothing else.
func mailbox(s string) bool {
	name, host, ok := strings.Cut(s, "@")
	return ok && name != "" && strings.Contains(host, ".") && !strings.ContainsAny(s, " ,;<>()")
}

// helpFor returns what a report names for a gap: at most three resources that are
// close to it, best first, and the best of the others where none is close.
func (s *story) helpFor(it *assess.Item) []match.Matched {
	if fit, known := s.help[it]; known {
		return fit
	}
	all := match.Question(s.lib, it.Question, it.State, frameworks.Level(it.Points), s.r.Assessment.Organization)
	n := 0
	for n < len(all) && n < helpPerGap && all[n].Close {
		n++
	}
	fit := all[:max(n, min(1, len(all)))]
	s.help[it] = fit
	return fit
}

// firstHelp is the best resource for a gap, linked.
func (s *story) firstHelp(it *assess.Item) doc.Text {
	fit := s.helpFor(it)
	if len(fit) == 0 {
		return doc.Plain(doc.Dash)
	}
	return resourceLink(fit[0])
}

// resourceLink names a resource, and the command that signs up where there is one.
func resourceLink(m match.Matched) doc.Text {
	text := doc.Text{{Text: m.Resource.Title, URL: m.URL}, {Text: " (" + words.Join(", ", m.Resource.Provider, m.Resource.Caveat()) + ")"}}
	if command := m.Resource.EnrollCommand(); command != "" {
		text = append(text, doc.Span{Text: ", to sign up: \"" + command + "\""})
	}
	return text
}
