package rows

// The columns that every table begins with.
var (
	folder = Column{"folder", Text, "the folder of the site, as site in the path"}
	period = Column{"period", Text, "the quarter, as quarter in the path: 2026-Q3"}
)

// The tables.
var (
	quarters = Table{"quarters", "A row for each saved quarter of each site.", []Column{
		folder, period,
		{"name", Text, "the organization"},
		{"status", Text, "finished or draft"},
		{"as_of", Day, "the day it is judged on"},
		{"size", Text, "small, medium or large"},
		{"version", Text, "of the questions"},
		{"content", Text, "the digest of the questions"},
		{"latest", Bool, "the latest finished quarter of the site"},
		{"goals_known", Bool, "somebody answered something about the Essential goals"},
		{"goals_met", Int, "Essential goals met"},
		{"goals_nearly", Int, "nearly met, not among goals_met"},
		{"goals_another", Int, "met another way, not among goals_met"},
		{"goals_of", Int, "Essential goals that apply"},
		{"asked", Int, "shipped questions that are asked and apply"},
		{"answered", Int, "of these, answered by somebody"},
		{"left_open", Int, "of these, recorded as don't know when the quarter was finished"},
		{"own", Int, "questions of the site's own that are asked and apply"},
		{"inherited", Int, "answers taken over from a parent"},
	}}
	answers = Table{"answers", "A row for each question that is asked in a quarter.", []Column{
		folder, period,
		{"question", Text, "its key"},
		{"title", Text, "its title"},
		{"revision", Int, "of the question"},
		{"own", Bool, "a question of the site's own"},
		{"tier", Text, "essential, enhanced or rest"},
		{"weight", Int, "1 to 3"},
		{"state", Text, "as counted: levelled, other-way, unknown, does-not-apply or open"},
		{"answer", Text, "as given: yes, mostly, partly, no, other-way, does-not-apply or unknown; null if none"},
		{"points", Int, "0 to 3, as counted"},
		{"proven", Int, "the points when only answers with fresh proof count"},
		{"target", Int, "the level it aims at, 0 to 3"},
		{"usual_target", Int, "the target without one of the site's own"},
		{"gap", Int, "points missing to the target"},
		{"left_open", Bool, "nobody said so: recorded as don't know when the quarter was finished"},
		{"incomplete", Bool, "another way that lacks something and counts 0"},
		{"stale", Bool, "carried for two quarters or more without being confirmed"},
		{"recorded", Day, "when it was written down"},
		{"effective", Day, "since when it is true"},
		{"review", Day, "when another way must be looked at again"},
		{"change", Text, "why it differs: improved, worsened, corrected or found-out"},
		{"changed", Text, "the quarter in which it last changed"},
		{"carried", Text, "the quarter it was last given or confirmed in; null if that is this one"},
		{"inherited_from", Text, "the folder of the parent whose answer it is; null for one given here"},
	}}
	members = Table{"members", "A row for each asked question in each section it counts in.", []Column{
		folder, period,
		{"framework", Text, "its id"},
		{"section", Text, "its id"},
		{"question", Text, "its key"},
	}}
	sections = Table{"sections", "A row for each section of each framework that is asked.", []Column{
		folder, period,
		{"framework", Text, "its id"},
		{"section", Text, "its id"},
		{"title", Text, "such as Protect"},
		{"text", Text, "as every report prints it: 68%, 50 to 74%, not assessed"},
		{"score", Int, "whole percent; null where no single score may be shown"},
		{"low", Int, "the low end of the range, whole percent"},
		{"high", Int, "the high end"},
		{"earned", Int, "weight times points, over what is answered"},
		{"w_levelled", Int, "weight of what is answered with a level or another way"},
		{"w_unknown", Int, "weight of don't know"},
		{"w_open", Int, "weight of what is not answered"},
		{"w_excluded", Int, "weight of what does not apply"},
		{"asked", Int, "questions that apply or are not answered yet"},
		{"answered", Int, "of these, answered by somebody"},
		{"reach_part", Int, "requirements with an asked question that applies"},
		{"reach_whole", Int, "requirements that apply"},
		{"color", Text, "green, amber, grey or red; null for none"},
	}}
	goals = Table{"goals", "A row for each Essential goal.", []Column{
		folder, period,
		{"goal", Text, "its id"},
		{"title", Text, "its title"},
		{"status", Text, "met, nearly met, met another way, partly, not met, not known or does not apply"},
	}}
	gaps = Table{"gaps", "A row for each gap in the order in which to close it; accepted risks are left out.", []Column{
		folder, period,
		{"number", Int, "its place in the one list of things to do"},
		{"question", Text, "its key"},
		{"kind", Text, "fix, find out or answer this"},
		{"tier", Int, "1 now to 4 later"},
		{"rung", Int, "of the ladder; null for a question that is not on it"},
		{"gap", Int, "points missing to the target"},
		{"effort", Text, "small, medium or large"},
		{"money", Int, "band of yearly cost, 0 to 3"},
		{"board", Bool, "only leadership can decide it"},
		{"fell", Bool, "it fell since the quarter before"},
		{"decided", Text, "fix, transfer or later; null if nothing is decided"},
		{"due", Day, "of the decision"},
		{"overdue", Bool, "that day is past on the day the quarter is judged on"},
	}}
	ledger = Table{"ledger", "A row for each event of the ledger, in the quarter of its day.", []Column{
		folder, period,
		{"event", Int, "its number"},
		{"day", Day, "on which it happened"},
		{"matter", Int, "the number of the matter"},
		{"question", Text, "its key"},
		{"what", Text, "asked, raised, decided or withdrawn"},
		{"asked_in", Text, "the quarter whose report asked"},
		{"suggested", Day, "the day suggested by an ask"},
		{"decision", Text, "fix, accept, transfer or later"},
		{"due", Day, "of the decision, or the end of an accepted risk"},
		{"cost", Int, "a quote in whole US dollars"},
	}}
	matters = Table{"matters", "A row for each matter of the ledger as it stands today, in the quarter of its first event.", []Column{
		folder, period,
		{"matter", Int, "its number"},
		{"question", Text, "its key"},
		{"first", Day, "of its first event"},
		{"asks", Int, "how often a report asked"},
		{"decision", Text, "the one that stands; null for none"},
		{"day", Day, "the day that counts: of the decision, else the one suggested last"},
		{"closed", Day, "the day of the quarter that shows the gap closed; null while it is open"},
	}}
	evidence = Table{"evidence", "A row for each figure of each scan file that was kept, in the quarter of the scan.", []Column{
		folder, period,
		{"kind", Text, "of scan file"},
		{"day", Day, "of the scan"},
		{"imported", Day, "when it was read"},
		{"digest", Text, "of the file"},
		{"looked_from", Text, "internet or inside; null if not told"},
		{"rows", Int, "that were read"},
		{"unread", Int, "rows that could not be read"},
		{"figure", Text, "its name"},
		{"value", Text, "17, 17.5, or 5+ for at least 5"},
	}}
)

// Tables returns all tables, in a fixed order.
func Tables() []Table {
	return []Table{quarters, answers, members, sections, goals, gaps, ledger, matters, evidence}
}
