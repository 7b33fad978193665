package fair

import (
	"math"

	"github.com/peersupport/peersupport/matching/assign"
)

// Problem asks for an assignment whose worst row is as well off as can be. The zero
// value is a valid problem without rows.
type Problem struct {
	// Base holds rows, columns, pairs and bounds. Its ladder decides before the
	// worst row does: usually that as many as possible are served. Its TieBreak is
	// not used.
	Base assign.Problem
	// Value holds the value of each pair, in the order of Base.Cols. The value of a
	// row is the sum over its pairs, zero for a row without any.
	Value []int64
	// SkipEmpty leaves rows without pairs out of the comparison instead. Who is
	// served is then for the ladder and Base.MinDemand to say, since to give a row
	// nothing is a way not to treat it badly.
	SkipEmpty bool
}

// Options tunes a call of Solve. The zero value is a good default.
type Options struct {
	// Levels is how many of the worst rows are compared, one after the other,
	// before the total value is; 0 means 1, the worst alone.
	Levels int
	// Work limits the number of steps, counted as in Stats; 0 means DefaultWork.
	// The first assignment and simple bounds are found in any case, and what has
	// begun when the limit is reached comes to its end, be it another solution of
	// package assign.
	Work int64
	// Workers is the most goroutines of each solution of package assign, as in
	// assign.Options; 0 or less means one for each processor that Go may use. The
	// outcome does not depend on it.
	Workers int
}

// DefaultWork is the limit of steps where none is given: seconds for hundreds of rows
// and columns, half a minute for thousands.
const DefaultWork = 500_000_000

// Solution is an assignment with the proof of how good it is.
type Solution struct {
	// Pairs holds the pairs in use, as increasing indices into Base.Cols.
	Pairs []int32
	// Ladder proves that the assignment is optimal for Base.Ladder.
	Ladder []assign.Result
	// Levels holds the values of the worst row, the second worst, and so on: as many
	// as were asked for, but no more than there are rows that count. The bound of a
	// level speaks of the assignments that are optimal for the ladder and whose
	// worse rows have at least the values of the levels before.
	Levels []Figure
	// Total is the sum over all pairs. Its bound speaks of the assignments that are
	// optimal for the ladder and have at least the values of all levels.
	Total Figure
	// Stats says how much work it was. It is no part of the proof.
	Stats Stats
}

// Figure is a value that is reached, with a bound that is proven.
type Figure struct {
	Value int64
	// Bound is what no assignment exceeds; see Solution for those it speaks of.
	// Unbounded says that nothing is proven.
	Bound int64
	// Exact reports that Value equals Bound.
	Exact bool
	// Proof proves the bound.
	Proof Proof
}

// Unbounded is the bound of a level that nothing bounds: with SkipEmpty, all rows
// that might be worst could be without pairs.
const Unbounded = math.MaxInt64

// Proof holds the prices that prove a bound; see the package comment.
type Proof struct {
	// Scale is what a unit of value counts for: zero for levels, positive for the
	// total.
	Scale int64
	// Col holds the price of a place in each column; nil means zero for all.
	Col []int64
	// Rank holds the prices of ranks, none negative, at most one less than there
	// are needs; those that are missing are zero.
	Rank []int64
}

// Stats counts the work of one call of Solve.
type Stats struct {
	Steps int64 // pairs looked at, each time they were, and terms added up
}
