package assign

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func (s *Solution) clone() *Solution {
	c := &Solution{Pairs: slices.Clone(s.Pairs), Stats: s.Stats}
	for _, r := range s.Rungs {
		r.Row, r.Col = slices.Clone(r.Row), slices.Clone(r.Col)
		c.Rungs = append(c.Rungs, r)
	}
	return c
}

// solved draws small problems with an answer.
func solved(t *testing.T, seed uint64, count int, tie int, check func(r *rand.Rand, p Problem, s *Solution)) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 9))
	checked := 0
	for range count * scale(t) {
		shape := small(r)
		shape.tie, shape.tied = tie, false
		p := shape.random(r)
		if s, err := Solve(context.Background(), p, Options{Workers: 1}); err == nil {
			checked++
			check(r, p, s)
		} else {
			var infeasible *InfeasibleError
			require.ErrorAs(t, err, &infeasible)
		}
	}
	require.Positive(t, checked)
}

func refusal(t *testing.T, p Problem, s *Solution) *SolutionError {
	t.Helper()
	var refused *SolutionError
	if err := Check(p, s); err == nil {
		t.Fatalf("accepted: %+v\n%s", s, describe(&p))
	} else {
		require.ErrorAs(t, err, &refused)
	}
	return refused
}

func TestCheckRefusesEveryChangeOfPairsInOnePlace(t *testing.T) {
	solved(t, 1, 300, 64, func(_ *rand.Rand, p Problem, s *Solution) {
		for a := range int32(len(p.Cols)) {
			m := s.clone()
			at, used := slices.BinarySearch(m.Pairs, a)
			if !used {
				m.Pairs = slices.Insert(m.Pairs, at, a)
				refusal(t, p, m)
				continue
			}
			m.Pairs = slices.Delete(m.Pairs, at, at+1)
			refusal(t, p, m)
			from, to := p.pairs(rowOf(&p, a))
			for b := int32(from); b < int32(to); b++ {
				if slices.Contains(s.Pairs, b) {
					continue
				}
				moved := s.clone()
				moved.Pairs[at] = b
				slices.Sort(moved.Pairs)
				refusal(t, p, moved)
			}
		}
	})
}

func TestCheckRefusesEveryChangeOfAValueOrBound(t *testing.T) {
	solved(t, 2, 300, 64, func(r *rand.Rand, p Problem, s *Solution) {
		for k := range s.Rungs {
			by := 1 + r.Int64N(5)
			for _, change := range []func(r *Result){
				func(r *Result) { r.Value += by }, func(r *Result) { r.Value -= by },
				func(r *Result) { r.Bound += by }, func(r *Result) { r.Bound -= by },
				func(r *Result) { r.Value, r.Bound = r.Value-by, r.Bound-by },
				func(r *Result) { r.Exact = false },
			} {
				m := s.clone()
				change(&m.Rungs[k])
				refused := refusal(t, p, m)
				require.Contains(t, []Flaw{FlawValue, FlawBound}, refused.Flaw)
				require.Equal(t, s.Rungs[k].ID, refused.Rung)
			}
		}
	})
}

// A changed potential may still be a proof, but then of the same values.
func TestAChangedPotentialIsRefusedOrProvesTheSame(t *testing.T) {
	refused, kept := 0, 0
	solved(t, 3, 1000, 0, func(r *rand.Rand, p Problem, s *Solution) {
		for k := range s.Rungs {
			m := s.clone()
			potentials := m.Rungs[k].Row
			if r.IntN(2) == 0 {
				potentials = m.Rungs[k].Col
			}
			if len(potentials) == 0 {
				continue
			}
			potentials[r.IntN(len(potentials))] += (1 - 2*r.Int64N(2)) * (1 + r.Int64N(3))
			if Check(p, m) != nil {
				refused++
				continue
			}
			kept++
			require.Equal(t, bruteForce(&p).values, append([]int64{}, values(m, len(p.Ladder))...))
		}
	})
	require.Positive(t, refused)
	require.Positive(t, kept)
}

