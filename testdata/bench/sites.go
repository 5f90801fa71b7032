package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"sync"
	"time"

	"hygeia/assess"
	"hygeia/assess/ledger"
	"hygeia/assess/store"
	"hygeia/frameworks"
)

// sites shows what a roll-up of many sites takes beside parsing the same files alone,
// and what is left of it with the index.
func (b *bench) sites() (table, error) {
	self, err := os.Executable()
	if err != nil {
		return table{}, err
	}
	t := table{name: "Sites × 10, × 100, × 1,000, 12 quarters each"}
	for _, n := range []string{"10", "100", "1000"} {
		dir := filepath.Join(b.dir, "sites-"+n)
		if err := b.self("sites", dir, n); err != nil {
			return table{}, err
		}
		out := filepath.Join(b.dir, "sites-"+n+".txt")
		index := exec.Command(b.program, "sites", dir, "-o", out) // leaves the index
		if text, err := index.CombinedOutput(); err != nil {
			return table{}, fmt.Errorf("sites: %w: %s", err, text)
		}
		plain := &process{name: "parsing the files alone, " + n, args: []string{self, "parse", dir}, runs: slowRuns}
		whole := &process{name: "sites --no-index, " + n, args: []string{b.program, "sites", dir, "--no-index", "-o", out}, file: out, runs: slowRuns}
		again := &process{name: "sites, with the index, " + n, args: []string{b.program, "sites", dir, "-o", out}, file: filepath.Join(dir, "sites.index"), runs: slowRuns}
		t.rows = append(t.rows, plain, whole, again)
	}
	return t, nil
}

// patterns is how many sites are answered question by question; the others say the
// same under another name, so that a thousand are made in seconds.
const patterns = 10

// siteQuarters is how many finished quarters each site has, up to 2026-Q3.
const siteQuarters = 12

// fillSites makes so many sites, always the same, each in a folder of its own below
// one folder.
func fillSites(dir, count string) error {
	n, err := strconv.Atoi(count)
	if err != nil {
		return err
	}
	models := filepath.Join(dir, ".models")
	for i := range min(n, patterns) {
		if err := answerSite(filepath.Join(models, strconv.Itoa(i)), i); err != nil {
			return err
		}
	}
	for i := range n {
		if err := copySite(filepath.Join(models, strconv.Itoa(i%patterns)), filepath.Join(dir, fmt.Sprintf("site-%04d", i)), siteName(i%patterns), siteName(i)); err != nil {
			return err
		}
	}
	return os.RemoveAll(models)
}

func siteName(i int) string { return fmt.Sprintf("Bench Site %04d (invented)", i) }

// answerSite answers the quarters of one site and finishes them. A third of the
// answers is given anew each quarter, few of them at another level, most of these for
// the better.
func answerSite(dir string, site int) error {
	st := store.Open(dir)
	lib, err := st.Library()
	if err != nil {
		return err
	}
	sizes := []frameworks.Size{frameworks.Small, frameworks.Medium, frameworks.Large}
	var last *assess.Assessment
	period := assess.Quarter{Year: 2023, N: 4}
	for n := range siteQuarters {
		day := assess.Date{Year: period.Year, Month: time.Month(3 * period.N), Day: 15}
		a := assess.NextQuarter(lib, last, period, time.Date(day.Year, day.Month, day.Day, 12, 0, 0, 0, time.UTC))
		a.Organization = assess.Organization{Name: siteName(site), Size: sizes[site%len(sizes)], Beds: 20 + 40*site, Country: "us"}
		a.Frameworks = []string{"hph-cpg", "hicp-2023", "nist-csf-2.0"}
		for i, q := range assess.AskedQuestions(lib, a.Frameworks, a.Organization.Size) {
			h := spin(site, i, n)
			if last != nil && h%3 != 0 {
				continue
			}
			level := frameworks.Level(h / 3 % 4)
			if last != nil {
				level = moved(a.Answers[q.Key].Level, h/3)
			}
			ans := assess.Answer{
				State: assess.Levelled, Level: level,
				Note:  "Seen with the team that runs it.",
				Proof: []assess.Proof{{Grade: assess.Record, What: "export of the settings", Date: day, Where: "shared drive"}},
			}
			if err := a.Put(q, ans, a.Answers[q.Key], "IT lead", day); err != nil {
				return err
			}
		}
		s := st.New(a)
		if err := errors.Join(st.Save(s), st.Finish(s, day)); err != nil {
			return err
		}
		last, period = a, period.Next()
	}
	return nil
}

// moved is a level a quarter later: as it was, one higher, or now and then one lower.
func moved(was frameworks.Level, h int) frameworks.Level {
	switch {
	case h%60 == 0:
		return max(was-1, frameworks.No)
	case h%6 == 0:
		return min(was+1, frameworks.Yes)
	}
	return was
}

// spin is a number that looks like chance and is always the same.
func spin(values ...int) int {
	sum := sha256.Sum256([]byte(fmt.Sprint(values)))
	return int(sum[0])<<8 | int(sum[1])
}

var previousDigest = regexp.MustCompile(`(?m)^previous: .*$`)

// copySite copies a site under another name, with the chain of its quarters whole.
func copySite(from, to, was, name string) error {
	if err := os.MkdirAll(to, 0o700); err != nil {
		return err
	}
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	previous := ""
	for _, e := range entries { // quarters in their order
		source, target := filepath.Join(from, e.Name()), filepath.Join(to, e.Name())
		if e.IsDir() {
			if e.Name() == "content" {
				if err := linkAll(source, target); err != nil {
					return err
				}
			}
			continue
		}
		data, err := os.ReadFile(source)
		if err != nil {
			return err
		}
		if store.IsQuarter(e.Name()) {
			data = bytes.ReplaceAll(data, []byte(was), []byte(name))
			if previous != "" {
				data = previousDigest.ReplaceAll(data, []byte("previous: "+previous))
			}
			previous = fmt.Sprintf("sha256:%x", sha256.Sum256(data))
		}
		if err := os.WriteFile(target, data, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// linkAll puts the files of a folder into another one without copying them.
func linkAll(from, to string) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(to, 0o700); err != nil {
		return err
	}
	for _, e := range entries {
		if err := os.Link(filepath.Join(from, e.Name()), filepath.Join(to, e.Name())); err != nil {
			return err
		}
	}
	return nil
}

// parseSites reads the two quarters and the ledger of each site, side by side,
// and does nothing with them: what "hygeia sites" is held against.
func parseSites(dir string) error {
	lib, err := store.Open("").Library()
	if err != nil {
		return err
	}
	folders, err := filepath.Glob(filepath.Join(dir, "site-*"))
	if err != nil {
		return err
	}
	content := func(assess.Pin, assess.Status) (*frameworks.Library, error) { return lib, nil }
	next, failed := make(chan string), make(chan error, 2*len(folders))
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for folder := range next {
				for _, name := range []string{"2026-Q2.yaml", "2026-Q3.yaml"} {
					data, err := os.ReadFile(filepath.Join(folder, name))
					if err == nil {
						_, _, err = assess.Decode(name, data, content)
					}
					if err != nil {
						failed <- err
						break
					}
				}
				if data, err := os.ReadFile(filepath.Join(folder, "ledger.yaml")); err == nil {
					if _, err := ledger.Read("ledger.yaml", data); err != nil {
						failed <- err
					}
				}
			}
		})
	}
	for _, f := range folders {
		next <- f
	}
	close(next)
	wg.Wait()
	close(failed)
	return <-failed
}
