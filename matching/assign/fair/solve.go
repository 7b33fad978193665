package fair

import (
	"context"
	"slices"

	"github.com/peersupport/peersupport/matching/assign"
)

// Solve looks for the assignment that is optimal for the ladder and has the best
// worst rows, then the largest total, and proves bounds of all of them. The same
// problem and options have the same solution on every machine.
//
// It returns the errors of assign.Solve, a *ProblemError for what is wrong beyond
// that (errors.Is tells assign.ErrOverflow), and the cause of the context, wrapped,
// when the context ends.
func Solve(ctx context.Context, p Problem, o Options) (*Solution, error) {
	if o.Levels < 0 || o.Work < 0 {
		return nil, &ProblemError{Fault: FaultOptions}
	}
	if o.Work == 0 {
		o.Work = DefaultWork
	}
	p.Base.TieBreak = nil
	s := &solver{p: &p, workers: o.Workers, meter: &meter{ctx: ctx, stop: o.Work}}
	if err := s.begin(); err != nil {
		return nil, err
	}
	levels := min(max(1, o.Levels), p.Base.Rows)
	for k := range levels {
		s.meter.allow(o.Work, levels-k+1)
		if err := s.raise(k); err != nil {
			return nil, err
		}
	}
	s.meter.allow(o.Work, 1)
	if err := s.enlarge(); err != nil {
		return nil, err
	}
	return s.finish()
}

// solver goes from level to level with one assignment.
type solver struct {
	p       *Problem
	workers int
	meter   *meter
	ladder  []assign.Result
	f       *face
	l       *ledger
	now     *exchange
	levels  []Figure // without their values
	total   Proof
}

// begin solves the ladder, and among its optima for the largest total.
func (s *solver) begin() error {
	if err := s.p.validate(); err != nil {
		return err
	}
	b := s.p.Base
	id := "total"
	for slices.ContainsFunc(b.Ladder, func(r assign.Rung) bool { return r.ID == id }) {
		id += "'"
	}
	b.Ladder = append(slices.Clip(b.Ladder), assign.Total(id, s.p.Value))
	first, err := s.solve(&b)
	if err != nil {
		return err
	}
	s.ladder = slices.Clip(first.Rungs[:len(b.Ladder)-1])
	s.f = newFace(s.p, s.ladder)
	if s.f.largest > s.f.room {
		return &ProblemError{Fault: FaultOverflow}
	}
	s.l = newLedger(s.f, s.meter)
	var free []int32
	for a, whole := range s.f.pair {
		if _, in := slices.BinarySearch(first.Pairs, whole); in {
			free = append(free, int32(a))
		}
	}
	s.now = newExchange(s.f, s.meter, free)
	return s.meter.err
}

func (s *solver) solve(p *assign.Problem) (*assign.Solution, error) {
	sol, err := assign.Solve(s.meter.ctx, *p, assign.Options{Workers: s.workers})
	if err == nil {
		s.meter.spend(int(sol.Stats.Scanned))
	}
	return sol, err
}

// optimum solves the face for other rungs.
func (s *solver) optimum(ladder ...assign.Rung) (*assign.Solution, error) {
	q := s.f.Problem
	q.Ladder = ladder
	return s.solve(&q)
}

// offer repairs an assignment, polishes it if so asked, and keeps it if no row is
// short and it is better than the present one.
func (s *solver) offer(pairs []int32, polish bool) {
	x := s.now.with(pairs)
	if polish {
		x.improve()
	} else {
		x.repair()
	}
	if now, then := s.now.state(), x.state(); then.short == 0 && then.over(now) {
		s.now = x
	}
}

const (
	totalTries = 1000 // prices tried for the total
	levelTries = 200  // for the refutation of one value of a level
	lookEvery  = 100  // prices tried between two looks for assignments
	pull       = 3    // largest values that it counts to be in every set chosen
)

// enlarge looks for the largest total with the levels reached.
func (s *solver) enlarge() error {
	k := len(s.levels)
	needs := s.values(k)
	s.hold(k, nothing)
	if s.now.improve(); s.meter.err != nil {
		return s.meter.err
	}
	start, err := s.optimum(assign.Total("total", s.f.value))
	if err != nil {
		return err
	}
	d := newDescent(s.l, needs, scaleOf(s.f), negated(start.Rungs[0].Col))
	err = s.descend(d, totalTries, func() bool { return floor(d.bound, d.now.Scale) <= sum(s.now.value) })
	s.total = d.best
	return err
}

// descend lowers a bound, and between tries the assignments that are near the sets
// which rows chose.
func (s *solver) descend(d *descent, tries int, enough func() bool) error {
	for n := 0; n < tries; n += lookEvery {
		clear(s.l.often)
		before := d.bound
		d.run(lookEvery, enough)
		if d.bound == before || d.ruled || enough() || s.meter.over() {
			break
		}
		near := assign.Rung{ID: "near", Pair: make([]int64, len(s.f.Cols))}
		for a, often := range s.l.often {
			near.Pair[a] = -s.f.value[a] - pull*s.f.largest*min(often, lookEvery)/lookEvery
		}
		sol, err := s.optimum(near)
		if err != nil {
			return err
		}
		s.offer(sol.Pairs, true)
	}
	return s.meter.err
}

// finish states what was found. Each bound is stated as Check will find it.
func (s *solver) finish() (*Solution, error) {
	sol := &Solution{Pairs: s.f.whole(s.now.used), Ladder: s.ladder}
	l := newLedger(s.f, s.meter)
	needs := s.values(len(s.levels))
	for k, fig := range s.levels {
		if fig.Value = needs[k]; fig.Value == Unbounded {
			needs = needs[:k]
			break
		}
		fig.Exact = fig.Value == fig.Bound
		sol.Levels = append(sol.Levels, fig)
	}
	sol.Total = Figure{Value: sum(s.now.value), Proof: s.total}
	sol.Total.Proof.Rank = sol.Total.Proof.Rank[:min(len(s.total.Rank), max(0, len(needs)-1))]
	sol.Total.Bound = l.most(&sol.Total.Proof, needs)
	sol.Total.Exact = sol.Total.Value == sol.Total.Bound
	sol.Stats.Steps = s.meter.steps
	if s.meter.err != nil {
		return nil, s.meter.err
	}
	return sol, nil
}

func negated(list []int64) []int64 {
	out := make([]int64, len(list))
	for n, v := range list {
		out[n] = -v
	}
	return out
}
