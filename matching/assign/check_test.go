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
	c := &Solution{Column: slices.Clone(s.Column), Stats: s.Stats}
	for _, r := range s.Rungs {
		r.Row, r.Col = slices.Clone(r.Row), slices.Clone(r.Col)
		c.Rungs = append(c.Rungs, r)
	}
	return c
}

func TestCheckRefusesEveryOtherColumnForEveryRow(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for n := range 300 * scale(t) {
		p := shape{rows: 7, cols: 5, rungs: r.IntN(4), capacity: 3, cost: 5, density: 0.7, tie: 64}.random(r)
		s := solve(t, p)
		for i := range s.Column {
			for j := int32(-2); int(j) <= p.columns(); j++ {
				if m := s.clone(); j != s.Column[i] {
					m.Column[i] = j
					var refused *SolutionError
					require.ErrorAs(t, Check(p, m), &refused, "problem %d: row %d to column %d", n, i, j)
				}
			}
		}
	}
}

func TestCheckRefusesEveryChangeOfAResult(t *testing.T) {
	p := waiting(programme(30, 3, 5, 2), 2)
	good := solve(t, p)
	require.NoError(t, Check(p, good))
	changes := map[string]struct {
		flaw   Flaw
		change func(*Solution, *Result)
	}{
		"value above":     {FlawValue, func(_ *Solution, r *Result) { r.Value++ }},
		"value below":     {FlawValue, func(_ *Solution, r *Result) { r.Value-- }},
		"bound above":     {FlawBound, func(_ *Solution, r *Result) { r.Bound++ }},
		"bound below":     {FlawBound, func(_ *Solution, r *Result) { r.Bound-- }},
		"both":            {FlawValue, func(_ *Solution, r *Result) { r.Value--; r.Bound-- }},
		"not exact":       {FlawBound, func(_ *Solution, r *Result) { r.Exact = false }},
		"another name":    {FlawShape, func(_ *Solution, r *Result) { r.ID += "x" }},
		"row short":       {FlawShape, func(_ *Solution, r *Result) { r.Row = r.Row[1:] }},
		"col long":        {FlawShape, func(_ *Solution, r *Result) { r.Col = append(r.Col, 0) }},
		"row far above":   {FlawPotential, func(_ *Solution, r *Result) { r.Row[0] = math.MaxInt64 }},
		"col far below":   {FlawPotential, func(_ *Solution, r *Result) { r.Col[0] = math.MinInt64 }},
		"rung missing":    {FlawShape, func(s *Solution, _ *Result) { s.Rungs = s.Rungs[:1] }},
		"no canonical":    {FlawTied, func(s *Solution, _ *Result) { s.Rungs = s.Rungs[:len(p.Ladder)] }},
		"canonical twice": {FlawShape, func(s *Solution, _ *Result) { s.Rungs = append(s.Rungs, s.Rungs[len(p.Ladder)]) }},
		"column missing":  {FlawShape, func(s *Solution, _ *Result) { s.Column = s.Column[1:] }},
	}
	for name, c := range changes {
		t.Run(name, func(t *testing.T) {
			for k := range good.Rungs {
				m := good.clone()
				c.change(m, &m.Rungs[k])
				var refused *SolutionError
				require.ErrorAs(t, Check(p, m), &refused)
				require.Equal(t, c.flaw, refused.Flaw, "rung %d", k)
				require.Contains(t, refused.Error(), string(c.flaw))
			}
		})
	}
	t.Run("nil", func(t *testing.T) { require.Error(t, Check(p, nil)) })
}

func TestCheckNamesTheRowOrColumnThatBreaksTheProblem(t *testing.T) {
	p := Problem{Rows: 2, Capacity: []int64{0, 1}, Start: []int{0, 1, 2}, Cols: []int32{1, 1}}
	for name, c := range map[string]struct {
		column []int32
		want   SolutionError
	}{
		"more rows than places": {[]int32{1, 1}, SolutionError{Flaw: FlawCapacity, Index: 1}},
		"a forbidden pair":      {[]int32{-1, 0}, SolutionError{Flaw: FlawPair, Index: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			var refused *SolutionError
			require.ErrorAs(t, Check(p, &Solution{Column: c.column}), &refused)
			require.Equal(t, c.want, *refused)
		})
	}
}

// One row, one column, one pair: each kind of arc, gaining or costing, against an
// assignment that does the opposite. All potentials are zero, and so are the other
// costs, so that only this arc can tell.
func TestCheckNamesTheArcThatContradictsTheAssignment(t *testing.T) {
	place := func(c int64) func(int, int64) int64 { return func(int, int64) int64 { return c } }
	unserved, served := []int32{-1}, []int32{0}
	for name, c := range map[string]struct {
		rung   Rung
		column []int32
		flaw   Flaw
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
			v := total(&p, &c.rung, c.column)
			s := &Solution{Column: c.column, Rungs: []Result{{ID: "only", Value: v, Bound: v, Exact: true, Row: []int64{0}, Col: []int64{0}}}}
			var refused *SolutionError
			require.ErrorAs(t, Check(p, s), &refused)
			require.Equal(t, SolutionError{Flaw: c.flaw, Rung: "only"}, *refused)
		})
	}
}

// A changed potential may still be a proof, but then of the same values.
func TestAChangedPotentialIsRefusedOrProvesTheSame(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	refused, kept := 0, 0
	for range 300 * scale(t) {
		p := shape{rows: 5, cols: 4, rungs: 1 + r.IntN(3), capacity: 3, cost: 5, density: 0.7}.random(r)
		_, values, _ := bruteForce(&p)
		s := solve(t, p)
		for k := range s.Rungs {
			m := s.clone()
			pot := m.Rungs[k].Row
			if r.IntN(2) == 0 || len(pot) == 0 {
				pot = m.Rungs[k].Col
			}
			if len(pot) == 0 {
				continue
			}
			pot[r.IntN(len(pot))] += 1 - 2*r.Int64N(2)
			if Check(p, m) != nil {
				refused++
				continue
			}
			kept++
			for n, v := range values {
				require.Equal(t, v, m.Rungs[n].Value)
			}
		}
	}
	require.Positive(t, refused)
	require.Positive(t, kept)
}

// No worse assignment passes, whatever potentials come with it: those of the true
// solution or small ones at random, and the totals it really has.
func TestCheckNeverAcceptsAWorseAssignment(t *testing.T) {
	worse, same := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "problem"), 0))
		p := shape{rows: 4, cols: 3, rungs: 1 + r.IntN(3), capacity: 2, cost: 2, density: 0.8}.random(r)
		_, best, _ := bruteForce(&p)
		s, err := Solve(context.Background(), p, Options{})
		require.NoError(t, err)
		load := make([]int64, p.columns())
		for i := range s.Column {
			from, to := p.pairs(i)
			s.Column[i] = -1
			if a := rapid.IntRange(from-1, to-1).Draw(t, "pair"); a >= from && load[p.Cols[a]] < p.Capacity[p.Cols[a]] {
				s.Column[i] = p.Cols[a]
				load[p.Cols[a]]++
			}
		}
		forged := rapid.Bool().Draw(t, "forged potentials")
		potentials := func(n int) []int64 {
			return rapid.SliceOfN(rapid.Int64Range(-4, 4), n, n).Draw(t, "potentials")
		}
		for k := range s.Rungs {
			v := total(&p, &p.Ladder[k], s.Column)
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
