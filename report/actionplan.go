package report

import (
	"fmt"
	"math/big"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// PlanInput is what a plan is printed from.
type PlanInput struct {
	Input
	Chosen *assess.Plan   // what fits a budget or a goal; nil for the ranked list
	Top    int            // the first actions of the ranked list; 0 for all
	Were   *assess.Result // the quarter as it is, where Input.Result is what it would be; nil otherwise
	As     []Assumption   // what is assumed, by key; empty where Were is nil
}

// Assumption is a level that a "what if" takes for the answer.
type Assumption struct {
	Key   string
	Level frameworks.Level
}

// actions returns what the plan lists, and how many gaps there are in all.
func (in PlanInput) actions(s *story) (listed []assess.Action, all int) {
	switch {
	case in.Chosen != nil:
		return in.Chosen.Actions, len(s.actions)
	case in.Top > 0:
		return s.actions[:min(in.Top, len(s.actions))], len(s.actions)
	}
	return s.actions, len(s.actions)
}

// Plan returns the plan: what is assumed and what it would change, the actions
// with every number behind their places, what they would change, and the quick
// wins (SCORING 7).
func Plan(in PlanInput) *doc.Document {
	s := newStory(in.Input)
	d := s.cover("What to do next")
	listed, all := in.actions(s)
	if in.Were != nil {
		d.Blocks = append(d.Blocks, in.whatIf(s)...)
	}
	if in.Chosen != nil {
		d.Blocks = append(d.Blocks, s.chosenPlan(in.Chosen)...)
		return d
	}
	d.Blocks = append(d.Blocks, doc.Headed(1, "Actions, in order"))
	if len(listed) == 0 {
		d.Blocks = append(d.Blocks, doc.Say("%s", s.nothingToDo()))
		return d
	}
	d.Blocks = append(d.Blocks, doc.Say("%s of %s below target. %s", words.Capital(words.Count(len(listed), "action", "actions")), words.Count(all, "practice", "practices"), orderSentence))
	heads, groups := tiers(listed)
	for i, group := range groups {
		d.Blocks = append(d.Blocks, doc.Headed(2, words.Capital(heads[i])), s.numberedActions(group))
	}
	d.Blocks = append(d.Blocks, doc.Noted("%s", numbersSentence))
	d.Blocks = append(d.Blocks, quickWins(s)...)
	d.Blocks = append(d.Blocks, acceptedRisks(s)...)
	d.Blocks = append(d.Blocks, foundationLeft(s)...)
	return d
}

// numbersSentence explains the last column of [story.numberedActions].
const numbersSentence = "Under each heading the order is that of the ladder: by step, in a step what is least in place first."

// numberedActions is the list with every number behind each place.
func (s *story) numberedActions(actions []assess.Action) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: "No.", Width: 2, Right: true}, {Title: "What to do first", Width: 11}, {Title: "Who and when", Width: 5},
		{Title: "Work and money", Width: 4}, {Title: "Why here", Width: 6},
	}}
	for _, a := range actions {
		t.Rows = append(t.Rows, []doc.Text{
			doc.Plain(fmt.Sprint(s.order[a.Item.Question.Key])),
			append(append(s.step(a), withHelp(s.firstHelp(a.Item))...), doc.Span{Text: " (" + a.Item.Question.Key + ")"}),
			doc.Plain(s.whoAndWhen(a)),
			doc.Plain(fmt.Sprintf("%s (%s)", s.cost(a), words.Count(a.Points, "point", "points"))),
			doc.Plain(s.numbers(a)),
		})
	}
	return t
}

// whoAndWhen is the decided owner and date, or the role that leads.
func (s *story) whoAndWhen(a assess.Action) string {
	d := a.Decision
	if d.Owner == "" {
		return words.Capital(s.leader(a.Item.Question))
	}
	said := d.Owner
	if !d.Due.IsZero() {
		said += ", by " + d.Due.Long()
	}
	if a.Overdue {
		said += " (overdue)"
	}
	return said
}

// numbers says why an action stands where it stands, and what it weighs.
func (s *story) numbers(a assess.Action) string {
	return fmt.Sprintf("%s; weight %d", s.reason(a), a.Item.Weight)
}

