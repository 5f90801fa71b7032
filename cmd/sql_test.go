package cmd_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/assess/rows"
	"hygeia/assess/store"
	"hygeia/frameworks"
)

// sqlSites are four sites with finished quarters, and one with a draft behind them.
// Every kind of answer is there, and sites of different sizes ask different questions.
func sqlSites(t *testing.T, dir string) {
	t.Helper()
	sizes := []frameworks.Size{frameworks.Small, frameworks.Medium, frameworks.Large, frameworks.Small}
	for site, size := range sizes {
		st := store.Open(filepath.Join(dir, "site-"+strconv.Itoa(site)))
		lib, err := st.Library()
		if err != nil {
			t.Fatal(err)
		}
		var last *assess.Assessment
		period := assess.Quarter{Year: 2025, N: 4}
		for n := range 4 {
			day := assess.Date{Year: period.Year, Month: time.Month(3 * period.N), Day: 15}
			a := assess.NextQuarter(lib, last, period, time.Date(day.Year, day.Month, day.Day, 9, 0, 0, 0, time.UTC))
			a.Organization = assess.Organization{Name: fmt.Sprintf("Site %d, \"north\"", site), Size: size, Country: "us"}
			a.Frameworks = []string{"hph-cpg", "nist-csf-2.0"}
			for i, q := range assess.AskedQuestions(lib, a.Frameworks, size) {
				if last != nil && (i+n+site)%3 != 0 {
					continue
				}
				ans := assess.Answer{State: assess.Levelled, Level: frameworks.Level((i*7 + 3*n + site) % 4)}
				switch k := (i + 5*n + site) % 17; {
				case k == 0:
					ans = assess.Answer{State: assess.Unknown}
				case k == 1 && !q.MustApply:
					ans = assess.Answer{State: assess.NotApplicable, Reason: "None here."}
				case k == 2:
					ans = assess.Answer{State: assess.OtherWay, Level: frameworks.Mostly, Reason: "Watched by hand.", Approver: "CIO", Review: day.AddMonths(6)}
				case k == 3 && last == nil && site == 2:
					continue // left open when it is finished
				}
				if err := a.Put(q, ans, a.Answers[q.Key], "Somebody", day); err != nil {
					t.Fatal(err)
				}
			}
			s := st.New(a)
			if err := st.Save(s); err != nil {
				t.Fatal(err)
			}
			if draft := n == 3 && site == 3; !draft {
				if err := st.Finish(s, day); err != nil {
					t.Fatal(err)
				}
			}
			last, period = a, period.Next()
			if n == 2 && site < 3 {
				break // the newest of these is 2026-Q2
			}
		}
	}
}

// wanted is what each query has to say, from hygeia's own figures.
func wanted(t *testing.T, dir string) map[string]string {
	t.Helper()
	var sites struct {
		Sites []struct {
			Folder, Period string
			Goals          struct {
				Met, Nearly, Of int
				Another         int `json:"another_way"`
			}
			Overdue int
			Change  struct{ Fell []struct{ Key string } }
		}
		Sections []struct {
			Framework, ID string
			Score         struct {
				Sites               int
				Worst, Median, Best string
			}
		}
		Practices []struct {
			Key           string
			Asked, Missed int
			Gaps          []string `json:"gaps_at"`
		}
	}
	read := func(line string, into any) {
		status, out := session(t, time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC), dir, line)
		if status != 0 {
			t.Fatalf("%s: %s", line, out)
		}
		if err := json.Unmarshal([]byte(out), into); err != nil {
			t.Fatal(err)
		}
	}
	read("sites "+dir+" --format json", &sites)
	got := map[string][]string{}
	add := func(query string, cells ...any) {
		got[query] = append(got[query], strings.TrimSuffix(strings.ReplaceAll(fmt.Sprintln(cells...), " ", "|"), "\n"))
	}
	for _, s := range sites.Sites {
		add("goals", s.Folder, s.Period, s.Goals.Met, s.Goals.Nearly, s.Goals.Another, s.Goals.Of)
		if s.Overdue > 0 {
			add("overdue", s.Folder, s.Overdue)
		}
		for _, f := range s.Change.Fell {
			add("fell", s.Folder, f.Key)
		}
	}
	percent := func(s string) string { return strings.TrimSuffix(s, "%") }
	for _, s := range sites.Sections {
		if s.Framework == "nist-csf-2.0" {
			add("spread", s.ID, s.Score.Sites, percent(s.Score.Worst), percent(s.Score.Median), percent(s.Score.Best))
		}
	}
	for _, p := range sites.Practices {
		add("missed", p.Key, p.Asked, p.Missed, len(p.Gaps))
	}
	for _, s := range sites.Sites {
		periods, err := store.Open(filepath.Join(dir, s.Folder)).Periods()
		if err != nil {
			t.Fatal(err)
		}
		for _, period := range periods {
			var result struct {
				Views []struct {
					ID       string
					Asked    bool
					Sections []struct {
						ID    string
						Score *struct{ Text string }
					}
				}
			}
			read("report "+period.String()+" --format json --dir "+filepath.Join(dir, s.Folder), &result)
			for _, v := range result.Views {
				for _, sec := range v.Sections {
					if v.Asked && sec.Score != nil {
						add("sections", s.Folder, period, v.ID, sec.ID, percent(sec.Score.Text))
					}
				}
			}
		}
	}
	text := map[string]string{}
	for query, lines := range got {
		sort.Strings(lines)
		text[query] = strings.Join(lines, "\n")
	}
	return text
}

