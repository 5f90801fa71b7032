package log

// Merge takes over the events of a copy of the log that this one lacks, in their
// order, behind all that is here. It returns what was added, and how many events do
// not follow from what is here.
func (l *Log) Merge(theirs *Log) (added []Event, left int) {
	have := map[Event]int{}
	for _, e := range l.events {
		have[e]++
	}
	for _, e := range theirs.events {
		if have[e] > 0 {
			have[e]--
			continue
		}
		if l.Append(e) != nil {
			left++
			continue
		}
		added = append(added, e)
	}
	return added, left
}
