package principles

// TensionReport is a [Tension] and what there is to say about it.
type TensionReport struct {
	Tension
	Notices []Notice `json:"notices,omitempty"`
}

// ActionReport is an [Action] and what there is to say about it.
type ActionReport struct {
	Action
	Notices []Notice `json:"notices,omitempty"`
}

// ContestReport is a [Contest] and what there is to say about it. Its framework is
// always given, its text empty unless it may be shared.
type ContestReport struct {
	Contest
	Notices []Notice `json:"notices,omitempty"`
}
