package stats_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/evaluation/stats"
)

func upTo(n int) []int {
	values := make([]int, n)
	for i := range values {
		values[i] = n - i
	}
	return values
}

func TestMedianIntervalHasTheRanksOfTheTable(t *testing.T) {
	// Table of confidence intervals for the population median, to the first with at
	// least the level (as in Iman 1994, table A.7): n, rank of the lower limit, level.
	for _, c := range []struct {
		n, rank      int
		asked, level float64
	}{
		{6, 1, 0.95, 0.969},
		{8, 1, 0.95, 0.992},
		{8, 2, 0.90, 0.930},
		{9, 2, 0.95, 0.961},
		{10, 2, 0.95, 0.979},
		{12, 3, 0.95, 0.961},
		{13, 3, 0.95, 0.978},
		{14, 3, 0.95, 0.987},
		{15, 4, 0.95, 0.965},
		{17, 5, 0.95, 0.951},
		{20, 6, 0.95, 0.959},
		{20, 4, 0.99, 0.997},
	} {
		got, err := stats.MedianInterval(upTo(c.n), c.asked)
		require.NoError(t, err)
		require.InDelta(t, float64(c.rank), got.Lower, 0, c)
		require.InDelta(t, float64(c.n+1-c.rank), got.Upper, 0, c)
		require.InDelta(t, c.level, got.Level, 0.5e-3, c)
	}
}

func TestALevelThatIsMetExactlyIsMet(t *testing.T) {
	got, err := stats.MedianInterval(upTo(6), 0.96875)
	require.NoError(t, err)
	require.Equal(t, stats.Interval{Lower: 1, Upper: 6, Level: 0.96875}, got)
	_, err = stats.MedianInterval(upTo(6), 0.969)
	require.ErrorIs(t, err, stats.ErrTooFew)
}

func TestFewValuesHaveNoMedianInterval(t *testing.T) {
	for level, enough := range map[float64]int{0.90: 5, 0.95: 6, 0.99: 8} {
		for n := 1; n < enough; n++ {
			got, err := stats.MedianInterval(upTo(n), level)
			require.ErrorIs(t, err, stats.ErrTooFew)
			require.True(t, got.IsZero())
		}
		_, err := stats.MedianInterval(upTo(enough), level)
		require.NoError(t, err)
	}
}

// With a rank more at each end the level would not be reached: brute force over ranks.
func TestMedianIntervalIsTheNarrowestThatReachesTheLevel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 80).Draw(t, "n")
		level := rapid.Float64Range(0.5, 0.9999).Draw(t, "level")
		best := 0
		for rank := 1; rank <= n/2; rank++ {
			if 1-2*binomial(rank-1, n, 0.5) >= level {
				best = rank
			}
		}
		got, err := stats.MedianInterval(upTo(n), level)
		if best == 0 {
			require.ErrorIs(t, err, stats.ErrTooFew)
			return
		}
		require.NoError(t, err)
		require.InDelta(t, float64(best), got.Lower, 0)
		require.InDelta(t, float64(n+1-best), got.Upper, 0)
		require.GreaterOrEqual(t, got.Level, level)
	})
}

func TestMedianIsTheMiddle(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   float64
	}{
		{[]float64{3}, 3},
		{[]float64{4, 1}, 2.5},
		{[]float64{9, 1, 5}, 5},
		{[]float64{1, 2, 4, 7, 11, 16}, 5.5}, // type 7, as R; gonum's quantiles give 4
		{[]float64{math.MaxFloat64, math.MaxFloat64}, math.MaxFloat64},
	} {
		got, err := stats.Median(c.values)
		require.NoError(t, err)
		require.InDelta(t, c.want, got, 0)
	}
}

func TestMedianLeavesItsArgumentAsItIs(t *testing.T) {
	values := []int{3, 1, 2, 9, 8, 7}
	_, err := stats.MedianInterval(values, 0.9)
	require.NoError(t, err)
	_, err = stats.Median(values)
	require.NoError(t, err)
	require.Equal(t, []int{3, 1, 2, 9, 8, 7}, values)
}

func TestMedianSaysWhyItDoesNotExist(t *testing.T) {
	for name, c := range map[string]struct {
		values []float64
		want   error
	}{
		"nothing":  {nil, stats.ErrTooFew},
		"missing":  {[]float64{1, 2, none}, stats.ErrIncomplete},
		"infinite": {[]float64{1, math.Inf(1)}, stats.ErrOutOfRange},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := stats.Median(c.values)
			require.ErrorIs(t, err, c.want)
			_, err = stats.MedianInterval(c.values, 0.5)
			require.ErrorIs(t, err, c.want)
		})
	}
	_, err := stats.MedianInterval(upTo(9), none)
	require.ErrorIs(t, err, stats.ErrLevel)
}
