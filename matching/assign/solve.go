package assign

import (
	"context"
	"runtime"
)

// Options tunes a call of Solve. The zero value is a good default.
type Options struct {
	// Progress, when not nil, is called at the start of every rung and at its
	// end, by the goroutine that called Solve.
	Progress func(Progress)
	// Workers is the most goroutines that work at a time; 0 or less means one for
	// each processor that Go may use. The solution does not depend on it.
	Workers int
}

// Progress says how far Solve has come.
type Progress struct {
	Rung    string // the rung it works on
	Done    int    // rungs finished
	Planned int    // rungs to do; grows when a second canonical rung is needed
	Stats   Stats  // work so far
}

// Solve finds the assignment that is optimal for the first rung of the ladder,
// among those for the second, and so on, with a proof for every rung. With a
// tie-break the set of pairs is the only one, whatever the machine and the order
// of the work.
//
// It returns a *ProblemError for a problem that makes no sense (errors.Is tells
// ErrOverflow), an *InfeasibleError when what rows and columns must have cannot be
// had, ErrTied when the tie-break cannot separate the optima, ErrImpure when a
// function of the problem contradicts itself and that is noticed, and the cause of
// the context, wrapped, when the context ends. No goroutine is left behind.
func Solve(ctx context.Context, p Problem, o Options) (*Solution, error) {
	return solveWith(ctx, &p, o, tuning{patience: 20, grain: 1 << 16})
}

// tuning holds what changes the way, though not the solution.
type tuning struct {
	// patience is how often a search for paths may look at every arc of a part, on
	// average, before it is given up for an auction.
	patience int64
	// grain is how many pairs are worth a goroutine.
	grain int
}

func solveWith(ctx context.Context, p *Problem, o Options, t tuning) (*Solution, error) {
	m := &meter{ctx: ctx}
	if err := m.alive(); err != nil {
		return nil, err
	}
	p, err := p.tabulated(m)
	if err != nil {
		return nil, err
	}
	magnitudes, err := p.validate()
	if err != nil {
		return nil, err
	}
	s := newSolver(ctx, p, o, t)
	s.magnitudes = magnitudes
	if err := s.net.fillLeast(s.meter); err != nil {
		return nil, err
	}
	if err := s.climb(); err != nil {
		return nil, err
	}
	return s.certify()
}

// solver carries the state from rung to rung.
type solver struct {
	p          *Problem
	progress   func(Progress)
	planned    int
	meter      *meter
	workers    []*worker
	places     []int64 // of each column that can ever be filled
	net        *network
	draws      []*draw  // of the canonical rungs
	magnitudes []uint64 // the largest cost of each rung of the ladder
	tuning     tuning
	duals      []duals   // one for each rung solved
	components [][]int32 // of every node before each of them, nil where fixAcyclic was not called
}

func newSolver(ctx context.Context, p *Problem, o Options, t tuning) *solver {
	s := &solver{
		tuning:   t,
		p:        p,
		progress: o.Progress,
		planned:  len(p.Ladder),
		meter:    &meter{ctx: ctx},
		places:   p.places(),
	}
	s.net = newNetwork(p, s.places)
	if p.TieBreak != nil {
		s.planned++
	}
	if s.progress == nil {
		s.progress = func(Progress) {}
	}
	n := o.Workers
	if n <= 0 {
		n = runtime.GOMAXPROCS(0)
	}
	for range min(n, s.chunks()) {
		s.workers = append(s.workers, &worker{meter: &meter{ctx: ctx}})
	}
	return s
}

// climb solves rung after rung, each over the optimal face of those before it.
func (s *solver) climb() error {
	for n := range s.p.Ladder {
		if err := s.fixWhereSparse(); err != nil {
			return err
		}
		if err := s.rung(s.p.Ladder[n].costs(s.magnitudes[n])); err != nil {
			return err
		}
	}
	if s.p.TieBreak == nil {
		return nil
	}
	if err := s.fixWhereSparse(); err != nil {
		return err
	}
	for counter := range maxDraws {
		d := newDraw(s.p, counter)
		c, err := d.costs(s.net, s.meter)
		if err != nil {
			return err
		}
		s.draws = append(s.draws, d)
		s.planned = max(s.planned, len(s.p.Ladder)+len(s.draws))
		if err := s.rung(c); err != nil {
			return err
		}
		component, free, err := s.net.fixAcyclic(s.meter)
		if free == 0 || err != nil {
			return err
		}
		s.components = append(s.components, component)
	}
	return ErrTied
}

// fixWhereSparse prepares a rung after the first: where few pairs are free, it fixes
// those that lie on no cycle.
func (s *solver) fixWhereSparse() error {
	var component []int32
	if len(s.duals) > 0 && s.net.sparse() {
		var err error
		if component, _, err = s.net.fixAcyclic(s.meter); err != nil {
			return err
		}
	}
	s.components = append(s.components, component)
	return nil
}

func (s *solver) rung(c costs) error {
	if err := s.meter.alive(); err != nil {
		return err
	}
	s.report(c.id)
	d, err := s.minimise(&c)
	if err != nil {
		return err
	}
	s.duals = append(s.duals, d)
	if len(s.duals) == len(s.p.Ladder) && s.p.TieBreak == nil {
		s.report(c.id)
		return nil // nothing comes after it
	}
	proven, err := s.restrict(&c, d)
	if err != nil {
		return err
	}
	if !proven {
		return ErrImpure
	}
	s.report(c.id)
	return nil
}

func (s *solver) report(rung string) {
	s.progress(Progress{Rung: rung, Done: len(s.duals), Planned: s.planned, Stats: s.meter.stats})
}
