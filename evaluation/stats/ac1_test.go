package stats_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/evaluation/stats"
)

// fromTable lists the two ratings of each unit of a square table.
func fromTable(table [][]int) [][]int {
	var units [][]int
	for i, row := range table {
		for j, count := range row {
			for range count {
				units = append(units, []int{i, j})
			}
		}
	}
	return units
}

// fromCounts lists the ratings behind how often each category was named.
func fromCounts(counts [][]int) [][]int {
	units := make([][]int, len(counts))
	for i, row := range counts {
		for category, count := range row {
			for range count {
				units[i] = append(units[i], category)
			}
		}
	}
	return units
}

// Four raters, twelve units, five categories, with missing ratings: Gwet's data set
// cac.raw4raters.
func gwet() [][]int {
	const m = stats.Missing
	return [][]int{
		{0, 0, m, 0}, {1, 1, 2, 1}, {2, 2, 2, 2}, {2, 2, 2, 2}, {1, 1, 1, 1}, {0, 1, 2, 3},
		{3, 3, 3, 3}, {0, 0, 1, 0}, {1, 1, 1, 1}, {m, 4, 4, 4}, {m, m, 0, 0}, {m, m, 2, m},
	}
}

// Fifteen patients, six psychiatrists, five diagnoses: the first half of the example
// of Fleiss 1971, Gwet's data set distrib.6raters.
func psychiatrists() [][]int {
	return [][]int{
		{0, 0, 0, 6, 0}, {0, 3, 0, 0, 3}, {0, 1, 4, 0, 1}, {0, 0, 0, 0, 6}, {0, 3, 0, 3, 0},
		{2, 0, 4, 0, 0}, {0, 0, 4, 0, 2}, {2, 0, 3, 1, 0}, {2, 0, 0, 4, 0}, {0, 0, 0, 0, 6},
		{1, 0, 0, 5, 0}, {1, 1, 0, 4, 0}, {0, 3, 3, 0, 0}, {1, 0, 0, 5, 0}, {0, 2, 0, 3, 1},
	}
}

func TestAC1IsGwets(t *testing.T) {
	// As printed in the vignette "overview" of his R package irrCAC 1.0.
	got, err := stats.AC1(gwet(), 5, 0.95)
	require.NoError(t, err)
	require.InDelta(t, 0.77544, got.Value, 0.5e-5)
	require.InDelta(t, 0.8181818, 1-got.Observed, 0.5e-7)
	require.InDelta(t, 0.1903212, 1-got.Expected, 0.5e-7)
	require.InDelta(t, 0.14295, got.StandardError, 0.5e-5)
	require.InDelta(t, 0.461, got.Interval.Lower, 0.5e-3)
	require.Equal(t, 1.0, got.Interval.Upper) //nolint:testifylint // cut, so exactly 1
	require.Equal(t, 11, got.Units)
	require.Equal(t, 41, got.Ratings)

	got, err = stats.AC1(fromCounts(psychiatrists()), 5, 0.95)
	require.NoError(t, err)
	require.InDelta(t, 0.4448007, got.Value, 0.5e-7)
	require.InDelta(t, 0.08418757, got.StandardError, 0.5e-8)
	require.InDelta(t, 0.264, got.Interval.Lower, 0.5e-3)
	require.InDelta(t, 0.625, got.Interval.Upper, 0.5e-3)
}

func TestAC1OfTwoRaters(t *testing.T) {
	// By hand: 27 of 40 agree; the categories' shares are 28, 30 and 22 of 80.
	got, err := stats.AC1(fromTable([][]int{{11, 3, 1}, {2, 9, 4}, {0, 3, 7}}), 3, 0.95)
	require.NoError(t, err)
	const byChance = (28.*52 + 30.*50 + 22.*58) / (80 * 80) / 2
	require.InDelta(t, (27./40-byChance)/(1-byChance), got.Value, 1e-15)
	require.InDelta(t, 0.51447, got.Value, 0.5e-5)

	// irrCAC, cont3x3abstractors. Its formula for tables divides by n, that for
	// raw ratings by n − 1, which makes the third digit differ for 100 units.
	got, err = stats.AC1(fromTable([][]int{{13, 0, 0}, {0, 20, 7}, {0, 4, 56}}), 3, 0.95)
	require.NoError(t, err)
	require.InDelta(t, 0.8493305, got.Value, 0.5e-7)
	require.InDelta(t, 0.04321747, got.StandardError*0.99498743710662, 0.5e-7)
}

func TestMoreCategoriesThanWereUsedRaiseAC1(t *testing.T) {
	units := fromTable([][]int{{11, 3}, {2, 9}})
	narrow, err := stats.AC1(units, 2, 0.95)
	require.NoError(t, err)
	wide, err := stats.AC1(units, 5, 0.95)
	require.NoError(t, err)
	require.Less(t, narrow.Value, wide.Value)
	require.InDelta(t, (1-narrow.Expected)/4, 1-wide.Expected, 1e-15)
}

func TestAC1OfPerfectAgreementIsOne(t *testing.T) {
	for _, units := range [][][]int{
		{{0, 0}, {1, 1, 1}, {2, 2}},
		{{1, 1}, {1, 1}},
		{{0, 0, 0}, {1, 1, 1}, {1, stats.Missing, 1}},
	} {
		got, err := stats.AC1(units, 3, 0.95)
		require.NoError(t, err)
		require.Equal(t, 1.0, got.Value) //nolint:testifylint // exactly 1 is what is promised
	}
}

func TestAC1DoesNotDependOnTheOrderOfUnitsOrRaters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := rapid.SliceOfN(rapid.SliceOfN(rapid.IntRange(stats.Missing, 4), 0, 6), 0, 9).Draw(t, "units")
		want, wantErr := stats.AC1(units, 5, 0.9)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		random.Shuffle(len(units), func(i, j int) { units[i], units[j] = units[j], units[i] })
		for _, u := range units {
			random.Shuffle(len(u), func(i, j int) { u[i], u[j] = u[j], u[i] })
		}
		got, err := stats.AC1(units, 5, 0.9)
		require.Equal(t, wantErr, err)
		require.Equal(t, want, got)
	})
}

func TestAC1SaysWhyItDoesNotExist(t *testing.T) {
	const m = stats.Missing
	for name, c := range map[string]struct {
		units      [][]int
		categories int
		level      float64
		want       error
	}{
		"nothing":      {nil, 3, 0.95, stats.ErrTooFew},
		"one rater":    {[][]int{{0}, {1, m}, {m, 2}, {m}}, 3, 0.95, stats.ErrTooFew},
		"one unit":     {[][]int{{0, 1}, {1}}, 3, 0.95, stats.ErrTooFew},
		"one category": {[][]int{{0, 0}, {0, 0}}, 1, 0.95, stats.ErrOutOfRange},
		"too high":     {[][]int{{0, 0}, {3, 0}}, 3, 0.95, stats.ErrOutOfRange},
		"too low":      {[][]int{{0, 0}, {-2, 0}}, 3, 0.95, stats.ErrOutOfRange},
		"level":        {[][]int{{0, 0}, {1, 0}}, 3, 1.5, stats.ErrLevel},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := stats.AC1(c.units, c.categories, c.level)
			require.ErrorIs(t, err, c.want)
			require.Zero(t, got)
		})
	}
}
