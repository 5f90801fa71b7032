package frameworks

// The catalogs that a rule of ours depends on, by id. Whoever needs one of these
// names takes it from here.
const (
	// EssentialID is the catalog whose first section weighs most (SCORING 3); its
	// two sections are [EssentialSection] and [EnhancedSection].
	EssentialID = "hph-cpg"
	// HICPID is the catalog whose practices are numbered 1 to [Practices].
	HICPID = "hicp-2023"
	// CSFID is the catalog whose outcomes resources name under "csf", and whose
	// functions every report shows.
	CSFID = "nist-csf-2.0"
)

// The sections of the catalog [EssentialID].
const (
	EssentialSection = "essential"
	EnhancedSection  = "enhanced"
)
