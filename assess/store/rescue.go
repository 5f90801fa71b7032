package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"hygeia/assess"
)

// Rescue writes a quarter that could not be saved beside its file, as
// 2026-Q3.rescue.yaml, or else into the first of the other folders that takes it,
// and returns where it is. What an earlier sitting rescued is left alone. The next
// save of the quarter that works takes the rescue file away again, unless it is to
// stay.
func (s *Store) Rescue(saved *Saved, stays bool, elsewhere ...string) (path string, err error) {
	data, err := assess.Encode(saved.Assessment)
	if err != nil {
		return "", err
	}
	saved.rescueStays = saved.rescueStays || stays
	if saved.rescue != "" {
		if err := overwrite(saved.rescue, data); err == nil {
			return saved.rescue, nil
		}
	}
	var errs []error
	for _, dir := range append([]string{s.dir}, elsewhere...) {
		path, err := rescueIn(dir, saved.Period, data)
		if err == nil {
			saved.rescue = path
			return path, nil
		}
		errs = append(errs, err)
	}
	return "", errors.Join(errs...)
}

// rescueIn writes a new rescue file into a folder that is there.
func rescueIn(dir string, period assess.Quarter, data []byte) (string, error) {
	const most = 100
	for n := 1; n <= most; n++ {
		name := period.String() + rescueMark + ".yaml"
		if n > 1 {
			name = fmt.Sprintf("%s%s-%d.yaml", period, rescueMark, n)
		}
		path := filepath.Join(dir, name)
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, os.ErrExist) {
			continue
		}
		if err != nil {
			return "", fault(toWrite, path, chooseDir, err)
		}
		if err := writeAll(f, data); err != nil {
			os.Remove(path)
			return "", fault(toWrite, path, chooseDir, err)
		}
		return path, nil
	}
	return "", fmt.Errorf("%s: holds too many rescue files already", dir)
}

// overwrite writes the rescue file of this sitting anew.
func overwrite(path string, data []byte) error {
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer root.Close()
	return (&drive{Root: root, way: chooseDir}).replace(filepath.Base(path), whole(data))
}

func writeAll(f *os.File, data []byte) error {
	_, err := f.Write(data)
	if err == nil {
		if err = f.Sync(); err != nil && unsupported(err) {
			err = nil
		}
	}
	return errors.Join(err, f.Close())
}

// Rescued returns where the quarter was written because it could not be saved;
// nothing if everything is where it belongs.
func (saved *Saved) Rescued() string { return saved.rescue }

// settled takes the rescue file away once what it holds is saved.
func (saved *Saved) settled() {
	if saved.rescue != "" && !saved.rescueStays && os.Remove(saved.rescue) == nil {
		saved.rescue = ""
	}
}

// Base returns a draft as it was read or saved last; nil if it never was.
func (s *Store) Base(saved *Saved) (*assess.Assessment, error) {
	return readText(s.Path(saved.Period), saved.text)
}

// Become makes a quarter in memory the one that was read from the folder, with
// everything that was merged into it. Whoever holds the quarter goes on with it.
func (saved *Saved) Become(merged *Saved) {
	*saved.Assessment = *merged.Assessment
	saved.digest, saved.text = merged.digest, merged.text
}
