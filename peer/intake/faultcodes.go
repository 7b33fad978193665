package intake

import "github.com/peersupport/peersupport/peer"

// The codes that this package adds to those of peer and tabular.
const (
	FaultNumber peer.FaultCode = "invalid_number"
	FaultLeft   peer.FaultCode = "person_has_left" // a warning
)

// fault returns a fault of this package with its words.
func fault(code peer.FaultCode) peer.Fault {
	f := peer.Fault{Code: code}
	switch code {
	case FaultNumber:
		f.Words = "not a whole number in plain decimal digits"
	case FaultLeft:
		f.Words = "the person has left the organisation"
	}
	return f
}
