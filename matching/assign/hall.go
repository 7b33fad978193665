package assign

import (
	"errors"
	"fmt"
	"math"
)

// Side names one side of a problem.
type Side string

// The two sides.
const (
	SideRows    Side = "rows"
	SideColumns Side = "columns"
)

// HallSet shows that some rows cannot have as many units as they want. They can
// have Room at most: one for every place of the columns of the set, and one for
// every pair that they have with another column. Together they want Need, which is
// more. Only more places in those columns, or more pairs, change that.
//
// With SideColumns it is the columns that want units. They can have one for every
// unit of demand of the rows of the set, and one for every pair that they have with
// another row. See Hall, On representatives of subsets, J. London Math. Soc. 10, 1935.
type HallSet struct {
	Side       Side  // who wants units: SideRows or SideColumns
	Must       bool  // they must have Need (MinDemand, MinLoad), and not only ask for it
	Rows, Cols []int // in increasing order
	Need, Room int64 // in units; Need is above Room
}

// ErrUnproven reports that a HallSet does not prove what it says about a problem.
var ErrUnproven = errors.New("assign: the set proves nothing")

// Check counts again, in time linear in rows, columns and pairs: that those who want
// units may, or must, have as many as Need, and have room for exactly Room, which is
// less. It returns ErrUnproven if not, as for the zero value, and a *ProblemError for a problem that makes no sense.
func (h HallSet) Check(p Problem) error {
	switch {
	case h.Must && h.Side == SideColumns:
		return h.check(&p, p.MinLoad, 0)
	case h.Must:
		return h.check(&p, p.MinDemand, 0)
	case h.Side == SideColumns:
		return h.check(&p, p.Capacity, 0)
	}
	return h.check(&p, p.Demand, 1)
}

// check is Check where units may be wanted as given: one number for each node, or
// the same for all.
func (h HallSet) check(p *Problem, want []int64, each int64) error {
	if err := p.validatePairs(); err != nil {
		return err
	}
	rows, rowsFit := members(h.Rows, p.Rows)
	cols, colsFit := members(h.Cols, p.columns())
	if !rowsFit || !colsFit {
		return ErrUnproven
	}
	var most, room int64
	switch h.Side {
	case SideRows:
		most, room = sum(h.Rows, want, each), sum(h.Cols, p.Capacity, 0)
	case SideColumns:
		most, room = sum(h.Cols, want, each), sum(h.Rows, p.Demand, 1)
	default:
		return ErrUnproven
	}
	for i := range p.Rows {
		if rows[i] != (h.Side == SideRows) {
			continue
		}
		for a, to := p.pairs(i); a < to; a++ {
			if cols[p.Cols[a]] == (h.Side == SideColumns) {
				room = plus(room, 1)
			}
		}
	}
	if h.Room != room || h.Need <= room || h.Need > most {
		return ErrUnproven
	}
	return nil
}

// members marks those of a list. It reports false for a list that does not
// increase from 0 to n−1 at most.
func members(list []int, n int) (marked []bool, ok bool) {
	marked = make([]bool, n)
	last := -1
	for _, v := range list {
		if v <= last || v >= n {
			return nil, false
		}
		marked[v], last = true, v
	}
	return marked, true
}

// sum adds the bounds of some nodes, up to the largest number.
func sum(list []int, of []int64, each int64) int64 {
	total := int64(0)
	for _, v := range list {
		if of != nil {
			each = of[v]
		}
		total = plus(total, each)
	}
	return total
}

// plus adds what is not negative, up to the largest number.
func plus(a, b int64) int64 {
	if a > math.MaxInt64-b {
		return math.MaxInt64
	}
	return a + b
}

// InfeasibleError reports that what rows and columns must have cannot be had: some
// rows by themselves must have more units than there is room for, or some columns.
// (If neither is so, both can be had at once; Mendelsohn and Dulmage, Canadian J.
// Math. 10, 1958.) No row or column that must have units could be left out of the
// set: the others could have theirs. Its Check counts again.
type InfeasibleError struct {
	HallSet
}

func (e *InfeasibleError) Error() string {
	n := len(e.Rows)
	if e.Side == SideColumns {
		n = len(e.Cols)
	}
	return fmt.Sprintf("assign: infeasible: %d %s must have %d units and can have %d", n, e.Side, e.Need, e.Room)
}
