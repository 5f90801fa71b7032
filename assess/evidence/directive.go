package evidence

import "strings"

// The columns with what CISA publishes about a flaw and a file may carry: whether an
// attack can be automated, and what the attacker gains.
var (
	automatableColumns = []string{"automatable", "ssvc_automatable", "ssvc automatable"}
	impactColumns      = []string{"technical_impact", "ssvc_technical_impact", "ssvc technical impact", "technical impact"}
)

// valued reports whether a file carries what the directive's own bands need.
func valued(head row) bool {
	return hasAny(head, automatableColumns) && hasAny(head, impactColumns)
}

func hasAny(head row, columns []string) bool {
	for _, c := range columns {
		if head.has(c) {
			return true
		}
	}
	return false
}

// dueWithin is within how many days BOD 26-04 wants a flaw fixed on what the internet can
// reach; 0 where the row does not carry the flaw's values. For federal agencies it is a
// duty, for a hospital advice.
func dueWithin(r row, kev bool) int {
	automatable, known := truth(r.first(automatableColumns...))
	switch word := strings.ToLower(r.first(automatableColumns...)); word {
	case "yes", "no":
		automatable, known = word == "yes", true
	}
	impact := strings.ToLower(r.first(impactColumns...))
	if !known || impact != "total" && impact != "partial" {
		return 0
	}
	total := impact == "total"
	switch {
	case kev && (automatable || total), automatable && total:
		return 3
	case kev, automatable, total:
		return 14
	}
	return 60
}

// directive gives how many findings are open longer than the directive's own bands.
// The clock may have begun before the flaw was found here, so they are "at least".
func (f *findings) directive() {
	for _, b := range []struct {
		key  string
		days int
	}{{"directive-over-3", 3}, {"directive-over-14", 14}, {"directive-over-60", 60}} {
		f.in.counted(b.key, f.valued, f.due[b.days].over(b.days))
	}
}
