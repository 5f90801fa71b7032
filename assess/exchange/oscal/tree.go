package oscal

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"hygeia/frameworks/words"
)

// mostDeep is how deep groups and controls may stand inside each other.
const mostDeep = 20

// section reads a group at the top of the catalog.
func (r *reader) section(g group, number int) error {
	s := Section{ID: idOr(g.ID, number), Title: r.titleOr(g.Title, g.ID, number)}
	if err := r.group(&s, nil, Group{}, g, 0); err != nil {
		return err
	}
	s.Groups = slices.DeleteFunc(s.Groups, func(g Group) bool { return len(g.Controls) == 0 })
	if len(s.Groups) > 0 {
		r.out.Sections = append(r.out.Sections, s)
	}
	return nil
}

// group reads the controls of a group, then the groups in it. Deeper levels than
// frameworks have here become groups that name the whole way.
func (r *reader) group(s *Section, way []string, at Group, g group, deep int) error {
	if deep > mostDeep {
		return r.tooDeep()
	}
	if err := r.controls(s, way, at, g.Controls, false, deep); err != nil {
		return err
	}
	for i, inner := range g.Groups {
		title := r.titleOr(inner.Title, inner.ID, i+1)
		inside := append(slices.Clone(way), title)
		next := Group{ID: idOr(inner.ID, len(s.Groups)+i+1), Title: strings.Join(inside, ": ")}
		if err := r.group(s, inside, next, inner, deep+1); err != nil {
			return err
		}
	}
	return nil
}

// controls reads controls into the group they stand in; those that are headings
// begin a group of their own.
func (r *reader) controls(s *Section, way []string, at Group, list []control, withdrawn bool, deep int) error {
	if deep > mostDeep {
		return r.tooDeep()
	}
	for _, c := range list {
		gone := r.isWithdrawn(c, withdrawn)
		if gone {
			r.withdrawn = append(r.withdrawn, c)
		}
		heading := r.isHeading(c)
		if !gone && !heading {
			r.add(s, at, c)
		}
		inside, next := way, at
		if heading {
			inside = append(slices.Clone(way), r.titleOr(c.Title, c.ID, 0))
			next = Group{ID: idOr(c.ID, len(s.Groups)+1), Title: strings.Join(inside, ": ")}
		}
		if err := r.controls(s, inside, next, c.Controls, gone && heading, deep+1); err != nil {
			return err
		}
	}
	return nil
}

// add puts a control into its group, which is begun if it is not there yet.
func (r *reader) add(s *Section, at Group, c control) {
	says := r.statement(c.Parts)
	title := r.plain(c.Title)
	if title == "" || strings.EqualFold(title, c.ID) || strings.EqualFold(title, r.labels[c.ID]) {
		title = says
	}
	i := slices.IndexFunc(s.Groups, func(g Group) bool { return g.ID == at.ID && g.Title == at.Title })
	if i < 0 {
		i = len(s.Groups)
		s.Groups = append(s.Groups, Group{ID: at.ID, Title: at.Title})
	}
	id := r.labels[c.ID]
	if title == "" {
		title = id
	}
	s.Groups[i].Controls = append(s.Groups[i].Controls, Control{ID: id, Title: title, Says: says})
}

func (r *reader) tooDeep() error {
	return fmt.Errorf("%s: groups and controls stand more than %d deep inside each other", r.name, mostDeep)
}

// closeWithdrawn notes what was withdrawn and where it went, as far as that is there.
func (r *reader) closeWithdrawn() {
	known := map[string]bool{}
	for _, s := range r.out.Sections {
		known[s.ID] = true
		for _, g := range s.Groups {
			known[g.ID] = true
			for _, c := range g.Controls {
				known[c.ID] = true
			}
		}
	}
	for _, c := range r.withdrawn {
		w := Withdrawn{ID: r.labels[c.ID]}
		for _, id := range heirs(c) {
			if label, ok := r.labels[id]; ok {
				id = label
			}
			if known[id] && !slices.Contains(w.To, id) {
				w.To = append(w.To, id)
			}
		}
		r.out.Withdrawn = append(r.out.Withdrawn, w)
	}
}

// mostNamed is how many controls a mistake names.
const mostNamed = 5

// twice looks for controls without an id, and for ids that stand for two: which one a
// person answered could not be told.
func (r *reader) twice() error {
	seen, without, again := map[string]bool{}, []string{}, []string{}
	for _, s := range r.out.Sections {
		for _, g := range s.Groups {
			for _, c := range g.Controls {
				switch key := strings.ToUpper(c.ID); {
				case key == "":
					without = append(without, fmt.Sprintf("%q", words.Cut(c.Title, 60)))
				case seen[key]:
					again = append(again, fmt.Sprintf("%q", c.ID))
				default:
					seen[key] = true
				}
			}
		}
	}
	var all []error
	if n := len(without); n > 0 {
		all = append(all, fmt.Errorf("%s: %s without an id, and each needs one: %s", r.name, words.Count(n, "control is", "controls are"), named(without)))
	}
	if n := len(again); n > 0 {
		all = append(all, fmt.Errorf("%s: %s for two controls: %s", r.name, words.Count(n, "id stands", "ids stand"), named(again)))
	}
	return errors.Join(all...)
}

func named(list []string) string {
	if len(list) > mostNamed {
		return strings.Join(list[:mostNamed], ", ") + fmt.Sprintf(" and %d more", len(list)-mostNamed)
	}
	return words.And(list)
}

func (r *reader) titleOr(title, id string, number int) string {
	if t := r.plain(title); t != "" {
		return t
	}
	return idOr(id, number)
}

func idOr(id string, number int) string {
	if id != "" {
		return id
	}
	return fmt.Sprintf("part-%d", number)
}

// publisher is who made the catalog: whoever is said to have, or the first
// organization named.
func publisher(m metadata) string {
	for _, role := range []string{"publisher", "creator", "author", "contact"} {
		for _, d := range m.Doers {
			for _, p := range m.Parties {
				if d.Role == role && slices.Contains(d.Parties, p.UUID) && p.Name != "" {
					return words.Line(p.Name)
				}
			}
		}
	}
	for _, p := range m.Parties {
		if p.Type != "person" && p.Name != "" {
			return words.Line(p.Name)
		}
	}
	return ""
}

// address is where the catalog says it comes from.
func address(list []link) string {
	for _, l := range list {
		if strings.HasPrefix(l.Href, "https://") && !strings.ContainsAny(l.Href, " \"<>") {
			return l.Href
		}
	}
	return ""
}