func queries(t *testing.T) map[string]string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("..", "testdata", "sql", "*.sql"))
	if err != nil || len(names) < 6 {
		t.Fatalf("%d queries: %v", len(names), err)
	}
	all := map[string]string{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[strings.TrimSuffix(filepath.Base(name), ".sql")] = strings.TrimSuffix(strings.TrimSpace(string(data)), ";")
	}
	return all
}

// hold compares what an engine says to each query with hygeia's own digits.
func hold(t *testing.T, want map[string]string, run func(query string) (string, error)) {
	t.Helper()
	for name, query := range queries(t) {
		out, err := run(query)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		lines := strings.Split(strings.TrimSpace(out), "\n")
		sort.Strings(lines)
		if want[name] == "" {
			t.Errorf("%s: hygeia says nothing about it, so that the test shows nothing", name)
		}
		if diff := cmp.Diff(want[name], strings.Join(lines, "\n")); diff != "" {
			t.Errorf("%s (-hygeia +engine):\n%s", name, diff)
		}
	}
}

// exported writes the rows in a format and returns their folder and the schema.
func exported(t *testing.T, dir, format string) (out, schema string) {
	t.Helper()
	out = filepath.Join(t.TempDir(), "rows")
	if status, text := session(t, time.Now(), dir, "export rows "+dir+" --format "+format+" -o "+out); status != 0 {
		t.Fatalf("export rows: %s", text)
	}
	data, err := os.ReadFile(filepath.Join(out, "schema.sql"))
	if err != nil {
		t.Fatal(err)
	}
	return out, string(data)
}

