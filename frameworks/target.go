package frameworks

// HIPAAID is the id of the catalog whose required specifications hold for
// everyone, chosen or not (SCORING 6).
const HIPAAID = "hipaa-security-rule"

// Ground says on what a usual target rests. The first that holds is named.
type Ground int

// The grounds, in the order in which they are looked for.
const (
	RestGround       Ground = iota // nothing else holds; the size decides
	EssentialGround                // serves an Essential goal
	FoundationGround               // stands on the foundation of the ladder
	LawGround                      // HIPAA requires it
	MustApplyGround                // every place has what it asks about
	EnhancedGround                 // serves an Enhanced goal
)

// DefaultTarget returns the level a question aims at unless the organization
// set its own (SCORING 6). Before a size is chosen it is that of a medium one.
func (l *Library) DefaultTarget(q *Question, size Size) Level {
	targets := &l.Thresholds.Targets
	if size < Small || size > Large {
		size = Medium
	}
	target := targets.Rest[size]
	switch l.Ground(q) {
	case EssentialGround:
		target = targets.Essential
	case FoundationGround:
		target = max(target, targets.Foundation)
	case LawGround:
		target = max(target, targets.Required)
	case MustApplyGround:
		target = max(target, targets.MustApply)
	case EnhancedGround:
		target = targets.Enhanced
	}
	return target
}

// Ground returns on what the question's usual target rests.
func (l *Library) Ground(q *Question) Ground {
	if l.grounds == nil {
		return l.ground(q)
	}
	if known, ok := l.grounds.Load(q.Key); ok {
		return known.(Ground)
	}
	g := l.ground(q)
	l.grounds.Store(q.Key, g)
	return g
}

func (l *Library) ground(q *Question) Ground {
	switch {
	case l.Tier(q) == Essential:
		return EssentialGround
	case l.Own(q):
		if q.MustApply {
			return MustApplyGround
		}
		return RestGround
	case l.Ladder.Foundation(q.Key):
		return FoundationGround
	case l.Required(q):
		return LawGround
	case q.MustApply:
		return MustApplyGround
	case l.Tier(q) == Enhanced:
		return EnhancedGround
	}
	return RestGround
}

// Required reports whether the question serves what the HIPAA Security Rule
// requires of everyone: a required specification, or a standard that has no
// specifications.
func (l *Library) Required(q *Question) bool {
	for _, s := range l.serves[q.Key] {
		if s.Framework.ID == HIPAAID && s.required() {
			return true
		}
	}
	return false
}

// required reports whether the requirement must be done as it is written. The
// specifications of a standard follow it in its section.
func (s Served) required() bool {
	if s.Requirement.Duty != Standard {
		return s.Requirement.Duty == Required
	}
	all := s.Section.Requirements(0)
	for i, r := range all {
		if r == s.Requirement {
			return i+1 == len(all) || all[i+1].Duty == Standard
		}
	}
	return false
}
