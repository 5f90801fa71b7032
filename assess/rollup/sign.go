package rollup

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"sync"

	"hygeia/assess"
	"hygeia/frameworks"
)

// Signs tell whether two contents ask the same: a sign stands for the shipped
// questions, with their revisions, that something rests on at any size. The zero
// Signs is ready to use, by several at once.
type Signs struct {
	mu   sync.Mutex
	made map[string]string
}

// title returns the title that the shipped content has for a section.
func (s *Signs) title(shipped *frameworks.Library, framework, section string) string {
	return s.kept("title of "+framework+" "+section, func() string {
		title, _ := sectionTitle(shipped, framework, section)
		return title
	})
}

// section returns the sign of a section of a framework.
func (s *Signs) section(lib *frameworks.Library, framework string, sec *assess.Section) string {
	return s.once(lib.Digest+" "+framework+" "+sec.ID, func() []string {
		var asks []string
		f, err := lib.Framework(framework)
		if err != nil {
			return nil
		}
		for i := range f.Sections {
			if f.Sections[i].ID != sec.ID {
				continue
			}
			for _, g := range f.Sections[i].Groups {
				for _, req := range g.Requirements {
					asks = append(asks, asksOf(lib, req)...)
				}
			}
		}
		return asks
	})
}

// requirement returns the sign of one requirement.
func (s *Signs) requirement(lib *frameworks.Library, req *frameworks.Requirement) string {
	return s.once(lib.Digest+" "+req.ID, func() []string { return asksOf(lib, req) })
}

func asksOf(lib *frameworks.Library, req *frameworks.Requirement) []string {
	var asks []string
	for _, q := range req.Speakers() {
		if !lib.Own(q) {
			asks = append(asks, fmt.Sprintf("%s@%d/%d", q.Key, q.Revision, lib.Weight(q)))
		}
	}
	return asks
}

func (s *Signs) once(name string, asks func() []string) string {
	return s.kept(name, func() string { return signOf(asks()) })
}

// kept returns what was made under a name, and makes it the first time.
func (s *Signs) kept(name string, make func() string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	text, known := s.made[name]
	if !known {
		if s.made == nil {
			s.made = map[string]string{}
		}
		text = make()
		s.made[name] = text
	}
	return text
}

func signOf(list []string) string {
	slices.Sort(list)
	sum := sha256.Sum256([]byte(strings.Join(slices.Compact(list), "\n")))
	return hex.EncodeToString(sum[:8])
}
