package series

import (
	_ "embed"
	"strings"
	"sync"

	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

//go:embed earlier.yaml
var earlierText []byte

// earlier is what is known of editions that are no longer current.
type earlier struct {
	editions []formerEdition
	words    map[string]map[string][]string // of outcomes without a title, by framework and id
}

// formerEdition is one such edition.
type formerEdition struct {
	id, title string
	now       string // id of the framework that took its place
	says      string // whose word it is where the ids went
	ids       []string
	went      map[string][]string // empty: nowhere
	withdrawn []string            // of ids that the catalog of the framework says where they went
	titles    map[string]string
	words     map[string][]string
}

// former is read when the first sheet is: no other command needs it.
var former = sync.OnceValues(func() (*earlier, error) { return readEarlier("earlier.yaml", earlierText) })

func readEarlier(name string, data []byte) (*earlier, error) {
	doc, err := strictyaml.Parse(name, data, strictyaml.Limits{})
	if doc == nil {
		return nil, err
	}
	m := doc.Root().Mapping("schema", "editions", "words")
	if s := m.Need("schema"); s.Present() && s.Text() != "hygeia/earlier/v1" {
		s.Errorf("schema %q: must be hygeia/earlier/v1", s.Text())
	}
	e := &earlier{words: map[string]map[string][]string{}}
	for _, item := range m.Need("editions").Items() {
		e.editions = append(e.editions, readFormer(item.Mapping("id", "title", "now", "says", "went", "titles", "words")))
	}
	for _, f := range m.Need("words").Entries() {
		e.words[f.Key.Text()] = wordLists(f.Value)
	}
	return e, doc.Err()
}

func readFormer(m strictyaml.Mapping) formerEdition {
	f := formerEdition{
		id: m.Need("id").Text(), title: m.Need("title").Text(), now: m.Need("now").Text(), says: m.Need("says").Text(),
		went: map[string][]string{}, titles: map[string]string{}, words: wordLists(m.Get("words")),
	}
	for _, e := range m.Need("went").Entries() {
		id := e.Key.Text()
		f.ids, f.went[id] = append(f.ids, id), nil
		switch to := e.Value.Text(); to {
		case "nowhere":
		case "withdrawn":
			f.withdrawn = append(f.withdrawn, id)
		default:
			f.went[id] = strings.Fields(to)
		}
	}
	for _, e := range m.Get("titles").Entries() {
		f.titles[e.Key.Text()] = words.Line(e.Value.Text())
	}
	return f
}

func wordLists(n strictyaml.Node) map[string][]string {
	lists := map[string][]string{}
	for _, e := range n.Entries() {
		lists[e.Key.Text()] = strings.Fields(e.Value.Text())
	}
	return lists
}
