package assign

import (
	"context"
	"slices"
)

// SetPair changes what a pair costs on each rung of the ladder; nil means zero for
// all. Errors are those of AddRow; FaultColumn says that there is no such pair.
func (s *Session) SetPair(ctx context.Context, i, j int, cost []int64) error {
	if i < 0 || i >= len(s.x.lines) {
		return &ProblemError{Fault: FaultIndex, Index: i}
	}
	at, ok := slices.BinarySearch(s.x.lines[i].cols, int32(j))
	if j != int(int32(j)) || !ok {
		return &ProblemError{Fault: FaultIndex, Index: j}
	}
	if cost != nil && len(cost) != len(s.x.ladder) {
		return &ProblemError{Fault: FaultPairCosts}
	}
	return s.change(ctx, func() (revision, error) {
		return revision{others: s.setPair(int32(i), int32(at), cost)}, nil
	})
}

// setPair changes the costs, and puts the pair in use or takes it out if that could
// be better. Then a unit is missing on one side and too much on the other.
func (s *Session) setPair(i, at int32, cost []int64) (others []int32) {
	x := s.x
	l := s.ownLine(i)
	for k := range x.ladder {
		c := int64(0)
		if cost != nil {
			c = cost[k]
		}
		if l.prices.pair[k] == nil && c != 0 {
			l.prices.pair[k] = make([]int64, len(l.cols))
			x.priced[k] = true
		}
		if l.prices.pair[k] != nil {
			l.prices.pair[k][at] = c
		}
		s.note(k, c)
	}
	s.journal.setLine(i, l, x.rows.more.at(i))
	j := ^l.cols[at]
	x.pairGap(i, at, s.gap)
	used := x.uses(i, at)
	if c := sign(s.gap); c == 0 && !s.search.ties || c != 0 && (c < 0) == used {
		return nil
	}
	s.journal.flip(i, at)
	return []int32{i, j}
}
