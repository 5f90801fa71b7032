package frameworks

import "testing"

func TestCaveatOfHelp(t *testing.T) {
	for want, r := range map[string]Resource{
		"": {Cost: "free", Status: "attested"}, "partly free": {Cost: "mixed", Status: "attested"}, "paid": {Cost: "paid"},
		"perhaps moved": {Cost: "free", Status: "maybe-moved"}, "paid, paused": {Cost: "paid", Status: "paused"},
	} {
		if got := r.Caveat(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
