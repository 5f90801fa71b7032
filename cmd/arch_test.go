package cmd_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers says which of our own packages a package may import. Packages run one
// way, so that the left of them can be tested with a string.
var layers = map[string][]string{
	"hygeia/frameworks/words":      {},
	"hygeia/frameworks/strictyaml": {"hygeia/frameworks/words"},
	"hygeia/frameworks":            {"hygeia/frameworks/words", "hygeia/frameworks/strictyaml"},
	"hygeia/assess":                {"hygeia/frameworks/words", "hygeia/frameworks", "hygeia/frameworks/strictyaml"},
	"hygeia/assess/match":          {"hygeia/frameworks/words", "hygeia/frameworks", "hygeia/assess"},
	"hygeia/assess/ledger":         {"hygeia/frameworks/strictyaml", "hygeia/assess"},
	"hygeia/assess/log":            {"hygeia/frameworks/words", "hygeia/frameworks/strictyaml", "hygeia/assess"},
	"hygeia/assess/sheet":          {},
	"hygeia/assess/backup":         {"hygeia/frameworks/words"},
	"hygeia/assess/evidence":       {"hygeia/frameworks/words", "hygeia/frameworks/strictyaml", "hygeia/assess", "hygeia/assess/sheet"},
	"hygeia/assess/packet": {
		"hygeia/frameworks/words",
		"hygeia/frameworks/strictyaml",
		"hygeia/frameworks",
		"hygeia/assess",
		"hygeia/assess/sheet",
	},
	"hygeia/assess/exchange": {
		"hygeia/frameworks/words",
		"hygeia/frameworks/strictyaml",
		"hygeia/frameworks",
		"hygeia/assess",
		"hygeia/assess/exchange/oscal",
		"hygeia/assess/packet",
		"hygeia/assess/sheet",
	},
	"hygeia/assess/exchange/oscal": {
		"hygeia/frameworks/words",
		"hygeia/frameworks/strictyaml",
		"hygeia/frameworks",
	},
	"hygeia/assess/store": {
		"hygeia/frameworks/words",
		"hygeia/frameworks/strictyaml",
		"hygeia/frameworks",
		"hygeia/assess",
		"hygeia/assess/ledger",
		"hygeia/assess/log",
		"hygeia/assess/series",
	},
	"hygeia/assess/series": {
		"hygeia/frameworks/words",
		"hygeia/frameworks/strictyaml",
		"hygeia/frameworks",
		"hygeia/assess",
		"hygeia/assess/sheet",
	},
	"hygeia/assess/rollup": {
		"hygeia/frameworks/words",
		"hygeia/frameworks",
		"hygeia/assess",
		"hygeia/assess/ledger",
	},
	"hygeia/assess/rows": {
		"hygeia/frameworks",
		"hygeia/assess",
		"hygeia/assess/ledger",
		"hygeia/assess/sheet",
	},
	"hygeia/assess/sites": {
		"hygeia/frameworks",
		"hygeia/assess",
		"hygeia/assess/rollup",
		"hygeia/assess/store",
	},
	"hygeia/report": slices.Concat([]string{
		"hygeia/frameworks/words",
		"hygeia/frameworks",
		"hygeia/assess",
		"hygeia/assess/ledger",
		"hygeia/assess/match",
		"hygeia/assess/series",
		"hygeia/assess/sheet",
	}, reportRooms),
	"hygeia/cmd/form": {
		"hygeia/frameworks/words",
		"hygeia/frameworks",
		"hygeia/assess",
		"hygeia/assess/match",
	},
	"hygeia/cmd/aguard": {},
	"hygeia/cmd": {
		"hygeia/frameworks/words",
		"hygeia/frameworks/strictyaml",
		"hygeia/frameworks",
		"hygeia/assess",
		"hygeia/assess/backup",
		"hygeia/assess/evidence",
		"hygeia/assess/exchange",
		"hygeia/assess/exchange/oscal",
		"hygeia/assess/ledger",
		"hygeia/assess/log",
		"hygeia/assess/match",
		"hygeia/assess/packet",
		"hygeia/assess/rollup",
		"hygeia/assess/rows",
		"hygeia/assess/series",
		"hygeia/assess/sheet",
		"hygeia/assess/sites",
		"hygeia/assess/store",
		"hygeia/report",
		"hygeia/report/allsites",
		"hygeia/report/calendar",
		"hygeia/report/handout",
		"hygeia/report/incident",
		"hygeia/report/listing",
		"hygeia/cmd/form",
	},
	"hygeia/cmd/hygeia":     {"hygeia/cmd", "hygeia/cmd/aguard"},
	"hygeia/cmd/release":    {"hygeia/cmd"},
	"hygeia/testdata/bench": {"hygeia/frameworks", "hygeia/assess", "hygeia/assess/ledger", "hygeia/assess/store"},

	"hygeia/report/allsites": {"hygeia/frameworks/words", "hygeia/frameworks", "hygeia/assess", "hygeia/assess/rollup", "hygeia/assess/sheet", "hygeia/report/data", "hygeia/report/doc"},
	"hygeia/report/data":     {"hygeia/frameworks/words", "hygeia/frameworks", "hygeia/assess", "hygeia/assess/sheet"},
	"hygeia/report/doc":      {"hygeia/frameworks/words"},
	"hygeia/report/typeset":  {"hygeia/frameworks/words", "hygeia/report/doc"},
	"hygeia/report/chart":    {"hygeia/frameworks/words", "hygeia/report/doc", "hygeia/report/typeset"},
	"hygeia/report/pdf":      {"hygeia/frameworks/words", "hygeia/report/doc", "hygeia/report/typeset", "hygeia/report/chart"},
	"hygeia/report/html":     {"hygeia/frameworks/words", "hygeia/report/doc", "hygeia/report/typeset", "hygeia/report/chart"},
	"hygeia/report/incident": {"hygeia/frameworks/words", "hygeia/frameworks", "hygeia/report/doc"},
	"hygeia/report/listing":  {"hygeia/frameworks/words", "hygeia/frameworks", "hygeia/assess/match", "hygeia/report/data", "hygeia/report/doc", "hygeia/report/markdown", "hygeia/report/text"},
	"hygeia/report/markdown": {"hygeia/frameworks/words", "hygeia/report/doc"},
	"hygeia/report/text":     {"hygeia/frameworks/words", "hygeia/report/doc"},
	"hygeia/report/word":     {"hygeia/frameworks/words", "hygeia/report/doc"},
	"hygeia/report/calendar": {},
	"hygeia/report/handout":  {"hygeia/frameworks/words", "hygeia/frameworks", "hygeia/assess", "hygeia/assess/packet"},

	// What tests share; no other package may import them.
	"hygeia/report/doc/doctest":   {"hygeia/frameworks/words", "hygeia/report/doc", "hygeia/report/typeset"},
	"hygeia/report/pdf/pdftest":   {"hygeia/report/doc", "hygeia/report/typeset"},
	"hygeia/report/html/htmltest": {},
	"hygeia/report/word/wordtest": {},
}

