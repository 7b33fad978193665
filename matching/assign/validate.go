package assign

import (
	"math"
	"strings"
)

// pathLimit bounds the length of any path: largest cost times number of nodes.
const pathLimit = 1 << 62

// validate returns the largest cost of each rung.
func (p *Problem) validate() ([]uint64, error) {
	if err := p.validatePairs(); err != nil {
		return nil, err
	}
	magnitudes := make([]uint64, len(p.Ladder))
	seen := make(map[string]bool, len(p.Ladder))
	limit := p.largestCost()
	var places []int64
	for n := range p.Ladder {
		r := &p.Ladder[n]
		if r.ID == "" || seen[r.ID] || r.ID == canonical || strings.HasPrefix(r.ID, canonical+".") {
			return nil, &ProblemError{Fault: FaultID, Rung: r.ID, Index: n}
		}
		seen[r.ID] = true
		if r.Place != nil && places == nil {
			places = p.places()
		}
		var err error
		if magnitudes[n], err = r.validate(p, places); err != nil {
			return nil, err
		}
		if magnitudes[n] > limit {
			return nil, &ProblemError{Fault: FaultOverflow, Rung: r.ID}
		}
	}
	return magnitudes, nil
}

// largestCost is what no cost may exceed; see ErrOverflow. A path passes each node
// once. A unit costs its row, its pair and its place, and the total must fit too.
func (p *Problem) largestCost() uint64 {
	size := p.size()
	demand := size - p.Rows - p.columns()
	return pathLimit / (uint64(max(size, 2*demand)) + 2)
}

func (p *Problem) validatePairs() error {
	switch {
	case p.Rows < 0:
		return &ProblemError{Fault: FaultRows}
	case max(p.Rows, p.columns(), len(p.Cols)) > math.MaxInt32 || p.Rows+p.columns() > math.MaxInt32:
		return &ProblemError{Fault: FaultSize}
	}
	rows := side{p.Rows, p.Demand, p.MinDemand, FaultDemand, FaultMinDemand, FaultRowBounds}
	if err := rows.validate(); err != nil {
		return err
	}
	cols := side{p.columns(), p.Capacity, p.MinLoad, FaultCapacity, FaultMinLoad, FaultColumnBounds}
	if err := cols.validate(); err != nil {
		return err
	}
	if p.Rows == 0 && len(p.Start) == 0 && len(p.Cols) == 0 {
		return nil
	}
	if len(p.Start) != p.Rows+1 || p.Start[0] != 0 || p.Start[p.Rows] != len(p.Cols) {
		return &ProblemError{Fault: FaultStart}
	}
	// All of Start first: only then is it safe to follow.
	for i := range p.Rows {
		if p.Start[i] > p.Start[i+1] {
			return &ProblemError{Fault: FaultStart, Index: i}
		}
	}
	columns := int32(p.columns())
	for i := range p.Rows {
		from, to := p.pairs(i)
		last := int32(-1)
		for n, j := range p.Cols[from:to] {
			if j < 0 || j >= columns {
				return &ProblemError{Fault: FaultColumn, Index: from + n}
			}
			if j <= last {
				return &ProblemError{Fault: FaultOrder, Index: from + n}
			}
			last = j
		}
	}
	return nil
}

// side holds the bounds of rows or columns, and the names of what may be wrong
// with them.
type side struct {
	count                 int
	most, fewest          []int64 // nil: one, none
	ofMost, ofFewest, odd Fault
}

func (s *side) validate() error {
	if s.most != nil && len(s.most) != s.count {
		return &ProblemError{Fault: s.ofMost}
	}
	if s.fewest != nil && len(s.fewest) != s.count {
		return &ProblemError{Fault: s.ofFewest}
	}
	for n, most := range s.most {
		if most < 0 {
			return &ProblemError{Fault: s.ofMost, Index: n}
		}
	}
	for n, fewest := range s.fewest {
		if fewest < 0 {
			return &ProblemError{Fault: s.ofFewest, Index: n}
		}
		if s.most == nil && fewest > 1 || s.most != nil && fewest > s.most[n] {
			return &ProblemError{Fault: s.odd, Index: n}
		}
	}
	return nil
}

// validate returns the largest magnitude among the costs of a rung. Only a rung
// with costs of places needs to know how many there are.
func (r *Rung) validate(p *Problem, places []int64) (magnitude uint64, err error) {
	if r.Row != nil && len(r.Row) != p.Rows {
		return 0, &ProblemError{Fault: FaultRowCosts, Rung: r.ID}
	}
	if r.Pair != nil && len(r.Pair) != len(p.Cols) {
		return 0, &ProblemError{Fault: FaultPairCosts, Rung: r.ID}
	}
	lowest, highest := int64(0), int64(0)
	for _, c := range r.Row {
		lowest, highest = min(lowest, c), max(highest, c)
	}
	for _, c := range r.Pair {
		lowest, highest = min(lowest, c), max(highest, c)
	}
	if r.Place != nil {
		for j, n := range places {
			for k, last := int64(1), int64(math.MinInt64); k <= n; k++ {
				c := r.Place(j, k)
				if c < last {
					return 0, &ProblemError{Fault: FaultPlace, Rung: r.ID, Index: j}
				}
				last = c
				lowest, highest = min(lowest, c), max(highest, c)
			}
		}
	}
	return max(-uint64(lowest), uint64(highest)), nil
}
