package cmd

import (
	"fmt"
	"strings"

	"hygeia/frameworks"
)

// former says where the content of an id went that its publisher withdrew. It
// needs no saved quarter: old sheets and contracts are full of such ids.
func (o *explainOptions) former(lib *frameworks.Library, f *frameworks.Framework, w frameworks.Withdrawn) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s was withdrawn: version %s of the %s no longer has it.\n", w.ID, f.Version, f.Title)
	if len(w.To) == 0 {
		b.WriteString("Its content was spread over several categories and functions; the ids below it say where.\n")
		for _, below := range f.Withdrawn {
			if strings.HasPrefix(below.ID, w.ID+"-") {
				fmt.Fprintf(&b, "  %-10s to %s\n", below.ID, strings.Join(below.To, ", "))
			}
		}
		_, err := fmt.Fprint(o.env.Out, b.String())
		return err
	}
	b.WriteString("Its content is now in:\n")
	for _, id := range w.To {
		fmt.Fprintf(&b, "  %-10s %s\n", id, titleIn(f, id))
	}
	if _, err := fmt.Fprint(o.env.Out, b.String()); err != nil {
		return err
	}
	for _, id := range w.To {
		if _, _, ok := lib.Requirement(id); ok {
			o.env.hint("see %q", "hygeia explain "+id)
			return nil
		}
	}
	o.env.hint("see %q", "hygeia frameworks show "+f.Short)
	return nil
}

// titleIn returns the title of a section, group or requirement of a framework.
func titleIn(f *frameworks.Framework, id string) string {
	for i := range f.Sections {
		s := &f.Sections[i]
		if s.ID == id {
			return s.Title
		}
		for _, g := range s.Groups {
			if g.ID == id {
				return g.Title
			}
			for _, r := range g.Requirements {
				if r.ID == id {
					return r.Title
				}
			}
		}
	}
	return ""
}
