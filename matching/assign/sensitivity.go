package assign

import (
	"context"
	"math"
	"sort"
)

// Range is a range of costs, both ends included; math.MinInt64 and math.MaxInt64
// stand for no bound.
type Range struct{ Low, High int64 }

// PairRange returns the costs of a pair on a rung of the ladder for which the
// solution stays optimal on all its rungs, the canonical ones included, while all
// else stays as it is. Pairs count as in Problem.Cols. What ErrOverflow says of large
// costs is left aside.
func (q *Probe) PairRange(ctx context.Context, rung, pair int) (Range, error) {
	x := q.x
	if rung < 0 || rung >= len(x.ladder) {
		return Range{}, &ProblemError{Fault: FaultIndex, Index: rung}
	}
	if pair < 0 || pair >= q.start[len(x.lines)] {
		return Range{}, &ProblemError{Fault: FaultIndex, Index: pair}
	}
	i := int32(sort.SearchInts(q.start, pair+1) - 1)
	at := int32(pair - q.start[i])
	cost, r := x.pairCost(i, at, rung), Range{math.MinInt64, math.MaxInt64}
	x.pairGap(i, at, q.gap)
	from, to, sense := ^x.lines[i].cols[at], i, int64(1)
	if x.uses(i, at) {
		from, to, sense = to, from, -1
	}
	back, err := q.between(ctx, from, to, nil)
	if back == nil {
		return r, err
	}
	for k, c := range back {
		q.gap[k] = c + sense*q.gap[k]
	}
	if sign(q.gap[:rung]) > 0 {
		return r, nil // an earlier rung keeps the pair as it is
	}
	by := q.gap[rung]
	if sign(q.gap[rung+1:]) < 0 {
		by--
	}
	if sense > 0 {
		r.Low = cost - by
	} else {
		r.High = cost + by
	}
	return r, nil
}

// Worth says by how much the total of each rung of the ladder would change.
type Worth struct {
	More []int64 // with one unit more: zero or, at the first rung that differs, a gain
	Less []int64 // with one unit less: zero or a loss; nil if that cannot be
}

// PlaceWorth returns what one place more or less in a column would change, that is a
// larger or smaller Capacity. A column that must have all its places filled cannot
// have less.
func (q *Probe) PlaceWorth(ctx context.Context, col int) (Worth, error) {
	if col < 0 || col >= len(q.x.rolls) {
		return Worth{}, &ProblemError{Fault: FaultIndex, Index: col}
	}
	return q.worth(^int32(col), q.searched(ctx))
}

// DemandWorth returns what it would change if a row could have one column more, or
// one less.
func (q *Probe) DemandWorth(ctx context.Context, row int) (Worth, error) {
	if err := q.row(row); err != nil {
		return Worth{}, err
	}
	return q.worth(int32(row), q.searched(ctx))
}

// Worths returns DemandWorth of all rows and PlaceWorth of all columns with two
// searches altogether, which look at each pair once.
func (q *Probe) Worths(ctx context.Context) (rows, cols []Worth, err error) {
	w := newWalk(q.x, 0, max(1, len(q.x.ladder)))
	w.meter = &meter{ctx: ctx}
	rows, cols = make([]Worth, len(q.x.lines)), make([]Worth, len(q.x.rolls))
	for _, toHub := range []bool{true, false} {
		for w.free(hubNode, !toHub); len(w.heap) > 0; {
			if err := w.settle(); err != nil {
				return nil, nil, err
			}
		}
		found := func(v int32, _ bool) ([]int64, error) {
			if t := w.labelOf(v); t >= 0 {
				return w.keys.at(t), nil
			}
			return nil, nil
		}
		for i := range rows {
			if err := q.half(&rows[i], int32(i), toHub, found); err != nil {
				return nil, nil, err
			}
		}
		for j := range cols {
			if err := q.half(&cols[j], ^int32(j), toHub, found); err != nil {
				return nil, nil, err
			}
		}
	}
	return rows, cols, nil
}

// distance is the reduced length of the shortest path from node v to the hub, or from
// the hub to v, on the ladder at least; nil if there is none.
type distance func(v int32, toHub bool) ([]int64, error)

func (q *Probe) searched(ctx context.Context) distance {
	return func(v int32, toHub bool) ([]int64, error) {
		if toHub {
			return q.between(ctx, v, hubNode, nil)
		}
		return q.between(ctx, hubNode, v, nil)
	}
}

func (q *Probe) worth(v int32, d distance) (w Worth, err error) {
	if err := q.half(&w, v, true, d); err != nil {
		return w, err
	}
	return w, q.half(&w, v, false, d)
}

// half fills in what takes a path to the hub, or one from it: a row that may have one
// unit more gets it from the hub and needs a way back, and so does a column that has
// to give one up; the others need a way from the hub.
func (q *Probe) half(w *Worth, v int32, toHub bool, d distance) error {
	x := q.x
	s, n := x.shore(v)
	e := &s.knots[n]
	most, degree := x.most(v), x.degree(v)
	nothing := make([]int64, len(x.ladder))
	if (v >= 0) == toHub {
		w.More = nothing
		if int64(e.units) < most || int(e.units) == degree {
			return nil
		}
		x.moreGap(v, q.gap)
		path, err := d(v, toHub)
		if path == nil {
			return err
		}
		if gain := q.ladderPart(path); sign(gain) < 0 {
			w.More = gain
		}
		return nil
	}
	switch {
	case most <= int64(e.lo):
		return nil
	case int64(e.units) < most:
		w.Less = nothing
		return nil
	}
	x.hubGap(v, v < 0, q.gap)
	path, err := d(v, toHub)
	if path != nil {
		w.Less = q.ladderPart(path)
	}
	return err
}

// ladderPart adds a path to the gap and leaves out the canonical rungs.
func (q *Probe) ladderPart(path []int64) []int64 {
	sum := make([]int64, len(q.x.ladder))
	for k := range sum {
		sum[k] = q.gap[k] + path[k]
	}
	return sum
}
