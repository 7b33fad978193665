package stable

import "fmt"

// Fault names what is wrong with a Problem. Faults are stable; the wording of an
// error is not.
type Fault string

// The faults of a problem.
const (
	FaultRows     Fault = "rows"     // Rows is negative
	FaultSize     Fault = "size"     // more rows, columns, groups or pairs than 2^31 − 1
	FaultCapacity Fault = "capacity" // the capacity of column Index is negative
	FaultStart    Fault = "start"    // Start does not fit Rows and Cols, or decreases at row Index
	FaultColumn   Fault = "column"   // pair Index names a column that does not exist
	FaultOrder    Fault = "order"    // pair Index does not increase within its row
	FaultRowRank  Fault = "row_rank" // RowRank has another length than Cols, or the rank of pair Index is negative
	FaultColRank  Fault = "col_rank" // the same of ColRank
	FaultGroup    Fault = "group"    // Group has another length than Capacity, or column Index is in no group that exists
	FaultLimit    Fault = "limit"    // the limit of group Index is negative
	FaultOneRank  Fault = "one_rank" // pair Index has another ColRank than its row has elsewhere in the group
)

// ProblemError says what is wrong with a problem and where.
type ProblemError struct {
	Fault Fault
	Index int // position in the slice the fault speaks of; 0 where there is none
}

func (e *ProblemError) Error() string {
	return fmt.Sprintf("stable: invalid problem: %s at %d", e.Fault, e.Index)
}

// Flaw names why a matching is refused.
type Flaw string

// The flaws of a matching.
const (
	FlawPair     Flaw = "pair"     // entry Index names no pair, or does not increase
	FlawRow      Flaw = "row"      // row Index has two columns
	FlawCapacity Flaw = "capacity" // column Index has more rows than places
	FlawLimit    Flaw = "limit"    // group Index has more rows than its limit
	FlawBlocking Flaw = "blocking" // pair Index blocks
	FlawShape    Flaw = "shape"    // the solution is nil, or has another number of levels than rows
	FlawLevel    Flaw = "level"    // the level of row Index is out of range
	FlawVote     Flaw = "vote"     // the levels do not bound the votes that pair Index can win
	FlawSize     Flaw = "size"     // the levels do not prove that no more rows can be served
)

// MatchingError says why a matching was refused and where.
type MatchingError struct {
	Flaw  Flaw
	Index int // entry, row, column, group or pair the flaw speaks of; 0 where there is none
}

func (e *MatchingError) Error() string {
	return fmt.Sprintf("stable: matching refused: %s at %d", e.Flaw, e.Index)
}
