package doc

// DefaultMarking is the mark of a report for the house when nobody chose another one
// (TLP 2.0).
const DefaultMarking = "TLP:AMBER+STRICT"

// SelfAssessment is the one sentence that every report carries once (SCORING 10).
const SelfAssessment = "This is a self-assessment of cyber hygiene. It is not the HIPAA risk analysis and does not replace one."
