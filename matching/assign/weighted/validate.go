package weighted

import (
	"math"
	"math/bits"
)

// costLimit bounds the largest cost times size.
const costLimit = 1 << 56

// size is an upper bound of pairs, rows and columns of any model of the problem,
// rows counted once for their price and once for their pair with no column.
func (p *Problem) size() uint64 {
	return uint64(len(p.Cols)) + 3*uint64(p.Rows) + uint64(p.columns()) + 3
}

func (p *Problem) validate() error {
	switch {
	case p.Rows < 0:
		return &ProblemError{Fault: FaultRows}
	case p.Rows > math.MaxInt32 || p.size() > math.MaxInt32:
		return &ProblemError{Fault: FaultSize}
	case p.Units != nil && len(p.Units) != len(p.Cols):
		return &ProblemError{Fault: FaultUnits}
	case p.Cost != nil && len(p.Cost) != len(p.Cols):
		return &ProblemError{Fault: FaultCosts}
	case p.Must != nil && len(p.Must) != p.Rows:
		return &ProblemError{Fault: FaultMust}
	case p.Objective != MostServed && p.Objective != LeastCost:
		return &ProblemError{Fault: FaultObjective}
	}
	for j, c := range p.Capacity {
		if c < 0 {
			return &ProblemError{Fault: FaultCapacity, Index: j}
		}
	}
	if err := p.validateStart(); err != nil {
		return err
	}
	return p.validatePairs()
}

func (p *Problem) validateStart() error {
	if p.Rows == 0 && len(p.Start) == 0 && len(p.Cols) == 0 {
		return nil
	}
	if len(p.Start) != p.Rows+1 || p.Start[0] != 0 || p.Start[p.Rows] != len(p.Cols) {
		return &ProblemError{Fault: FaultStart}
	}
	for i := range p.Rows {
		if p.Start[i] > p.Start[i+1] {
			return &ProblemError{Fault: FaultStart, Index: i}
		}
	}
	return nil
}

func (p *Problem) validatePairs() error {
	for i := range p.Rows {
		last := int32(-1)
		for a := p.Start[i]; a < p.Start[i+1]; a++ {
			j := p.Cols[a]
			switch over, product := bits.Mul64(magnitude(p.cost(a)), p.size()); {
			case j < 0 || int(j) >= p.columns():
				return &ProblemError{Fault: FaultColumn, Index: a}
			case j <= last:
				return &ProblemError{Fault: FaultOrder, Index: a}
			case p.units(a) < 0:
				return &ProblemError{Fault: FaultUnits, Index: a}
			case over != 0 || product > costLimit:
				return &ProblemError{Fault: FaultOverflow, Index: a}
			}
			last = j
		}
	}
	return nil
}

func magnitude(c int64) uint64 {
	if c < 0 {
		return -uint64(c)
	}
	return uint64(c)
}
