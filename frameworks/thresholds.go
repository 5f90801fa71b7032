package frameworks

// Thresholds are the numbers that are policy and not arithmetic (SCORING 4 to
// 8). They stand in one data file and are printed in every report. Content from
// before a number was written there has the first one that was.
type Thresholds struct {
	Green         int       // score from which a section is green, percent
	GreenCoverage int       // coverage it then needs, percent
	Amber         int       // score from which a section is amber, percent
	Coverage      int       // below this coverage only the range is printed, percent
	Reach         int       // below this reach there is no colour and a framework has no Overall, percent
	Scope         int       // below this scope "limited scope" is printed, percent of the weight
	LeastScope    int       // below this scope there is no single score and no colour, percent of the weight
	SmallGroup    int       // below this weight a group says how much one answer moves it
	Thin          int       // below this compared weight a section is never named as what rose or fell most
	LeaveOut      int       // below this coverage a framework is left out at the finish, percent of the weight
	LimitedScope  int       // 100 less Scope, as older readers know it
	QuickWin      int       // in old content: P from which a small fix was a quick win; 0 in today's
	EffortPoints  [4]int    // points by Effort; index 0 is unused
	EffortMeaning [4]string // what each effort class means, in words
	MoneyMeaning  [MostMoney + 1]string
	Threats       []Threat
	Targets       Targets
	SizeFactors   []SizeFactor
}

// Threat is one of HICP's five threats, or one we added.
type Threat struct {
	Key    string // "ransomware"
	Title  string
	Weight int    // 1 to 5, orders gaps
	HICP   bool   // one of HICP's five: counts for the weight of a question (SCORING 3)
	Stops  string // the hospital service it stops first
}

// Targets are the levels an organization aims at unless it sets its own (SCORING 6).
type Targets struct {
	Essential, Enhanced Level
	Foundation          Level    // what stands on the foundation of the ladder, at any size
	Required            Level    // what HIPAA requires of everyone, at any size
	MustApply           Level    // what every place has, at any size
	Rest                [4]Level // by Size; index 0 is unused
}

// SizeFactor is one line of HICP's size table (main document, Table 1).
type SizeFactor struct {
	Key    string // "beds"
	Title  string
	Small  [2]int // lowest and highest count that reads small
	Medium [2]int // likewise; more than the second reads large
}

// Threat returns the threat with that key.
func (t *Thresholds) Threat(key string) (Threat, bool) {
	for _, th := range t.Threats {
		if th.Key == key {
			return th, true
		}
	}
	return Threat{}, false
}
