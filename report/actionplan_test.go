package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/data"
	"hygeia/report/doc"
)

// planInputs are the kinds of plan for a hospital with gaps of every kind.
func planInputs(t *testing.T) map[string]PlanInput {
	in := creek(t)
	v, _ := in.Result.View(frameworks.CSFID)
	raise, err := assess.RaiseScore(in.Result, in.before(), v, 12)
	if err != nil {
		t.Fatal(err)
	}
	key := in.Result.Items[3].Question.Key
	then, err := assess.Assume(in.Result, map[string]frameworks.Level{key: frameworks.Yes})
	if err != nil {
		t.Fatal(err)
	}
	whatIf := in
	whatIf.Result = then
	return map[string]PlanInput{
		"ranked":  {Input: in},
		"top":     {Input: in, Top: 3},
		"budget":  {Input: in, Chosen: raise},
		"goals":   {Input: in, Chosen: assess.MeetGoals(in.Result, in.before(), assess.NoBudget)},
		"nothing": {Input: in, Chosen: assess.MeetGoals(in.Result, in.before(), 0)},
		"what if": {Input: whatIf, Were: in.Result, As: []Assumption{{key, frameworks.Yes}}},
	}
}

// TestPlanTellsTheSameEverywhere compares the document, the table and the data.
func TestPlanTellsTheSameEverywhere(t *testing.T) {
	for name, in := range planInputs(t) {
		t.Run(name, func(t *testing.T) {
			var table, text bytes.Buffer
			if err := WritePlanCSV(&table, in); err != nil {
				t.Fatal(err)
			}
			if err := WritePlanJSON(&text, in); err != nil {
				t.Fatal(err)
			}
			rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(table.String(), data.ByteOrderMark))).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			var plan jsonPlan
			if err := json.Unmarshal(text.Bytes(), &plan); err != nil {
				t.Fatal(err)
			}
			value, err := jsonschema.UnmarshalJSON(&text)
			if err != nil {
				t.Fatal(err)
			}
			if err := schemaFile(t, "plan.v1.json").Validate(value); err != nil {
				t.Error(err)
			}
			if len(rows)-1 != len(plan.Actions) {
				t.Fatalf("%d rows, %d actions", len(rows)-1, len(plan.Actions))
			}
			for _, format := range []string{"md", "text"} {
				text := draw(t, format, Plan(in), doc.Options{Width: 400})
				for i, a := range plan.Actions {
					if rows[i+1][1] != a.Key {
						t.Errorf("row %d is %s in the table, %s in the data", i+1, rows[i+1][1], a.Key)
					}
					if !strings.Contains(text, "("+a.Key+")") {
						t.Errorf("%s: %s is missing", format, a.Key)
					}
				}
				for _, then := range plan.Then {
					if !strings.Contains(text, then.Then) && then.Framework == frameworks.CSFID {
						t.Errorf("%s: %s is missing", format, then.Then)
					}
				}
			}
		})
	}
}

// TestPlanTableIsNoFormula plants a formula where a person types.
func TestPlanTableIsNoFormula(t *testing.T) {
	in := PlanInput{Input: creek(t)}
	key := newStory(in.Input).actions[0].Item.Question.Key
	in.Result.Assessment.Decisions = map[string]assess.Decision{
		key: {Kind: assess.Fix, Owner: "=1+1", Due: in.Result.AsOf},
		newStory(in.Input).actions[1].Item.Question.Key: {Kind: assess.Accept, Reason: "@SUM", Approver: "-2", Until: in.Result.AsOf},
	}
	var table bytes.Buffer
	if err := WritePlanCSV(&table, in); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(table.String(), ",'=1+1,"+in.Result.AsOf.String()+",fix,") {
		t.Errorf("the owner is not there, or is a formula:\n%.600s", table.String())
	}
	if !strings.Contains(table.String(), "Risk accepted: ") || !strings.Contains(table.String(), ",'-2,'@SUM\r\n") {
		t.Errorf("the accepted risk is not there, or is a formula:\n%s", table.String())
	}
	if text := draw(t, "md", Plan(in), doc.Options{}); !strings.Contains(text, "=1+1, by "+in.Result.AsOf.Long()) {
		t.Error("owner and date are missing in the document")
	}
}
