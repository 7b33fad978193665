package stable

import "github.com/peersupport/peersupport/matching/assign"

// Problem says which rows and columns may be paired and how each side ranks the
// other. A row gets at most one column, a column at most as many rows as it has
// places. Pairs that are not listed are forbidden.
//
// The zero value is a valid problem without rows. Nothing here writes to a
// Problem.
type Problem struct {
	// Rows is the number of rows.
	Rows int
	// Capacity holds the places of each column, zero or more. Its length is the
	// number of columns.
	Capacity []int64
	// Start has Rows+1 entries, from 0 to len(Cols); the pairs of row i are
	// Start[i] to Start[i+1]. It may be nil when Rows is zero.
	Start []int
	// Cols holds the column of each pair, strictly increasing within a row.
	Cols []int32
	// RowRank holds the rank that the row gives the column of each pair, in the
	// order of Cols: 0 is best, equal ranks are a tie, ranks may be left out. Nil
	// means that rows like all their columns equally.
	RowRank []int32
	// ColRank holds the rank that the column gives the row of each pair, likewise.
	ColRank []int32
	// TieBreak draws lots among pairs of equal rank: the smallest number is
	// preferred. It is asked with counter 0 for the list of a row and counter 1
	// for that of a column, once for each tied pair and side. An answer that
	// ignores col under counter 1 is one lottery for all columns. Equal numbers,
	// and nil, decide by index. It must be pure.
	TieBreak assign.TieBreak
}

// Counters of the tie-break.
const (
	drawRows = iota
	drawCols
)

// Strict returns the same problem with all ties broken: ranks are places in the
// strict lists, counted from 0, and TieBreak is nil. The slices that say who may
// be paired are shared. It returns a *ProblemError for a problem that makes no
// sense.
func (p *Problem) Strict() (Problem, error) {
	if err := p.validate(); err != nil {
		return Problem{}, err
	}
	l, err := newLists(p, &meter{})
	if err != nil {
		return Problem{}, err
	}
	s := *p
	s.RowRank, s.ColRank, s.TieBreak = l.rows.place, l.cols.place, nil
	return s, nil
}

// Columns lists the column of each row under a matching given as the pairs in use,
// in increasing order; −1 for a row that has none. It returns a *ProblemError, or
// a *MatchingError when the pairs are no matching.
func (p *Problem) Columns(pairs []int32) ([]int32, error) {
	if err := p.validate(); err != nil {
		return nil, err
	}
	m, err := p.matching(pairs)
	if err != nil {
		return nil, err
	}
	for i, a := range m.use {
		if a >= 0 {
			m.use[i] = p.Cols[a]
		}
	}
	return m.use, nil
}

func (p *Problem) columns() int { return len(p.Capacity) }

// pairs returns the range of row i's pairs in Cols.
func (p *Problem) pairs(i int) (from, to int) { return p.Start[i], p.Start[i+1] }

// rowOf returns the row of each pair.
func (p *Problem) rowOf() []int32 {
	row := make([]int32, len(p.Cols))
	for i := range p.Rows {
		for a, to := p.pairs(i); a < to; a++ {
			row[a] = int32(i)
		}
	}
	return row
}
