package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"hygeia/frameworks"
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
	one, _ := comparedJSON(t, Focus{Frameworks: []string{frameworks.CSFID}, Section: "PR"})
	if len(one.Views) != 1 || len(one.Views[0].Sections) != 1 || len(one.Drops.Frameworks) != 1 {
		t.Errorf("with a focus: %+v", one.Views)
	}
}

func TestComparisonFollowsThePublishedSchema(t *testing.T) {
	schema := schemaFile(t, "comparison.v1.json")
	for _, f := range []Focus{{}, {Section: "PR"}, {Frameworks: []string{"hicp-2023", frameworks.CSFID}}} {
		_, text := comparedJSON(t, f)
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%+v: %v", f, err)
		}
	}
}
