package assign

// Problem says which rows may be given to which columns, how many rows each
// column can take, and what is to be minimised, in strict order. Pairs that are
// not listed are forbidden; no cost can buy them.
//
// The zero value is a valid problem without rows. Solve and Check only read a
// Problem, so that several goroutines may share one as long as its functions
// allow it.
type Problem struct {
	// Rows is the number of rows. Each is served by at most one column.
	Rows int
	// Capacity holds the places of each column, zero or more. Places beyond the
	// number of a column's pairs can never be used and cost nothing, neither
	// time nor memory.
	Capacity []int64
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
	// Row holds the cost of serving each row; nil means zero for all.
	Row []int64
	// Pair holds the cost of each pair, in the order of Problem.Cols; nil means
	// zero for all.
	Pair []int64
	// Place returns the cost of the k-th place of a column, counting from 1. It
	// must be pure and must not decrease with k; nil means zero for all. It is
	// asked for no more places than a column has pairs.
	Place func(col int, k int64) int64
}

// TieBreak returns 64 pseudo-random bits for a pair. Counters 0, 1, … give
// independent draws. It must be pure; keyed with a secret, nobody without the
// key can foresee the choice. The top 62 − bits.Len(2·rows + columns) bits
// become the cost of the pair in a canonical rung.
type TieBreak func(counter, row, col int) uint64

func (p *Problem) columns() int { return len(p.Capacity) }

// pairs returns the range of row i's pairs in Cols.
func (p *Problem) pairs(i int) (from, to int) { return p.Start[i], p.Start[i+1] }

// size is rows + columns + demand; every row asks for one place.
func (p *Problem) size() int { return 2*p.Rows + p.columns() }

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
