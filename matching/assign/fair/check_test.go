package fair

import (
	"context"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching/assign"
)

func TestAChangedSolutionIsRefused(t *testing.T) {
	p := panels(20, 5)
	fresh := func() *Solution { return solve(t, p, Options{Levels: 2, Work: 30_000_000}) }
	cases := map[string]struct {
		change func(*Solution)
		want   SolutionError
	}{
		"worst row made better":     {func(s *Solution) { s.Levels[0].Value++ }, SolutionError{FlawValue, 0}},
		"second row made worse":     {func(s *Solution) { s.Levels[1].Value-- }, SolutionError{FlawValue, 1}},
		"total made better":         {func(s *Solution) { s.Total.Value++ }, SolutionError{FlawValue, OfTotal}},
		"bound below the value":     {func(s *Solution) { s.Levels[0].Bound = s.Levels[0].Value - 1 }, SolutionError{FlawBound, 0}},
		"bound of the total":        {func(s *Solution) { s.Total.Bound = s.Total.Value - 1 }, SolutionError{FlawBound, OfTotal}},
		"exact or not":              {func(s *Solution) { s.Total.Exact = !s.Total.Exact }, SolutionError{FlawBound, OfTotal}},
		"a level exact or not":      {func(s *Solution) { s.Levels[1].Exact = !s.Levels[1].Exact }, SolutionError{FlawBound, 1}},
		"prices forgotten":          {func(s *Solution) { s.Total.Proof.Col = nil }, SolutionError{FlawBound, OfTotal}},
		"prices of too few columns": {func(s *Solution) { s.Total.Proof.Col = s.Total.Proof.Col[1:] }, SolutionError{FlawPrice, OfTotal}},
		"enormous price":            {func(s *Solution) { s.Total.Proof.Col[3] = math.MinInt64 }, SolutionError{FlawPrice, OfTotal}},
		"another enormous price":    {func(s *Solution) { s.Total.Proof.Col[3] = math.MaxInt64 }, SolutionError{FlawPrice, OfTotal}},
		"enormous rank":             {func(s *Solution) { s.Levels[1].Proof.Rank = []int64{math.MaxInt64} }, SolutionError{FlawPrice, 1}},
		"negative rank":             {func(s *Solution) { s.Levels[1].Proof.Rank = []int64{-1} }, SolutionError{FlawPrice, 1}},
		"too many ranks":            {func(s *Solution) { s.Levels[0].Proof.Rank = []int64{1} }, SolutionError{FlawPrice, 0}},
		"no scale":                  {func(s *Solution) { s.Total.Proof.Scale = 0 }, SolutionError{FlawPrice, OfTotal}},
		"scale of a level":          {func(s *Solution) { s.Levels[0].Proof.Scale = 1 }, SolutionError{FlawPrice, 0}},
		"enormous scale":            {func(s *Solution) { s.Total.Proof.Scale = math.MaxInt64 }, SolutionError{FlawPrice, OfTotal}},
		"too many levels": {func(s *Solution) {
			s.Levels = append(s.Levels, make([]Figure, p.Base.Rows)...)
		}, SolutionError{FlawShape, p.Base.Rows}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			s := fresh()
			c.change(s)
			var got *SolutionError
			require.ErrorAs(t, Check(context.Background(), p, s), &got)
			require.Equal(t, c.want, *got)
			require.NotEmpty(t, got.Error())
		})
	}
}

func TestABoundThatIsOneLowerThanThePricesProveIsRefused(t *testing.T) {
	inexact := 0
	for seed := range uint64(20) {
		p := panels(20, seed)
		s := solve(t, p, Options{Levels: 3, Work: 500_000})
		for n, fig := range append(slices.Clone(s.Levels), s.Total) {
			if fig.Exact {
				continue
			}
			inexact++
			changed := *s
			changed.Levels = slices.Clone(s.Levels)
			want := SolutionError{FlawBound, OfTotal}
			if fig.Bound--; n < len(s.Levels) {
				changed.Levels[n], want.Level = fig, n
			} else {
				changed.Total = fig
			}
			err := Check(context.Background(), p, &changed)
			if err == nil {
				continue // the prices prove more than was claimed
			}
			var got *SolutionError
			require.ErrorAs(t, err, &got)
			require.Equal(t, want, *got)
		}
	}
	require.Positive(t, inexact)
}

func TestABoundBelowWhatAnotherAssignmentReachesIsRefused(t *testing.T) {
	tried := 0
	for seed := range uint64(30) {
		p := panels(12, seed)
		s, worse := solve(t, p, Options{Work: 2_000_000}), solve(t, p, Options{Work: 1})
		best := s.Levels[0]
		if !best.Exact || worse.Levels[0].Value == best.Value {
			continue
		}
		tried++
		best.Value, best.Bound = worse.Levels[0].Value, best.Value-1
		best.Exact = best.Value == best.Bound
		worse.Levels[0] = best
		var got *SolutionError
		require.ErrorAs(t, Check(context.Background(), p, worse), &got)
		require.Equal(t, SolutionError{FlawBound, 0}, *got)
	}
	require.Positive(t, tried)
}

func TestAnotherAssignmentIsRefused(t *testing.T) {
	p := panels(20, 7)
	s := solve(t, p, Options{Work: 10_000_000})
	other := *s
	other.Pairs = slices.Clone(s.Pairs)
	other.Pairs[0]++
	require.Error(t, Check(context.Background(), p, &other))
	other.Pairs = s.Pairs[1:]
	var flaw *assign.SolutionError
	require.ErrorAs(t, Check(context.Background(), p, &other), &flaw)
	require.Equal(t, assign.FlawDemand, flaw.Flaw)
	require.Error(t, Check(context.Background(), p, nil))
}

func TestFewerLevelsMakeNoFalseBoundOfTheTotal(t *testing.T) {
	p := panels(20, 8)
	s := solve(t, p, Options{Work: 30_000_000})
	s.Levels = nil // the bound spoke of assignments with that worst row only
	require.Error(t, Check(context.Background(), p, s))
}

func TestAWeakerBoundIsAProofToo(t *testing.T) {
	p := panels(10, 9)
	s := solve(t, p, Options{Work: 10_000_000})
	s.Total.Bound += 5
	s.Total.Exact = false
	require.NoError(t, Check(context.Background(), p, s))
}
