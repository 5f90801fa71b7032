package store

import (
	"slices"
	"strings"
	"sync"
)

// notes are what a person should know although everything worked, each once.
type notes struct {
	mu   sync.Mutex
	said []string
	told int
}

func (s *Store) note(text string) {
	s.notes.mu.Lock()
	defer s.notes.mu.Unlock()
	if !slices.Contains(s.notes.said, text) {
		s.notes.said = append(s.notes.said, text)
	}
}

// noteAnew is note for what may be told again with another number: the line told last
// takes the place of those that begin alike.
func (s *Store) noteAnew(begins, text string) {
	s.notes.mu.Lock()
	s.notes.said = slices.DeleteFunc(s.notes.said, func(line string) bool { return strings.HasPrefix(line, begins) })
	s.notes.mu.Unlock()
	s.note(text)
}

// Notes returns what is to be known about the drive or the files although it
// worked, such as that a drive cannot keep two people apart; each line once.
func (s *Store) Notes() []string {
	s.notes.mu.Lock()
	defer s.notes.mu.Unlock()
	fresh := s.notes.said[s.notes.told:]
	s.notes.told = len(s.notes.said)
	return slices.Clone(fresh)
}