// reportRooms are the packages below report that it builds on: what a document is,
// and the formats that draw one.
var reportRooms = []string{
	"hygeia/report/data", "hygeia/report/doc", "hygeia/report/html", "hygeia/report/markdown", "hygeia/report/pdf", "hygeia/report/text", "hygeia/report/word",
}

// doors names, for each third-party package, the only packages of ours behind
// which it stands. A path stands for everything below it.
var doors = map[string][]string{
	"gopkg.in/yaml.v3":                   {"hygeia/frameworks/strictyaml"},
	"github.com/jung-kurt/gofpdf":        {"hygeia/report/pdf"},
	"github.com/go-fonts/liberation":     {"hygeia/report/typeset"},
	"github.com/spf13/cobra":             {"hygeia/cmd", "hygeia/cmd/release"},
	"github.com/spf13/pflag":             {"hygeia/cmd"},
	"github.com/charmbracelet/huh":       {"hygeia/cmd/form"},
	"github.com/charmbracelet/bubbletea": {"hygeia/cmd/form"},
	"github.com/charmbracelet/bubbles":   {"hygeia/cmd/form"},
	"github.com/charmbracelet/lipgloss":  {"hygeia/cmd", "hygeia/cmd/form"},
	"github.com/charmbracelet/x/ansi":    {"hygeia/cmd/form"},
	"github.com/muesli/termenv":          {"hygeia/cmd/form"},
	"golang.org/x/term":                  {"hygeia/cmd"},
	"github.com/rivo/uniseg":             {"hygeia/frameworks/words"},
	"golang.org/x/text":                  {"hygeia/assess/sheet", "hygeia/report/typeset"},
	"golang.org/x/sys":                   {"hygeia/assess/store", "hygeia/cmd"},
	"filippo.io/age":                     {"hygeia/assess/backup"},
	"pgregory.net/rapid":                 {"hygeia/report/doc/doctest"},
}

// forbidden are the standard packages nothing of ours may use: the program
// opens no connection and starts no other program.
var forbidden = []string{"net", "net/http", "os/exec", "plugin"}

// tools measure and release the program and are no part of it; they start others.
var tools = []string{"hygeia/testdata/bench", "hygeia/cmd/release"}

// offline are the packages that know no terminal, clock, environment or flag.
var offline = append([]string{
	"hygeia/frameworks/words", "hygeia/frameworks", "hygeia/frameworks/strictyaml", "hygeia/assess", "hygeia/assess/exchange", "hygeia/assess/exchange/oscal", "hygeia/assess/series",
	"hygeia/assess/ledger", "hygeia/assess/log", "hygeia/assess/match", "hygeia/assess/packet", "hygeia/assess/rollup", "hygeia/assess/rows", "hygeia/report", "hygeia/report/allsites", "hygeia/report/calendar", "hygeia/report/handout", "hygeia/report/incident", "hygeia/report/listing", "hygeia/report/typeset", "hygeia/report/chart",
}, reportRooms...)

