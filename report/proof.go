package report

import (
	"hygeia/assess"
	"hygeia/frameworks"
)

// yesProven returns how many Yes answers fresh proof shows, of all Yes answers
// (SCORING 2). It says nothing where there is no Yes.
func yesProven(items []*assess.Item) assess.Share {
	var share assess.Share
	for _, it := range items {
		if it.State != assess.Levelled || it.Points < int(frameworks.Yes) {
			continue
		}
		share.Whole++
		if it.Proven == it.Points {
			share.Part++
		}
	}
	return share
}
