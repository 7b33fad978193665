package stable

import "math"

// Grouped is a Problem whose columns belong to groups. A group limits how many rows
// its columns have together, and it is the group that ranks the rows, whichever of
// its columns they want: a lecturer with several projects, or a supervisor of
// several supporters.
//
// The zero value is a valid problem without rows.
type Grouped struct {
	// Problem holds rows, columns and pairs. Its ColRank is the rank that the group
	// of the column gives the row, and the same for all pairs of a row with one
	// group. Its TieBreak is asked with counter 1 for a row and a group.
	Problem Problem
	// Group holds the group of each column.
	Group []int32
	// Limit holds the most rows of each group, zero or more. Its length is the
	// number of groups.
	Limit []int64
}

func (g *Grouped) validate() error {
	if err := g.Problem.validate(); err != nil {
		return err
	}
	switch {
	case len(g.Limit) > math.MaxInt32:
		return &ProblemError{Fault: FaultSize}
	case len(g.Group) != g.Problem.columns():
		return &ProblemError{Fault: FaultGroup}
	}
	for j, k := range g.Group {
		if k < 0 || int(k) >= len(g.Limit) {
			return &ProblemError{Fault: FaultGroup, Index: j}
		}
	}
	for k, n := range g.Limit {
		if n < 0 {
			return &ProblemError{Fault: FaultLimit, Index: k}
		}
	}
	return g.validateOneRank()
}

// validateOneRank makes sure that a group gives each row one rank.
func (g *Grouped) validateOneRank() error {
	first := make([]int32, len(g.Limit)) // pair of the present row with each group
	for k := range first {
		first[k] = -1
	}
	for i := range g.Problem.Rows {
		from, to := g.Problem.pairs(i)
		for a := from; a < to; a++ {
			b := &first[g.Group[g.Problem.Cols[a]]]
			if int(*b) < from {
				*b = int32(a)
			}
			if rank(g.Problem.ColRank, *b) != rank(g.Problem.ColRank, int32(a)) {
				return &ProblemError{Fault: FaultOneRank, Index: a}
			}
		}
	}
	return nil
}

// groupOf returns the group of each pair.
func (g *Grouped) groupOf() []int32 {
	group := make([]int32, len(g.Problem.Cols))
	for a, j := range g.Problem.Cols {
		group[a] = g.Group[j]
	}
	return group
}

// matching reads pairs in use as a matching within the limits and counts the rows
// of each group.
func (g *Grouped) matching(pairs []int32) (*matching, []int64, error) {
	m, err := g.Problem.matching(pairs)
	if err != nil {
		return nil, nil, err
	}
	load := make([]int64, len(g.Limit))
	for j, n := range m.load {
		load[g.Group[j]] += n
	}
	for k, n := range load {
		if n > g.Limit[k] {
			return nil, nil, &MatchingError{Flaw: FlawLimit, Index: k}
		}
	}
	return m, load, nil
}

// BlockingPairsGrouped lists every pair that blocks the matching, in increasing
// order, under the ties as they are given (Abraham, Irving and Manlove 2007; with
// ties Cooper and Manlove 2018). The row must prefer the column to what it has, and
//   - column and group have a free place, or
//   - the column has a free place, its group has none, and the row is with that
//     group already or the group prefers it to the worst row that it has, or
//   - the column is full and the group prefers the row to the worst in the column.
//
// It returns a *ProblemError, or a *MatchingError when the pairs are no matching
// within the limits. It makes a few passes over the pairs.
func BlockingPairsGrouped(g Grouped, pairs []int32) ([]Blocking, error) {
	if err := g.validate(); err != nil {
		return nil, err
	}
	m, load, err := g.matching(pairs)
	if err != nil {
		return nil, err
	}
	p, group := &g.Problem, g.groupOf()
	ofColumn, ofGroup := p.worst(m, p.columns(), p.Cols), p.worst(m, len(g.Limit), group)
	found := []Blocking{}
	for i := range p.Rows {
		for a, to := p.pairs(i); a < to; a++ {
			b := Blocking{Pair: int32(a), Row: i, Col: int(p.Cols[a]), Against: -1}
			k := group[a]
			switch {
			case !p.gains(m, i, b.Pair):
				continue
			case m.load[b.Col] == p.Capacity[b.Col]:
				if !p.displaces(b.Pair, ofColumn[b.Col]) {
					continue
				}
				b.Reason, b.Against = ReasonBetter, ofColumn[b.Col]
			case load[k] < g.Limit[k]:
				b.Reason = ReasonFree
			case m.use[i] >= 0 && group[m.use[i]] == k:
				b.Reason = ReasonMove
			case p.displaces(b.Pair, ofGroup[k]):
				b.Reason, b.Against = ReasonGroupBetter, ofGroup[k]
			default:
				continue
			}
			found = append(found, b)
		}
	}
	return found, nil
}

// CheckGrouped reports whether the pairs in use are a stable matching within the
// limits, under the ties as they are given: nil, a *ProblemError, or a
// *MatchingError. It calls no solver.
func CheckGrouped(g Grouped, pairs []int32) error {
	found, err := BlockingPairsGrouped(g, pairs)
	return stableOr(found, err)
}
