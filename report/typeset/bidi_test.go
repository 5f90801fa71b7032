package typeset

import (
	"strings"
	"testing"

	"hygeia/report/doc"
)

// Worked by hand after UAX 9: capitals would be Hebrew in its examples.
func TestVisualOrder(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"English", "Cedar Bend (2026)", "Cedar Bend (2026)"},
		{"Hebrew", "בית חולים", "םילוח תיב"},
		{"a number in Hebrew", "חדר 123 בית", "תיב 123 רדח"},
		{"a number behind Hebrew", "בית 123", "123 תיב"},
		{"an amount", "בית $12,500 חדר", "רדח $12,500 תיב"},
		{"Hebrew in English", "Clinic בית חולים East", "Clinic םילוח תיב East"},
		{"Hebrew and a number in English", "Clinic בית 12 East", "Clinic 12 תיב East"},
		{"a number between Hebrew in English", "At בית 12 חדר now", "At רדח 12 תיב now"},
		{"English in Hebrew", "בית Hadassah חולים", "םילוח Hadassah תיב"},
		{"brackets in Hebrew", "בית (חולים) 5", "5 (םילוח) תיב"},
		{"brackets around English", "בית (East) חולים", "םילוח (East) תיב"},
		{"two Hebrew names in English", "A בית and חדר", "A תיב and רדח"},
		{"a percentage", "ציון 50%", "50% ןויצ"},
		{"an accent stays behind its letter", "שָלום", "םולשָ"},
	} {
		if got := VisualText(c.in); got != c.want {
			t.Errorf("%s: %q is drawn as %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

// A text is broken into lines as it is read, and each line is ordered by itself.
func TestVisualLines(t *testing.T) {
	st := Style{Size: 10, Lead: 5}
	text := doc.Text{{Text: "אחת שתיים "}, {Text: "שלוש", Bold: true}, {Text: " ארבע 2026"}}
	lines := st.Set(text, st.Width("אחת שתיים שלוש")+1)
	var read, drawn []string
	for _, l := range lines {
		v := l.Visual(st)
		read, drawn = append(read, l.String()), append(drawn, v.String())
		if d := v.Width - l.Width; d > 1e-9 || d < -1e-9 {
			t.Errorf("%q is %v wide in one order and %v in the other", l.String(), l.Width, v.Width)
		}
	}
	if got := strings.Join(read, "|"); got != "אחת שתיים שלוש|ארבע 2026" {
		t.Errorf("lines as read: %q", got)
	}
	if got := strings.Join(drawn, "|"); got != "שולש םייתש תחא|2026 עברא" {
		t.Errorf("lines as drawn: %q", got)
	}
	if first := lines[0].Visual(st).Pieces[0]; !first.Bold || first.Text != "שולש" {
		t.Errorf("the first piece from the left is %+v", first)
	}
}
