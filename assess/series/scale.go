package series

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"hygeia/frameworks/words"
)

// Scale is what scores are counted on. The zero Scale is none: nothing is scored.
type Scale struct {
	kind      string // "numbers", "percent", "tiers", "cmmi", "cmm", "words"
	low, high int    // of numbers, in thousandths
}

// The scales that have a name.
var (
	Percent   = Scale{"percent", 0, 100_000}
	Tiers     = Scale{"tiers", 1_000, 4_000} // the four tiers of NIST CSF
	CMMI      = Scale{"cmmi", 0, 5_000}      // Incomplete, Initial, Managed, Defined, Quantitatively Managed, Optimizing
	CMM       = Scale{"cmm", 1_000, 5_000}   // Initial, Repeatable, Defined, Managed, Optimized
	WordScale = Scale{"words", 0, 3_000}     // No, Partly, Mostly, Yes and their like
)

var named = []Scale{Percent, Tiers, CMMI, CMM, WordScale}

// Numbers returns the scale from low to high.
func Numbers(low, high int) Scale { return Scale{"numbers", low * 1000, high * 1000} }

// String returns the scale as it is written: 0-5, percent, tiers, cmmi, cmm or words.
func (s Scale) String() string {
	if s.kind == "numbers" {
		return fmt.Sprintf("%d-%d", s.low/1000, s.high/1000)
	}
	return s.kind
}

var numberScale = words.Pattern(`^([0-9]{1,3})\s*(?:-|–|to|\.\.)\s*([0-9]{1,3})$`)

// ParseScale reads what [Scale.String] writes.
func ParseScale(text string) (Scale, error) {
	low := strings.ToLower(strings.TrimSpace(text))
	for _, s := range named {
		if s.kind == low {
			return s, nil
		}
	}
	if m := numberScale().FindStringSubmatch(low); m != nil {
		from, _ := strconv.Atoi(m[1]) // the pattern lets only digits through
		to, _ := strconv.Atoi(m[2])
		if from < to {
			return Numbers(from, to), nil
		}
	}
	return Scale{}, fmt.Errorf("scale %q: must be two numbers such as 0-5, or percent, tiers, cmmi, cmm or words", text)
}

// Says describes the scale to people.
func (s Scale) Says() string {
	switch s {
	case Scale{}:
		return "none"
	case Percent:
		return "percent"
	case Tiers:
		return "the tiers of NIST CSF, 1 to 4"
	case CMMI:
		return "the levels of CMMI, 0 (Incomplete) to 5 (Optimizing)"
	case CMM:
		return "the older maturity levels, 1 (Initial) to 5 (Optimized)"
	case WordScale:
		return "words"
	}
	return fmt.Sprintf("%d to %d", s.low/1000, s.high/1000)
}

// holds reports whether a number, in thousandths, lies on the scale.
func (s Scale) holds(n int) bool { return s.kind != "" && n >= s.low && n <= s.high }

// names are the words that stand for a number on a scale.
var names = sync.OnceValue(func() map[string]map[string]int {
	return map[string]map[string]int{
		"tiers": {"partial": 1, "risk informed": 2, "repeatable": 3, "adaptive": 4},
		"cmmi":  {"incomplete": 0, "not performed": 0, "initial": 1, "managed": 2, "defined": 3, "quantitatively managed": 4, "optimizing": 5, "optimising": 5, "optimized": 5},
		"cmm": {"nonexistent": 0, "non existent": 0, "not performed": 0, "initial": 1, "ad hoc": 1, "repeatable": 2, "defined": 3, "managed": 4, "optimized": 5, "optimised": 5, "optimizing": 5,
			"quantitatively managed": 4},
	}
})

