package tabular

import (
	"cmp"
	"slices"

	"github.com/peersupport/peersupport/peer"
)

// InOrder returns the faults of one file in the order of the file, each once.
// Where a field could not be read as text, only that is said of the field:
// the rest follows from it.
func InOrder(faults peer.Faults) peer.Faults {
	faults = slices.Clone(faults)
	slices.SortStableFunc(faults, func(a, b peer.Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	var kept peer.Faults
	for len(faults) > 0 {
		n := 1
		for n < len(faults) && faults[n].Line == faults[0].Line && faults[n].Column == faults[0].Column {
			n++
		}
		kept = append(kept, once(faults[:n])...)
		faults = faults[n:]
	}
	return kept
}

// once returns the faults of one place without repetition.
func once(faults peer.Faults) peer.Faults {
	for i, f := range faults {
		if f.Code == FaultUTF8 || f.Code == peer.FaultText {
			return faults[i : i+1]
		}
	}
	kept := faults[:1]
	for _, f := range faults[1:] {
		same := func(k peer.Fault) bool { return k.Code == f.Code && k.Field == f.Field }
		if !slices.ContainsFunc(kept, same) {
			kept = append(kept, f)
		}
	}
	return kept
}
