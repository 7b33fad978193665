package main

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// took makes one result for each number of seconds.
func took(seconds ...float64) []result {
	results := make([]result, len(seconds))
	for n, s := range seconds {
		results[n].solve = time.Duration(s * float64(time.Second))
	}
	return results
}

func TestTheMedianIsTheMiddle(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   span
	}{
		{nil, span{}},
		{[]float64{4}, span{1, 4, 4, 4}},
		{[]float64{4, 1}, span{2, 2.5, 1, 4}},
		{[]float64{9, 1, 2}, span{3, 2, 1, 9}},
		{[]float64{9, 1, 2, 4}, span{4, 3, 1, 9}},
	} {
		require.Equal(t, c.want, spanOf(c.values))
	}
}

func TestTheMedianLeavesTheRoundsInTheirOrder(t *testing.T) {
	values := []float64{3, 1, 2}
	spanOf(values)
	require.Equal(t, []float64{3, 1, 2}, values)
}

func TestRatiosAreTakenRoundByRound(t *testing.T) {
	// The machine was slow in the second round for both: the ratio of the medians
	// would be 1.5, that of each round is not.
	got := ratios(took(1, 30, 3), took(2, 60, 2), solveSeconds)
	require.Equal(t, span{3, 0.5, 0.5, 1.5}, got)
}

func TestRatiosStopWithTheFirstToFail(t *testing.T) {
	require.Equal(t, span{1, 2, 2, 2}, ratios(took(4, 4, 4), took(2), solveSeconds))
	require.Equal(t, span{}, ratios(took(4), nil, solveSeconds))
}

func TestATimeTooShortToMeasureHasNoRatio(t *testing.T) {
	require.Equal(t, span{1, 2, 2, 2}, ratios(took(0, 4, 4), took(1, 0, 2), solveSeconds))
}

func TestTheFastestPeerHasTheLeastMedian(t *testing.T) {
	outcomes := []outcome{
		{contestant: contestant{name: "assign", ours: true}, results: took(0.1)},
		{contestant: contestant{name: "erratic"}, results: took(1, 9, 9)},
		{contestant: contestant{name: "steady"}, results: took(3, 3, 3)},
		{contestant: contestant{name: "absent"}},
	}
	require.Equal(t, "steady", outcomes[fastest(outcomes)].name)
}

func TestWithoutAPeerNobodyIsFastest(t *testing.T) {
	require.Equal(t, -1, fastest([]outcome{{contestant: contestant{ours: true}, results: took(1)}}))
}
