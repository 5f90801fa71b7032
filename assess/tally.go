package assess

// Tally is the weight of a group's questions by what was said about them
// (SCORING 4). All of it are integers; Earned counts thirds of a weight, so
// that a Yes of weight 3 earns 9.
type Tally struct {
	Earned   int // w · points over the levelled
	Levelled int // w(A)
	Unknown  int // w(U)
	Open     int // w(B)
	Excluded int // weight of what does not apply; outside every share but Scope
}

// Total returns T, the weight of all that applies.
func (t Tally) Total() int { return t.Levelled + t.Unknown + t.Open }

// Score returns S; it says nothing when nothing was answered.
func (t Tally) Score() Share { return Share{t.Earned, 3 * (t.Levelled + t.Unknown)} }

// Low returns L, the score if everything open turns out No.
func (t Tally) Low() Share { return Share{t.Earned, 3 * t.Total()} }

// High returns H, the score if everything open or unknown turns out Yes.
func (t Tally) High() Share { return Share{t.Earned + 3*(t.Unknown+t.Open), 3 * t.Total()} }

// Coverage returns C, the answered part.
func (t Tally) Coverage() Share { return Share{t.Levelled + t.Unknown, t.Total()} }

// Known returns K, the part with a level; H - L = 100 - K.
func (t Tally) Known() Share { return Share{t.Levelled, t.Total()} }

// Scope returns G, the part of the weight that applies.
func (t Tally) Scope() Share { return Share{t.Total(), t.Total() + t.Excluded} }

func (t *Tally) add(state State, points, weight int) {
	switch state {
	case Levelled, OtherWay:
		t.Earned += points * weight
		t.Levelled += weight
	case Unknown:
		t.Unknown += weight
	case NotApplicable:
		t.Excluded += weight
	default:
		t.Open += weight
	}
}
