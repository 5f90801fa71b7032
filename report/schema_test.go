package report

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"hygeia/report/allsites"
)

func schemaFile(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	s, err := c.Compile(filepath.Join("schema", name))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func written(t *testing.T, in Input) any {
	t.Helper()
	var b bytes.Buffer
	if err := WriteJSON(&b, in); err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(&b)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestJSONFollowsThePublishedSchema(t *testing.T) {
	result, insurer := schemaFile(t, "result.v1.json"), schemaFile(t, "insurer.v1.json")
	inputs := everyInput(t)
	inputs["own content and decisions"] = secretInput(t)
	delete(inputs, "empty library") // nobody can save a quarter without content
	for name, in := range inputs {
		for _, reader := range []Audience{Internal, ForBoard, ForInsurer} {
			in.Audience = reader
			schema := result
			if reader == ForInsurer {
				schema = insurer
			}
			if err := schema.Validate(written(t, in)); err != nil {
				t.Errorf("%s for %s: %v", name, reader, err)
			}
		}
	}
}

func TestSchemaRefusesWhatIsWrong(t *testing.T) {
	schema := schemaFile(t, "result.v1.json")
	for name, spoil := range map[string]func(map[string]any){
		"another member":   func(r map[string]any) { r["extra"] = 1 },
		"a member less":    func(r map[string]any) { delete(r, "goals") },
		"another version":  func(r map[string]any) { r["schema"] = "hygeia/result/v2" },
		"a word of no one": func(r map[string]any) { r["questions"].([]any)[0].(map[string]any)["band"] = "wide" },
		"a null list":      func(r map[string]any) { r["views"] = nil },
		"a bad quarter":    func(r map[string]any) { r["period"] = "2026-Q5" },
		"deep down":        func(r map[string]any) { r["all"].(map[string]any)["tally"].(map[string]any)["x"] = 0 },
	} {
		value := written(t, creek(t)).(map[string]any)
		spoil(value)
		if schema.Validate(value) == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

// TestSchemaNamesEveryMember holds the files against the types, also those no
// example shows.
func TestSchemaNamesEveryMember(t *testing.T) {
	for name, root := range map[string]reflect.Type{
		"result.v1.json": reflect.TypeFor[jsonResult](), "insurer.v1.json": reflect.TypeFor[jsonInsurer](),
		"comparison.v1.json": reflect.TypeFor[jsonCompared](), "dossier.v1.json": reflect.TypeFor[jsonDossier](), "plan.v1.json": reflect.TypeFor[jsonPlan](),
		"sites.v1.json": reflect.TypeFor[allsites.Result](),
	} {
		data, err := os.ReadFile(filepath.Join("schema", name))
		if err != nil {
			t.Fatal(err)
		}
		var file struct {
			schemaObject
			Defs map[string]schemaObject `json:"$defs"`
		}
		if err := json.Unmarshal(data, &file); err != nil {
			t.Fatal(err)
		}
		want := map[string][]string{"": members(root)}
		collect(root, want)
		got := map[string][]string{"": file.names(t)}
		for def, o := range file.Defs {
			got[def] = o.names(t)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-types +file):\n%s", name, diff)
		}
	}
}

type schemaObject struct {
	Closed     *bool                      `json:"additionalProperties"`
	Required   []string                   `json:"required"`
	Properties map[string]json.RawMessage `json:"properties"`
}

// names returns the members of an object that has no others and lacks none.
func (o schemaObject) names(t *testing.T) []string {
	t.Helper()
	names := slices.Sorted(maps.Keys(o.Properties))
	if o.Closed == nil || *o.Closed {
		t.Errorf("an object with %v is open", names)
	}
	if diff := cmp.Diff(names, slices.Sorted(slices.Values(o.Required))); diff != "" {
		t.Errorf("not everything is required:\n%s", diff)
	}
	return names
}

// collect adds the members of every type of ours within one.
func collect(typ reflect.Type, found map[string][]string) {
	for i := range typ.NumField() {
		f := typ.Field(i).Type
		for f.Kind() == reflect.Slice || f.Kind() == reflect.Pointer {
			f = f.Elem()
		}
		if f.Kind() != reflect.Struct {
			continue
		}
		name := strings.TrimPrefix(f.Name(), "json")
		name = strings.ToLower(name[:1]) + name[1:]
		if _, there := found[name]; !there && !typ.Field(i).Anonymous {
			found[name] = members(f)
		}
		collect(f, found)
	}
}

func members(typ reflect.Type) []string {
	var names []string
	for _, f := range reflect.VisibleFields(typ) {
		if tag, ok := f.Tag.Lookup("json"); ok {
			names = append(names, tag)
		}
	}
	slices.Sort(names)
	return names
}