func TestImports(t *testing.T) {
	for pkg, imports := range ourImports(t) {
		allowed, known := layers[pkg]
		if !known {
			t.Errorf("%s is a new package: say in this test what it may import", pkg)
			continue
		}
		for _, imp := range imports {
			switch {
			case strings.HasPrefix(imp, "hygeia/"):
				if !slices.Contains(allowed, imp) {
					t.Errorf("%s imports %s: packages run one way, frameworks, assess, report, cmd", pkg, imp)
				}
			case slices.Contains(forbidden, imp):
				if !slices.Contains(tools, pkg) {
					t.Errorf("%s imports %s: hygeia opens no connection and starts no program", pkg, imp)
				}
			case strings.Contains(imp, "."):
				if !slices.Contains(door(imp), pkg) {
					t.Errorf("%s imports %s: that package stands behind %v only", pkg, imp, door(imp))
				}
			case imp == "flag" && !slices.Contains(tools, pkg) || imp == "os" && slices.Contains(offline, pkg):
				t.Errorf("%s imports %s: it takes values, readers and writers, and files are for assess/store", pkg, imp)
			}
		}
	}
}

func door(imp string) []string {
	for p := imp; p != "."; p = path.Dir(p) {
		if d, ok := doors[p]; ok {
			return d
		}
	}
	return nil
}

// ourImports returns what the non-test files of each of our packages import.
func ourImports(t *testing.T) map[string][]string {
	t.Helper()
	imports := map[string][]string{}
	for file := range goFiles(t) {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		pkg := path.Join("hygeia", filepath.ToSlash(filepath.Dir(file)))
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", file), nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		imports[pkg] = append(imports[pkg], []string{}...)
		for _, spec := range f.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			imports[pkg] = append(imports[pkg], name)
		}
	}
	return imports
}

// TestAnswersAreWrittenInOnePlace: an answer gets into a quarter by the methods
// of assess only, which clean it, compare it and refuse what may not stand.
func TestAnswersAreWrittenInOnePlace(t *testing.T) {
	past := regexp.MustCompile(`\.Answers\[[^\]]*\]\s*=[^=]|(delete|clear|maps\.Copy|maps\.DeleteFunc|maps\.Insert)\([\w.]*\.Answers\b`)
	if !past.MatchString("\ta.Answers[q.Key] = ans\n") || !past.MatchString("delete(c.s.Assessment.Answers, key)") {
		t.Fatal("the test would find nothing")
	}
	for file := range goFiles(t) {
		inAssess := path.Dir(file) == "assess"
		redacts := path.Base(file) == "audience.go" // fills a quarter of its own with what may be seen
		if inAssess || redacts || strings.HasSuffix(file, "_test.go") {
			continue
		}
		data, err := os.ReadFile(filepath.Join("..", file))
		if err != nil {
			t.Fatal(err)
		}
		if found := past.Find(data); found != nil {
			t.Errorf("%s writes past assess: %q", file, found)
		}
	}
}

// TestOneExit keeps the clock, the exit and the process's streams in one place.
func TestOneExit(t *testing.T) {
	for word, where := range map[string]string{
		"os.Exit(":   "cmd/hygeia/main.go",
		"time.Now":   "cmd/env.go",
		"os.Stdout":  "cmd/env.go",
		"fmt.Print(": "", "fmt.Printf(": "", "fmt.Println(": "",
	} {
		for file := range goFiles(t) {
			if strings.HasSuffix(file, "_test.go") || strings.HasPrefix(file, "testdata/") || strings.HasPrefix(file, "cmd/release/") || file == where {
				continue
			}
			data, err := os.ReadFile(filepath.Join("..", file))
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(data), word) {
				t.Errorf("%s uses %s, which belongs in %q", file, word, where)
			}
		}
	}
}

// goFiles returns the Go files of the module, by path from its root.
func goFiles(t *testing.T) map[string]bool {
	t.Helper()
	files := map[string]bool{}
	err := filepath.WalkDir("..", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && p != ".." && strings.HasPrefix(d.Name(), ".") {
			return filepath.SkipDir
		}
		if filepath.Ext(p) == ".go" {
			rel, err := filepath.Rel("..", p)
			if err != nil {
				return err
			}
			files[filepath.ToSlash(rel)] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestSlowTestsAreThere: a test that "make quick" leaves out is there under that
// name; otherwise the list would fill up and "make quick" get slow again.
func TestSlowTestsAreThere(t *testing.T) {
	makefile, err := os.ReadFile(filepath.Join("..", "Makefile"))
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`(?m)^SLOW\s*= (.+)$`).FindSubmatch(makefile)
	if m == nil {
		t.Fatal("the Makefile has no list SLOW")
	}
	var tests strings.Builder
	for file := range goFiles(t) {
		if strings.HasSuffix(file, "_test.go") {
			data, err := os.ReadFile(filepath.Join("..", file))
			if err != nil {
				t.Fatal(err)
			}
			tests.Write(data)
		}
	}
	for name := range strings.SplitSeq(string(m[1]), "|") {
		if !strings.Contains(tests.String(), "func "+name+"(") {
			t.Errorf("%s in the list SLOW of the Makefile is no test any more", name)
		}
	}
}