func TestCheckRefusesWhatIsNoResultOfTheProblem(t *testing.T) {
	p := waiting(programme(30, 3, 5, 2), 2)
	good := solve(t, p)
	require.NoError(t, Check(p, good))
	changes := map[string]struct {
		flaw   Flaw
		change func(*Solution, *Result)
	}{
		"another name":     {FlawShape, func(_ *Solution, r *Result) { r.ID += "x" }},
		"row short":        {FlawShape, func(_ *Solution, r *Result) { r.Row = r.Row[1:] }},
		"row missing":      {FlawShape, func(_ *Solution, r *Result) { r.Row = nil }},
		"col long":         {FlawShape, func(_ *Solution, r *Result) { r.Col = append(r.Col, 0) }},
		"row far above":    {FlawPotential, func(_ *Solution, r *Result) { r.Row[0] = math.MaxInt64 }},
		"col far below":    {FlawPotential, func(_ *Solution, r *Result) { r.Col[0] = math.MinInt64 }},
		"rung missing":     {FlawShape, func(s *Solution, _ *Result) { s.Rungs = s.Rungs[:1] }},
		"no canonical":     {FlawShape, func(s *Solution, _ *Result) { s.Rungs = s.Rungs[:len(p.Ladder)] }},
		"canonical twice":  {FlawShape, func(s *Solution, _ *Result) { s.Rungs = append(s.Rungs, s.Rungs[len(p.Ladder)]) }},
		"pair twice":       {FlawPair, func(s *Solution, _ *Result) { s.Pairs = slices.Insert(s.Pairs, 1, s.Pairs[0]) }},
		"pairs fall":       {FlawPair, func(s *Solution, _ *Result) { s.Pairs[0], s.Pairs[1] = s.Pairs[1], s.Pairs[0] }},
		"no such pair":     {FlawPair, func(s *Solution, _ *Result) { s.Pairs = append(s.Pairs, int32(len(p.Cols))) }},
		"negative pair":    {FlawPair, func(s *Solution, _ *Result) { s.Pairs[0] = -1 }},
		"rungs exchanged":  {FlawShape, func(s *Solution, _ *Result) { s.Rungs[0], s.Rungs[1] = s.Rungs[1], s.Rungs[0] }},
		"nobody is served": {FlawRow, func(s *Solution, _ *Result) { s.Pairs = nil }},
	}
	for name, c := range changes {
		t.Run(name, func(t *testing.T) {
			for k := range good.Rungs {
				m := good.clone()
				c.change(m, &m.Rungs[k])
				refused := refusal(t, p, m)
				require.Equal(t, c.flaw, refused.Flaw, "rung %d", k)
				require.Contains(t, refused.Error(), string(c.flaw))
			}
		})
	}
	t.Run("nil", func(t *testing.T) { require.Equal(t, FlawShape, refusal(t, p, nil).Flaw) })
	t.Run("rung without a tie-break", func(t *testing.T) {
		q := p
		q.TieBreak = nil
		require.Equal(t, SolutionError{Flaw: FlawShape, Index: len(p.Ladder)}, *refusal(t, q, good))
	})
}

func TestCheckNamesTheRowOrColumnThatBreaksABound(t *testing.T) {
	p := Problem{
		Rows: 2, Demand: []int64{2, 1}, MinDemand: []int64{1, 0}, Capacity: []int64{2, 1}, MinLoad: []int64{0, 1},
		Start: []int{0, 2, 4}, Cols: []int32{0, 1, 0, 1},
	}
	for name, c := range map[string]struct {
		pairs []int32
		want  SolutionError
	}{
		"a row with more than it may":     {[]int32{0, 2, 3}, SolutionError{Flaw: FlawDemand, Index: 1}},
		"a row with less than it must":    {[]int32{3}, SolutionError{Flaw: FlawDemand, Index: 0}},
		"a column with more than it may":  {[]int32{1, 3}, SolutionError{Flaw: FlawCapacity, Index: 1}},
		"a column with less than it must": {[]int32{0, 2}, SolutionError{Flaw: FlawCapacity, Index: 1}},
		"a pair past the end":             {[]int32{0, 4}, SolutionError{Flaw: FlawPair, Index: 1}},
		"a pair twice":                    {[]int32{0, 1, 1}, SolutionError{Flaw: FlawPair, Index: 2}},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, c.want, *refusal(t, p, &Solution{Pairs: c.pairs})) })
	}
	require.NoError(t, Check(p, &Solution{Pairs: []int32{0, 3}}))
}

// One row, one column, one pair: each kind of arc, gaining or costing, against an
// assignment that does the opposite. All potentials are zero, and so are the other
// costs, so that only this arc can tell.
func TestCheckNamesTheArcThatContradictsTheAssignment(t *testing.T) {
	place := func(c int64) func(int, int64) int64 { return func(int, int64) int64 { return c } }
	unserved, served := []int32{}, []int32{0}
	for name, c := range map[string]struct {
		rung  Rung
		pairs []int32
		flaw  Flaw
	}{
		"row that gains, not served": {Rung{Row: []int64{-1}}, unserved, FlawRow},
		"row that costs, served":     {Rung{Row: []int64{1}}, served, FlawRow},
		"pair that gains, not used":  {Rung{Pair: []int64{-1}}, unserved, FlawArc},
		"pair that costs, used":      {Rung{Pair: []int64{1}}, served, FlawArc},
		"place that gains, free":     {Rung{Place: place(-1)}, unserved, FlawPlace},
		"place that costs, filled":   {Rung{Place: place(1)}, served, FlawPlace},
	} {
		t.Run(name, func(t *testing.T) {
			c.rung.ID = "only"
			p := Problem{Rows: 1, Capacity: []int64{1}, Start: []int{0, 1}, Cols: []int32{0}, Ladder: []Rung{c.rung}}
			v := total(&p, &c.rung, c.pairs)
			s := &Solution{Pairs: c.pairs, Rungs: []Result{{ID: "only", Value: v, Bound: v, Exact: true, Row: []int64{0}, Col: []int64{0}}}}
			require.Equal(t, SolutionError{Flaw: c.flaw, Rung: "only"}, *refusal(t, p, s))
		})
	}
}

