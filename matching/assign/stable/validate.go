package stable

import "math"

func (p *Problem) validate() error {
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
	if err := p.validateStart(); err != nil {
		return err
	}
	if err := p.validateCols(); err != nil {
		return err
	}
	if n, ok := validRanks(p.RowRank, len(p.Cols)); !ok {
		return &ProblemError{Fault: FaultRowRank, Index: n}
	}
	if n, ok := validRanks(p.ColRank, len(p.Cols)); !ok {
		return &ProblemError{Fault: FaultColRank, Index: n}
	}
	return nil
}

func (p *Problem) validateStart() error {
	if p.Rows == 0 && len(p.Start) == 0 && len(p.Cols) == 0 {
		return nil
	}
	if len(p.Start) != p.Rows+1 || p.Start[0] != 0 || p.Start[p.Rows] != len(p.Cols) {
		return &ProblemError{Fault: FaultStart}
	}
	for i := range p.Rows {
		if p.Start[i] > p.Start[i+1] {
			return &ProblemError{Fault: FaultStart, Index: i}
		}
	}
	return nil
}

func (p *Problem) validateCols() error {
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

// validRanks reports the first bad rank, or 0 for a bad length.
func validRanks(rank []int32, pairs int) (int, bool) {
	if rank != nil && len(rank) != pairs {
		return 0, false
	}
	for n, r := range rank {
		if r < 0 {
			return n, false
		}
	}
	return 0, true
}
