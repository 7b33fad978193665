package assign

import (
	"math/bits"
	"slices"
)

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
