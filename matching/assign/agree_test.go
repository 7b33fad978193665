package assign

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// provenInfeasible reports whether an error says that the bounds cannot be met, and
// proves it.
func provenInfeasible(p *Problem, err error) bool {
	var infeasible *InfeasibleError
	return errors.As(err, &infeasible) && infeasible.Check(*p) == nil
}

// differs says in what a solution differs from the second opinion.
func differs(p *Problem) string {
	pairs, want, ok := secondOpinion(p)
	s, err := Solve(context.Background(), *p, Options{})
	switch {
	case !ok && provenInfeasible(p, err):
		return ""
	case !ok:
		return "the bounds cannot be met"
	case err != nil:
		return err.Error()
	case !slices.Equal(want, values(s, len(want))):
		return fmt.Sprintf("values %v, not %v", values(s, len(want)), want)
	case p.TieBreak != nil && len(s.Rungs) == len(want)+1 && !slices.Equal(pairs, s.Pairs):
		return "other pairs"
	}
	if err := Check(*p, s); err != nil {
		return err.Error()
	}
	return ""
}

// agrees says what is wrong with an answer, or nothing.
func agrees(p *Problem, want optimum, s *Solution, err error) string {
	switch {
	case want.infeasible() && provenInfeasible(p, err):
		return ""
	case want.infeasible():
		return "the bounds cannot be met"
	case p.TieBreak != nil && len(want.sets) > 1:
		if !errors.Is(err, ErrTied) {
			return "several are equal"
		}
		return ""
	case err != nil:
		return err.Error()
	case len(s.Rungs) != len(want.values)+want.draws:
		return "wrong number of rungs"
	case !slices.Equal(want.values, values(s, len(want.values))):
		return "wrong values"
	case !want.has(s.Pairs):
		return "not the optimum"
	}
	if err := Check(*p, s); err != nil {
		return err.Error()
	}
	return ""
}

func TestEverySmallLadderAgreesWithBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	infeasible, tied := 0, 0
	for n := range 10_000 * scale(t) {
		p := small(r).random(r)
		want := bruteForce(&p)
		s, err := Solve(context.Background(), p, Options{Workers: 1})
		if wrong := agrees(&p, want, s, err); wrong != "" {
			t.Fatalf("problem %d: %s\nwant %+v\nhave %+v\n%s", n, wrong, want, s, describe(&p))
		}
		if want.infeasible() {
			infeasible++
		} else if p.TieBreak != nil && len(want.sets) > 1 {
			tied++
		}
	}
	require.Positive(t, infeasible)
	require.Positive(t, tied)
}

func TestAMediumLadderAgreesWithASecondAlgorithm(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	for n := range 2000 * scale(t) {
		p := medium(r).random(r)
		if wrong := differs(&p); wrong != "" {
			t.Fatalf("problem %d: %s\n%s", n, wrong, describe(&p))
		}
	}
}

func TestALargeLadderAgreesWithASecondAlgorithm(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 5 * scale(t) {
		s := shape{rows: 200, cols: 200, exact: true, rungs: 1 + r.IntN(4), demand: r.Int64N(4), capacity: 1 + r.Int64N(4),
			cost: []int64{1, 10, 1000, 1_000_000}[r.IntN(4)], density: 0.02 + 0.2*r.Float64()*r.Float64(), lower: 0.5, tight: 0.3, tie: 64 * r.IntN(2)}
		p := s.random(r)
		if wrong := differs(&p); wrong != "" {
			t.Fatalf("problem %d, %+v: %s", n, s, wrong)
		}
	}
}

func TestTheTwoOraclesAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for n := range 1000 * scale(t) {
		s := small(r)
		s.cost = max(s.cost, 1)
		p := s.random(r)
		want := bruteForce(&p)
		pairs, values, ok := secondOpinion(&p)
		if ok == want.infeasible() || ok && !slices.Equal(values, want.values) || ok && want.draws < 2 && !want.has(pairs) {
			t.Fatalf("problem %d: want %+v, have %v with %v\n%s", n, want, values, pairs, describe(&p))
		}
	}
}
