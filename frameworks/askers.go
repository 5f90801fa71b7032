package frameworks

import "slices"

// Askers returns the frameworks that ask every one of the questions of a place
// of that size, in the library's order; if none asks them all, those that ask
// any. It is empty where nothing asks them.
func (l *Library) Askers(questions []*Question, size Size) []*Framework {
	var all, any []*Framework
	for _, f := range l.Frameworks {
		n := 0
		for _, q := range questions {
			if f.asks(q, size) {
				n++
			}
		}
		if n > 0 {
			any = append(any, f)
		}
		if n == len(questions) && n > 0 {
			all = append(all, f)
		}
	}
	if len(all) > 0 {
		return all
	}
	return any
}

func (f *Framework) asks(q *Question, size Size) bool {
	for i := range f.Sections {
		if slices.ContainsFunc(f.Sections[i].Requirements(size), func(r *Requirement) bool { return r.Asks(q) }) {
			return true
		}
	}
	return false
}
