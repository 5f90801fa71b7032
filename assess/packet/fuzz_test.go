package packet_test

import (
	"testing"

	"hygeia/assess"
	"hygeia/assess/packet"
)

// FuzzRead: whatever comes back, it is read or refused, and what is read says which
// question each answer belongs to.
func FuzzRead(f *testing.F) {
	f.Add(yamlOf(f, three(f)))
	f.Add([]byte(saved(f)))
	f.Add(filledIn(f, three(f)))
	f.Add([]byte("Hand-out:,hygeia/packet/v1 p0\nQuarter:,2026-Q3\nYour answer,Leave as it is\nyes,kev-fix 00000000-00000000\n"))
	f.Add([]byte("> {\"schema\": \"hygeia/packet/v1\", \"check\": {"))
	f.Fuzz(func(t *testing.T, data []byte) {
		packet.IsReply(data)
		r, err := packet.Read("x", data, today)
		if err != nil {
			return
		}
		for _, g := range r.Given {
			if g.Key == "" || g.Answer.State == assess.Open && !g.Still {
				t.Errorf("read %+v", g)
			}
		}
	})
}
