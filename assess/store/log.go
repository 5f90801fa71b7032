package store

import (
	"errors"
	"fmt"
	"path/filepath"

	"hygeia/assess/log"
)

// logName is the file of what went out of the folder and what came back.
const logName = "log.yaml"

// ErrLogChanged says that the log is no longer as it was read.
var ErrLogChanged = errors.New("somebody else wrote into it in the meantime; nothing was written, so that nothing of theirs is lost")

// Journal is the log of a folder, with what the store must remember in order not
// to overwrite the work of others.
type Journal struct {
	*log.Log
	digest string // of the file as it was read or written last; empty if there was none
}

// LogPath returns where the log is kept.
func (s *Store) LogPath() string { return filepath.Join(s.dir, logName) }

// Journal reads the log, an empty one if there is no such file. The error lists
// the mistakes in the file with their places.
func (s *Store) Journal() (*Journal, error) {
	data, err := s.list(logName, log.MaxFile)
	if err != nil || data == nil {
		return &Journal{Log: &log.Log{}}, err
	}
	l, err := log.Read(s.LogPath(), data)
	if err != nil {
		return nil, err
	}
	return &Journal{Log: l, digest: digestOf(data)}, nil
}

// WriteJournal writes the log, whole or not at all, and returns [ErrLogChanged]
// instead of overwriting the work of others. The caller has the folder locked.
func (s *Store) WriteJournal(j *Journal) error {
	data, err := j.Encode()
	if err != nil {
		return fmt.Errorf("%s was not written: %w", s.LogPath(), err)
	}
	if j.digest, err = s.putList(logName, data, log.MaxFile, j.digest); errors.Is(err, errListChanged) {
		return fmt.Errorf("%s: %w", s.LogPath(), ErrLogChanged)
	}
	return err
}

// LogEvent writes one more event into the log. The caller has the folder locked.
func (s *Store) LogEvent(e log.Event) error {
	j, err := s.Journal()
	if err != nil {
		return err
	}
	if err := j.Append(e); err != nil {
		return err
	}
	return s.WriteJournal(j)
}
