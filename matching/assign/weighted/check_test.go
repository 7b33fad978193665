package weighted

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// copyOf is a solution that can be spoiled without touching s.
func copyOf(s *Solution) *Solution {
	c := *s
	c.Pairs = slices.Clone(s.Pairs)
	c.Cost.Proof.Prices = slices.Clone(s.Cost.Proof.Prices)
	c.Unserved.Proof.Prices = slices.Clone(s.Unserved.Proof.Prices)
	return &c
}

func TestASpoiledSolutionIsRefusedWithItsPlace(t *testing.T) {
	// Five rows, of which three fit; the first must be served.
	p := Problem{
		Rows: 5, Capacity: []int64{4, 3, 9}, Start: []int{0, 2, 4, 6, 8, 10}, Cols: []int32{0, 1, 0, 1, 0, 1, 0, 1, 0, 1},
		Units: []int64{3, 3, 2, 3, 2, 2, 2, 3, 5, 6}, Cost: []int64{4, 9, 5, 7, 3, 6, 2, 8, 1, 1},
		Must: []bool{true, false, false, false, false},
	}
	s := solve(t, p)
	require.NoError(t, Check(p, s))
	require.Equal(t, []int32{1, 4, 6}, s.Pairs)
	cases := map[string]struct {
		spoil func(*Solution)
		want  SolutionError
	}{
		"no such pair":           {func(s *Solution) { s.Pairs[2] = 10 }, SolutionError{FlawPair, PartPairs, 2}},
		"negative pair":          {func(s *Solution) { s.Pairs[0] = -1 }, SolutionError{FlawPair, PartPairs, 0}},
		"pairs out of order":     {func(s *Solution) { s.Pairs[1], s.Pairs[2] = 6, 4 }, SolutionError{FlawPair, PartPairs, 2}},
		"the same pair twice":    {func(s *Solution) { s.Pairs[2] = 4 }, SolutionError{FlawPair, PartPairs, 2}},
		"two columns for a row":  {func(s *Solution) { s.Pairs = []int32{0, 1} }, SolutionError{FlawRow, PartPairs, 0}},
		"a row left out":         {func(s *Solution) { s.Pairs = s.Pairs[1:] }, SolutionError{FlawMust, PartPairs, 0}},
		"too many units":         {func(s *Solution) { s.Pairs = []int32{0, 4, 6} }, SolutionError{FlawCapacity, PartPairs, 0}},
		"another pair":           {func(s *Solution) { s.Pairs[1] = 2 }, SolutionError{FlawValue, PartCost, 0}},
		"a row less":             {func(s *Solution) { s.Pairs = s.Pairs[:2] }, SolutionError{FlawValue, PartUnserved, 0}},
		"fewer unserved":         {func(s *Solution) { s.Unserved.Value-- }, SolutionError{FlawValue, PartUnserved, 0}},
		"bound above the value":  {func(s *Solution) { s.Cost.Bound++ }, SolutionError{FlawBound, PartCost, 0}},
		"exact and is not":       {func(s *Solution) { s.Cost.Bound = s.Cost.Proof.Bound - 1 }, SolutionError{FlawBound, PartCost, 0}},
		"is exact and not said":  {func(s *Solution) { s.Unserved.Exact = false }, SolutionError{FlawBound, PartUnserved, 0}},
		"not exact as a whole":   {func(s *Solution) { s.Exact = false }, SolutionError{FlawBound, PartPairs, 0}},
		"proof above the bound":  {func(s *Solution) { s.Cost.Proof.Bound = s.Cost.Bound + 1 }, SolutionError{FlawProof, PartCost, 0}},
		"proof too weak":         {func(s *Solution) { s.Cost.Proof.Prices = nil; s.Cost.Proof.Bound = s.Cost.Bound }, SolutionError{FlawProof, PartCost, 0}},
		"prices missing":         {func(s *Solution) { s.Cost.Proof.Prices = s.Cost.Proof.Prices[1:] }, SolutionError{FlawShape, PartCost, 0}},
		"price out of range":     {func(s *Solution) { s.Cost.Proof.Prices[3] = 1 << 60 }, SolutionError{FlawPrice, PartCost, 3}},
		"price far out of range": {func(s *Solution) { s.Cost.Proof.Prices[3] = -1 << 63 }, SolutionError{FlawPrice, PartCost, 3}},
		"no scale":               {func(s *Solution) { s.Cost.Proof.Scale = 0 }, SolutionError{FlawPrice, PartCost, 0}},
		"scale too fine":         {func(s *Solution) { s.Cost.Proof.Scale *= 2 }, SolutionError{FlawPrice, PartCost, 0}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			spoiled := copyOf(s)
			c.spoil(spoiled)
			var got *SolutionError
			require.ErrorAs(t, Check(p, spoiled), &got)
			require.Equal(t, c.want, *got)
			require.NotEmpty(t, got.Error())
		})
	}
	var got *SolutionError
	require.ErrorAs(t, Check(p, nil), &got)
	require.Equal(t, FlawShape, got.Flaw)
}

func TestPricesThatProveLessStillProveLess(t *testing.T) {
	p := classic('c', 5, 15, 1)
	s := solve(t, p)
	s.Cost.Proof.Prices[3] += 40 * s.Cost.Proof.Scale
	require.Error(t, Check(p, s))
	s.Cost.Proof.Bound -= 200
	require.NoError(t, Check(p, s))
}

func TestABoundWithoutPricesIsTheLeastCostOfEachRow(t *testing.T) {
	p := classic('c', 5, 15, 1)
	s := solve(t, p)
	least := int64(0)
	for i := range p.Rows {
		least += slices.Min(p.Cost[p.Start[i]:p.Start[i+1]])
	}
	s.Cost.Proof = Proof{Bound: least}
	require.NoError(t, Check(p, s))
	s.Cost.Proof.Bound++
	require.Error(t, Check(p, s))
}