// name returns the name of a whole number on the scale, "" without one.
func (s Scale) name(n int) string {
	titles := map[string][]string{
		"tiers": {"", "Partial", "Risk Informed", "Repeatable", "Adaptive"},
		"cmmi":  {"Incomplete", "Initial", "Managed", "Defined", "Quantitatively Managed", "Optimizing"},
		"cmm":   {"", "Initial", "Repeatable", "Defined", "Managed", "Optimized"},
	}[s.kind]
	if n%1000 != 0 || n/1000 >= len(titles) {
		return ""
	}
	return titles[n/1000]
}

// ordinary are words for how far something is done, in the thirds from nothing to
// all. The half of a traffic light is written as 1.5.
var ordinary = sync.OnceValue(func() map[string]int {
	return map[string]int{
		"no": 0, "n": 0, "none": 0, "not": 0, "missing": 0, "absent": 0, "not implemented": 0, "not started": 0, "not in place": 0, "not met": 0,
		"not done": 0, "not compliant": 0, "non compliant": 0, "noncompliant": 0, "to do": 0, "todo": 0, "planned": 0, "scoped": 0, "not yet": 0, "false": 0,
		"not achieved": 0, "unmet": 0, "deficient": 0, "not satisfied": 0, "red": 0, "r": 0, "low": 0, "fail": 0, "failed": 0, "gap": 0, "does not meet": 0, "never": 0,
		"not performed": 0, "failing": 0, "needs attention": 0, "not ready": 0, "ni": 0, "ineffective": 0, "not effective": 0, "open": 0, "no policy": 0, "not automated": 0, "not reported": 0,

		"partial": 1000, "partially": 1000, "partly": 1000, "p": 1000, "partially implemented": 1000, "partly implemented": 1000, "partial implementation": 1000,
		"partially compliant": 1000, "partially met": 1000, "partially achieved": 1000, "partially in place": 1000, "in progress": 1000, "started": 1000,
		"in work": 1000, "underway": 1000, "under way": 1000, "somewhat": 1000, "some": 1000, "minimal": 1000, "minimally": 1000, "limited": 1000, "ongoing": 1000, "in development": 1000, "performed": 1000, "documented": 1000, "sometimes": 1000,
		"somewhat compliant": 1000, "partially effective": 1000, "pi": 1000, "parts of policy implemented": 1000, "informal policy": 1000, "partial written policy": 1000,
		"implemented on some systems": 1000, "automated on some systems": 1000, "reported on some systems": 1000, "parts of policy automated": 1000, "parts of policy reported": 1000,

		"amber": 1500, "yellow": 1500, "orange": 1500, "medium": 1500,

		"largely": 2000, "mostly": 2000, "l": 2000, "largely implemented": 2000, "mostly implemented": 2000, "substantially implemented": 2000, "substantial": 2000,
		"substantially": 2000, "largely compliant": 2000, "mostly compliant": 2000, "largely met": 2000, "mostly met": 2000, "largely achieved": 2000, "largely in place": 2000, "mostly in place": 2000, "usually": 2000,
		"reviewed": 2000, "li": 2000, "written policy": 2000, "implemented on most systems": 2000, "automated on most systems": 2000, "reported on most systems": 2000,

		"yes": 3000, "y": 3000, "full": 3000, "fully": 3000, "f": 3000, "implemented": 3000, "fully implemented": 3000, "full implementation": 3000, "compliant": 3000,
		"fully compliant": 3000, "met": 3000, "fully met": 3000, "achieved": 3000, "fully achieved": 3000, "in place": 3000, "fully in place": 3000, "complete": 3000,
		"completed": 3000, "done": 3000, "satisfied": 3000, "green": 3000, "g": 3000, "true": 3000, "pass": 3000, "passed": 3000, "x": 3000, "✓": 3000, "✔": 3000, "passing": 3000, "ok": 3000, "healthy": 3000, "ready": 3000, "fi": 3000, "effective": 3000,
		"implemented on all systems": 3000, "automated on all systems": 3000, "reported on all systems": 3000, "approved written policy": 3000, "high": 3000, "meets": 3000, "always": 3000,
	}
})