// What must be so may cost, and what may not be may gain, without a contradiction.
func TestCheckAcceptsWhatBoundsExcuse(t *testing.T) {
	for name, p := range map[string]Problem{
		"a row that must be served":   {MinDemand: []int64{1}, Capacity: []int64{1}, Ladder: []Rung{{ID: "only", Row: []int64{1}}}},
		"a column that must be used":  {MinLoad: []int64{1}, Capacity: []int64{1}, Ladder: []Rung{{ID: "only", Place: func(int, int64) int64 { return 1 }}}},
		"a row that may have nothing": {Demand: []int64{0}, Capacity: []int64{1}, Ladder: []Rung{{ID: "only", Row: []int64{-1}}}},
		"a column without places":     {Capacity: []int64{0}, Ladder: []Rung{{ID: "only", Place: func(int, int64) int64 { return -1 }}}},
	} {
		t.Run(name, func(t *testing.T) {
			p.Rows, p.Start, p.Cols = 1, []int{0, 1}, []int32{0}
			s := &Solution{Rungs: []Result{{ID: "only", Exact: true, Row: []int64{0}, Col: []int64{0}}}}
			if p.MinDemand != nil || p.MinLoad != nil {
				s.Pairs, s.Rungs[0].Value, s.Rungs[0].Bound = []int32{0}, 1, 1
			}
			require.NoError(t, Check(p, s))
		})
	}
}

func TestCheckAsksTheTieBreakForFreePairsOnly(t *testing.T) {
	spared := 0
	solved(t, 4, 300, 64, func(_ *rand.Rand, p Problem, s *Solution) {
		lots, asked := p.TieBreak, map[couple]bool{}
		p.TieBreak = func(counter, row, col int) uint64 {
			if counter == 0 {
				asked[couple{row, col}] = true
			}
			return lots(counter, row, col)
		}
		require.NoError(t, Check(p, s))
		for a, j := range p.Cols {
			i, free := rowOf(&p, int32(a)), true
			for k, r := range p.Ladder {
				reduced := s.Rungs[k].Row[i] - s.Rungs[k].Col[j]
				if r.Pair != nil {
					reduced += r.Pair[a]
				}
				free = free && reduced == 0
			}
			require.Equal(t, free, asked[couple{i, int(j)}])
			if !free {
				spared++
			}
		}
	})
	require.Positive(t, spared)
}

// No worse assignment passes, whatever potentials come with it: those of the true
// solution or small ones at random, and the totals it really has.
func TestCheckNeverAcceptsAWorseAssignment(t *testing.T) {
	worse, same := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "problem"), 0))
		p := shape{rows: 4, cols: 3, rungs: 1 + r.IntN(3), demand: r.Int64N(3), capacity: 2, cost: 2, density: 0.8, lower: 0.3}.random(r)
		best := bruteForce(&p).values
		s, err := Solve(context.Background(), p, Options{})
		require.NoError(t, err)
		s.Pairs = rapid.SampledFrom(assignments(&p)).Draw(t, "pairs")
		forged := rapid.Bool().Draw(t, "forged potentials")
		potentials := func(n int) []int64 {
			return rapid.SliceOfN(rapid.Int64Range(-4, 4), n, n).Draw(t, "potentials")
		}
		for k := range s.Rungs {
			v := total(&p, &p.Ladder[k], s.Pairs)
			s.Rungs[k].Value, s.Rungs[k].Bound = v, v
			if forged {
				s.Rungs[k].Row, s.Rungs[k].Col = potentials(p.Rows), potentials(p.columns())
			}
		}
		if slices.Equal(best, values(s, len(best))) {
			same++
			if !forged {
				require.NoError(t, Check(p, s), "every optimum has the same potentials for a proof")
			}
			return
		}
		worse++
		require.Error(t, Check(p, s))
	})
	require.Positive(t, worse)
	require.Positive(t, same)
}

// assignments returns every set of pairs that keeps the bounds of a small problem.
func assignments(p *Problem) (all [][]int32) {
	for set := range 1 << len(p.Cols) {
		pairs := []int32{}
		for a := range int32(len(p.Cols)) {
			if set&(1<<a) != 0 {
				pairs = append(pairs, a)
			}
		}
		if newChecker(p).assignment(pairs) == nil {
			all = append(all, pairs)
		}
	}
	return all
}
