package assign

import (
	"errors"
	"fmt"
)

// ErrOverflow reports costs so large that sums could leave the range of int64: the
// largest magnitude of a rung times (max(rows + columns, demand) + demand + 2) must
// not pass 2^62, with demand counted as for a TieBreak. Where every row asks for one
// column that is 2·rows + columns + 2.
var ErrOverflow = errors.New("assign: costs too large")

// ErrTied reports that several assignments were still equal after the last
// canonical rung, which only a tie-break that repeats itself can bring about.
var ErrTied = errors.New("assign: the tie-break does not separate the optima")

// ErrImpure reports that nothing can be proven, which a TieBreak brings about that
// answers the same question differently at another time.
var ErrImpure = errors.New("assign: costs changed while they were read")

// Fault names what is wrong with a Problem. Faults are stable; the wording of
// an error is not.
type Fault string

// The faults of a problem.
const (
	FaultRows         Fault = "rows"          // Rows is negative
	FaultSize         Fault = "size"          // more rows, columns or pairs than 2^31 − 1
	FaultDemand       Fault = "demand"        // Demand has another length than Rows, or is negative for row Index
	FaultMinDemand    Fault = "min_demand"    // the same of MinDemand
	FaultRowBounds    Fault = "row_bounds"    // row Index must have more columns than it may
	FaultCapacity     Fault = "capacity"      // the capacity of column Index is negative
	FaultMinLoad      Fault = "min_load"      // MinLoad has another length than Capacity, or is negative for column Index
	FaultColumnBounds Fault = "column_bounds" // column Index must have more rows than it may
	FaultStart        Fault = "start"         // Start does not fit Rows and Cols, or decreases at row Index
	FaultColumn       Fault = "column"        // pair Index names a column that does not exist
	FaultOrder        Fault = "order"         // pair Index does not increase within its row
	FaultID           Fault = "id"            // rung Index has an empty, repeated or reserved name
	FaultRowCosts     Fault = "row_costs"     // the rung's Row has another length than Rows
	FaultPairCosts    Fault = "pair_costs"    // the rung's Pair has another length than Cols
	FaultPlace        Fault = "place"         // the rung's Place decreases in column Index
	FaultOverflow     Fault = "overflow"      // the rung's costs are too large; the error is ErrOverflow
	FaultIndex        Fault = "index"         // Index is no row, column, pair or rung of the problem
	FaultFrontier     Fault = "frontier"      // Frontier is asked about rung Index, which does not exist or is the other one
)

// ProblemError says what is wrong with a problem and where.
type ProblemError struct {
	Fault Fault
	Rung  string // the rung concerned; empty for the pairs and capacities
	Index int    // position in the slice the fault speaks of; 0 where there is none
}

func (e *ProblemError) Error() string {
	if e.Rung == "" {
		return fmt.Sprintf("assign: invalid problem: %s at %d", e.Fault, e.Index)
	}
	return fmt.Sprintf("assign: invalid problem: rung %q: %s at %d", e.Rung, e.Fault, e.Index)
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
	FlawShape     Flaw = "shape"     // a slice has the wrong length, or a rung is missing, extra or misnamed
	FlawPair      Flaw = "pair"      // entry Index of Pairs is no pair, or does not increase
	FlawDemand    Flaw = "demand"    // row Index has more columns than it may, or fewer than it must
	FlawCapacity  Flaw = "capacity"  // column Index has more rows than it may, or fewer than it must
	FlawPotential Flaw = "potential" // the potential of row Index, or of column Index − Rows, is out of range
	FlawRow       Flaw = "row"       // the potentials contradict how many columns row Index has
	FlawArc       Flaw = "arc"       // the potentials contradict whether pair Index is used
	FlawPlace     Flaw = "place"     // the potentials contradict how full column Index is
	FlawValue     Flaw = "value"     // the value is not the total cost of the assignment
	FlawBound     Flaw = "bound"     // the bound is not the value that the potentials prove, or not marked exact
	FlawTied      Flaw = "tied"      // the tie-break leaves another assignment that is as good
	FlawEdge      Flaw = "edge"      // the way from point Index of a trade-off does not lead to the next, or does not turn
)

// SolutionError says why a solution was refused and where.
type SolutionError struct {
	Flaw  Flaw
	Rung  string // the rung concerned; empty for the assignment itself
	Index int    // row, pair or column the flaw speaks of; 0 where there is none
}

func (e *SolutionError) Error() string {
	if e.Rung == "" {
		return fmt.Sprintf("assign: solution refused: %s at %d", e.Flaw, e.Index)
	}
	return fmt.Sprintf("assign: solution refused: rung %q: %s at %d", e.Rung, e.Flaw, e.Index)
}
