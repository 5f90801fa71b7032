package report

import (
	"strings"
	"testing"

	"hygeia/frameworks"
	"hygeia/report/doc"
)

func TestOccurring(t *testing.T) {
	all := []frameworks.Term{{Name: "405(d)", Means: "A program of HHS."}, {Name: "HHS", Means: "A department of the US."}, {Name: "ID", Means: "A name."}, {Name: "Proof", Means: "Something shown."}, {Name: "US", Means: "A country."}, {Name: "VPN", Means: "A way in."}, {Name: "ePHI", Means: "Data."}}
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"Nobody did us a favor, idle VPNX.", ""},
		{"See 405(d) (1)", "405(d) HHS US"},
		{"(405(d))", "405(d) HHS US"},
		{"Two VPNs, with proof.", "Proof VPN"},
		{"ephi or EPHI", ""},
		{"ePHI/ID", "ID ePHI"},
	} {
		var got []string
		for _, term := range occurring(all, c.text) {
			got = append(got, term.Name)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// The annex explains the words of the report it ends, and no others.
func TestWordsAreThoseOfTheReport(t *testing.T) {
	in := creek(t)
	in.Audience = ForBoard
	d := Board(in)
	var rows []string
	for i, b := range d.Blocks {
		if h, is := b.(doc.Heading); is && h.Text == "Words" {
			for _, r := range d.Blocks[i+1].(doc.Table).Rows {
				rows = append(rows, r[0].String())
			}
			d.Blocks = d.Blocks[:i]
			break
		}
	}
	if len(rows) < 10 || len(rows) >= len(in.Result.Library.Glossary) {
		t.Errorf("%d words of %d are explained", len(rows), len(in.Result.Library.Glossary))
	}
	text := textOf(d)
	for _, absent := range []string{"SBOM", "MDS2", "VLAN"} {
		if !strings.Contains(text, absent) && strings.Contains(strings.Join(rows, " "), absent) {
			t.Errorf("%s is explained and occurs nowhere", absent)
		}
	}
}
