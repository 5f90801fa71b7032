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
)

func comparedJSON(t *testing.T, f Focus) (jsonCompared, string) {
	t.Helper()
	var b bytes.Buffer
	if err := f.WriteJSON(&b, creekRow(t), "hygeia test"); err != nil {
		t.Fatal(err)
	}
	var out jsonCompared
	dec := json.NewDecoder(strings.NewReader(b.String()))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&out); err != nil {
		t.Fatal(err)
	}
	return out, b.String()
}

func TestComparisonJSON(t *testing.T) {
	out, text := comparedJSON(t, Focus{})
	if out.Schema != ComparisonSchema || out.Before != "2025-Q4" || out.After != "2026-Q3" || len(out.Quarters) != 4 {
		t.Errorf("the head is %+v", out)
	}
	if missing := out.Quarters[1]; missing.Saved || missing.Content != nil || missing.Goals != nil {
		t.Errorf("the missing quarter is %+v", missing)
	}
	for _, v := range out.Views {
		for _, s := range v.Sections {
			if len(s.Cells) != 4 || s.Cells[1] != nil {
				t.Errorf("%s %s: the missing quarter has %+v", v.ID, s.ID, s.Cells[1])
			}
		}
	}
	if len(out.Answers) != len(out.Questions) {
		t.Errorf("%d rows of answers for %d questions", len(out.Answers), len(out.Questions))
	}
	for _, list := range []string{"quarters", "views", "questions", "answers", "sections", "requirements", "cells", "contributions", "frameworks"} {
		if strings.Contains(text, `"`+list+`": null`) {
			t.Errorf("the list %s is null", list)
		}
	}
	one, _ := comparedJSON(t, Focus{Frameworks: []string{csfID}, Section: "PR"})
	if len(one.Views) != 1 || len(one.Views[0].Sections) != 1 || len(one.Drops.Frameworks) != 1 {
		t.Errorf("with a focus: %+v", one.Views)
	}
}

// TestComparisonSchemaNamesEveryMember holds the published schema against the
// types, so that neither has a member that the other lacks.
func TestComparisonSchemaNamesEveryMember(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("schema", "comparison.v1.json"))
	if err != nil {
		t.Fatal(err)
	}
	type object struct {
		Closed     *bool                      `json:"additionalProperties"`
		Required   []string                   `json:"required"`
		Properties map[string]json.RawMessage `json:"properties"`
	}
	var file struct {
		object
		Defs map[string]object `json:"$defs"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	file.Defs["compared"] = file.object
	got := map[string][]string{}
	for name, o := range file.Defs {
		got[name] = slices.Sorted(maps.Keys(o.Properties))
		if o.Closed == nil || *o.Closed {
			t.Errorf("%s is open", name)
		}
		if diff := cmp.Diff(got[name], slices.Sorted(slices.Values(o.Required))); diff != "" {
			t.Errorf("%s: not everything is required:\n%s", name, diff)
		}
	}
	want := map[string][]string{}
	collectMembers(reflect.TypeFor[jsonCompared](), want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-types +schema)\n%s", diff)
	}
}

// collectMembers adds the members of a type and of every type of ours within,
// by the name of the type without "json".
func collectMembers(typ reflect.Type, found map[string][]string) {
	for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	name := strings.TrimPrefix(typ.Name(), "json")
	if typ.Kind() != reflect.Struct {
		return
	}
	name = strings.ToLower(name[:1]) + name[1:]
	if found[name] != nil {
		return
	}
	for i := range typ.NumField() {
		found[name] = append(found[name], typ.Field(i).Tag.Get("json"))
		collectMembers(typ.Field(i).Type, found)
	}
	slices.Sort(found[name])
}
