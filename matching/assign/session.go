package assign

import (
	"context"
	"errors"
	"math"
	"slices"
)

// Session keeps an optimal assignment up to date while rows and columns join, leave
// and change. A change takes one or two shortest path searches from the assignment
// there is, or none, most often a tiny part of the time of Solve, and leads to the same
// result: the same total on every rung, and with a tie-break the same pairs.
//
// Rows and columns keep their numbers. A row that was removed is a row without
// pairs, and SetRow may fill it again.
//
// A change that fails, because it makes no sense, cannot be had or was cancelled,
// leaves the session as it was. Sometimes a change is answered by solving afresh:
// when the tie-break has another width for the new size (see TieBreak) or one draw
// does not separate the optima, when potentials leave their range, and when nothing
// seems feasible, so that the error can say why. Stats counts how often.
//
// A session reads the slices of its Problem as long as it lives; they must not be
// changed. Of its own it keeps some 24 bytes for each pair. It must not be used by
// several goroutines at a time.
type Session struct {
	options Options
	x       *exchange
	journal *journal
	search  *search
	solved  *Solution // what Solve returned last
	cold    bool      // no change can do without solving afresh
	doubt   bool      // so it is with the change under way
	largest []uint64  // no cost of the rung is larger
	size    int       // as TieBreak counts it
	pairs   int
	stats   SessionStats
	gap     []int64
	moved   []int64
	others  []int32 // nodes that the change under way may have left short
	direct  bool    // paths may lead there
	ends    []int32
}

// SessionStats counts the work of a session.
type SessionStats struct {
	Changes  int64 // made
	Solves   int64 // from scratch, the first included
	Searches int64 // shortest path searches, those of Solve not counted
	Scanned  int64 // pairs looked at by them
}

// NewSession solves a problem and keeps the result. Errors are those of Solve.
func NewSession(ctx context.Context, p Problem, o Options) (*Session, error) {
	solution, err := Solve(ctx, p, o)
	if err != nil {
		return nil, err
	}
	s := &Session{options: o, stats: SessionStats{Solves: 1}}
	if err := s.load(ctx, &p, solution); err != nil {
		return nil, err
	}
	return s, nil
}

// ResumeSession goes on from a solution that was found before. It returns the error
// of Check for one that is not proven.
func ResumeSession(ctx context.Context, p Problem, solution *Solution, o Options) (*Session, error) {
	if err := Check(p, solution); err != nil {
		return nil, err
	}
	s := &Session{options: o}
	if err := s.load(ctx, &p, solution); err != nil {
		return nil, err
	}
	return s, nil
}

// load takes over a problem and its solution, or nothing.
func (s *Session) load(ctx context.Context, p *Problem, solution *Solution) error {
	m := &meter{ctx: ctx}
	x, err := newExchange(p, solution, m)
	if err != nil {
		return err
	}
	largest, err := p.validate()
	if err != nil {
		return err
	}
	s.x, s.journal, s.search, s.solved = x, &journal{x: x}, newSearch(x), solution
	s.search.ties = p.TieBreak != nil
	s.cold = len(solution.Rungs) > len(p.Ladder)+1
	for _, r := range solution.Rungs {
		s.cold = s.cold || slices.ContainsFunc(r.Row, far) || slices.ContainsFunc(r.Col, far)
	}
	s.gap, s.moved = make([]int64, x.k), make([]int64, x.k)
	s.size, s.pairs, s.largest = p.size(), len(p.Cols), largest
	return nil
}

// farthest is how large a potential may become before it is time to solve afresh: an
// eighth of what paths can be long, which leaves room for all sums of a search.
const farthest = 1 << 59

func far(potential int64) bool { return potential < -farthest || potential > farthest }

// edit enters a change into the network, in which all reduced costs stay in order,
// and says what is left to do.
type edit func() (revision, error)

// revision is a node whose bounds are others, which may make it want more units or
// fewer, and nodes that have too many or too few now.
type revision struct {
	resized bool
	node    int32
	others  []int32
}

// change makes a change, or nothing.
func (s *Session) change(ctx context.Context, enter edit) error {
	m := &meter{ctx: ctx}
	if err := m.alive(); err != nil {
		return err
	}
	s.search.near.meter, s.search.far.meter = m, m
	size, pairs, largest := s.size, s.pairs, s.largest
	back := func() {
		s.journal.rollback()
		s.size, s.pairs, s.largest = size, pairs, largest
	}
	err := s.try(enter, true)
	if errors.Is(err, errAfresh) && len(s.others) > 0 {
		back()
		err = s.try(enter, false)
	}
	s.stats.Scanned += m.stats.Scanned
	if errors.Is(err, errAfresh) || errors.Is(err, ErrImpure) {
		err = s.afresh(ctx)
	}
	if err != nil {
		back()
		return err
	}
	s.journal.commit()
	s.stats.Changes++
	return nil
}

// errAfresh says that the searches do not answer a change.
var errAfresh = errors.New("assign: to be solved afresh")

// try enters a change and balances units again. Direct paths from a node that has too
// much to one that has too little are short, but do not tell whether the assignment
// is the only one when the hub is just as near.
func (s *Session) try(enter edit, direct bool) error {
	s.doubt, s.others, s.direct = s.cold, nil, direct
	r, err := enter()
	if err == nil {
		err = s.fits()
	}
	if err != nil {
		return err
	}
	s.others = r.others
	if !direct {
		if err := s.balance(true); err != nil {
			return err
		}
	}
	if r.resized {
		if err := s.settle(&r); err != nil {
			return err
		}
	}
	if err := s.balance(false); err != nil {
		return err
	}
	if err := s.balance(true); err != nil {
		return err
	}
	if s.doubt {
		return errAfresh
	}
	return nil
}

// fits reports costs that are too large for the size that the problem has now, and
// whether the searches can be of use.
func (s *Session) fits() error {
	x := s.x
	if s.pairs > math.MaxInt32 || len(x.lines)+len(x.rolls) > math.MaxInt32 {
		return &ProblemError{Fault: FaultSize}
	}
	demand := s.size - len(x.lines) - len(x.rolls)
	limit := pathLimit / (uint64(max(s.size, 2*demand)) + 2) // as Problem.largestCost has it
	for _, most := range s.largest {
		if most > limit { // or was, before it was changed
			p := s.Problem()
			largest, err := p.validate()
			if err != nil {
				return err
			}
			s.largest = largest
			break
		}
	}
	if s.doubt || shiftOf(s.size) != x.shift && x.tie != nil {
		return errAfresh
	}
	return nil
}

// afresh solves the problem as it is now.
func (s *Session) afresh(ctx context.Context) error {
	p := s.Problem()
	solution, err := Solve(ctx, p, s.options)
	if err != nil {
		return err
	}
	s.stats.Solves++
	return s.load(ctx, &p, solution)
}

// Stats says how much work it was so far.
func (s *Session) Stats() SessionStats { return s.stats }
