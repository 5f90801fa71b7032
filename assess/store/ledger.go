package store

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"hygeia/assess"
	"hygeia/assess/ledger"
)

// ledgerName is the file of what the board was asked and what was decided.
const ledgerName = "ledger.yaml"

// ErrLedgerChanged says that the ledger is no longer as it was read.
var ErrLedgerChanged = errors.New("somebody else wrote into it in the meantime; nothing was written, so that nothing of theirs is lost")

// Book is the ledger of a folder, with what the store must remember in order not
// to overwrite the work of others.
type Book struct {
	*ledger.Ledger
	digest string // of the file as it was read or written last; empty if there was none
	bytes  string // likewise, of its bytes as they are
}

// LedgerPath returns where the ledger is kept.
func (s *Store) LedgerPath() string { return filepath.Join(s.dir, ledgerName) }

// Book reads the ledger, an empty one if there is no such file. The error lists
// the mistakes in the file with their places.
func (s *Store) Book() (*Book, error) {
	data, err := s.list(ledgerName, ledger.MaxFile)
	if err != nil || data == nil {
		return &Book{Ledger: &ledger.Ledger{}}, err
	}
	l, err := ledger.Read(s.LedgerPath(), data)
	if err != nil {
		return nil, err
	}
	text, asTheyAre := digestsOf(data)
	return &Book{Ledger: l, digest: text, bytes: asTheyAre}, nil
}

// WriteBook writes the ledger, whole or not at all, and returns
// [ErrLedgerChanged] instead of overwriting the work of others. The caller has
// the folder locked.
func (s *Store) WriteBook(b *Book) error {
	data, err := b.Encode()
	if err != nil {
		return fmt.Errorf("%s was not written: %w", s.LedgerPath(), err)
	}
	if b.digest, err = s.putList(ledgerName, data, ledger.MaxFile, b.digest); errors.Is(err, errListChanged) {
		return fmt.Errorf("%s: %w", s.LedgerPath(), ErrLedgerChanged)
	}
	if err != nil {
		return err
	}
	b.bytes = byteDigest(data)
	return nil
}

// View returns a copy of a quarter with what the ledger says about its gaps, as
// far as it goes or up to and including a day: what is evaluated, and never saved.
func (s *Store) View(saved *Saved, on assess.Date) (*assess.Assessment, error) {
	view, err := s.Viewer(on)
	if err != nil {
		return nil, err
	}
	return view(saved), nil
}

// Viewer returns the function that makes the [Store.View] of one quarter after the
// other, side by side if need be.
func (s *Store) Viewer(on assess.Date) (view func(*Saved) *assess.Assessment, err error) {
	book, closings, err := s.bookAndClosings()
	if err != nil {
		return nil, err
	}
	return func(saved *Saved) *assess.Assessment { return book.View(saved.Assessment, on, closings) }, nil
}

// bookAndClosings reads the ledger and, unless it is empty, what the quarters say
// about its questions.
func (s *Store) bookAndClosings() (*Book, []ledger.Closing, error) {
	book, err := s.Book()
	if err != nil || book.Len() == 0 {
		return book, nil, err
	}
	closings, err := s.closingsOf(book.Questions())
	return book, closings, err
}

// Matters returns what became of everything the board was asked or somebody
// brought up, by number, as far as the ledger goes or up to and including a day.
// Quarters after the last one say nothing about it yet.
func (s *Store) Matters(on assess.Date, last assess.Quarter) ([]ledger.Matter, error) {
	book, closings, err := s.bookAndClosings()
	if err != nil {
		return nil, err
	}
	closings = slices.DeleteFunc(closings, func(c ledger.Closing) bool { return c.Period.Since(last) > 0 })
	return book.Matters(on, closings), nil
}

// move writes decisions that were typed into a quarter before there was a ledger
// into the ledger, each once, and takes them out of the quarter in memory.
func (s *Store) move(saved *Saved) error {
	if len(saved.Decisions) == 0 {
		return nil
	}
	book, closings, err := s.bookAndClosings()
	if err != nil {
		return err
	}
	before := book.Len()
	moved := book.Move(saved.Assessment, closings)
	if book.Len() > before {
		if err := s.WriteBook(book); err != nil {
			return err
		}
	}
	saved.Decisions = maps.Clone(saved.Decisions)
	for _, key := range moved {
		delete(saved.Decisions, key)
	}
	return nil
}

// ask writes down what the quarter asks of the board when it is finished on that
// day, and returns how far the ledger goes then. Repeated, it writes nothing.
func (s *Store) ask(root *os.Root, saved *Saved, on assess.Date, previous string) (assess.Mark, error) {
	book, closings, err := s.bookAndClosings()
	if err != nil {
		return assess.Mark{}, err
	}
	before, err := s.resultBefore(root, saved.Period)
	if err != nil {
		return assess.Mark{}, err
	}
	finished := *saved.Assessment
	finished.Finish(saved.Library, on, previous)
	r := assess.Evaluate(saved.Library, book.View(&finished, assess.Date{}, closings))
	written, err := book.Ask(r, assess.Actions(r, before))
	if err != nil {
		return assess.Mark{}, fmt.Errorf("%s: %w", s.LedgerPath(), err)
	}
	if written > 0 {
		if err := s.WriteBook(book); err != nil {
			return assess.Mark{}, err
		}
	}
	digest, err := book.Digest(book.Len())
	return assess.Mark{Events: book.Len(), Digest: digest}, err
}

// resultBefore evaluates the quarter before, nil if there is none.
func (s *Store) resultBefore(root *os.Root, period assess.Quarter) (*assess.Result, error) {
	periods, err := s.Periods()
	if err != nil {
		return nil, err
	}
	for _, p := range slices.Backward(periods) {
		if p.Since(period) >= 0 {
			continue
		}
		before, err := s.load(root, p)
		if err != nil {
			return nil, fmt.Errorf("the quarter before cannot be read: %w", err)
		}
		return assess.Evaluate(before.Library, before.Assessment), nil
	}
	return nil, nil
}

// Words returns the eight words of a report of a quarter, over its file and the
// ledger as far as it goes.
func (s *Store) Words(saved *Saved) (string, error) { return s.words(saved.digest) }

// WordsOf is [Store.Words] of a quarter that is in memory no more.
func (s *Store) WordsOf(period assess.Quarter) (string, error) {
	root, err := s.open()
	if err != nil {
		return "", err
	}
	defer root.Close()
	data, err := readFile(root, fileName(period), assess.MaxFile)
	if err != nil {
		return "", err
	}
	return s.words(digestOf(data))
}

func (s *Store) words(quarter string) (string, error) {
	book, err := s.Book()
	if err != nil {
		return "", err
	}
	digest, err := book.Digest(book.Len())
	if err != nil {
		return "", err
	}
	return ledger.Words(quarter, digest), nil
}
