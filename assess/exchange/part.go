package exchange

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// A part is one thing in which two copies of a quarter can differ.
type part struct {
	what string // "answer", "target", "decision", or what it is of the organization
	key  string // of the question; empty where what says it all

	has   func(a *assess.Assessment) bool
	same  func(x, y *assess.Assessment) bool // both say the same
	fresh func(a *assess.Assessment) bool    // said in this quarter, not only carried into it; nil if that is no matter
	on    func(a *assess.Assessment) assess.Date
	words func(a *assess.Assessment) string
	move  func(to, from *assess.Assessment) // from nil: it is taken away
}

// parts are all things in which the copies may differ, in the order they are told.
// Answers to questions that the library does not know are left out.
func parts(lib *frameworks.Library, copies ...*assess.Assessment) []part {
	return partsWith(lib.Questions, copies)
}

// partsOf are the parts without a library, by the keys alone.
func partsOf(copies ...*assess.Assessment) []part {
	var questions []*frameworks.Question
	seen := map[string]bool{}
	for _, a := range copies {
		for _, key := range slices.Sorted(maps.Keys(a.Answers)) {
			if !seen[key] {
				seen[key] = true
				questions = append(questions, &frameworks.Question{Key: key})
			}
		}
	}
	return partsWith(questions, copies)
}

func partsWith(questions []*frameworks.Question, copies []*assess.Assessment) []part {
	all := organization()
	all = append(all, chosenFrameworks(copies)...)
	for _, q := range questions {
		all = append(all, answer(q))
	}
	all = append(all, ofMap("target", copies, func(a *assess.Assessment) *map[string]assess.Target { return &a.Targets },
		func(t assess.Target) string { return t.Level.Name() })...)
	facts := ofMap("fact", copies, func(a *assess.Assessment) *map[string]assess.Fact { return &a.Facts },
		func(f assess.Fact) string { return f.Value })
	for i := range facts { // whoever said so, and when
		key := facts[i].key
		facts[i].same = func(x, y *assess.Assessment) bool { return x.Facts[key].Value == y.Facts[key].Value }
	}
	all = append(all, facts...)
	return append(all, ofMap("decision", copies, func(a *assess.Assessment) *map[string]assess.Decision { return &a.Decisions },
		func(d assess.Decision) string {
			return strings.Join(words.Present(d.Kind.String(), d.Owner, d.Date().String()), " ")
		})...)
}

func answer(q *frameworks.Question) part {
	of := func(a *assess.Assessment) assess.Answer { return a.Answers[q.Key] }
	return part{
		what: "answer", key: q.Key,
		has:   func(a *assess.Assessment) bool { _, has := a.Answers[q.Key]; return has },
		same:  func(x, y *assess.Assessment) bool { return sameAnswer(of(x), of(y)) },
		fresh: func(a *assess.Assessment) bool { return of(a).State != assess.Open && of(a).Carried.IsZero() },
		on:    func(a *assess.Assessment) assess.Date { return of(a).Recorded },
		words: func(a *assess.Assessment) string { return of(a).Name() },
		move: func(to, from *assess.Assessment) {
			if from == nil {
				to.Clear(q.Key)
				return
			}
			to.Adopt(q.Key, of(from))
		},
	}
}

// sameAnswer reports whether two answers say the same, proofs and note included.
func sameAnswer(x, y assess.Answer) bool {
	x, y = x.Said(), y.Said()
	if len(x.Proof) == 0 && len(y.Proof) == 0 {
		x.Proof, y.Proof = nil, nil
	}
	return reflect.DeepEqual(x, y)
}

// ofMap are the parts of one of a quarter's other maps by question.
func ofMap[T comparable](what string, copies []*assess.Assessment, in func(*assess.Assessment) *map[string]T, say func(T) string) []part {
	keys := map[string]bool{}
	for _, a := range copies {
		for key := range *in(a) {
			keys[key] = true
		}
	}
	var all []part
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		all = append(all, part{
			what: what, key: key,
			has:  func(a *assess.Assessment) bool { _, has := (*in(a))[key]; return has },
			same: func(x, y *assess.Assessment) bool { return (*in(x))[key] == (*in(y))[key] },
			words: func(a *assess.Assessment) string {
				if v, has := (*in(a))[key]; has {
					return say(v)
				}
				return "none"
			},
			move: func(to, from *assess.Assessment) {
				m := in(to)
				if from == nil {
					delete(*m, key)
					return
				}
				*m = maps.Clone(*m)
				if *m == nil {
					*m = map[string]T{}
				}
				(*m)[key] = (*in(from))[key]
			},
		})
	}
	return all
}

func chosenFrameworks(copies []*assess.Assessment) []part {
	var ids []string
	for _, a := range copies {
		for _, id := range a.Frameworks {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	var all []part
	for _, id := range ids {
		has := func(a *assess.Assessment) bool { return slices.Contains(a.Frameworks, id) }
		all = append(all, part{
			what: "framework", key: id, has: has,
			same: func(x, y *assess.Assessment) bool { return has(x) == has(y) },
			words: func(a *assess.Assessment) string {
				if has(a) {
					return "asked"
				}
				return "not asked"
			},
			move: func(to, from *assess.Assessment) {
				to.Frameworks = slices.DeleteFunc(slices.Clone(to.Frameworks), func(x string) bool { return x == id })
				if from != nil {
					to.Frameworks = append(to.Frameworks, id)
				}
			},
		})
	}
	return all
}

// organization are the parts of who is being assessed.
func organization() []part {
	return []part{
		field("name", func(o *assess.Organization) *string { return &o.Name }, func(s string) string { return s }),
		field("name in Latin letters", func(o *assess.Organization) *string { return &o.Latin }, func(s string) string { return s }),
		field("size", func(o *assess.Organization) *frameworks.Size { return &o.Size }, frameworks.Size.String),
		field("reason for the size", func(o *assess.Organization) *string { return &o.SizeReason }, func(s string) string { return s }),
		field("number of beds", func(o *assess.Organization) *int { return &o.Beds }, strconv.Itoa),
		field("number of clinicians", func(o *assess.Organization) *int { return &o.Clinicians }, strconv.Itoa),
		field("critical access", func(o *assess.Organization) *bool { return &o.Critical }, strconv.FormatBool),
		field("who runs the IT", func(o *assess.Organization) *string { return &o.IT }, func(s string) string { return s }),
		field("country", func(o *assess.Organization) *string { return &o.Country }, func(s string) string { return s }),
		field("state", func(o *assess.Organization) *string { return &o.State }, func(s string) string { return s }),
	}
}

func field[T comparable](what string, in func(*assess.Organization) *T, say func(T) string) part {
	var none T
	of := func(a *assess.Assessment) T { return *in(&a.Organization) }
	return part{
		what: what,
		has:  func(a *assess.Assessment) bool { return of(a) != none },
		same: func(x, y *assess.Assessment) bool { return of(x) == of(y) },
		words: func(a *assess.Assessment) string {
			if of(a) == none {
				return "none"
			}
			return say(of(a))
		},
		move: func(to, from *assess.Assessment) {
			if from == nil {
				*in(&to.Organization) = none
				return
			}
			*in(&to.Organization) = of(from)
		},
	}
}
