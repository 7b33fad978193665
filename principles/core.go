package principles

import (
	_ "embed" // the catalogue is data
	"strings"
)

// coreCatalogue is constant: go:embed allows no const, and nothing writes to it.
//
//go:embed core.json
var coreCatalogue string

// Ids of the principles in [CorePrinciples].
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

// CorePrinciples returns the eight core principles of peer support as ImROC
// briefing 5, "Peer Support Workers: Theory and Practice" (2013), lists them in
// its box 3, in its order. Meanings are in this project's words. The signs of
// breach are this project's own reading, and so is the pairing of two names that
// the briefing uses in its closing list (community-facing, person-centred) with
// the two that they seem to replace.
//
// Each call returns a value of its own. The error is always nil for the data
// that this package ships with.
func CorePrinciples() (Catalogue, error) {
	return DecodeCatalogue(strings.NewReader(coreCatalogue))
}
