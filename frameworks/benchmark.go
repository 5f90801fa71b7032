package frameworks

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"sync"

	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// benchmarksSchema is the first line of the file of published figures. The file
// is no part of a library: nothing is scored by it, and no digest holds it.
const benchmarksSchema = "hygeia/benchmarks/v1"

//go:embed benchmarks.yaml
var benchmarksFile []byte

// Study is a published study whose figures may stand beside ours.
type Study struct {
	ID        string
	Title     string
	Publisher string
	Year      int
	Data      string // when it was asked, "2021 to March 2023"
	Sample    int    // how many answered
	Who       string // who they are
	Framework string // id of the framework whose sections or groups it measured
	About     string // practices, functions or categories: which of its parts
	Measures  string // what its figures are
	Read      bool   // we read the figures in the study itself; otherwise they are not printed
	Caveats   []string
	URL       string
	Pages     string // where in it, "pages 26 and 32"
	Figures   []Figure
}

// Figure is one published figure about a section or group of ours.
type Figure struct {
	Of      string // id of the section or group
	As      string // what the study calls it, where that is another name
	Percent Published
	Remark  string // what is not the same; always there where only a part is
}

// Published is a percentage as it was published. The zero value is a figure the
// study has and does not print.
type Published struct {
	Known      bool
	Hundredths int // of a percent, 0 to 10000
}

// Benchmarks returns the published figures hygeia brings along. An error means
// that the program was built from a broken file, which the tests prevent.
func Benchmarks() ([]Study, error) { return benchmarks() }

var benchmarks = sync.OnceValues(func() ([]Study, error) { return ReadBenchmarks("benchmarks.yaml", benchmarksFile) })

// ReadBenchmarks reads a file of published figures. The error holds every
// mistake in it.
func ReadBenchmarks(name string, data []byte) ([]Study, error) {
	doc, err := strictyaml.Parse(name, data, strictyaml.Limits{})
	if doc == nil {
		return nil, err
	}
	if schemaOf(doc, benchmarksSchema) == "" {
		return nil, doc.Err()
	}
	var studies []Study
	for _, n := range doc.Root().Mapping("schema", "studies").Need("studies").Items() {
		s := readStudy(n)
		if slices.ContainsFunc(studies, func(other Study) bool { return other.ID == s.ID && s.ID != "" }) {
			n.Errorf("study %q is there twice", s.ID)
		}
		studies = append(studies, s)
	}
	if err := doc.Err(); err != nil {
		return nil, err
	}
	return studies, nil
}

func readStudy(n strictyaml.Node) Study {
	m := n.Mapping("id", "title", "publisher", "year", "data", "sample", "who", "framework", "about", "measures",
		"read", "caveats", "url", "pages", "figures")
	s := Study{
		ID:        strictyaml.Word(m.Need("id"), named("study", keyForm, "small letters, digits and hyphens")),
		Title:     line(m.Need("title"), "title", maxLine),
		Publisher: line(m.Need("publisher"), "publisher", maxLine),
		Year:      m.Need("year").Int(2000, 2100),
		Data:      line(m.Need("data"), "data", maxTime),
		Sample:    m.Need("sample").Int(1, 1_000_000),
		Who:       line(m.Need("who"), "who", maxLine),
		Framework: strictyaml.Word(m.Need("framework"), frameworkName),
		About:     strictyaml.Word(m.Need("about"), oneOf("about", "practices", "functions", "categories")),
		Measures:  line(m.Need("measures"), "measures", maxLine),
		Read:      m.Need("read").Bool(),
		Caveats:   lines(m.Need("caveats"), "caveats", maxLine),
		URL:       strictyaml.Word(m.Need("url"), address),
		Pages:     line(m.Get("pages"), "pages", maxTime),
	}
	for _, item := range m.Need("figures").Items() {
		f := readFigure(item)
		if slices.ContainsFunc(s.Figures, func(other Figure) bool { return other.Of == f.Of && f.Of != "" }) {
			item.Errorf("figure of %q is there twice", f.Of)
		}
		s.Figures = append(s.Figures, f)
	}
	return s
}

// fits says how well a figure suits what has the same name today.
var fits = []string{"same", "moved", "partly"}

func readFigure(n strictyaml.Node) Figure {
	m := n.Mapping("of", "as", "percent", "fit", "remark")
	f := Figure{
		Of:      strictyaml.Word(m.Need("of"), requirementName),
		As:      line(m.Get("as"), "as", maxLookFor),
		Percent: strictyaml.Word(m.Need("percent"), published),
		Remark:  line(m.Get("remark"), "remark", maxLine),
	}
	fit := m.Need("fit")
	strictyaml.Word(fit, oneOf("fit", fits...))
	if fit.Text() == "partly" && f.Remark == "" {
		fit.Errorf("remark: must say what is not the same, because the fit is partly")
	}
	if fit.Text() == "moved" && f.As == "" {
		fit.Errorf("as: must say what the study calls it, because it has moved")
	}
	return f
}

// withheld is the word for a figure the study has and does not publish. It is
// never filled by a guess.
const withheld = "not-published"

var percentForm = words.Pattern(`^(100|[0-9]{1,2})(?:\.([0-9]{2}))?$`)

// published reads a percentage as it was printed, or "not-published".
func published(s string) (Published, error) {
	if s == withheld {
		return Published{}, nil
	}
	m := percentForm().FindStringSubmatch(s)
	if m == nil || m[1] == "100" && m[2] > "00" {
		return Published{}, fmt.Errorf("percent %q: must be a number from 0 to 100, whole or with two decimals, or %s", s, withheld)
	}
	whole, _ := strconv.Atoi(m[1])
	rest, _ := strconv.Atoi(m[2]) // 0 without decimals
	return Published{true, 100*whole + rest}, nil
}
