package fair

import (
	"context"
	"math"
	"slices"

	"github.com/peersupport/peersupport/matching/assign"
)

// Check reports whether a solution is what it says: nil, an error of assign.Check or
// of the problem, a *SolutionError for the first flaw found, or the cause of the
// context, wrapped, when the context ends. It calls no solver. It proves
//
//   - that the assignment is feasible and optimal for the ladder (assign.Check);
//   - that the values of levels and total are those of the assignment;
//   - that no assignment that is optimal for the ladder exceeds a bound, among those
//     that the bound speaks of, by one balance of its prices;
//   - that a figure is called exact where value and bound meet, and only there.
//
// It does not prove that the values are the best where they are not exact.
//
// What has to be trusted is assign.Check and the files face.go, row.go,
// row_search.go and ledger.go of this package.
func Check(ctx context.Context, p Problem, s *Solution) error {
	p.Base.TieBreak = nil
	if err := p.validate(); err != nil {
		return err
	}
	if s == nil {
		return &SolutionError{Flaw: FlawShape}
	}
	if err := assign.Check(p.Base, &assign.Solution{Pairs: s.Pairs, Rungs: s.Ladder}); err != nil {
		return err
	}
	f := newFace(&p, s.Ladder)
	if f.largest > f.room {
		return &ProblemError{Fault: FaultOverflow}
	}
	c := &checker{f: f, m: &meter{ctx: ctx, stop: math.MaxInt64}}
	c.values(&p, s.Pairs)
	if len(s.Levels) > len(c.standing) {
		return &SolutionError{Flaw: FlawShape, Level: len(c.standing)}
	}
	for k := range s.Levels {
		if err := c.level(k, &s.Levels[k]); err != nil {
			return err
		}
	}
	return c.sum(len(s.Levels), &s.Total)
}

// checker compares figures with an assignment.
type checker struct {
	f        *face
	m        *meter
	standing []int64 // values of the rows that count, from the worst to the best
	total    int64
}

func (c *checker) values(p *Problem, pairs []int32) {
	b := &p.Base
	n := 0
	for i := range b.Rows {
		value, from := int64(0), n
		for ; n < len(pairs) && int(pairs[n]) < b.Start[i+1]; n++ {
			value += p.Value[pairs[n]]
		}
		c.total += value
		if n > from || !p.SkipEmpty {
			c.standing = append(c.standing, value)
		}
	}
	slices.Sort(c.standing)
}

// level checks the figure of level k: that prices rule out one more than the bound.
func (c *checker) level(k int, fig *Figure) error {
	if fig.Value != c.standing[k] {
		return &SolutionError{Flaw: FlawValue, Level: k}
	}
	if fig.Bound < fig.Value || fig.Exact != (fig.Bound == fig.Value) {
		return &SolutionError{Flaw: FlawBound, Level: k}
	}
	if fig.Bound == Unbounded {
		return nil
	}
	if fig.Proof.Scale != 0 || !fig.Proof.valid(c.f, k+1) {
		return &SolutionError{Flaw: FlawPrice, Level: k}
	}
	needs := append(slices.Clone(c.standing[:k]), min(fig.Bound+1, -nothing))
	refuted := newLedger(c.f, c.m).refutes(&fig.Proof, needs)
	if c.m.err != nil {
		return c.m.err
	}
	if !refuted {
		return &SolutionError{Flaw: FlawBound, Level: k}
	}
	return nil
}

// sum checks the figure of the total: that prices allow no more than the bound.
func (c *checker) sum(levels int, fig *Figure) error {
	if fig.Value != c.total {
		return &SolutionError{Flaw: FlawValue, Level: OfTotal}
	}
	if fig.Proof.Scale == 0 || !fig.Proof.valid(c.f, levels) {
		return &SolutionError{Flaw: FlawPrice, Level: OfTotal}
	}
	most := newLedger(c.f, c.m).most(&fig.Proof, c.standing[:levels])
	if c.m.err != nil {
		return c.m.err
	}
	if fig.Bound < max(most, fig.Value) || fig.Exact != (fig.Bound == fig.Value) {
		return &SolutionError{Flaw: FlawBound, Level: OfTotal}
	}
	return nil
}
