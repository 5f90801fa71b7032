package report

import (
	"hygeia/assess"
	"hygeia/assess/ledger"
	"hygeia/assess/series"
	"hygeia/frameworks"
	"hygeia/report/doc"
)

// Input is what a report is made from.
type Input struct {
	Result    *assess.Result     // of the quarter reported
	Earlier   []*assess.Result   // of every earlier quarter that can be read, oldest first; may be empty
	Marking   string             // the TLP mark; empty means TLP:AMBER+STRICT
	Latin     string             // the organization's name in Latin letters; empty for the one it has
	Legal     string             // a line of the user's own for every page; may be empty
	Audience  Audience           // who reads it
	Benchmark []frameworks.Study // published figures to print beside ours; empty prints none
	Logo      *doc.Logo          // for the first page; nil for none
	Program   string             // "hygeia 1.0.0"
	Rules     []string           // that may apply where the organization is, for the sector's guide; may be empty

	Matters []ledger.Matter  // what became of everything that was asked and decided, by number; may be empty
	Decided assess.Date      // the day up to which the ledger counts; zero for as far as it goes
	Series  []*series.Series // what other people's sheets say; may be empty
	Words   string           // the eight words over quarter and ledger, to be printed; empty prints none
}

// before returns the result of the quarter before, nil if there is none.
func (in Input) before() *assess.Result {
	if len(in.Earlier) == 0 {
		return nil
	}
	return in.Earlier[len(in.Earlier)-1]
}
