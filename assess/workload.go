package assess

import (
	"fmt"
	"strings"
)

// Workload is how many questions of each kind are left to ask.
type Workload [AskRest + 1]int

// How long one question takes, in seconds: to read it, find out and decide for
// a new one; to look at what has run out for one that is due; to say "still
// true". They make 15 minutes of the 20 Essential questions.
const (
	secondsNew     = 45
	secondsDue     = 30
	secondsConfirm = 10
)

// seconds is what one question of a kind takes.
func (k AskKind) seconds() int {
	switch k {
	case AskDue:
		return secondsDue
	case AskChanged, AskOpen:
		return secondsNew
	}
	return secondsConfirm
}

// Asked returns the number of questions that are asked; the rest is not among them.
func (w Workload) Asked() int { return w[AskDue] + w[AskChanged] + w[AskOpen] + w[AskConfirm] }

// Minutes returns about how many minutes the asked questions take, half up and
// at least 1; 0 if nothing is asked. The rest is not counted.
func (w Workload) Minutes() int {
	seconds := 0
	for kind := range AskRest {
		seconds += w[kind] * kind.seconds()
	}
	if seconds == 0 {
		return 0
	}
	return max(1, (seconds+30)/60)
}

// NewMinutes returns about how many minutes that many new questions take.
func NewMinutes(n int) int { return Workload{AskChanged: n}.Minutes() }

// String returns "12 are due, 2 are new, 14 to confirm: about 9 minutes; the
// other 27 can wait". Kinds without a question are left out.
func (w Workload) String() string {
	var parts []string
	for _, p := range []struct {
		n         int
		one, many string
	}{
		{w[AskDue], "is due", "are due"},
		{w[AskChanged], "is new or changed", "are new or changed"},
		{w[AskOpen], "has no answer yet", "have no answer yet"},
		{w[AskConfirm], "to confirm", "to confirm"},
	} {
		switch {
		case p.n == 1:
			parts = append(parts, "1 "+p.one)
		case p.n > 1:
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.many))
		}
	}
	s := "nothing is left to ask"
	if len(parts) > 0 {
		s = fmt.Sprintf("%s: about %s", strings.Join(parts, ", "), MinutesText(w.Minutes()))
	}
	switch rest := w[AskRest]; {
	case rest == 1:
		s += "; 1 other can wait"
	case rest > 1:
		s += fmt.Sprintf("; the other %d can wait", rest)
	}
	return s
}

// MinutesText returns "1 minute" or "15 minutes".
func MinutesText(n int) string {
	if n == 1 {
		return "1 minute"
	}
	return fmt.Sprintf("%d minutes", n)
}
