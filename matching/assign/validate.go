package assign

import (
	"math"
	"math/bits"
	"strings"
)

// pathLimit bounds the length of any path: largest cost times number of nodes.
const pathLimit = 1 << 62

func (p *Problem) validate() error {
	if err := p.validatePairs(); err != nil {
		return err
	}
	seen := make(map[string]bool, len(p.Ladder))
	places := p.places()
	for n := range p.Ladder {
		r := &p.Ladder[n]
		if r.ID == "" || seen[r.ID] || r.ID == canonical || strings.HasPrefix(r.ID, canonical+".") {
			return &ProblemError{Fault: FaultID, Rung: r.ID, Index: n}
		}
		seen[r.ID] = true
		if err := r.validate(p, places); err != nil {
			return err
		}
	}
	return nil
}

func (p *Problem) validatePairs() error {
	switch {
	case p.Rows < 0:
		return &ProblemError{Fault: FaultRows}
	case max(p.Rows, p.columns(), len(p.Cols)) > math.MaxInt32:
		return &ProblemError{Fault: FaultSize}
	}
	for j, c := range p.Capacity {
		if c < 0 {
			return &ProblemError{Fault: FaultCapacity, Index: j}
		}
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
	for i := range p.Rows {
		last := int32(-1)
		for a, to := p.pairs(i); a < to; a++ {
			j := p.Cols[a]
			if j < 0 || int(j) >= p.columns() {
				return &ProblemError{Fault: FaultColumn, Index: a}
			}
			if j <= last {
				return &ProblemError{Fault: FaultOrder, Index: a}
			}
			last = j
		}
	}
	return nil
}

func (r *Rung) validate(p *Problem, places []int64) error {
	if r.Row != nil && len(r.Row) != p.Rows {
		return &ProblemError{Fault: FaultRowCosts, Rung: r.ID}
	}
	if r.Pair != nil && len(r.Pair) != len(p.Cols) {
		return &ProblemError{Fault: FaultPairCosts, Rung: r.ID}
	}
	largest := uint64(0)
	for _, c := range r.Row {
		largest = max(largest, magnitude(c))
	}
	for _, c := range r.Pair {
		largest = max(largest, magnitude(c))
	}
	if r.Place != nil {
		for j, n := range places {
			for k, last := int64(1), int64(math.MinInt64); k <= n; k++ {
				c := r.Place(j, k)
				if c < last {
					return &ProblemError{Fault: FaultPlace, Rung: r.ID, Index: j}
				}
				last = c
				largest = max(largest, magnitude(c))
			}
		}
	}
	if over, sum := bits.Mul64(largest, uint64(p.size())+2); over != 0 || sum > pathLimit {
		return &ProblemError{Fault: FaultOverflow, Rung: r.ID}
	}
	return nil
}

func magnitude(c int64) uint64 {
	if c < 0 {
		return -uint64(c)
	}
	return uint64(c)
}
