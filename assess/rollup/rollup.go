package rollup

import (
	"cmp"
	"slices"

	"hygeia/assess"
	"hygeia/frameworks"
)

// Row is one site among the others.
type Row struct {
	Site
	Folder  string         // as it was found: "north" of "hygeia sites health"
	Label   string         // tells it from all others: its name, with the folder where another has the same
	Counted bool           // its figures are in those over all sites
	Why     Uncounted      // why they are not
	Silent  bool           // a whole quarter went by since its last finished one
	Newer   assess.Quarter // a draft after the quarter shown; zero for none
	Unread  assess.Quarter // the newest quarter whose file cannot be read; zero for none
	Problem string         // what could not be read, in a line; empty if nothing
	Parent  bool           // another site took answers over from it
}

// Uncounted says why a site is not in the figures over all of them.
type Uncounted int

// The reasons.
const (
	Counted      Uncounted = iota
	Unreadable             // nothing of it can be read
	OnlyDraft              // no quarter is finished
	OnlyServices           // it answers for others, and not all of the Essential goals for itself
)

// String returns the reason in words; nothing for a site that counts.
func (u Uncounted) String() string {
	return [...]string{"", "cannot be read", "only a draft", "shared services only"}[u]
}

// Rollup is what many sites come to.
type Rollup struct {
	AsOf    assess.Date
	Rows    []Row // counted ones first, the fewest Essential goals first; each in an order that depends on nothing else
	Counted int

	Met       Spread     // of the Essential goals met, over the sites that have as many as most
	Of        int        // Essential goals that these sites have
	Goals     []GoalLine // in the order of the catalog
	Sections  []Line     // the sections of the frameworks asked, in the order of the catalogs
	Practices []Practice // every shipped question that some counted site is asked, by its place on the ladder

	library *frameworks.Library
}

// Roll puts sites side by side on a day. The library has the titles and the order of
// the practices. The rows come with their folders and what is known about reading
// them; what follows from them all is filled in.
func Roll(lib *frameworks.Library, on assess.Date, rows []Row) *Rollup {
	r := &Rollup{AsOf: on, Rows: slices.Clone(rows), library: lib}
	r.parents()
	for i := range r.Rows {
		row := &r.Rows[i]
		row.Why = row.uncounted()
		row.Counted = row.Why == Counted
		row.Silent = row.Why != Unreadable && row.Unread.Since(row.Period) <= 0 && row.silent(on)
		if row.Counted {
			r.Counted++
		}
	}
	r.label()
	slices.SortStableFunc(r.Rows, compareRows)
	r.goals()
	r.sections()
	r.practices()
	return r
}

func (row *Row) uncounted() Uncounted {
	switch {
	case row.Period.IsZero():
		return Unreadable
	case row.Draft:
		return OnlyDraft
	case row.Parent && !row.Self:
		return OnlyServices
	}
	return Counted
}

// silent reports whether a whole calendar quarter went by in which the site
// finished none: the day is two quarters or more after the one finished last, or
// after the one it began with if it never finished any.
func (row *Row) silent(on assess.Date) bool {
	today := assess.Quarter{Year: on.Year, N: (int(on.Month)-1)/3 + 1}
	return today.Since(row.Period) >= 2
}

// parents marks the sites that others took answers over from.
func (r *Rollup) parents() {
	sources := map[string]bool{}
	for _, row := range r.Rows {
		for _, t := range row.Taken {
			sources[Beside(row.Folder, t.From)] = true
		}
	}
	for i := range r.Rows {
		r.Rows[i].Parent = sources[clean(r.Rows[i].Folder)]
	}
}

// compareRows puts counted sites first, then what is to be asked about; among the
// counted the fewest goals met first, then the lowest score of all questions
// asked, then the folder.
func compareRows(a, b Row) int {
	return cmp.Or(
		cmp.Compare(a.Why, b.Why),
		cmp.Compare(a.Goals.Met, b.Goals.Met),
		cmp.Compare(a.Goals.Met+a.Goals.Nearly+a.Goals.Another, b.Goals.Met+b.Goals.Nearly+b.Goals.Another),
		compareShares(a.All.Score, b.All.Score),
		cmp.Compare(a.Folder, b.Folder),
	)
}

// compareShares compares exactly; a share that says nothing comes first.
func compareShares(a, b assess.Share) int {
	if !a.Known() || !b.Known() {
		return cmp.Compare(a.Whole, b.Whole)
	}
	return cmp.Compare(a.Part*b.Whole, b.Part*a.Whole)
}

// those returns the counted rows.
func (r *Rollup) those() []*Row {
	var list []*Row
	for i := range r.Rows {
		if r.Rows[i].Counted {
			list = append(list, &r.Rows[i])
		}
	}
	return list
}

// Title returns the title of a question: the one given, or that of the content.
func (r *Rollup) Title(key, given string) string {
	if q, known := r.library.Question(key); given == "" && known {
		return q.Title
	}
	return cmp.Or(given, key)
}

// Question returns the question with that key in the content that has the titles.
func (r *Rollup) Question(key string) (*frameworks.Question, bool) { return r.library.Question(key) }

// Framework returns the framework with that id in the same content.
func (r *Rollup) Framework(id string) (*frameworks.Framework, bool) {
	f, err := r.library.Framework(id)
	return f, err == nil
}

// Lowest returns the lowest score of the first of the frameworks that has one; of
// two alike the first of the catalog. Nil where none has.
func (row *Row) Lowest(frameworks ...string) *Score {
	for _, id := range frameworks {
		var low *Score
		for i := range row.Scores {
			s := &row.Scores[i]
			if s.Framework == id && s.Single && (low == nil || compareShares(s.Score, low.Score) < 0) {
				low = s
			}
		}
		if low != nil {
			return low
		}
	}
	return nil
}

// Score returns the site's score in a section; nil if it is not asked.
func (row *Row) Score(framework, section string) *Score {
	for i := range row.Scores {
		if s := &row.Scores[i]; s.Framework == framework && s.ID == section {
			return s
		}
	}
	return nil
}