func filesOf(t *testing.T, out, table, format string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(out, table, "*", "*", "rows."+format))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestSQLInDuckDB: the board's figures as SQL, over both formats, and the line of
// README that makes Parquet of them.
func TestSQLInDuckDB(t *testing.T) {
	packages := os.Getenv("HYGEIA_DUCKDB")
	if packages == "" {
		t.Skip("HYGEIA_DUCKDB does not say where DuckDB's npm packages are; .ci/run fetches them")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	dir := t.TempDir()
	sqlSites(t, dir)
	want := wanted(t, dir)
	duck := func(statements ...string) (string, error) {
		c := exec.Command(node, filepath.Join("..", "testdata", "sql", "duckdb.cjs"), packages)
		c.Stdin = strings.NewReader(strings.Join(statements, "\n--\n"))
		var talk bytes.Buffer
		c.Stderr = &talk
		out, err := c.Output()
		return string(out), errors.Join(err, errorOf(talk.String()))
	}
	for _, format := range rows.Formats {
		t.Run(format, func(t *testing.T) {
			out, schema := exported(t, dir, format)
			load := []string{schema}
			for _, table := range rows.Tables() {
				if len(filesOf(t, out, table.Name, format)) == 0 {
					continue
				}
				pattern := filepath.Join(out, table.Name, "*", "*", "rows."+format)
				reader := fmt.Sprintf("read_csv('%s', hive_partitioning = false)", pattern)
				if format == "jsonl" {
					reader = fmt.Sprintf("read_json('%s', hive_partitioning = false, format = 'newline_delimited')", pattern)
				}
				load = append(load, fmt.Sprintf("INSERT INTO %s BY NAME SELECT * FROM %s", table.Name, reader))
			}
			hold(t, want, func(query string) (string, error) { return duck(append(slices.Clone(load), query)...) })
		})
	}
	t.Run("Parquet", func(t *testing.T) {
		out, _ := exported(t, dir, "csv")
		line := parquetLine.FindStringSubmatch(string(readReadme(t)))
		if line == nil {
			t.Fatal("README has no line that makes Parquet")
		}
		sql := strings.ReplaceAll(line[1], "'rows/", "'"+out+"/")
		sql = strings.ReplaceAll(sql, "TO 'answers'", "TO '"+out+"/parquet'")
		text, err := duck(sql, "SELECT COUNT(*) FROM read_parquet('"+out+"/parquet/*/*/*.parquet', hive_partitioning = true) WHERE site = folder AND quarter = period")
		n := 0
		for _, file := range filesOf(t, out, "answers", "csv") {
			data, readErr := os.ReadFile(file)
			if readErr != nil {
				t.Fatal(readErr)
			}
			n += bytes.Count(data, []byte("\n")) - 1
		}
		if err != nil || strings.TrimSpace(text) != strconv.Itoa(n) {
			t.Errorf("%q rows in Parquet, want %d: %v", text, n, err)
		}
	})
}

// parquetLine is the statement in README's line for DuckDB.
var parquetLine = regexp.MustCompile(`duckdb -c "(COPY[^"]*)"`)

func errorOf(text string) error {
	if text == "" {
		return nil
	}
	return errors.New(text)
}

// TestSQLInPostgreSQL: the same in a server that listens on nothing but a socket in a
// folder of its own.
func TestSQLInPostgreSQL(t *testing.T) {
	if testing.Short() {
		t.Skip(`starts a server; "make test" runs it`)
	}
	psql := startPostgres(t)
	dir := t.TempDir()
	sqlSites(t, dir)
	want := wanted(t, dir)
	out, schema := exported(t, dir, "csv")
	var load strings.Builder
	load.WriteString(schema)
	for _, table := range rows.Tables() {
		for _, file := range filesOf(t, out, table.Name, "csv") {
			fmt.Fprintf(&load, "\\copy %s FROM '%s' WITH (FORMAT csv, HEADER)\n", table.Name, file)
		}
	}
	if text, err := psql(load.String()); err != nil {
		t.Fatalf("loading: %v: %s", err, text)
	}
	hold(t, want, psql)
}

// postgresTool finds a program of PostgreSQL, which Debian keeps off the path.
func postgresTool(name string) string {
	if path, err := exec.LookPath(name); err == nil {
		return path
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	if len(found) == 0 {
		return ""
	}
	return found[len(found)-1]
}

// startPostgres starts a server and returns what runs a script in it.
func startPostgres(t *testing.T) func(script string) (string, error) {
	t.Helper()
	initdb, server, client := postgresTool("initdb"), postgresTool("postgres"), postgresTool("psql")
	if initdb == "" || server == "" || client == "" || runtime.GOOS != "linux" {
		t.Skip("PostgreSQL is not installed")
	}
	dir, err := os.MkdirTemp("", "hygeia-pg") // a socket's path has to be short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	owner, can := serverUser(t, dir)
	if !can {
		t.Skip("this is root, and there is no user postgres to start the server as")
	}
	data := filepath.Join(dir, "data")
	if out, err := as(owner, exec.Command(initdb, "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")).CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v: %s", err, out)
	}
	running := as(owner, exec.Command(server, "-D", data, "-k", dir, "-c", "listen_addresses=", "-c", "fsync=off"))
	var log bytes.Buffer
	running.Stderr = &log
	if err := running.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = running.Process.Signal(os.Interrupt)
		_ = running.Wait()
	})
	psql := func(script string) (string, error) {
		c := exec.Command(client, "-X", "-q", "-At", "-h", dir, "-U", "postgres", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-f", "-")
		c.Stdin = strings.NewReader(script + "\n;\n")
		var talk bytes.Buffer
		c.Stderr = &talk
		out, err := c.Output()
		if err != nil {
			err = fmt.Errorf("%w: %s", err, talk.String())
		}
		return string(out), err
	}
	for range 100 {
		if _, err = psql("SELECT 1"); err == nil {
			return psql
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("the server does not answer: %v\n%s", err, log.String())
	return nil
}

// serverUser makes the folder that of whom the server runs as: of this user, or of
// postgres where this is root, as which no server starts.
func serverUser(t *testing.T, dir string) (*user.User, bool) {
	t.Helper()
	if os.Getuid() != 0 {
		return nil, true
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return nil, false
	}
	uid, _ := strconv.Atoi(u.Uid)
	gid, _ := strconv.Atoi(u.Gid)
	return u, os.Chown(dir, uid, gid) == nil
}
