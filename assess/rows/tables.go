package rows

import "slices"

// key are the columns that every table begins with.
var key = []Column{
	{"folder", Text, "the folder of the site, as site in the path"},
	{"period", Text, "the quarter, as quarter in the path: 2026-Q3"},
}

// The tables.
var (
	quarters = table("quarters", "A row for each saved quarter of each site.",
		Column{"name", Text, "the organization"},
		Column{"status", Text, "finished or draft"},
		Column{"as_of", Day, "the day it is judged on"},
		Column{"size", Text, "small, medium or large"},
		Column{"version", Text, "of the questions"},
		Column{"content", Text, "the digest of the questions"},
		Column{"latest", Bool, "the latest finished quarter of the site"},
		Column{"goals_known", Bool, "somebody answered something about the Essential goals"},
		Column{"goals_met", Int, "Essential goals met"},
		Column{"goals_nearly", Int, "nearly met, not among goals_met"},
		Column{"goals_another", Int, "met another way, not among goals_met"},
		Column{"goals_of", Int, "Essential goals that apply"},
		Column{"asked", Int, "shipped questions that are asked and apply"},
		Column{"answered", Int, "of these, answered by somebody"},
		Column{"left_open", Int, "of these, recorded as don't know when the quarter was finished"},
		Column{"own", Int, "questions of the site's own that are asked and apply"},
		Column{"inherited", Int, "answers taken over from a parent"})
	answers = table("answers", "A row for each question that is asked in a quarter.",
		Column{"question", Text, "its key"},
		Column{"title", Text, "its title"},
		Column{"revision", Int, "of the question"},
		Column{"own", Bool, "a question of the site's own"},
		Column{"tier", Text, "essential, enhanced or rest"},
		Column{"weight", Int, "1 to 3"},
		Column{"state", Text, "as counted: levelled, other-way, unknown, does-not-apply or open"},
		Column{"answer", Text, "as given: yes, mostly, partly, no, other-way, does-not-apply or unknown; null if none"},
		Column{"points", Int, "0 to 3, as counted"},
		Column{"proven", Int, "the points when only answers with fresh proof count"},
		Column{"target", Int, "the level it aims at, 0 to 3"},
		Column{"usual_target", Int, "the target without one of the site's own"},
		Column{"gap", Int, "points missing to the target"},
		Column{"left_open", Bool, "nobody said so: recorded as don't know when the quarter was finished"},
		Column{"incomplete", Bool, "another way that lacks something and counts 0"},
		Column{"stale", Bool, "carried for two quarters or more without being confirmed"},
		Column{"recorded", Day, "when it was written down"},
		Column{"effective", Day, "since when it is true"},
		Column{"review", Day, "when another way must be looked at again"},
		Column{"change", Text, "why it differs: improved, worsened, corrected or found-out"},
		Column{"changed", Text, "the quarter in which it last changed"},
		Column{"carried", Text, "the quarter it was last given or confirmed in; null if that is this one"},
		Column{"inherited_from", Text, "the folder of the parent whose answer it is; null for one given here"})
	members = table("members", "A row for each asked question in each section it counts in.",
		Column{"framework", Text, "its id"},
		Column{"section", Text, "its id"},
		Column{"question", Text, "its key"})
	sections = table("sections", "A row for each section of each framework that is asked.",
		Column{"framework", Text, "its id"},
		Column{"section", Text, "its id"},
		Column{"title", Text, "such as Protect"},
		Column{"text", Text, "as every report prints it: 68%, 50 to 74%, not assessed"},
		Column{"score", Int, "whole percent; null where no single score may be shown"},
		Column{"low", Int, "the low end of the range, whole percent"},
		Column{"high", Int, "the high end"},
		Column{"earned", Int, "weight times points, over what is answered"},
		Column{"w_levelled", Int, "weight of what is answered with a level or another way"},
		Column{"w_unknown", Int, "weight of don't know"},
		Column{"w_open", Int, "weight of what is not answered"},
		Column{"w_excluded", Int, "weight of what does not apply"},
		Column{"asked", Int, "questions that apply or are not answered yet"},
		Column{"answered", Int, "of these, answered by somebody"},
		Column{"reach_part", Int, "requirements with an asked question that applies"},
		Column{"reach_whole", Int, "requirements that apply"},
		Column{"color", Text, "green, amber, grey or red; null for none"})
	goals = table("goals", "A row for each Essential goal.",
		Column{"goal", Text, "its id"},
		Column{"title", Text, "its title"},
		Column{"status", Text, "met, nearly met, met another way, partly, not met, not known or does not apply"})
	gaps = table("gaps", "A row for each gap in the order in which to close it; accepted risks are left out.",
		Column{"number", Int, "its place in the one list of things to do"},
		Column{"question", Text, "its key"},
		Column{"kind", Text, "fix, find out or answer this"},
		Column{"tier", Int, "1 now to 4 later"},
		Column{"rung", Int, "of the ladder; null for a question that is not on it"},
		Column{"gap", Int, "points missing to the target"},
		Column{"effort", Text, "small, medium or large"},
		Column{"money", Int, "band of yearly cost, 0 to 3"},
		Column{"board", Bool, "only leadership can decide it"},
		Column{"fell", Bool, "it fell since the quarter before"},
		Column{"decided", Text, "fix, transfer or later; null if nothing is decided"},
		Column{"due", Day, "of the decision"},
		Column{"overdue", Bool, "that day is past on the day the quarter is judged on"})
	ledger = table("ledger", "A row for each event of the ledger, in the quarter of its day.",
		Column{"event", Int, "its number"},
		Column{"day", Day, "on which it happened"},
		Column{"matter", Int, "the number of the matter"},
		Column{"question", Text, "its key"},
		Column{"what", Text, "asked, raised, decided or withdrawn"},
		Column{"asked_in", Text, "the quarter whose report asked"},
		Column{"suggested", Day, "the day suggested by an ask"},
		Column{"decision", Text, "fix, accept, transfer or later"},
		Column{"due", Day, "of the decision, or the end of an accepted risk"},
		Column{"cost", Int, "a quote in whole US dollars"})
	matters = table("matters", "A row for each matter of the ledger as it stands today, in the quarter of its first event.",
		Column{"matter", Int, "its number"},
		Column{"question", Text, "its key"},
		Column{"first", Day, "of its first event"},
		Column{"asks", Int, "how often a report asked"},
		Column{"decision", Text, "the one that stands; null for none"},
		Column{"day", Day, "the day that counts: of the decision, else the one suggested last"},
		Column{"closed", Day, "the day of the quarter that shows the gap closed; null while it is open"})
	evidence = table("evidence", "A row for each figure of each scan file that was kept, in the quarter of the scan.",
		Column{"kind", Text, "of scan file"},
		Column{"day", Day, "of the scan"},
		Column{"imported", Day, "when it was read"},
		Column{"digest", Text, "of the file"},
		Column{"looked_from", Text, "internet or inside; null if not told"},
		Column{"rows", Int, "that were read"},
		Column{"unread", Int, "rows that could not be read"},
		Column{"figure", Text, "its name"},
		Column{"value", Text, "17, 17.5, or 5+ for at least 5"})
)

func table(name, says string, columns ...Column) Table {
	return Table{name, says, slices.Concat(key, columns)}
}

// Tables returns all tables, in a fixed order.
func Tables() []Table {
	return []Table{quarters, answers, members, sections, goals, gaps, ledger, matters, evidence}
}