// chosenPlan says what a plan is for, what it costs, what is in it and what it
// would change.
func (s *story) chosenPlan(p *assess.Plan) []doc.Block {
	blocks := []doc.Block{doc.Headed(1, planTitle(p))}
	if len(p.Actions) == 0 {
		blocks = append(blocks, doc.Say("No action fits%s. Method: %s.", withinBudget(p), p.Method))
		return append(blocks, goalsOut(p)...)
	}
	blocks = append(blocks, doc.Say("%s for %s of effort. Method: %s.", words.Capital(words.Count(len(p.Actions), "action", "actions")), costWords(p), p.Method))
	if p.Gain != nil {
		blocks = append(blocks, doc.Say("Done to its targets, it adds %s points to the score of %s.", assess.ChangeText(p.Gain), scoredOf(p)))
	}
	if len(p.Goals) > 0 {
		blocks = append(blocks, doc.Say("Essential goals that become met: %s.", words.Join("; ", p.Goals...)))
	}
	blocks = append(blocks, goalsOut(p)...)
	blocks = append(blocks, s.numberedActions(p.Actions), doc.Noted("The numbers are those of the whole plan. What has to be found out first counts with the effort of its fix."))
	after, err := assess.Assume(s.r, assess.Lifted(p.Actions))
	if err != nil { // the actions are of another quarter
		return append(blocks, doc.Noted("What it would change cannot be worked out: %v.", err))
	}
	return append(blocks, changeTable(s.r, after, "What it would change, if all of it reached its target")...)
}

// scoredOf names what a plan raises the score of.
func scoredOf(p *assess.Plan) string {
	if p.View == nil {
		return "all questions asked"
	}
	return p.View.Framework.Title
}

// goalsOut lists the Essential goals that are out of reach, with the reason.
func goalsOut(p *assess.Plan) []doc.Block {
	if len(p.Out) == 0 {
		return nil
	}
	return []doc.Block{doc.Say("Essential goals that no plan can meet yet:"), doc.List{Items: doc.Plains(p.Out)}}
}

func costWords(p *assess.Plan) string {
	if p.Budget >= assess.NoBudget {
		return words.Count(p.Cost, "point", "points")
	}
	return fmt.Sprintf("%d of %s", p.Cost, words.Count(p.Budget, "point", "points"))
}

func planTitle(p *assess.Plan) string {
	if p.Group == nil {
		return "Most Essential goals" + withinBudget(p)
	}
	return fmt.Sprintf("Most points for %s%s", scoredOf(p), withinBudget(p))
}

func withinBudget(p *assess.Plan) string {
	if p.Budget >= assess.NoBudget {
		return ""
	}
	return fmt.Sprintf(" within %s of effort", words.Count(p.Budget, "point", "points"))
}

// whatIf says what is assumed and what that would change.
func (in PlanInput) whatIf(s *story) []doc.Block {
	var list doc.List
	for _, a := range in.As {
		was, _ := in.Were.Item(a.Key)
		list.Items = append(list.Items, doc.Plain(fmt.Sprintf("%s: %s, taken as %s", was.Question.Title, said(was), a.Level.Name())))
	}
	blocks := []doc.Block{doc.Headed(1, "What if"), list}
	blocks = append(blocks, changeTable(in.Were, s.r, "What it would change")...)
	return append(blocks, doc.Noted("The plan below is the one that would be left. Nothing of this is saved."))
}

// changeTable shows the goals, and the sections of the asked frameworks whose
// score or color would be another one.
func changeTable(now, then *assess.Result, caption string) []doc.Block {
	t := doc.Table{Caption: caption, Columns: []doc.Column{
		{Title: "Area", Width: 5}, {Title: "Now", Width: 3}, {Title: "Then", Width: 3}, {Title: "Change", Width: 2, Right: true},
	}}
	t.Rows = append(t.Rows, doc.Row("Essential goals", now.Goals.String(), then.Goals.String(), signed(then.Goals.Met-now.Goals.Met)))
	same := 0
	for i := range then.Views {
		v := &then.Views[i]
		if !v.Asked && v.Framework.ID != frameworks.CSFID {
			continue
		}
		for j := range v.Sections {
			old, g := &now.Views[i].Sections[j].Group, &v.Sections[j].Group
			before, after := scoreWords(old), scoreWords(g)
			if before == after && scoreChange(old, g) == doc.Dash {
				same++
				continue
			}
			t.Rows = append(t.Rows, doc.Row(v.Framework.Short+": "+g.Title, before, after, scoreChange(old, g)))
		}
	}
	blocks := []doc.Block{t}
	if same > 0 {
		blocks = append(blocks, doc.Say("%s would stay as they are.", words.Capital(words.Count(same, "other section", "other sections"))))
	}
	return blocks
}

// scoreChange is the change of the shown score, a dash where there is none.
func scoreChange(before, after *assess.Group) string {
	if !before.HasScore() || !after.HasScore() {
		return doc.Dash
	}
	change := new(big.Rat).Sub(after.Tally.Score().Rat(), before.Tally.Score().Rat())
	if change.Sign() == 0 {
		return doc.Dash
	}
	return assess.ChangeText(change)
}

// signed prints a change of a count: "+2", "0", "-1".
func signed(n int) string {
	if n == 0 {
		return "0"
	}
	return fmt.Sprintf("%+d", n)
}
