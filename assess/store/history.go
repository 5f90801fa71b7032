package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

// historyDir holds each quarter as it was before each sitting or command that
// changed it. A file there is named by its number, the quarter and what came
// after it, as 000012-2026-Q3-assess.yaml; it is empty where there was no such
// quarter before.
const historyDir = "history"

// usualPast is how many files of a quarter the history keeps, besides those of
// lasting.
const usualPast = 20

// What comes after a file of the history, where it is no command's name.
const (
	pastUndo    = "undo-of-"
	pastFinish  = "finish"
	pastReopen  = "reopen"
	PastImport  = "import"  // the answers of another file were taken over
	PastSection = "section" // a whole section was marked
	PastDiscard = "discard" // the draft was taken away
)

// lasting says what is worth keeping however much came after it.
var lasting = []string{PastImport, PastSection, PastDiscard}

// Past is a quarter as it was before something changed it.
type Past struct {
	Number int
	Period assess.Quarter
	What   string // what came after it: the name of a command, or one of the above
	Of     int    // of an undo: the number of what it took back
	Series string // of a series, not a quarter: its name
	name   string
}

// target is the file of the folder that it is a state of.
func (p Past) target() string {
	if p.Series != "" {
		return seriesFile(p.Series)
	}
	return fileName(p.Period)
}

// Undo reports whether it was an undo that came after.
func (p Past) Undo() bool { return p.Of > 0 }

// File returns its path inside the folder.
func (p Past) File() string { return p.name }

var pastName = regexp.MustCompile(`^([0-9]{6})-([0-9]{4}-Q[1-4])-([a-z]+(?:-of-([0-9]{6}))?)\.yaml$`)

// seriesPast is the name of a series as it was: 000013-series-budget-2025-import.yaml.
var seriesPast = words.Pattern(`^([0-9]{6})-series-([a-z0-9-]+)-(import|undo-of-([0-9]{6}))\.yaml$`)

func pastOf(name string) (Past, bool) {
	if m := seriesPast().FindStringSubmatch(name); m != nil {
		number, _ := strconv.Atoi(m[1])
		of, _ := strconv.Atoi("0" + m[4])
		return Past{Number: number, Series: m[2], What: m[3], Of: of, name: historyDir + "/" + name}, true
	}
	m := pastName.FindStringSubmatch(name)
	if m == nil {
		return Past{}, false
	}
	number, _ := strconv.Atoi(m[1]) // the pattern lets only digits through
	of, _ := strconv.Atoi("0" + m[4])
	period, err := assess.ParseQuarter(m[2])
	return Past{Number: number, Period: period, What: m[3], Of: of, name: historyDir + "/" + name}, err == nil
}

// Doing tells the store which command is at work, for the history. Without a name
// no history is kept.
func (s *Store) Doing(command string) { s.doing = command }

// History returns what the history holds, oldest first.
func (s *Store) History() ([]Past, error) {
	root, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return history(root)
}

func history(root *os.Root) ([]Past, error) {
	entries, err := readDir(root, historyDir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var all []Past
	for _, e := range entries {
		if p, ok := pastOf(e.Name()); ok {
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(x, y Past) int { return x.Number - y.Number })
	return all, nil
}

// Before reads a quarter as it was; nil where there was none, and of a series.
func (s *Store) Before(p Past) (*assess.Assessment, error) {
	if p.Series != "" {
		return nil, nil
	}
	root, err := s.open()
	if err != nil {
		return nil, err
	}
	defer root.Close()
	data, err := readFile(root, p.name, assess.MaxFile)
	if err != nil || len(data) == 0 {
		return nil, err
	}
	a, _, err := assess.Decode(root.Name()+"/"+p.name, data, nil)
	return a, err
}

// remember keeps what a quarter's file held, once for everything that one
// command does to it. A change is worth more than the way back: where the history
// cannot be written, that is only told.
func (s *Store) remember(root *os.Root, period assess.Quarter, text []byte) {
	if s.doing == "" || s.remembered[period] {
		return
	}
	if err := s.keep(root, period, s.doing, text); err != nil {
		s.note(fmt.Sprintf("%v; so \"hygeia undo\" cannot take this change back", err))
	}
	if s.remembered == nil {
		s.remembered = map[assess.Quarter]bool{}
	}
	s.remembered[period] = true
}

// keep adds a file to the history and lets the oldest go.
func (s *Store) keep(root *os.Root, period assess.Quarter, what string, text []byte) error {
	return s.keepAs(root, period.String(), period, what, text)
}

// keepSeries adds the file of a series as it was.
func (s *Store) keepSeries(root *os.Root, name, what string, text []byte) error {
	return s.keepAs(root, "series-"+name, assess.Quarter{}, what, text)
}

func (s *Store) keepAs(root *os.Root, subject string, period assess.Quarter, what string, text []byte) error {
	past, err := history(root)
	if err != nil {
		return err
	}
	number := 1
	if n := len(past); n > 0 {
		number = past[n-1].Number + 1
	}
	d := s.drive(root)
	if err := d.mkdir(historyDir); err != nil {
		return err
	}
	if err := d.replace(fmt.Sprintf("%s/%06d-%s-%s.yaml", historyDir, number, subject, what), whole(text)); err != nil {
		return err
	}
	for _, old := range outdated(past, period) {
		root.Remove(old.name) // it goes the next time, if not now
	}
	return nil
}

// outdated are the files of a quarter that make room for one more.
func outdated(past []Past, period assess.Quarter) []Past {
	past = slices.DeleteFunc(slices.Clone(past), func(p Past) bool {
		return p.Series != "" || p.Period != period || slices.Contains(lasting, p.What)
	})
	return past[:max(0, len(past)+1-usualPast)]
}

// Mark keeps a quarter as it is now, before a change that is worth a step of its
// own. The next save adds no other one.
func (s *Store) Mark(saved *Saved, what string) error {
	root, err := s.create()
	if err != nil {
		return err
	}
	defer root.Close()
	text, err := s.present(root, saved.Period)
	if err != nil || strings.Contains(what, "-") {
		return err
	}
	if s.remembered == nil {
		s.remembered = map[assess.Quarter]bool{}
	}
	s.remembered[saved.Period] = true
	return s.keep(root, saved.Period, what, text)
}

// next makes the next save of a quarter a step of its own.
func (s *Store) next(what string, period assess.Quarter) {
	if s.doing != "" {
		s.doing = what
		delete(s.remembered, period)
	}
}

// present returns what the file of a quarter holds; nothing if there is none.
func (s *Store) present(root *os.Root, period assess.Quarter) ([]byte, error) {
	return presentFile(root, fileName(period))
}

func presentFile(root *os.Root, name string) ([]byte, error) {
	text, err := readFile(root, name, assess.MaxFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return text, err
}

// Forget deletes the history for good and returns how many files that were.
func (s *Store) Forget() (int, error) {
	root, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	defer root.Close()
	entries, err := readDir(root, historyDir)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	n := 0
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		name := historyDir + "/" + e.Name()
		if err := root.Remove(name); err != nil {
			return n, fault("deleting", s.drive(root).path(name), chooseDir, err)
		}
		n++
	}
	return n, nil
}
