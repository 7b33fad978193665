package fair

import (
	"fmt"

	"github.com/peersupport/peersupport/matching/assign"
)

// Fault names what is wrong with a Problem or with Options, beyond what package
// assign finds in Base. Faults are stable; the wording of an error is not.
type Fault string

// The faults of a problem.
const (
	FaultValue    Fault = "value"    // Value has another length than Base.Cols
	FaultOverflow Fault = "overflow" // values are too large; the error is assign.ErrOverflow
	FaultOptions  Fault = "options"  // Levels or Work is negative
)

// ProblemError says what is wrong with a problem.
type ProblemError struct{ Fault Fault }

func (e *ProblemError) Error() string { return fmt.Sprintf("fair: invalid problem: %s", e.Fault) }

// Unwrap makes errors.Is(err, assign.ErrOverflow) work.
func (e *ProblemError) Unwrap() error {
	if e.Fault == FaultOverflow {
		return assign.ErrOverflow
	}
	return nil
}

// Flaw names why Check refuses a solution.
type Flaw string

// The flaws of a solution.
const (
	FlawShape Flaw = "shape" // there is no solution, or a slice has the wrong length
	FlawPrice Flaw = "price" // a price or the scale is out of range
	FlawValue Flaw = "value" // the value is not that of the assignment
	FlawBound Flaw = "bound" // the prices do not prove the bound, or Exact does not say whether it is the value
)

// SolutionError says why a solution was refused and where.
type SolutionError struct {
	Flaw  Flaw
	Level int // the level concerned, from 0; OfTotal for the total
}

// OfTotal stands for the total where a SolutionError names a level.
const OfTotal = -1

func (e *SolutionError) Error() string {
	if e.Level == OfTotal {
		return fmt.Sprintf("fair: solution refused: %s of the total", e.Flaw)
	}
	return fmt.Sprintf("fair: solution refused: %s of level %d", e.Flaw, e.Level)
}

// validate finds what assign.Solve and assign.Check do not look for.
func (p *Problem) validate() error {
	if len(p.Value) != len(p.Base.Cols) {
		return &ProblemError{Fault: FaultValue}
	}
	return nil
}
