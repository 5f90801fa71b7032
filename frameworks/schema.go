package frameworks

import (
	"embed"
	"fmt"

	"hygeia/frameworks/strictyaml"
)

// The schemas are for editors, which complete and check a file with them while it
// is written. The loader does not use them: it says more. A test holds both
// against each other.
//
//go:embed schema/*.json
var schemas embed.FS

// SchemaNames are the kinds of file that have a JSON schema (draft 2020-12).
func SchemaNames() []string { return []string{"answers", "questions", "framework", "ladder"} }

// Schema returns the JSON schema of a kind of file.
func Schema(name string) ([]byte, error) {
	data, err := schemas.ReadFile("schema/" + name + ".v1.json")
	if err != nil {
		return nil, fmt.Errorf("schema %q: %s", name, strictyaml.Suggest(name, SchemaNames()))
	}
	return data, nil
}
