package frameworks_test

import (
	"regexp"
	"testing"
)

// takesAway finds the verbs by which a step removes, closes, blocks, restarts,
// isolates or changes something that care may run on.
var takesAway = regexp.MustCompile(`(?i)\b(remov\w+|clos(e|es|ing)|block\w*|restart\w*|isolat\w+|disabl\w+|delet\w+|disconnect\w*|wip(e|es|ing)|unplug\w*|` +
	`quarantin\w+|shut\w*|cut (it|them|off)|(switch|turn|take)\w* (\w+ ){0,4}off|lock(s|ing)? out|chang(e|ing) (the|each|every|all) \w* ?password\w*|replac\w+|` +
	`install\w*|updates? (on|every|all)|encrypt the|restore (it|one|the))\b`)

// A first step that may stop something care runs on says whom to ask in the
// care areas and the way back.
func TestFirstStepsDoNoHarm(t *testing.T) {
	found := 0
	for _, q := range shippedLibrary(t).Questions {
		verb := takesAway.FindString(q.Fix.Do)
		if verb == "" {
			continue
		}
		found++
		if q.Fix.Care == "" {
			t.Errorf("%s: %q without care: %s", q.Key, verb, q.Fix.Do)
		}
	}
	if found < 30 {
		t.Errorf("only %d steps with such a verb were found", found)
	}
}

// whom finds the people who know what care runs on.
var whom = regexp.MustCompile(`(?i)\b(nurses?|wards?|biomed|doctors?|clinicians?|supervisors?|managers?|shift leads?|vendors?|makers?|staff|trainers?|people|areas?|front desk|lab|who)\b`)

func TestCareNamesSomebody(t *testing.T) {
	for _, q := range shippedLibrary(t).Questions {
		if q.Fix.Care != "" && !whom.MatchString(q.Fix.Care) {
			t.Errorf("%s: nobody is asked: %s", q.Key, q.Fix.Care)
		}
	}
}
