package report

import (
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
)

// planHelp prints the addresses of the help that the plan and the decisions name.
func planHelp(s *story) []Block {
	shown := append(slices.Clone(s.actions[:min(len(s.actions), planned)]), assess.BoardDecisions(s.actions)...)
	return s.helpTable(append(shown, assess.QuickWins(s.actions)...), 1)
}

// everyHelp prints the addresses of the help that any gap names.
func everyHelp(s *story) []Block { return s.helpTable(s.actions, helpPerGap) }

// helpTable lists the first resources of each action, each resource once, with
// the address in print.
func (s *story) helpTable(actions []assess.Action, each int) []Block {
	t := Table{Columns: []Column{{Title: "Help", Width: 3}, {Title: "What it gives", Width: 5}, {Title: "Address", Width: 4}}}
	seen := map[string]bool{}
	for _, a := range actions {
		fit := s.helpFor(a.Item.Question)
		for _, res := range fit[:min(len(fit), each)] {
			if !seen[res.ID] {
				seen[res.ID] = true
				t.Rows = append(t.Rows, helpRow(res))
			}
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []Block{
		heading(1, "Help named in this report"),
		para("In the order of the plan. The list was last looked through on %s; an address may have moved since.", s.lib.Reviewed),
		t,
	}
}

func helpRow(res *frameworks.Resource) []Text {
	return []Text{
		Plain(res.Title + " (" + res.Provider + costWord(res) + ")"),
		Plain(strings.TrimSpace(res.Gives + " " + res.Note)),
		append(Text{{Text: res.URL, URL: res.URL}}, contact(res)...),
	}
}

// contact links a mailbox; a phone number or a sentence is printed as it is.
func contact(res *frameworks.Resource) Text {
	switch {
	case res.Contact == "":
		return nil
	case mailbox(res.Contact):
		return Text{{Text: "; "}, {Text: res.Contact, URL: "mailto:" + res.Contact}}
	}
	return Text{{Text: "; " + res.Contact}}
}

// mailbox reports whether a contact is an email address and nothing else.
func mailbox(s string) bool {
	name, host, ok := strings.Cut(s, "@")
	return ok && name != "" && strings.Contains(host, ".") && !strings.ContainsAny(s, " ,;<>()")
}

// helpFor returns the resources of a question that are for this organization's
// country and size, best first. Where none is for its size, those for another
// size are better than nothing.
func (s *story) helpFor(q *frameworks.Question) []*frameworks.Resource {
	var fit, near []*frameworks.Resource
	for _, res := range q.Fix.Resources {
		switch {
		case !s.inCountry(res):
		case s.forSize(res):
			fit = append(fit, res)
		default:
			near = append(near, res)
		}
	}
	if len(fit) == 0 {
		return near
	}
	return fit
}

// inCountry reports whether a resource can be had where this organization is.
func (s *story) inCountry(res *frameworks.Resource) bool {
	country := s.r.Assessment.Organization.Country
	return res.Country != "us" || country == "" || country == "us"
}

// forSize reports whether a resource is written for organizations of this size.
func (s *story) forSize(res *frameworks.Resource) bool {
	return s.r.Size == 0 || len(res.Audience) == 0 || slices.Contains(res.Audience, s.r.Size)
}

// firstHelp is the best resource for a question, linked.
func (s *story) firstHelp(q *frameworks.Question) Text {
	fit := s.helpFor(q)
	if len(fit) == 0 {
		return Plain(dash)
	}
	return resourceLink(fit[0])
}

func resourceLink(res *frameworks.Resource) Text {
	return Text{{Text: res.Title, URL: res.URL}, {Text: " (" + res.Provider + costWord(res) + ")"}}
}

// costWord says when help is not free.
func costWord(res *frameworks.Resource) string {
	if res.Cost == "free" || res.Cost == "" {
		return ""
	}
	return ", " + res.Cost
}
