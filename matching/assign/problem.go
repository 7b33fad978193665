package assign

import (
	"math/bits"
	"slices"
)

// Problem says which rows may be given to which columns, how many each side must
// and can take, and what is to be minimised, in strict order. Pairs that are not
// listed are forbidden; no cost can buy them.
//
// The zero value is a valid problem without rows. Nothing here writes to a
// Problem, so that several goroutines may share one as long as its functions
// allow it.
type Problem struct {
	// Rows is the number of rows.
	Rows int
	// Demand holds the most columns each row may have, zero or more; nil means
	// one each. A row never has the same column twice.
	Demand []int64
	// MinDemand holds the fewest columns each row must have; nil means none.
	MinDemand []int64
	// Capacity holds the most rows each column may have: its places, zero or
	// more. Its length is the number of columns. Places beyond the number of a
	// column's pairs can never be used and cost nothing, neither time nor memory.
	Capacity []int64
	// MinLoad holds the fewest rows each column must have; nil means none.
	MinLoad []int64
	// Start has Rows+1 entries, from 0 to len(Cols); the pairs of row i are
	// Start[i] to Start[i+1]. It may be nil when Rows is zero.
	Start []int
	// Cols holds the column of each pair, strictly increasing within a row.
	Cols []int32
	// Ladder holds the objectives. The first decides; each later one chooses
	// among the assignments that are optimal for all before it. It may be empty.
	Ladder []Rung
	// TieBreak makes the result unique. With nil the result is any one of the
	// assignments that are optimal for the whole ladder.
	TieBreak TieBreak
}

// Rung is one objective: a total cost that is minimised over the rows served,
// the pairs used and the places filled. A gain is a negative cost. The scale is
// the caller's own.
type Rung struct {
	// ID names the rung in results and errors. It must not be empty, must not
	// occur twice, and must not be "canonical" or begin with "canonical.".
	ID string
	// Row holds the cost of each row for every column it gets; nil means zero
	// for all.
	Row []int64
	// Pair holds the cost of each pair, in the order of Problem.Cols; nil means
	// zero for all.
	Pair []int64
	// Place returns the cost of the k-th place of a column, counting from 1. It
	// must be pure and must not decrease with k; nil means zero for all. It is
	// asked for no more places than a column has pairs, by the goroutine that
	// calls Solve or Check; Solve asks for each place once.
	Place func(col int, k int64) int64
}

// TieBreak returns 64 pseudo-random bits for a pair. Counters 0, 1, … give
// independent draws. It must be pure and is called by one goroutine at a time;
// keyed with a secret, nobody without the key can foresee the choice. The top
// 62 − bits.Len(rows + columns + demand) bits become the cost of the pair in a
// canonical rung; demand is the sum of what rows ask for, no row counting for
// more than it has pairs, or for less than one.
type TieBreak func(counter, row, col int) uint64

// Columns lists the column of each row: the first of a row that has several, −1 for
// a row that has none. The assignment is given as in Solution.Pairs, by the pairs in
// use in increasing order; those out of range are passed over. The problem must be
// one that Solve accepts; for one whose Start does not fit its rows the result is nil.
func (p *Problem) Columns(pairs []int32) []int32 {
	if len(p.Start) != p.Rows+1 {
		return make([]int32, 0)
	}
	column := make([]int32, p.Rows)
	n := 0
	for i := range column {
		column[i] = -1
		for ; n < len(pairs) && int(pairs[n]) < p.Start[i+1]; n++ {
			if a := int(pairs[n]); column[i] < 0 && a >= p.Start[i] && a < len(p.Cols) {
				column[i] = p.Cols[pairs[n]]
			}
		}
	}
	return column
}

// PairsOf is the reverse of Columns for rows with one column each: it finds the
// pair of every row that column gives a column of its own. It reports false when
// column has another length than Rows, or names a pair that is not listed.
func (p *Problem) PairsOf(column []int32) ([]int32, bool) {
	if len(column) != p.Rows || p.validatePairs() != nil {
		return nil, false
	}
	pairs := []int32{}
	for i, j := range column {
		if j < 0 {
			continue
		}
		from, to := p.pairs(i)
		at, ok := slices.BinarySearch(p.Cols[from:to], j)
		if !ok {
			return nil, false
		}
		pairs = append(pairs, int32(from+at))
	}
	return pairs, true
}

func (p *Problem) columns() int { return len(p.Capacity) }

// pairs returns the range of row i's pairs in Cols.
func (p *Problem) pairs(i int) (from, to int) { return p.Start[i], p.Start[i+1] }

// places returns how many places of each column can ever be filled.
func (p *Problem) places() []int64 {
	degree := make([]int64, p.columns())
	for _, j := range p.Cols {
		degree[j]++
	}
	for j, c := range p.Capacity {
		degree[j] = min(degree[j], c)
	}
	return degree
}

// demand returns how many columns row i can ever have.
func (p *Problem) demand(i int) int64 {
	degree := int64(p.Start[i+1] - p.Start[i])
	if p.Demand == nil {
		return min(degree, 1)
	}
	return min(degree, p.Demand[i])
}

// size is rows + columns + demand, as the width of a tie-break counts them. A
// path through the network has no more nodes than that.
func (p *Problem) size() int {
	n := p.Rows + p.columns()
	for i := range p.Rows {
		n += max(1, int(p.demand(i)))
	}
	return n
}

// find returns the pair of row i and column j, which must exist.
func (p *Problem) find(i, j int32) int {
	from, to := p.pairs(int(i))
	at, _ := slices.BinarySearch(p.Cols[from:to], j)
	return from + at
}

// drawShift is how many bits of a draw are too many for a cost.
func (p *Problem) drawShift() int { return 2 + bits.Len(uint(p.size())) }
