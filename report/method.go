package report

import (
	"fmt"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// method is the annex with which a reader can recompute every figure.
func method(s *story) []doc.Block {
	blocks := []doc.Block{doc.PageBreak{}, doc.Headed(1, "How the figures are made")}
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
		doc.Row("Another way", "A different measure handles the risk. It needs a reason, an approver and a review date within a year; without them, or past that date, it counts 0.", "0 to 2"),
		doc.Row("Don't know", "Nobody could say. It counts 0 and is listed to find out.", "0"),
		doc.Row("Does not apply", "The thing asked about does not exist here. It leaves both sides of the fraction and is listed with its reason. Questions of the Essential goals refuse it.", ""),
		doc.Row("Not answered", "Never counted as 0 and never hidden: it lowers the coverage and widens the range. What is open when a quarter is finished is recorded as don't know, left open.", ""),
	}
	return []doc.Block{
		doc.Headed(2, "Answers"),
		doc.Say("One question decides an answer: is it working today, and how far does it reach."),
		t,
		doc.Say("The score with proof is the same sum, but an answer counts No unless a paper, a dated record or an outsider shows it and that proof is fresh enough for the question."),
	}
}

func weightMethod(s *story) []doc.Block {
	th := s.lib.Thresholds
	return []doc.Block{
		doc.Headed(2, "Weights and targets"),
		doc.List{Items: []doc.Text{
			doc.Plain("Weight 3: the question serves an Essential goal."),
			doc.Plain("Weight 2: it stands on the foundation of the ladder, serves an Enhanced goal, or works directly against two or more of the five threats that HHS names."),
			doc.Plain("Weight 1: every other question, and every question of an organization's own."),
		}},
		doc.Say("Usual targets: Essential %s; the foundation, what every place has and what HIPAA requires of everyone %s, at any size; Enhanced %s; the rest %s for small, %s for medium and %s for large organizations. An organization may set its own with a reason, below the usual only with an approver, and no Essential one below Mostly.",
			th.Targets.Essential.Name(), th.Targets.Foundation.Name(), th.Targets.Enhanced.Name(),
			th.Targets.Rest[frameworks.Small].Name(), th.Targets.Rest[frameworks.Medium].Name(), th.Targets.Rest[frameworks.Large].Name()),
		doc.Say("Urgent gaps are the fixes and the things to find out that stand under \"now\", counted against the usual targets. A question without an answer is none."),
	}
}

func scoreMethod(s *story) []doc.Block {
	th := s.lib.Thresholds
	return []doc.Block{
		doc.Headed(2, "Score, range, coverage, reach and scope"),
		doc.Say("A section holds each question that speaks for it once. Points count as thirds of the weight; what does not apply is left out. An organization's own questions count in their own catalog and nowhere else."),
		doc.List{Items: []doc.Text{
			doc.Plain("Score: 100 times the sum of weight times points over 3, divided by the weight of all that is answered, \"don't know\" included."),
			doc.Plain("Range: the same sum divided by the whole weight if everything open turns out No (low end), and with everything open or unknown turned into Yes (high end)."),
			doc.Plain("Coverage: the weight answered, of the whole weight. Reach: the requirements with a question that is asked and applies, of all that apply at this size. Scope: the weight that applies, of all that is asked."),
			doc.Plain(fmt.Sprintf("Below %d%% coverage only the range is printed. Below %d%% reach a section keeps its score and has no color. Below %d%% scope \"limited scope\" is printed with what applies, and below %d%% only the range.",
				th.Coverage, th.Reach, th.Scope, th.LeastScope)),
			doc.Plain(fmt.Sprintf("The Overall of a framework is all its questions together as one group. It has none below %d%% coverage, %d%% reach or %d%% scope. The one sum on the first page is that of all questions asked.", th.Coverage, th.Reach, th.LeastScope)),
			doc.Plain(fmt.Sprintf("Where all the weights of a group come to less than %d, it says how much one answer can move it.", th.SmallGroup)),
			doc.Plain("Rounding happens once, when printing: whole percent, half up; 100 and 0 only when exact. Changes have one decimal."),
		}},
	}
}

