package report

import (
	"fmt"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// method is the annex with which a reader can recompute every figure.
func method(s *story) []doc.Block {
	blocks := []doc.Block{doc.PageBreak{}, heading(1, "How the figures are made")}
	for _, c := range []chapter{answersMethod, weightMethod, scoreMethod, colorMethod, verdictMethod, orderMethod, dueMethod, changeMethod, contents} {
		blocks = append(blocks, c(s)...)
	}
	return blocks
}

func answersMethod(*story) []doc.Block {
	t := doc.Table{Columns: []doc.Column{{Title: "Answer", Width: 3}, {Title: "What it means", Width: 10}, {Title: "Points", Width: 2, Right: true}}}
	t.Rows = [][]doc.Text{
		doc.Row("Yes", "Working everywhere it should, every time, no exceptions, still true today.", "3"),
		doc.Row("Mostly", "Working nearly everywhere and done regularly; we can name the exceptions.", "2"),
		doc.Row("Partly", "Working in some places, or only when somebody remembers.", "1"),
		doc.Row("No", "Nothing is working today. A plan, a quote or a policy alone is still No.", "0"),
		doc.Row("Another way", "A different measure handles the risk. It needs a reason, an approver and a review date within a year; without them it counts 0.", "0 to 2"),
		doc.Row("Don't know", "Nobody could say. It counts 0 and is listed to find out.", "0"),
		doc.Row("Does not apply", "The thing asked about does not exist here. It leaves both sides of the fraction and is listed with its reason.", ""),
		doc.Row("Not answered", "Never counted as 0 and never hidden: it lowers the coverage and widens the range.", ""),
	}
	return []doc.Block{
		heading(2, "Answers"),
		para("One question decides an answer: is it working today, and how far does it reach."),
		t,
		para("The score with proof is the same sum, but an answer counts No unless a paper, a dated record or an outsider shows it and that proof is fresh enough for the question."),
	}
}

func weightMethod(s *story) []doc.Block {
	th := s.lib.Thresholds
	return []doc.Block{
		heading(2, "Weights and targets"),
		doc.List{Items: []doc.Text{
			doc.Plain("Weight 3: the question serves an Essential goal."),
			doc.Plain("Weight 2: it serves an Enhanced goal, or works directly against two or more of the five threats that HHS names."),
			doc.Plain("Weight 1: every other question."),
		}},
		para("Usual targets: Essential %s, Enhanced %s, the rest %s for small, %s for medium and %s for large organizations. An organization may set its own with a reason.",
			th.Targets.Essential.Name(), th.Targets.Enhanced.Name(),
			th.Targets.Rest[frameworks.Small].Name(), th.Targets.Rest[frameworks.Medium].Name(), th.Targets.Rest[frameworks.Large].Name()),
	}
}

func scoreMethod(s *story) []doc.Block {
	th := s.lib.Thresholds
	return []doc.Block{
		heading(2, "Score, range, coverage and reach"),
		para("A section holds each question that speaks for it once. Points count as thirds of the weight; what does not apply is left out."),
		doc.List{Items: []doc.Text{
			doc.Plain("Score: 100 times the sum of weight times points over 3, divided by the weight of all that is answered, \"don't know\" included."),
			doc.Plain("Range: the same sum divided by the whole weight if everything open turns out No (low end), and with everything open or unknown turned into Yes (high end)."),
			doc.Plain("Coverage: the weight answered, of the whole weight. Reach: the requirements with a question that is asked, of all for this size."),
			doc.Plain(fmt.Sprintf("Below %d %% coverage only the range is printed. Below %d %% reach a section has no color and stays out of the mean. Above %d %% of the weight not applying, \"limited scope\" is printed.",
				th.Coverage, th.Reach, th.LimitedScope)),
			doc.Plain("The mean of a framework is the plain mean of its sections. It is never the headline."),
			doc.Plain("Rounding happens once, when printing: whole percent, half up; 100 and 0 only when exact. Changes have one decimal."),
		}},
	}
}

func colorMethod(s *story) []doc.Block {
	th := s.lib.Thresholds
	return []doc.Block{
		heading(2, "Status and color"),
		doc.List{Items: []doc.Text{
			doc.Plain("A requirement is as far along as its weakest question. An Essential goal is met when each of its questions is Yes."),
			doc.Plain(fmt.Sprintf("Green: score %d or more and coverage %d or more. Amber: score %d or more. Red: below.", th.Green, th.GreenCoverage, th.Amber)),
			doc.Plain("The floor: an Essential practice at No or unknown makes its section red, a missing answer makes it grey, Partly holds it at amber. The sentence beside the section names the practice."),
			doc.Plain("A threat reads exposed for red, partly covered for amber, covered for green, and not known otherwise. The step that helps most is the fix with the largest weight times missing points among the questions that name the threat, and of equals the first in the plan; only where no fix is open it is something to find out or to answer."),
		}},
	}
}

func orderMethod(s *story) []doc.Block {
	th := s.lib.Thresholds
	effort := doc.Table{Columns: []doc.Column{{Title: "Effort", Width: 2}, {Title: "What it means", Width: 5}, {Title: "Points", Width: 1, Right: true}}}
	for e := frameworks.SmallEffort; e <= frameworks.LargeEffort; e++ {
		effort.Rows = append(effort.Rows, doc.Row(words.Capital(e.String()), th.EffortMeaning[e], fmt.Sprint(th.EffortPoints[e])))
	}
	threats := doc.Table{Columns: []doc.Column{{Title: "Threat", Width: 5}, {Title: "Weight", Width: 1, Right: true}}}
	for _, t := range th.Threats {
		threats.Rows = append(threats.Rows, doc.Row(t.Title, fmt.Sprint(t.Weight)))
	}
	return []doc.Block{
		heading(2, "What comes first"),
		para("P is 100 times weight over 3, times the points missing to the target over 3, times the heaviest threat over 5. It orders the gaps and is no measure of how likely an attack is."),
		doc.List{Ordered: true, Items: []doc.Text{
			doc.Plain("Essential practices below Mostly, unknown or not answered."),
			doc.Plain("What fell since the quarter before."),
			doc.Plain("Enhanced practices, and Essential ones at Mostly."),
			doc.Plain("The rest."),
		}},
		para("Within each, P divided by effort points, highest first. A step that another needs comes before it. A quick win is a fix of small effort with P of %d or more. The board is asked about the first three fixes of medium or large effort.", th.QuickWin),
		effort, threats,
	}
}

func dueMethod(*story) []doc.Block {
	return []doc.Block{
		heading(2, "Dates and proof"),
		doc.List{Items: []doc.Text{
			doc.Plain(fmt.Sprintf("A step is due on the date that was decided. Where none was, it is %s after the as-of date for a small effort, %s for a medium one and %s for a large one.",
				months(frameworks.SmallEffort), months(frameworks.MediumEffort), months(frameworks.LargeEffort))),
			doc.Plain("A decision is past its date when the as-of date is later than the due date of a fix, of a risk to be passed on or of what was put off, or than the end of an accepted risk, while the gap is still open."),
			doc.Plain("An accepted risk stays a gap in every score. Until it ends it is left out of the plan and of what the board is asked."),
			doc.Plain("A Yes has fresh proof if a paper, a dated record or an outsider shows it and that is not older than the days set for the question. What is only said does not count."),
			doc.Plain("The strip of proof looks at the Yes answers of each area in each quarter."),
		}},
	}
}

func changeMethod(*story) []doc.Block {
	return []doc.Block{
		heading(2, "Quarter against quarter"),
		para("Only questions with the same meaning that were answered in both quarters are compared, with the later weights. What the answers moved splits into real change and corrections; the scope effect is the rest of the change of the score. The three add up to the shown change."),
	}
}

// contents names the content behind the figures, and whose the mappings are.
func contents(s *story) []doc.Block {
	t := doc.Table{Columns: []doc.Column{{Title: "Framework", Width: 3}, {Title: "Publisher", Width: 3}, {Title: "Whose is what", Width: 6}, {Title: "Address", Width: 4}}}
	for _, f := range s.lib.Frameworks {
		t.Rows = append(t.Rows, []doc.Text{
			doc.Plain(f.Title + " " + f.Version), doc.Plain(f.Publisher), doc.Plain(f.Notice), {{Text: f.URL, URL: f.URL}},
		})
	}
	return []doc.Block{
		heading(2, "Content"),
		para("Content version %s, digest %s.", s.lib.Version, s.lib.Digest),
		t,
	}
}

// glossary explains the abbreviations and our own words.
func glossary(s *story) []doc.Block {
	if len(s.lib.Glossary) == 0 {
		return nil
	}
	t := doc.Table{Columns: []doc.Column{{Title: "Word", Width: 1}, {Title: "What it means", Width: 6}}}
	for _, term := range s.lib.Glossary {
		t.Rows = append(t.Rows, doc.Row(term.Name, term.Means))
	}
	return []doc.Block{heading(1, "Words"), t}
}
