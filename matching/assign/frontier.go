package assign

import (
	"context"
	"math/bits"
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

// FaultFrontier reports that a trade-off is asked for with a rung that does not
// exist, or with one and the same.
const FaultFrontier Fault = "frontier"

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

// weighing knows the two rungs and how to weigh them against each other.
type weighing struct {
	p             *Problem
	before, after []Rung
	first, second *Rung
	magnitude     [2]uint64
	limit         uint64
	id            string
}

func newWeighing(p *Problem, first, second int) (*weighing, error) {
	magnitudes, err := p.validate()
	if err != nil {
		return nil, err
	}
	for _, n := range []int{first, second} {
		if n < 0 || n >= len(p.Ladder) || first == second {
			return nil, &ProblemError{Fault: FaultFrontier, Index: n}
		}
	}
	lo, hi := min(first, second), max(first, second)
	w := &weighing{
		p:         p,
		before:    p.Ladder[:lo:lo],
		after:     slices.Concat(p.Ladder[lo+1:hi], p.Ladder[hi+1:]),
		first:     &p.Ladder[first],
		second:    &p.Ladder[second],
		magnitude: [2]uint64{magnitudes[first], magnitudes[second]},
		limit:     p.largestCost(),
		id:        p.Ladder[first].ID + "+" + p.Ladder[second].ID,
	}
	for slices.ContainsFunc(p.Ladder, func(r Rung) bool { return r.ID == w.id }) {
		w.id += "+"
	}
	return w, nil
}

// problem puts rungs in the place of the two, with what comes after them or without.
func (w *weighing) problem(rungs []Rung, after bool) Problem {
	q := *w.p
	q.Ladder = slices.Concat(w.before, rungs)
	if after {
		q.Ladder = append(q.Ladder, w.after...)
	} else {
		q.TieBreak = nil
	}
	return q
}

// rung weighs the two rungs.
func (w *weighing) rung(first, second int64) (Rung, error) {
	largest := uint64(0)
	for n, weight := range [2]int64{first, second} {
		over, product := bits.Mul64(uint64(weight), w.magnitude[n])
		if over > 0 || product > w.limit {
			return Rung{}, &ProblemError{Fault: FaultOverflow, Rung: w.id}
		}
		largest += product
	}
	if largest > w.limit {
		return Rung{}, &ProblemError{Fault: FaultOverflow, Rung: w.id}
	}
	a, b := w.first, w.second
	r := Rung{ID: w.id, Row: mix(first, a.Row, second, b.Row), Pair: mix(first, a.Pair, second, b.Pair)}
	if a.Place != nil || b.Place != nil {
		r.Place = func(j int, k int64) (cost int64) {
			if a.Place != nil {
				cost += first * a.Place(j, k)
			}
			if b.Place != nil {
				cost += second * b.Place(j, k)
			}
			return cost
		}
	}
	return r, nil
}

// mix adds two lists of costs, of which either may be nil, by their weights.
func mix(first int64, a []int64, second int64, b []int64) []int64 {
	if a == nil && b == nil {
		return nil
	}
	sum := make([]int64, max(len(a), len(b)))
	for n, c := range a {
		sum[n] += first * c
	}
	for n, c := range b {
		sum[n] += second * c
	}
	return sum
}

// point values an assignment.
func (w *weighing) point(pairs []int32) FrontierPoint {
	return FrontierPoint{Pairs: pairs, First: w.p.value(w.first, pairs), Second: w.p.value(w.second, pairs)}
}

// value is the total cost of an assignment on one rung.
func (p *Problem) value(r *Rung, pairs []int32) (total int64) {
	load := make([]int64, p.columns())
	i := 0
	for _, a := range pairs {
		for p.Start[i+1] <= int(a) {
			i++
		}
		j := p.Cols[a]
		load[j]++
		if r.Row != nil {
			total += r.Row[i]
		}
		if r.Pair != nil {
			total += r.Pair[a]
		}
		if r.Place != nil {
			total += r.Place(int(j), load[j])
		}
	}
	return total
}

// CheckFrontier reports whether r is the trade-off that Frontier speaks of: nil, a
// *ProblemError, or a *SolutionError that names the first flaw found. It calls no
// solver. It proves that the ends are optimal in their orders, that no assignment
// lies below an edge, and that the edges turn at every point: then the points are all
// corners. It does not look at what the other rungs and the tie-break chose.
func CheckFrontier(p Problem, first, second int, r *FrontierResult) error {
	w, err := newWeighing(&p, first, second)
	if err != nil {
		return err
	}
	if r == nil || len(r.Points) == 0 {
		return &SolutionError{Flaw: FlawShape}
	}
	for k := range r.Points {
		if err := w.check(r.Points, k); err != nil {
			return err
		}
	}
	last := len(r.Points) - 1
	orders := [2][]Rung{{*w.first, *w.second}, {*w.second, *w.first}}
	for n, k := range [2]int{0, last} {
		if err := Check(w.problem(orders[n], false), &Solution{Pairs: r.Points[k].Pairs, Rungs: r.Ends[n]}); err != nil {
			return err
		}
	}
	for k := range last {
		if err := w.checkEdge(r.Points, k); err != nil {
			return err
		}
	}
	return nil
}

// FlawEdge reports that the way from point Index of a trade-off does not lead to the
// next one, or does not turn there.
const FlawEdge Flaw = "edge"

// check checks point k by itself.
func (w *weighing) check(points []FrontierPoint, k int) error {
	here := &points[k]
	if err := newChecker(w.p).assignment(here.Pairs); err != nil {
		return err
	}
	if v := w.point(here.Pairs); v.First != here.First || v.Second != here.Second {
		return &SolutionError{Flaw: FlawValue, Rung: w.id, Index: k}
	}
	if k == len(points)-1 && (here.Num != 0 || here.Den != 0 || here.Edge != nil) {
		return &SolutionError{Flaw: FlawEdge, Rung: w.id, Index: k}
	}
	return nil
}

// checkEdge checks the edge from point k to the next one.
func (w *weighing) checkEdge(points []FrontierPoint, k int) error {
	here, next := &points[k], &points[k+1]
	refuse := &SolutionError{Flaw: FlawEdge, Rung: w.id, Index: k}
	if here.First >= next.First || here.Second <= next.Second {
		return refuse
	}
	if num, den := rate(here, next); here.Num != num || here.Den != den || k > 0 && !dearer(&points[k-1], here) {
		return refuse
	}
	rung, err := w.rung(here.Den, here.Num)
	if err != nil {
		return err
	}
	q := w.problem([]Rung{rung}, false)
	for _, point := range []*FrontierPoint{here, next} {
		if err := Check(q, &Solution{Pairs: point.Pairs, Rungs: here.Edge}); err != nil {
			return err
		}
	}
	return nil
}

// dearer reports that the rate of b is above that of a.
func dearer(a, b *FrontierPoint) bool {
	h1, l1 := bits.Mul64(uint64(b.Num), uint64(a.Den))
	h2, l2 := bits.Mul64(uint64(a.Num), uint64(b.Den))
	return h1 > h2 || h1 == h2 && l1 > l2
}
