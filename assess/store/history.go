package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

// historyDir holds each quarter as it was before each sitting or command that
// changed it. A file there is named by its number, the quarter and what came
// after it, as 000012-2026-Q3-assess.yaml; it is empty where there was no such
// quarter before. What an import wrote beside the quarters stands there too, as
// 000013-evidence=2026-10-01-nmap-a1b2c3d4-import.yaml; all that one import changed
// has the same number and is one step.
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
var lasting = []string{PastImport, PastSection, PastDiscard, pastFinish, pastReopen}

// Past is a quarter, or a file beside the quarters, as it was before something
// changed it.
type Past struct {
	Number int
	Period assess.Quarter // the zero Quarter where it is another file
	Path   string         // of another file, inside the folder; "" of a quarter
	What   string         // what came after it: the name of a command, or one of the above
	Of     int            // of an undo: the number of what it took back
	name   string
}

// Undo reports whether it was an undo that came after.
func (p Past) Undo() bool { return p.Of > 0 }

// file is what it is a state of, by its path inside the folder.
func (p Past) file() string {
	if p.Path != "" {
		return p.Path
	}
	return fileName(p.Period)
}

// apart are the folders beside the quarters whose files are kept in the history
// before an import changes them.
var apart = []string{evidenceDir, seriesDir, ownDir}

var pastName = words.Pattern(`^([0-9]{6})-(?:([0-9]{4}-Q[1-4])|([a-z]+)=([^=/\\]+))-([a-z]+(?:-of-([0-9]{6}))?)\.yaml$`)

func pastOf(name string) (Past, bool) {
	m := pastName().FindStringSubmatch(name)
	if m == nil {
		return Past{}, false
	}
	number, _ := strconv.Atoi(m[1]) // the pattern lets only digits through
	of, _ := strconv.Atoi("0" + m[6])
	p := Past{Number: number, What: m[5], Of: of, name: historyDir + "/" + name}
	if m[3] != "" {
		p.Path = m[3] + "/" + m[4] + ".yaml"
		return p, slices.Contains(apart, m[3])
	}
	var err error
	p.Period, err = assess.ParseQuarter(m[2])
	return p, err == nil
}

// subject names a file in the names of the history; "" for one that it does not keep.
func subject(file string) string {
	if period, is := periodOf(file); is {
		return period.String()
	}
	dir, base := path.Split(file)
	stem, isYAML := strings.CutSuffix(base, ".yaml")
	if dir = strings.TrimSuffix(dir, "/"); !isYAML || !slices.Contains(apart, dir) || strings.ContainsAny(stem, `=/\`) {
		return ""
	}
	return dir + "=" + stem
}

// Doing tells the store which command is at work, for the history. Without a name
// no history is kept.
func (s *Store) Doing(command string) { s.doing, s.number = command, 0 }

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

// Before reads a quarter as it was; nil where there was none, and of another file.
func (s *Store) Before(p Past) (*assess.Assessment, error) {
	if p.Path != "" {
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
func (s *Store) remember(root *os.Root, file string, text []byte) {
	if s.doing == "" || s.remembered[file] || subject(file) == "" {
		return
	}
	if err := s.keep(root, file, s.doing, text); err != nil {
		s.note(fmt.Sprintf("%v; so \"hygeia undo\" cannot take this change back", err))
	}
	s.isRemembered(file)
}

func (s *Store) isRemembered(file string) {
	if s.remembered == nil {
		s.remembered = map[string]bool{}
	}
	s.remembered[file] = true
}

// rememberApart keeps a file beside the quarters before it is written anew.
func (s *Store) rememberApart(root *os.Root, file string) {
	text, err := s.present(root, file)
	if err != nil {
		s.note(fmt.Sprintf("%v; so \"hygeia undo\" cannot take this change back", err))
		return
	}
	s.remember(root, file, text)
}

// keep adds a file to the history and lets the oldest go.
func (s *Store) keep(root *os.Root, file, what string, text []byte) error {
	past, err := history(root)
	if err != nil {
		return err
	}
	number := s.number
	if number == 0 {
		number = nextNumber(past)
	}
	d := s.drive(root)
	if err := d.mkdir(historyDir); err != nil {
		return err
	}
	if err := d.replace(fmt.Sprintf("%s/%06d-%s-%s.yaml", historyDir, number, subject(file), what), whole(text)); err != nil {
		return err
	}
	if what == PastImport {
		s.number = number // whatever else this import changes is the same step
	}
	for _, old := range outdated(past, file) {
		root.Remove(old.name) // it goes the next time, if not now
	}
	return nil
}

func nextNumber(past []Past) int {
	if n := len(past); n > 0 {
		return past[n-1].Number + 1
	}
	return 1
}

// outdated are the states of a file that make room for one more.
func outdated(past []Past, file string) []Past {
	past = slices.DeleteFunc(slices.Clone(past), func(p Past) bool {
		return p.file() != file || slices.Contains(lasting, p.What)
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
	file := fileName(saved.Period)
	text, err := s.present(root, file)
	if err != nil || strings.Contains(what, "-") {
		return err
	}
	s.isRemembered(file)
	return s.keep(root, file, what, text)
}

// next makes the next save of a quarter a step of its own.
func (s *Store) next(what string, period assess.Quarter) {
	if s.doing != "" {
		s.doing = what
		delete(s.remembered, fileName(period))
	}
}

// present returns what a file of the folder holds; nothing if there is none.
func (s *Store) present(root *os.Root, file string) ([]byte, error) {
	text, err := readFile(root, file, assess.MaxFile)
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
