package ledger_test

import (
	"slices"
	"testing"

	"hygeia/assess/ledger"
)

// copyOf is a ledger with the first n events of another one.
func copyOf(t *testing.T, l *ledger.Ledger, n int) *ledger.Ledger {
	t.Helper()
	c := &ledger.Ledger{}
	for _, e := range l.Events(n) {
		must(t, c.Append(e))
	}
	return c
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestMergeOfACopy(t *testing.T) {
	all := sample(t)
	raised := ledger.Event{Kind: ledger.Raised, Day: day(t, "2027-04-03"), Question: "kev-fix", By: "Lee"}
	decided := ledger.Event{Kind: ledger.Decided, Day: day(t, "2027-04-03"), Question: "kev-fix", Said: fix(t, "IT lead", "2027-09-30"), By: "Lee"}
	other := ledger.Event{Kind: ledger.Raised, Day: day(t, "2027-04-03"), Question: "mfa-email", By: "Ana"}
	with := func(l *ledger.Ledger, matter int, events ...ledger.Event) *ledger.Ledger {
		for _, e := range events {
			e.Matter = matter
			must(t, l.Append(e))
		}
		return l
	}
	older := ledger.Event{Kind: ledger.Decided, Day: day(t, "2027-02-01"), Question: "vendor-contracts", Said: fix(t, "COO", "2027-05-31"), By: "Lee"}
	for _, c := range []struct {
		name         string
		ours, theirs *ledger.Ledger
		added        []int // the numbers of the matters of what is added
		left         int
	}{
		{"the same", copyOf(t, all, 7), copyOf(t, all, 7), nil, 0},
		{"theirs is older", copyOf(t, all, 7), copyOf(t, all, 3), nil, 0},
		{"theirs goes on", copyOf(t, all, 3), copyOf(t, all, 7), []int{2, 2, 2, 1}, 0},
		{"both raised another matter", with(copyOf(t, all, 7), 3, other), with(copyOf(t, all, 7), 3, raised, decided), []int{4, 4}, 0},
		{"both raised the same", with(copyOf(t, all, 7), 3, raised), with(copyOf(t, all, 7), 3, raised, decided), []int{3}, 0},
		{"theirs is older than what stands", copyOf(t, all, 7), with(copyOf(t, all, 3), 1, older), nil, 1},
		{"nothing here yet", &ledger.Ledger{}, copyOf(t, all, 7), []int{1, 1, 1, 2, 2, 2, 1}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := c.ours.Events(c.ours.Len())
			added, left := c.ours.Merge(c.theirs)
			var matters []int
			for _, e := range added {
				matters = append(matters, e.Matter)
			}
			if !slices.Equal(matters, c.added) || len(left) != c.left {
				t.Errorf("added %+v, left %+v", added, left)
			}
			if after := c.ours.Events(c.ours.Len()); !slices.Equal(after[:len(before)], before) || len(after) != len(before)+len(added) {
				t.Error("what stood there was changed")
			}
			again, _ := c.ours.Merge(c.theirs)
			if len(again) > 0 {
				t.Errorf("merged twice, it adds %+v", again)
			}
		})
	}
}
