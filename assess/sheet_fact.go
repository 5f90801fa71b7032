package assess

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"hygeia/frameworks"
	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// factsHead explains the file of facts to whoever opens it in an editor.
const factsHead = `schema: ` + schemaSheet + `

# Write the answer behind each colon and save the file. Then type:
#   hygeia assess --answers FILE
# What is left empty stays as it is. Days look like 2026-09-14, and hours are whole
# numbers. Write unknown where nobody could say, and does-not-apply where there is no
# such thing here. Nothing of this is scored.

`

// ReadGivenFacts returns the facts of an answers file, by key and as they are kept;
// none of a saved quarter. What else the file holds is not looked at: [ReadAnswers]
// reads that, and every mistake in the facts too.
func ReadGivenFacts(name string, data []byte, lib *frameworks.Library, on Date) (map[string]string, error) {
	doc, schema, err := openFile(name, data, schemaSheet, schemaSaved, schemaSavedV1)
	if err != nil || schema != schemaSheet {
		return nil, err
	}
	given := factsOfSheet(doc.Root().Mapping("schema", "answers", "facts").Get("facts"), lib, on)
	return given, doc.Err()
}

func factsOfSheet(n strictyaml.Node, lib *frameworks.Library, on Date) map[string]string {
	given := map[string]string{}
	for _, e := range n.Entries() {
		f := findFact(e.Key, lib)
		if !e.Value.Present() || f == nil {
			continue
		}
		value, err := ReadFact(f, e.Value.Text(), on)
		if err != nil {
			e.Value.Errorf("%s: %v", f.Key, err)
			continue
		}
		given[f.Key] = value
	}
	return given
}

// FactsTemplate returns an answers file of facts for an editor, with what was
// answered this quarter. What was carried stands there as a comment.
func FactsTemplate(lib *frameworks.Library, a *Assessment, facts []StatedFact) ([]byte, error) {
	if len(facts) == 0 {
		return nil, errors.New("no fact to put into the answers file")
	}
	var b bytes.Buffer
	b.WriteString(factsHead + "facts:\n")
	for _, f := range facts {
		b.WriteByte('\n')
		writeComment(&b, "  # ", f.Text)
		value := f.Said.Value
		if value != "" && !f.Said.Carried.IsZero() {
			writeComment(&b, "  # ", fmt.Sprintf("It was so in %s: %s. Is it still?", f.Said.Carried, value))
			value = ""
		}
		m := strictyaml.NewMap()
		m.Text(f.Key, value)
		line, err := m.Encode()
		if err != nil {
			return nil, err
		}
		if value == "" {
			line = []byte(f.Key + ":\n")
		}
		b.WriteString("  " + strings.TrimSpace(words.Line(string(line))) + "\n")
	}
	if _, err := ReadGivenFacts("the answers file", b.Bytes(), lib, a.AsOf()); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
