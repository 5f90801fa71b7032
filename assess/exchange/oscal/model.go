package oscal

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// The parts of OSCAL's form that are read. Fields of other names are left alone:
// the form grows with every version.
type (
	catalog struct {
		Metadata metadata  `json:"metadata"`
		Params   []param   `json:"params"`
		Groups   []group   `json:"groups"`
		Controls []control `json:"controls"`
	}
	metadata struct {
		Title     string   `json:"title"`
		Published string   `json:"published"`
		Version   string   `json:"version"`
		OSCAL     string   `json:"oscal-version"`
		Links     []link   `json:"links"`
		Parties   []party  `json:"parties"`
		Doers     []doer   `json:"responsible-parties"`
		Props     []prop   `json:"props"`
		DocIDs    []docIDs `json:"document-ids"`
	}
	docIDs struct {
		ID string `json:"identifier"`
	}
	party struct {
		UUID string `json:"uuid"`
		Name string `json:"name"`
		Type string `json:"type"`
	}
	doer struct {
		Role    string   `json:"role-id"`
		Parties []string `json:"party-uuids"`
	}
	group struct {
		ID       string    `json:"id"`
		Class    string    `json:"class"`
		Title    string    `json:"title"`
		Props    []prop    `json:"props"`
		Params   []param   `json:"params"`
		Groups   []group   `json:"groups"`
		Controls []control `json:"controls"`
	}
	control struct {
		ID       string    `json:"id"`
		Class    string    `json:"class"`
		Title    string    `json:"title"`
		Props    []prop    `json:"props"`
		Params   []param   `json:"params"`
		Links    []link    `json:"links"`
		Parts    []part    `json:"parts"`
		Controls []control `json:"controls"`
	}
	prop struct {
		Name  string `json:"name"`
		Class string `json:"class"`
		Value string `json:"value"`
	}
	link struct {
		Href string `json:"href"`
		Rel  string `json:"rel"`
	}
	part struct {
		Name  string `json:"name"`
		Prose string `json:"prose"`
		Props []prop `json:"props"`
		Parts []part `json:"parts"`
	}
	param struct {
		ID     string   `json:"id"`
		Label  string   `json:"label"`
		Values []string `json:"values"`
		Select struct {
			HowMany string   `json:"how-many"`
			Choice  []string `json:"choice"`
		} `json:"select"`
		Usage       string  `json:"usage"`
		Constraints []told  `json:"constraints"`
		Guidelines  []told  `json:"guidelines"`
		Params      []param `json:"params"`
	}
	told struct {
		Description string `json:"description"`
		Prose       string `json:"prose"`
	}
)

// others are the documents of OSCAL that are no catalog, and what each is.
var others = []struct{ key, what string }{
	{"profile", "an OSCAL profile, which only names controls of a catalog; bring in the catalog, or the \"resolved profile catalog\" made from both"},
	{"component-definition", "an OSCAL component definition, which says what a product does; a catalog is needed"},
	{"system-security-plan", "an OSCAL system security plan; a catalog is needed"},
	{"assessment-plan", "an OSCAL assessment plan; a catalog is needed"},
	{"assessment-results", "an OSCAL file of assessment results; a catalog is needed"},
	{"plan-of-action-and-milestones", "an OSCAL plan of action; a catalog is needed"},
	{"mapping-collection", "an OSCAL mapping; a catalog is needed"},
}

// Recognize reports whether the first bytes of a file look like OSCAL: in JSON, which
// can be read, or in XML or YAML, of which reading says so.
func Recognize(head []byte) bool {
	text := strings.TrimLeft(string(strictyaml.Text(head)), " \t\r\n")
	rest, ok := strings.CutPrefix(text, "{")
	if !ok {
		return otherForm(text) != ""
	}
	rest = strings.TrimLeft(rest, " \t\r\n")
	if strings.HasPrefix(rest, `"$schema"`) && strings.Contains(rest, "oscal") || strings.HasPrefix(rest, `"catalog"`) {
		return true
	}
	for _, o := range others {
		if strings.HasPrefix(rest, `"`+o.key+`"`) && strings.Contains(rest, `"uuid"`) {
			return true
		}
	}
	return false
}

// formHead is how much of a file is looked at for the form it is written in, in bytes.
const formHead = 4 << 10

var yamlDocument = words.Pattern(`^(?:---\s*\n)?(?:#.*\n)*(?:catalog|profile|component-definition|system-security-plan|assessment-plan|assessment-results|plan-of-action-and-milestones|mapping-collection):[ \t]*\r?\n[ \t]+\S`)

// otherForm names the form that a document of OSCAL is written in where that is not
// JSON; "" of anything else.
func otherForm(text string) string {
	head := text[:min(len(text), formHead)]
	switch {
	case strings.HasPrefix(head, "<") && strings.Contains(head, "csrc.nist.gov/ns/oscal"):
		return "XML"
	case yamlDocument().MatchString(head) && strings.Contains(head, "metadata:"):
		return "YAML"
	}
	return ""
}

// decode reads the file. An error says the line and column.
func decode(name string, data []byte) (*catalog, error) {
	data = strictyaml.Text(data)
	if form := otherForm(strings.TrimLeft(string(data[:min(len(data), 2*formHead)]), " \t\r\n")); form != "" {
		return nil, fmt.Errorf("%s: this is OSCAL written as %s, and JSON is needed; whoever publishes it offers the same as JSON beside it", name, form)
	}
	var root map[string]json.RawMessage
	if err := json.Unmarshal(data, &root); err != nil {
		return nil, placed(name, data, err)
	}
	raw, ok := root["catalog"]
	if !ok {
		for _, o := range others {
			if root[o.key] != nil {
				return nil, fmt.Errorf("%s: this is %s", name, o.what)
			}
		}
		return nil, fmt.Errorf(`%s: has no "catalog" at its top, as an OSCAL catalog has`, name)
	}
	var c catalog
	if err := json.Unmarshal(raw, &c); err != nil {
		return nil, placed(name, data, err)
	}
	return &c, nil
}

// placed names the line and column where the text stops being JSON, or the field
// that holds another kind of value.
func placed(name string, data []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		before := strings.TrimRight(string(data[:min(int(syntax.Offset), len(data))]), " \t\r\n")
		line := 1 + strings.Count(before, "\n")
		col := len(before) - strings.LastIndex(before, "\n") - 1
		if int(syntax.Offset) >= len(data) {
			return fmt.Errorf("%s:%d:%d: the file ends too early; it may have been cut off on the way", name, line, col)
		}
		return fmt.Errorf("%s:%d:%d: is not written as JSON: %s", name, line, col, err)
	case errors.As(err, &kind):
		return fmt.Errorf("%s: %q holds a %s, which OSCAL does not write there", name, kind.Field, kind.Value)
	}
	return fmt.Errorf("%s: cannot be read as JSON: %w", name, err)
}
