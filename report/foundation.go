package report

import (
	"hygeia/frameworks"
	"hygeia/report/doc"
)

// foundationLeft says how many of the first practices of the ladder nobody has
// been asked about yet; nothing once all are asked. What nobody asks stands in no
// plan, so a plan ends with it.
func foundationLeft(s *story) []doc.Block {
	first, left := s.foundation()
	if left == 0 {
		return nil
	}
	title := "foundation"
	if f, err := s.lib.Framework(frameworks.FoundationID); err == nil {
		title = f.Title
	}
	return []doc.Block{doc.Noted("Not asked yet: %d of the first %d. They are what nearly every place should have first; the set %q asks them.", left, first, title)}
}

// foundation counts the practices of the foundation, and those not asked this
// quarter.
func (s *story) foundation() (first, left int) {
	ladder := s.lib.Ladder
	if ladder == nil || ladder.First {
		return 0, 0
	}
	for _, rung := range ladder.Rungs {
		for _, place := range rung.Places {
			if !rung.Foundation {
				continue
			}
			first++
			if _, asked := s.r.Item(place.Key); !asked {
				left++
			}
		}
	}
	return first, left
}
