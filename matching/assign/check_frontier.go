package assign

import "math/bits"

// CheckFrontier reports whether r is the trade-off that Frontier speaks of: nil, a
// *ProblemError, or a *SolutionError that names the first flaw found. It calls no
// solver; with Frontier it shares how rungs are weighed and valued (weighing.go). It
// proves that the ends are optimal in their orders, that no assignment
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
