package frameworks

// Thresholds are the numbers that are policy and not arithmetic (SCORING 4 to
// 7). They stand in one data file and are printed in every report.
type Thresholds struct {
	Green         int       // score from which a section is green, percent
	GreenCoverage int       // coverage it then needs, percent
	Amber         int       // score from which a section is amber, percent
	Coverage      int       // below this coverage only the range is printed, percent
	Reach         int       // below this reach there is no colour, percent
	LimitedScope  int       // above this share of excluded weight "limited scope" is printed, percent
	QuickWin      int       // P from which a small fix is a quick win
	EffortPoints  [4]int    // points by Effort; index 0 is unused
	EffortMeaning [4]string // what each effort class means, in words
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
