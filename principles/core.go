package principles

// Ids of the eight core principles of peer support as ImROC briefing 5, "Peer
// Support Workers: Theory and Practice" (2013), lists them in its box 3, in its
// order. The framework core_principles of package frameworks says what each
// means.
const (
	Mutual          PrincipleID = "mutual"
	Reciprocal      PrincipleID = "reciprocal"
	NonDirective    PrincipleID = "non_directive"
	RecoveryFocused PrincipleID = "recovery_focused"
	StrengthsBased  PrincipleID = "strengths_based"
	Inclusive       PrincipleID = "inclusive"
	Progressive     PrincipleID = "progressive"
	Safe            PrincipleID = "safe"
)