func colorMethod(s *story) []doc.Block {
	th := s.lib.Thresholds
	return []doc.Block{
		doc.Headed(2, "Status and color"),
		doc.List{Items: []doc.Text{
			doc.Plain("A requirement is as far along as its weakest question that applies: No is not met, Partly is partly, Mostly is nearly met, another way that reaches Mostly is met another way, Yes is met. What is unknown or not answered is not known."),
			doc.Plain(fmt.Sprintf("In place (green): score %d or more and coverage %d or more. Partly in place (amber): score %d or more. Weak (red): below.", th.Green, th.GreenCoverage, th.Amber)),
			doc.Plain("The floor: an Essential practice at No or unknown makes its section weak, a missing answer makes it not known (grey), Partly holds it at partly in place. The sentence beside the section names the practice."),
			doc.Plain("A threat is guarded where its questions are in place, partly or weakly guarded where they are partly in place or weak. Where under half of the questions that name it are asked it is not known. What helps most is the first fix of the plan that works against it, with its number there."),
			doc.Plain("The lowest area is that of the NIST framework if it is asked, else of HICP, with the lowest of all scores. None is named when no step is left."),
		}},
	}
}

func orderMethod(s *story) []doc.Block {
	th := s.lib.Thresholds
	effort := doc.Table{Columns: []doc.Column{{Title: "Effort", Width: 2}, {Title: "What it means", Width: 5}, {Title: "Points", Width: 1, Right: true}}}
	for e := frameworks.SmallEffort; e <= frameworks.LargeEffort; e++ {
		effort.Rows = append(effort.Rows, doc.Row(words.Capital(e.String()), th.EffortMeaning[e], fmt.Sprint(th.EffortPoints[e])))
	}
	blocks := []doc.Block{
		doc.Headed(2, "What comes first"),
		doc.List{Ordered: true, Items: []doc.Text{
			doc.Plain("Now: what serves an Essential goal or stands on the first step of the ladder, and is below Mostly, unknown or not answered."),
			doc.Plain("Next: what fell since the quarter before, and the rest of the foundation at No, unknown or not answered."),
			doc.Plain("Then: Essential practices and the first step at Mostly, Enhanced practices, and the foundation below its target."),
			doc.Plain("Later: the rest."),
		}},
		doc.Say("In each, a decision past its date comes first, then the steps of the ladder in order; in a step what is least in place, then the place on the ladder. A fix is preceded by those it needs. Finding out and answering need nothing. A quick win is a small fix that needs nothing first."),
		doc.Say("The board is asked about three matters at most, and about none on which a decision stands. What it was asked before and did not decide comes first, the earliest ask first; then, in the order of the plan, the fixes that cost money or need its authority, and what was decided and is past its date."),
		doc.Say("Effort is that of reaching Yes from No at a place of this size, one class less from Mostly or where the target is Partly."),
		effort,
	}
	return append(blocks, ladderMethod(s)...)
}

// ladderMethod prints the steps of the ladder, the only place where judgment about
// order is written.
func ladderMethod(s *story) []doc.Block {
	ladder := s.lib.Ladder
	if ladder == nil || len(ladder.Rungs) == 0 {
		return nil
	}
	t := doc.Table{Columns: []doc.Column{{Title: "Step", Width: 1, Right: true}, {Title: "What it is", Width: 5}, {Title: "Why it comes here", Width: 9}, {Title: "Practices", Width: 2, Right: true}}}
	for _, rung := range ladder.Rungs {
		title := rung.Title
		if rung.Foundation {
			title += " (foundation)"
		}
		t.Rows = append(t.Rows, doc.Row(fmt.Sprint(rung.ID), title, rung.Why, fmt.Sprint(len(rung.Places))))
	}
	return []doc.Block{doc.Headed(3, "The ladder"), doc.Say("%s", ladder.Notice), t}
}

func dueMethod(*story) []doc.Block {
	return []doc.Block{
		doc.Headed(2, "Dates and proof"),
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

func changeMethod(s *story) []doc.Block {
	return []doc.Block{
		doc.Headed(2, "Quarter against quarter"),
		doc.Say("Only questions with the same meaning that somebody answered in both quarters are compared, with the later weights. Over several saved quarters the change is the sum of its steps, each under its own reason. What the answers moved splits into real change and corrections; the scope effect is the rest of the change of the score. The three add up to the shown change, and only real change is progress."),
		doc.Say("What fell is one list: a lower answer, a real change below 0, another way that ran out, and known that became don't know. What was set aside as not applying stands right after it. A section of which answers with less than %d of weight can be compared is never named as what rose or fell most.", s.lib.Thresholds.Thin),
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
		doc.Headed(2, "Content"),
		doc.Say("Content version %s, digest %s.", s.lib.Version, s.lib.Digest),
		t,
	}
}
