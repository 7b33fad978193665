package assign

// Check reports whether s is a proven optimum of p: nil, a *ProblemError, or a
// *SolutionError that names the first flaw found. It calls no solver and shares
// with it only what reads the problem and names things (problem.go, validate.go,
// fault.go, and the names and costs of a draw): trusting a solution takes no more
// than reading those, this file and check_rung.go, which are under 200 lines of code
// together, and check_tie.go for the claim that nothing else is as good. It makes
// one pass over the pairs for each rung. It accepts any proof, be the potentials
// normalised or not.
//
// The proof is complementary slackness. On arcs that earlier rungs leave free, a
// negative reduced cost must be taken and a positive one must not, as far as bounds
// allow. Then the reduced costs of any other assignment add up to at least those of
// this one, and since potentials cancel along every circulation, so do the costs:
// the bound that the potentials prove is the value itself.
func Check(p Problem, s *Solution) error {
	if _, err := p.validate(); err != nil {
		return err
	}
	if s == nil {
		return &SolutionError{Flaw: FlawShape}
	}
	c := newChecker(&p)
	if err := c.assignment(s.Pairs); err != nil {
		return err
	}
	for n := range p.Ladder {
		if n >= len(s.Rungs) {
			return &SolutionError{Flaw: FlawShape, Index: n}
		}
		if err := c.rung(&p.Ladder[n], &s.Rungs[n]); err != nil {
			return err
		}
	}
	return c.unique(s)
}

// checker knows the assignment and what the rungs so far leave free.
type checker struct {
	p          *Problem
	rows, cols []span
	pair       []mark
}

// span says how many units a row or column has, and how few and many it may have.
type span struct{ lo, now, hi int64 }

func (s *span) holds() bool { return s.lo <= s.now && s.now <= s.hi }

// settle narrows what is free by the reduced cost of every unit, and reports
// whether the number of units agrees.
func (s *span) settle(reduced int64) bool {
	if reduced > 0 {
		s.hi = s.lo
	} else if reduced < 0 {
		s.lo = s.hi
	}
	return s.holds()
}

// mark says whether a pair is in use and whether it must stay as it is.
type mark uint8

const (
	inUse mark = 1 << iota
	settled
)

func newChecker(p *Problem) *checker {
	c := &checker{p: p, rows: make([]span, p.Rows), cols: make([]span, p.columns()), pair: make([]mark, len(p.Cols))}
	for i := range c.rows {
		c.rows[i].hi = p.demand(i)
	}
	for i, n := range p.MinDemand {
		c.rows[i].lo = n
	}
	for j, n := range p.places() {
		c.cols[j].hi = n
	}
	for j, n := range p.MinLoad {
		c.cols[j].lo = n
	}
	return c
}

// assignment reads the pairs in use.
func (c *checker) assignment(pairs []int32) error {
	row, last := 0, int32(-1)
	for n, a := range pairs {
		if a <= last || int(a) >= len(c.pair) {
			return &SolutionError{Flaw: FlawPair, Index: n}
		}
		for c.p.Start[row+1] <= int(a) {
			row++
		}
		last = a
		c.pair[a] = inUse
		c.rows[row].now++
		c.cols[c.p.Cols[a]].now++
	}
	for i := range c.rows {
		if !c.rows[i].holds() {
			return &SolutionError{Flaw: FlawDemand, Index: i}
		}
	}
	for j := range c.cols {
		if !c.cols[j].holds() {
			return &SolutionError{Flaw: FlawCapacity, Index: j}
		}
	}
	return nil
}
