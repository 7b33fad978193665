package assign

import (
	"math/bits"
	"slices"
)

// Check reports whether s is a proven optimum of p: nil, a *ProblemError, or a
// *SolutionError that names the first flaw found. It calls no solver and shares
// with it only the reading of the problem (validate.go and the names of the
// canonical rungs), so that trusting a solution takes no more than reading
// this file, check_tie.go and those. It makes one pass over the pairs for each rung.
//
// The proof is complementary slackness. On arcs that earlier rungs leave free, a
// negative reduced cost must be taken and a positive one must not. Then the
// reduced costs of any other assignment add up to at least those of this one,
// and since potentials cancel along every circulation, so do the costs: the bound
// that the potentials prove is the value itself.
func Check(p Problem, s *Solution) error {
	if err := p.validate(); err != nil {
		return err
	}
	c := &checker{p: &p, row: make([]bool, p.Rows), pair: make([]bool, len(p.Cols))}
	if err := c.assignment(s); err != nil {
		return err
	}
	for n := range p.Ladder {
		if n >= len(s.Rungs) {
			return &SolutionError{Flaw: FlawShape, Index: n}
		}
		if err := c.rung(p.Ladder[n], &s.Rungs[n]); err != nil {
			return err
		}
	}
	rest := s.Rungs[len(p.Ladder):]
	if p.TieBreak == nil {
		if len(rest) > 0 {
			return &SolutionError{Flaw: FlawShape, Index: len(p.Ladder)}
		}
		return nil
	}
	for counter := range rest {
		if err := c.rung(c.draw(counter), &rest[counter]); err != nil {
			return err
		}
		if !c.another() {
			if counter+1 < len(rest) {
				return &SolutionError{Flaw: FlawShape, Index: len(p.Ladder) + counter + 1}
			}
			return nil
		}
	}
	return &SolutionError{Flaw: FlawTied}
}

// checker knows the assignment and what the rungs so far leave free: true means
// fixed for a row or pair; a column keeps between lo and hi rows.
type checker struct {
	p            *Problem
	used         []int // pair of each row, −1 for none
	row, pair    []bool
	load, lo, hi []int64
	in           [][]int32 // rows of each column
}

func (c *checker) assignment(s *Solution) error {
	if s == nil || len(s.Column) != c.p.Rows {
		return &SolutionError{Flaw: FlawShape}
	}
	columns := len(c.p.Capacity)
	c.used, c.in = make([]int, c.p.Rows), make([][]int32, columns)
	c.load, c.lo, c.hi = make([]int64, columns), make([]int64, columns), make([]int64, columns)
	for i, j := range s.Column {
		c.used[i] = -1
		if j == -1 {
			continue
		}
		from, to := c.p.Start[i], c.p.Start[i+1]
		at, ok := slices.BinarySearch(c.p.Cols[from:to], j)
		if !ok {
			return &SolutionError{Flaw: FlawPair, Index: i}
		}
		c.used[i] = from + at
		c.in[j] = append(c.in[j], int32(i))
		c.load[j]++
	}
	for _, j := range c.p.Cols {
		c.hi[j] = min(c.hi[j]+1, c.p.Capacity[j])
	}
	for j, n := range c.load {
		if n > c.p.Capacity[j] {
			return &SolutionError{Flaw: FlawCapacity, Index: j}
		}
	}
	return nil
}

// draw makes a canonical rung from the tie-break.
func (c *checker) draw(counter int) Rung {
	r := Rung{ID: canonicalID(counter), Pair: make([]int64, len(c.p.Cols))}
	for i := range c.p.Rows {
		for a := c.p.Start[i]; a < c.p.Start[i+1]; a++ {
			if !c.pair[a] {
				r.Pair[a] = int64(c.p.TieBreak(counter, i, int(c.p.Cols[a])) >> (2 + bits.Len(uint(c.p.size()))))
			}
		}
	}
	return r
}

// rung checks one rung and fixes what it decides.
func (c *checker) rung(r Rung, res *Result) error {
	refuse := func(f Flaw, at int) error { return &SolutionError{Flaw: f, Rung: r.ID, Index: at} }
	if res.ID != r.ID || len(res.Row) != c.p.Rows || len(res.Col) != len(c.load) {
		return refuse(FlawShape, 0)
	}
	// Lengths of paths stay below two thirds of 2^62; within three quarters no
	// reduced cost leaves the range of int64.
	const limit = 3 << 60
	for n, v := range slices.Concat(res.Row, res.Col) {
		if v < -limit || v > limit {
			return refuse(FlawPotential, n)
		}
	}
	value := int64(0) // at most three costs a row, hence within range
	for i, used := range c.used {
		reduced := cost(r.Row, i) - res.Row[i]
		if !c.row[i] && wrong(reduced, used >= 0) {
			return refuse(FlawRow, i)
		}
		c.row[i] = c.row[i] || reduced != 0
		for a := c.p.Start[i]; a < c.p.Start[i+1]; a++ {
			reduced := cost(r.Pair, a) + res.Row[i] - res.Col[c.p.Cols[a]]
			if !c.pair[a] && wrong(reduced, a == used) {
				return refuse(FlawArc, a)
			}
			c.pair[a] = c.pair[a] || reduced != 0
		}
		if used >= 0 {
			value += cost(r.Row, i) + cost(r.Pair, used)
		}
	}
	for j, load := range c.load {
		place := func(k int64) int64 {
			if r.Place == nil {
				return 0
			}
			return r.Place(j, k)
		}
		reduced := func(k int64) int64 { return place(k) + res.Col[j] }
		// Places cost ever more, so that the two around the load speak for all.
		if load > c.lo[j] && reduced(load) > 0 || load < c.hi[j] && reduced(load+1) < 0 {
			return refuse(FlawPlace, j)
		}
		for c.lo[j] < load && reduced(c.lo[j]+1) < 0 {
			c.lo[j]++
		}
		for c.hi[j] > load && reduced(c.hi[j]) > 0 {
			c.hi[j]--
		}
		for k := int64(1); k <= load; k++ {
			value += place(k)
		}
	}
	if res.Value != value {
		return refuse(FlawValue, 0)
	}
	if res.Bound != value || !res.Exact {
		return refuse(FlawBound, 0)
	}
	return nil
}

func cost(costs []int64, n int) int64 {
	if costs == nil {
		return 0
	}
	return costs[n]
}

// wrong reports a free arc that is taken although it costs, or not although it
// gains.
func wrong(reduced int64, taken bool) bool { return reduced > 0 && taken || reduced < 0 && !taken }
