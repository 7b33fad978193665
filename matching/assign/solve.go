package assign

import "context"

// Options tunes a call of Solve. The zero value is a good default.
type Options struct {
	// Progress, when not nil, is called at the start of every rung and at its
	// end, by the goroutine that called Solve.
	Progress func(Progress)
}

// Progress says how far Solve has come.
type Progress struct {
	Rung    string // the rung it works on
	Done    int    // rungs finished
	Planned int    // rungs to do; grows when another canonical rung is needed
	Stats   Stats  // work so far
}

// Solve finds the assignment that is optimal for the first rung of the ladder,
// among those for the second, and so on, with a proof for every rung. With a
// tie-break the set of pairs is the only one, whatever the machine and the order
// of the work.
//
// It returns a *ProblemError for a problem that makes no sense (errors.Is tells
// ErrOverflow), ErrTied when the tie-break cannot separate the optima, ErrImpure
// when a function of the problem contradicts itself and that is noticed, and the
// cause of the context, wrapped, when the context ends. It starts no goroutine.
func Solve(ctx context.Context, p Problem, o Options) (*Solution, error) {
	if err := p.validate(); err != nil {
		return nil, err
	}
	s := &solver{
		p:        &p,
		progress: o.Progress,
		planned:  len(p.Ladder),
		meter:    &meter{ctx: ctx},
		face:     newFace(&p),
		flow:     newFlow(&p),
	}
	if s.progress == nil {
		s.progress = func(Progress) {}
	}
	s.stage = newStage(&p, s.meter)
	if err := s.climb(); err != nil {
		return nil, err
	}
	return s.certify()
}

// solver carries the state from rung to rung.
type solver struct {
	p        *Problem
	progress func(Progress)
	planned  int
	meter    *meter
	face     *face
	flow     *flow
	stage    *stage
	draws    []*draw // of the canonical rungs
	duals    []duals // one for each rung solved
}

// climb solves rung after rung, each over the optimal face of those before it.
func (s *solver) climb() error {
	for n := range s.p.Ladder {
		if err := s.rung(s.p.Ladder[n].costs()); err != nil {
			return err
		}
	}
	if s.p.TieBreak == nil {
		return nil
	}
	for counter := range maxDraws {
		d := newDraw(s.p, counter)
		s.draws = append(s.draws, d)
		s.planned++
		if err := s.rung(d.costs(s.face)); err != nil {
			return err
		}
		if !ambiguous(s.p, s.face, s.flow) {
			return nil
		}
	}
	return ErrTied
}

func (s *solver) rung(c costs) error {
	if err := s.meter.alive(); err != nil {
		return err
	}
	s.report(c.id)
	if err := s.stage.load(s.p, c, s.face, s.flow); err != nil {
		return err
	}
	if err := s.stage.minimise(); err != nil {
		return err
	}
	s.stage.store(s.flow)
	d := s.stage.duals()
	s.duals = append(s.duals, d)
	s.face.restrict(s.p, c, d)
	s.report(c.id)
	return nil
}

func (s *solver) report(rung string) {
	s.progress(Progress{Rung: rung, Done: len(s.duals), Planned: s.planned, Stats: s.meter.stats})
}
