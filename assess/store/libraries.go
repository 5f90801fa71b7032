package store

import (
	"sync"
	"weak"

	"hygeia/frameworks"
)

// libraries are the contents loaded so far, by digest, so that each is read once
// however many quarters were answered against it. One that no quarter in memory
// is judged by is let go. Quarters may be read side by side.
type libraries struct {
	reader frameworks.Reader

	mu      sync.Mutex
	loaded  map[string]weak.Pointer[frameworks.Library]
	loading map[string]*sync.Mutex // held by whoever loads the digest
}

// inUse returns the library of the shipped content and the organization's own.
func (l *libraries) inUse(own []frameworks.File) (*frameworks.Library, error) {
	digest, err := l.reader.DigestWith(own...)
	if err != nil {
		return nil, err
	}
	return l.once(digest, func() (*frameworks.Library, error) { return l.reader.LoadOwn(own...) })
}

// once returns the library with that digest, loading it unless it is there. A
// failure is not remembered: the file may be back the next time.
func (l *libraries) once(digest string, load func() (*frameworks.Library, error)) (*frameworks.Library, error) {
	turn := l.turn(digest)
	turn.Lock()
	defer turn.Unlock()
	if lib := l.get(digest); lib != nil {
		return lib, nil
	}
	lib, err := load()
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.loaded[lib.Digest] = weak.Make(lib)
	return lib, nil
}

func (l *libraries) get(digest string) *frameworks.Library {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.loaded[digest].Value()
}

// turn returns the lock on loading one digest.
func (l *libraries) turn(digest string) *sync.Mutex {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.loaded == nil {
		l.loaded, l.loading = map[string]weak.Pointer[frameworks.Library]{}, map[string]*sync.Mutex{}
	}
	if l.loading[digest] == nil {
		l.loading[digest] = new(sync.Mutex)
	}
	return l.loading[digest]
}

// count returns how many contents were loaded, let go or not.
func (l *libraries) count() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.loaded)
}
