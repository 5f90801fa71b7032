package frameworks

// Tier returns how the Essential and Enhanced goals of the shipped HPH catalog
// rank the question; a question that serves both tiers is Essential.
func (l *Library) Tier(q *Question) Tier { return l.tiers[q.Key] }

// Own reports whether an organization wrote the question for itself.
func (l *Library) Own(q *Question) bool { return l.owns(kindQuestion, q.Key) }

// Weight returns 3 for a question that serves an Essential goal; 2 for one of
// the foundation, one that serves an Enhanced goal, and one that works against
// two or more of HICP's five threats; and 1 otherwise and for every question of
// an organization's own (SCORING 3).
func (l *Library) Weight(q *Question) int {
	switch {
	case l.Own(q):
		return 1
	case l.Tier(q) == Essential:
		return 3
	case l.Tier(q) == Enhanced, l.Ladder.Foundation(q.Key), l.hicpThreats(q) >= 2:
		return 2
	}
	return 1
}

// hicpThreats counts those of HICP's five threats that the question names.
func (l *Library) hicpThreats(q *Question) int {
	n := 0
	for _, key := range q.Threats {
		if t, _ := l.Thresholds.Threat(key); t.HICP {
			n++
		}
	}
	return n
}

// ThreatWeight returns the largest weight, 1 to 5, among the question's threats,
// and 1 if it names none.
func (l *Library) ThreatWeight(q *Question) int {
	largest := 1
	for _, key := range q.Threats {
		if t, ok := l.Thresholds.Threat(key); ok {
			largest = max(largest, t.Weight)
		}
	}
	return largest
}
