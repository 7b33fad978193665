package assign

import (
	"context"
	"slices"
)

// FrontierResult is the exact trade-off between two rungs, with its proof.
type FrontierResult struct {
	// Points holds the corners of the trade-off, from the best for the first rung
	// to the best for the second: the values of the first increase, those of the
	// second decrease, and each step costs more of the first for what it brings on
	// the second than the step before. There is one point at least.
	Points []FrontierPoint
	// Ends prove that the first point is optimal for the first rung and then for the
	// second, and the last point the other way round.
	Ends [2][]Result
}

// FrontierPoint is a corner of a trade-off.
type FrontierPoint struct {
	// Pairs holds the pairs in use, as in Solution.
	Pairs []int32
	// First and Second are the total costs on the two rungs.
	First, Second int64
	// Num and Den are the exchange rate on the way to the next point, in lowest
	// terms: every Den units that the second rung gains cost Num of the first. Both
	// are zero at the last point.
	Num, Den int64
	// Edge proves that no assignment lies below the line to the next point: Den
	// times the first rung plus Num times the second is least at both. It is nil at
	// the last point.
	Edge []Result
}

// Frontier finds the trade-off between two rungs of the ladder, given by their
// indices, among the assignments that are optimal for all rungs before both. The
// other rungs, in their order, and the tie-break choose among assignments of the
// same two values.
//
// What it lists are all corners of the lower convex hull of the pairs of values:
// the values that some weights of the two rungs make best, and no others can
// replace. Its ends are those of the two lexicographic orders. There may be further
// assignments that nothing beats on both rungs at once, within the triangles under
// the edges: they are best for no weights, their number may grow exponentially, and
// to find one of given values is NP-hard. Nor are those listed that lie on an edge.
//
// Each point and each edge takes one call of Solve, with Den times the first rung
// plus Num times the second as a rung of its own (Aneja and Nair, "Bicriteria
// transportation problem", Management Science 25, 1979), so o goes to every call. It
// returns the errors of Solve, a *ProblemError with FaultFrontier, and one with
// FaultOverflow when a weighed rung is too large (errors.Is tells ErrOverflow):
// weights are differences of total costs, so that these together with the costs
// must leave room.
func Frontier(ctx context.Context, p Problem, first, second int, o Options) (*FrontierResult, error) {
	w, err := newWeighing(&p, first, second)
	if err != nil {
		return nil, err
	}
	r := &FrontierResult{}
	var ends [2]FrontierPoint
	for n, pair := range [2][2]Rung{{*w.first, *w.second}, {*w.second, *w.first}} {
		s, err := Solve(ctx, w.problem(pair[:], true), o)
		if err != nil {
			return nil, err
		}
		ends[n] = w.point(s.Pairs)
		r.Ends[n] = slices.Clip(s.Rungs[:len(w.before)+2])
	}
	left, open := ends[0], []FrontierPoint{}
	if ends[0].First < ends[1].First {
		open = append(open, ends[1])
	}
	for len(open) > 0 {
		right := open[len(open)-1]
		left.Num, left.Den = rate(&left, &right)
		rung, err := w.rung(left.Den, left.Num)
		if err != nil {
			return nil, err
		}
		s, err := Solve(ctx, w.problem([]Rung{rung, *w.first}, true), o)
		if err != nil {
			return nil, err
		}
		if between := w.point(s.Pairs); s.Rungs[len(w.before)].Value < left.Den*left.First+left.Num*left.Second {
			open = append(open, between)
			continue
		}
		left.Edge = slices.Clip(s.Rungs[:len(w.before)+1])
		r.Points = append(r.Points, left)
		left, open = right, open[:len(open)-1]
	}
	r.Points = append(r.Points, left)
	return r, nil
}

// rate is the exchange rate between two points, in lowest terms.
func rate(left, right *FrontierPoint) (num, den int64) {
	num, den = right.First-left.First, left.Second-right.Second
	a, b := num, den
	for b != 0 {
		a, b = b, a%b
	}
	return num / a, den / a
}
