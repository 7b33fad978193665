package weighted

import (
	"errors"
	"fmt"
)

// ErrInfeasible reports that no assignment serves every row that must be served.
// It is proven.
var ErrInfeasible = errors.New("weighted: not all rows that must be served can be")

// ErrUndecided reports that the work limit stopped the search before it found an
// assignment that serves every row that must be served, or showed that there is
// none.
var ErrUndecided = errors.New("weighted: stopped before the first assignment")

// ErrOverflow reports costs so large that sums could leave the range of int64:
// the largest magnitude times (pairs + 3·rows + columns + 3) must not pass 2^56.
var ErrOverflow = errors.New("weighted: costs too large")

// Fault names what is wrong with a Problem. Faults are stable; the wording of
// an error is not.
type Fault string

// The faults of a problem.
const (
	FaultRows      Fault = "rows"      // Rows is negative
	FaultSize      Fault = "size"      // pairs, rows and columns together exceed 2^31 − 4
	FaultCapacity  Fault = "capacity"  // the capacity of column Index is negative
	FaultStart     Fault = "start"     // Start does not fit Rows and Cols, or decreases at row Index
	FaultColumn    Fault = "column"    // pair Index names a column that does not exist
	FaultOrder     Fault = "order"     // pair Index does not increase within its row
	FaultUnits     Fault = "units"     // Units has another length than Cols, or is negative at pair Index
	FaultCosts     Fault = "costs"     // Cost has another length than Cols
	FaultMust      Fault = "must"      // Must has another length than Rows
	FaultObjective Fault = "objective" // the objective is none of those listed
	FaultOverflow  Fault = "overflow"  // the cost of pair Index is too large; the error is ErrOverflow
)

// ProblemError says what is wrong with a problem and where.
type ProblemError struct {
	Fault Fault
	Index int // position in the slice the fault speaks of; 0 where there is none
}

func (e *ProblemError) Error() string {
	return fmt.Sprintf("weighted: invalid problem: %s at %d", e.Fault, e.Index)
}

// Unwrap makes errors.Is(err, ErrOverflow) work.
func (e *ProblemError) Unwrap() error {
	if e.Fault == FaultOverflow {
		return ErrOverflow
	}
	return nil
}

// Flaw names why Check refuses a solution.
type Flaw string

// The flaws of a solution.
const (
	FlawShape    Flaw = "shape"    // there is no solution, or prices have another length than Rows
	FlawPair     Flaw = "pair"     // entry Index of Pairs is no pair, or not greater than the one before
	FlawRow      Flaw = "row"      // row Index has more than one column
	FlawMust     Flaw = "must"     // row Index must be served and is not
	FlawCapacity Flaw = "capacity" // the pairs of column Index take more units than it has
	FlawValue    Flaw = "value"    // the value is not what the assignment comes to
	FlawBound    Flaw = "bound"    // the bound exceeds the value, or Exact does not say whether they are equal
	FlawPrice    Flaw = "price"    // the scale or the price of row Index is out of range
	FlawProof    Flaw = "proof"    // the prices do not prove the bound of the proof, or it exceeds the bound
)

// Part names a part of a solution, or of the way to it.
type Part string

// The parts.
const (
	PartMust     Part = "must" // no part of a solution: the rows that must be served and are not yet
	PartPairs    Part = "pairs"
	PartUnserved Part = "unserved"
	PartCost     Part = "cost"
)

// SolutionError says why a solution was refused and where.
type SolutionError struct {
	Flaw  Flaw
	Part  Part
	Index int // row, column or position the flaw speaks of; 0 where there is none
}

func (e *SolutionError) Error() string {
	return fmt.Sprintf("weighted: solution refused: %s: %s at %d", e.Part, e.Flaw, e.Index)
}
