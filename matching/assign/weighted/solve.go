package weighted

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// Options tunes a call of Solve. The zero value is a good default.
type Options struct {
	// Work is the most steps to make for each objective, and as many to serve the
	// rows that must be served: entries of tables and pairs looked at. It limits
	// the search, not the relaxation solved before it. Zero or less means
	// 10,000,000,000 steps, ten seconds or, with very many pairs, a minute or two.
	// The same limit stops at the same place on every machine.
	Work int64
	// Progress, when not nil, is called whenever the value or the bound of an
	// objective has become better, by the goroutine that called Solve.
	Progress func(Progress)
}

// Progress says how far Solve has come with one objective.
type Progress struct {
	Part         Part  // PartMust while rows that must be served are not
	Value, Bound int64 // as in Result
	Stats        Stats // work so far
}

const defaultWork = 10_000_000_000

// Solve finds the assignment that is best for the objective. When the work limit
// stops it, it returns the best it has found with the bounds it has proven.
//
// It returns a *ProblemError for a problem that makes no sense (errors.Is tells
// ErrOverflow), ErrInfeasible when not all rows that must be served can be, and
// ErrUndecided when it was stopped before it knew. When the context ends it
// returns the cause, wrapped, and with it the solution so far if there is one.
// The same problem and limit give the same answer on every machine. It starts no
// goroutine.
func Solve(ctx context.Context, p Problem, o Options) (*Solution, error) {
	if err := p.validate(); err != nil {
		return nil, err
	}
	s := &solver{p: &p, o: o, meter: newMeter(ctx), pair: make([]int32, p.Rows)}
	for i := range s.pair {
		s.pair[i] = -1
	}
	if err := s.must(); err != nil {
		return nil, err
	}
	return s.solve()
}

// solver carries the assignment from one objective to the next.
type solver struct {
	p     *Problem
	o     Options
	meter *meter
	pair  []int32 // pair of each row in the problem, −1 for none
}

// must finds an assignment that serves every row that must be served.
func (s *solver) must() error {
	if !slices.Contains(s.p.Must, true) {
		return nil
	}
	r, err := s.objective(PartMust, mustTerms(s.p), 1)
	switch {
	case r.Bound > 0:
		return ErrInfeasible
	case r.Value > 0 && err != nil:
		return err
	case r.Value > 0:
		return ErrUndecided
	}
	return nil
}

func (s *solver) solve() (*Solution, error) {
	sol := &Solution{Pairs: []int32{}}
	var first, second error
	spare := int64(s.p.Rows)
	if s.p.Objective == MostServed {
		sol.Unserved, first = s.objective(PartUnserved, servedTerms(s.p), math.MaxInt64)
		spare = sol.Unserved.Value
	}
	if first == nil {
		sol.Cost, second = s.objective(PartCost, costTerms(s.p, spare), math.MaxInt64)
	} else {
		sol.Cost = s.cost(spare)
	}
	sol.Unserved.Value = 0
	for _, a := range s.pair {
		if a >= 0 {
			sol.Pairs = append(sol.Pairs, a)
		} else {
			sol.Unserved.Value++
		}
	}
	sol.Unserved.Exact = sol.Unserved.Value == sol.Unserved.Bound
	sol.Exact = sol.Cost.Exact && (sol.Unserved.Exact || s.p.Objective == LeastCost)
	sol.Stats = s.meter.stats
	return sol, cmp.Or(first, second)
}

// cost says what the assignment costs without a search, when there is no time for
// one. The bound is the least of every row.
func (s *solver) cost(spare int64) Result {
	var r Result
	t := costTerms(s.p, spare)
	for i, a := range s.pair {
		least, ok := t.unserved(i)
		if a >= 0 {
			r.Value += s.p.cost(int(a))
		}
		for b := s.p.Start[i]; b < s.p.Start[i+1]; b++ {
			if s.p.units(b) <= s.p.Capacity[s.p.Cols[b]] && (!ok || s.p.cost(b) < least) {
				least, ok = s.p.cost(b), true
			}
		}
		r.Bound += least
	}
	r.Proof.Bound, r.Exact = r.Bound, r.Bound == r.Value
	return r
}

// objective improves the assignment for one objective, of which only values below
// ceiling matter, and says how good it is.
func (s *solver) objective(part Part, t terms, ceiling int64) (Result, error) {
	m := newModel(s.p, t)
	d := newDomain(m)
	x := &search{m: m, d: d, prices: newPrices(m, d, s.meter), meter: s.meter, best: m.enter(s.pair), begun: s.meter.stats.Steps, window: window{rows: firstWindow}}
	x.value = min(m.value(x.best), ceiling)
	x.report = func() {
		if s.o.Progress != nil {
			s.o.Progress(Progress{Part: part, Value: m.total(x.value), Bound: m.total(x.bound), Stats: s.meter.stats})
		}
	}
	work := s.o.Work
	if work <= 0 {
		work = defaultWork
	}
	s.meter.limit = x.begun + min(work, math.MaxInt64-x.begun)
	err := x.solve()
	s.pair = m.leave(x.best)
	r := Result{Value: m.total(x.value), Bound: m.total(x.bound), Proof: x.proof}
	r.Exact = r.Value == r.Bound
	return r, err
}
