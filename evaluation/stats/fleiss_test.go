package stats_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/evaluation/stats"
)

func TestFleissKappaIsThePublished(t *testing.T) {
	// irrCAC, distrib.6raters.
	got, err := stats.FleissKappa(psychiatrists(), 0.95)
	require.NoError(t, err)
	require.InDelta(t, 0.4139265, got.Value, 0.5e-7)
	require.InDelta(t, 0.5511111, 1-got.Observed, 0.5e-7)
	require.InDelta(t, 0.2340741, 1-got.Expected, 0.5e-7)
	require.InDelta(t, 0.08119291, got.StandardError, 0.5e-8)
	require.InDelta(t, 0.240, got.Interval.Lower, 0.5e-3)
	require.InDelta(t, 0.588, got.Interval.Upper, 0.5e-3)
	require.Equal(t, 15, got.Units)
	require.Equal(t, 90, got.Ratings)

	// Ten subjects, fourteen raters: the usual example, .210.
	got, err = stats.FleissKappa([][]int{
		{0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
		{7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7},
	}, 0.95)
	require.NoError(t, err)
	require.InDelta(t, 0.209931, got.Value, 0.5e-6)
}

// Fleiss 1971, table 1: thirty patients, six psychiatrists; .430, all digits by the R
// package irr.
func TestFleissKappaOfFleiss(t *testing.T) {
	more := [][]int{
		{0, 0, 5, 0, 1}, {3, 0, 0, 1, 2}, {5, 1, 0, 0, 0}, {0, 2, 0, 4, 0}, {1, 0, 2, 0, 3},
		{0, 0, 0, 0, 6}, {0, 1, 0, 5, 0}, {0, 2, 0, 1, 3}, {2, 0, 0, 4, 0}, {1, 0, 0, 4, 1},
		{0, 5, 0, 1, 0}, {4, 0, 0, 0, 2}, {0, 2, 0, 4, 0}, {1, 0, 5, 0, 0}, {0, 0, 0, 0, 6},
	}
	got, err := stats.FleissKappa(append(psychiatrists(), more...), 0.95)
	require.NoError(t, err)
	require.InDelta(t, 0.4302445, got.Value, 0.5e-7)
}

// With the same number of ratings everywhere, alpha corrects Fleiss' kappa for small
// samples and nothing else: 1 − α = (1 − κ)(N − 1)/N.
func TestFleissKappaAndAlphaTellTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raters := rapid.IntRange(2, 5).Draw(t, "raters")
		units := rapid.SliceOfN(rapid.SliceOfN(rapid.IntRange(0, 3), raters, raters), 2, 8).Draw(t, "units")
		counts := make([][]int, len(units))
		values := make([][]float64, len(units))
		for i, u := range units {
			counts[i] = make([]int, 4)
			for _, category := range u {
				counts[i][category]++
				values[i] = append(values[i], float64(category))
			}
		}
		kappa, kappaErr := stats.FleissKappa(counts, 0.95)
		alpha, alphaErr := stats.Alpha(values, stats.MetricNominal)
		require.Equal(t, alphaErr, kappaErr)
		if kappaErr != nil {
			return
		}
		n := float64(raters * len(units))
		require.InDelta(t, 1-alpha.Value, (1-kappa.Value)*(n-1)/n, 1e-12)
	})
}

func TestFleissKappaSaysWhyItDoesNotExist(t *testing.T) {
	for name, c := range map[string]struct {
		counts [][]int
		level  float64
		want   error
	}{
		"nothing":         {nil, 0.95, stats.ErrTooFew},
		"no categories":   {[][]int{{}, {}}, 0.95, stats.ErrTooFew},
		"one unit":        {[][]int{{1, 1}}, 0.95, stats.ErrTooFew},
		"one rater":       {[][]int{{1, 0}, {0, 1}}, 0.95, stats.ErrTooFew},
		"all the same":    {[][]int{{3, 0}, {3, 0}}, 0.95, stats.ErrNoVariance},
		"a rater missing": {[][]int{{1, 2}, {1, 1}}, 0.95, stats.ErrIncomplete},
		"ragged":          {[][]int{{1, 2}, {3}}, 0.95, stats.ErrIncomplete},
		"negative":        {[][]int{{1, 1}, {3, -1}}, 0.95, stats.ErrOutOfRange},
		"too many":        {[][]int{{1 << 53, 0}, {1, 1}}, 0.95, stats.ErrOutOfRange},
		"level":           {psychiatrists(), -0.5, stats.ErrLevel},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := stats.FleissKappa(c.counts, c.level)
			require.ErrorIs(t, err, c.want)
			require.Zero(t, got)
		})
	}
}

func TestFleissKappaOfPerfectAgreementIsOne(t *testing.T) {
	got, err := stats.FleissKappa([][]int{{3, 0, 0}, {0, 3, 0}, {0, 0, 3}}, 0.95)
	require.NoError(t, err)
	require.Equal(t, 1.0, got.Value) //nolint:testifylint // exactly 1 is what is promised
	require.True(t, got.Interval.IsZero())
}
