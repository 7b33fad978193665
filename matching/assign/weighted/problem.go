package weighted

// Problem says which rows may be given to which columns, how many units each
// pair takes from its column, and what it costs. A row gets at most one column.
// Pairs that are not listed are forbidden; no cost can buy them.
//
// The zero value is a valid problem without rows. Nothing here writes to a
// Problem, so that several goroutines may share one.
type Problem struct {
	// Rows is the number of rows.
	Rows int
	// Capacity holds the units each column has to give, zero or more. Its length
	// is the number of columns.
	Capacity []int64
	// Start has Rows+1 entries, from 0 to len(Cols); the pairs of row i are
	// Start[i] to Start[i+1]. It may be nil when Rows is zero.
	Start []int
	// Cols holds the column of each pair, strictly increasing within a row.
	Cols []int32
	// Units holds what each pair takes from the capacity of its column, zero or
	// more, in the order of Cols; nil means one each. A pair that takes more than
	// its column has is never used.
	Units []int64
	// Cost holds the cost of each pair, in the order of Cols; nil means zero for
	// all. The total is minimised; a gain is a negative cost. The scale is the
	// caller's own.
	Cost []int64
	// Must marks the rows that have to be served; nil means none.
	Must []bool
	// Objective says what is minimised.
	Objective Objective
}

// Objective says what Solve minimises over the assignments that serve every row
// that must be served.
type Objective int

// The objectives.
const (
	// MostServed leaves as few rows unserved as possible, and among those
	// assignments finds one of least cost. It is the zero value.
	MostServed Objective = iota
	// LeastCost looks at the cost alone: a row that need not be served is served
	// only where that lowers the total.
	LeastCost
)

func (p *Problem) columns() int { return len(p.Capacity) }

func (p *Problem) units(a int) int64 {
	if p.Units == nil {
		return 1
	}
	return p.Units[a]
}

func (p *Problem) cost(a int) int64 {
	if p.Cost == nil {
		return 0
	}
	return p.Cost[a]
}

func (p *Problem) must(i int) bool { return p.Must != nil && p.Must[i] }
