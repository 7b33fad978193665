package hris

import "github.com/peersupport/peersupport/peer"

// The codes that this package adds to those of peer and tabular.
const (
	FaultNoHierarchy    peer.FaultCode = "no_hierarchy"
	FaultProfile        peer.FaultCode = "unknown_profile"
	FaultIDAlmostNumber peer.FaultCode = "id_looks_like_number"  // a warning
	FaultIDFormula      peer.FaultCode = "id_looks_like_formula" // a warning
)

// fault returns a fault of this package with its words.
func fault(code peer.FaultCode) peer.Fault {
	f := peer.Fault{Code: code}
	switch code {
	case FaultNoHierarchy:
		f.Words = "nobody in the file has a manager; declare the organisation flat if that is so"
	case FaultProfile:
		f.Words = "not a known kind of export"
	case FaultIDAlmostNumber:
		f.Words = "two ids differ only in leading zeros; they are kept as two people"
	case FaultIDFormula:
		f.Words = "the id begins as a formula does; it is kept as text"
	}
	return f
}
