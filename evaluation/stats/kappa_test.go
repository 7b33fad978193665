package stats_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/evaluation/stats"
)

func TestKappaIsThePublished(t *testing.T) {
	// What 91 couples said and what two neurologists found (Landis and Koch 1977): data
	// sets SexualFun and MSPatients of the R package vcd, as vcdExtra prints them. A
	// printout of SAS in the tests of statsmodels. Gwet's cont3x3abstractors in the
	// vignette of irrCAC.
	fun := [][]int{{7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}}
	winnipeg := [][]int{{38, 5, 0, 1}, {33, 11, 3, 0}, {10, 14, 5, 6}, {3, 7, 3, 10}}
	newOrleans := [][]int{{5, 3, 0, 0}, {3, 11, 4, 0}, {2, 13, 3, 4}, {1, 2, 4, 14}}
	sas := [][]int{{0, 4, 1}, {0, 8, 0}, {0, 1, 5}}
	abstractors := [][]int{{13, 0, 0}, {0, 20, 7}, {0, 4, 56}}
	for name, c := range map[string]struct {
		table                       [][]int
		weights                     stats.Weights
		value, standardError, digit float64
	}{
		"couples":             {fun, stats.WeightsNone, 0.1293, 0.06860, 0.5e-4},
		"couples, linear":     {fun, stats.WeightsLinear, 0.2374, 0.07832, 0.5e-4},
		"Winnipeg":            {winnipeg, stats.WeightsNone, 0.2079, 0.05046, 0.5e-4},
		"Winnipeg, linear":    {winnipeg, stats.WeightsLinear, 0.3797, 0.05167, 0.5e-4},
		"New Orleans":         {newOrleans, stats.WeightsNone, 0.2965, 0.07850, 0.5e-4},
		"New Orleans, linear": {newOrleans, stats.WeightsLinear, 0.4773, 0.07303, 0.5e-4},
		"SAS":                 {sas, stats.WeightsNone, 0.4842, 0.1380, 0.5e-4},
		"SAS, linear":         {sas, stats.WeightsLinear, 0.4701, 0.1457, 0.5e-4},
		"abstractors":         {abstractors, stats.WeightsNone, 0.7964094, 0.05891072, 0.5e-7},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := stats.Kappa(c.table, c.weights, 0.95)
			require.NoError(t, err)
			require.InDelta(t, c.value, got.Value, c.digit)
			require.InDelta(t, c.standardError, got.StandardError, c.digit)
		})
	}
}

func TestKappaIntervalIsThePublished(t *testing.T) {
	// The same couples: confint of vcd, all digits as printed.
	fun := [][]int{{7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}}
	for weights, want := range map[stats.Weights]stats.Interval{
		stats.WeightsNone:   {Lower: -0.005120399, Upper: 0.2637809, Level: 0.95},
		stats.WeightsLinear: {Lower: 0.083883432, Upper: 0.3908778, Level: 0.95},
	} {
		got, err := stats.Kappa(fun, weights, 0.95)
		require.NoError(t, err)
		require.InDelta(t, want.Lower, got.Interval.Lower, 0.5e-9)
		require.InDelta(t, want.Upper, got.Interval.Upper, 0.5e-7)
	}
}

func TestKappaOfTheReference(t *testing.T) {
	table := [][]int{{11, 3, 1}, {2, 9, 4}, {0, 3, 7}}
	for weights, want := range map[stats.Weights]float64{
		stats.WeightsNone: 0.509434, stats.WeightsLinear: 0.591241, stats.WeightsQuadratic: 0.678392,
	} {
		got, err := stats.Kappa(table, weights, 0.95)
		require.NoError(t, err)
		require.InDelta(t, want, got.Value, 0.5e-6, weights)
	}
	got, err := stats.Kappa([][]int{{20, 5}, {10, 15}}, stats.WeightsNone, 0.95)
	require.NoError(t, err)
	require.InDelta(t, 0.4, got.Value, 1e-15)
	require.InDelta(t, 0.3, got.Observed, 1e-15)
	require.InDelta(t, 0.5, got.Expected, 1e-15)
	require.Equal(t, 50, got.Units)
	require.Equal(t, 100, got.Ratings)
}

// The interval must cover the kappa that the ratings are drawn from about as often
// as it says.
func TestKappaIntervalCoversInSimulation(t *testing.T) {
	probabilities := [][]float64{{0.30, 0.06, 0.02}, {0.05, 0.20, 0.07}, {0.02, 0.08, 0.20}}
	large := make([][]int, 3)
	for i, row := range probabilities {
		for _, p := range row {
			large[i] = append(large[i], int(p*1e8+0.5))
		}
	}
	for _, weights := range []stats.Weights{stats.WeightsNone, stats.WeightsLinear, stats.WeightsQuadratic} {
		truth, err := stats.Kappa(large, weights, 0.95)
		require.NoError(t, err)
		random := rand.New(rand.NewPCG(1, 2))
		const runs, units = 4000, 200
		covered := 0
		for range runs {
			table := [][]int{make([]int, 3), make([]int, 3), make([]int, 3)}
			for range units {
				i, j := draw(random, probabilities)
				table[i][j]++
			}
			got, err := stats.Kappa(table, weights, 0.95)
			require.NoError(t, err)
			if got.Interval.Lower <= truth.Value && truth.Value <= got.Interval.Upper {
				covered++
			}
		}
		require.InDelta(t, 0.95, float64(covered)/runs, 0.015, weights)
	}
}

func draw(random *rand.Rand, probabilities [][]float64) (i, j int) {
	u := random.Float64()
	for i, row := range probabilities {
		for j, p := range row {
			if u -= p; u < 0 {
				return i, j
			}
		}
	}
	return len(probabilities) - 1, len(probabilities) - 1
}

func TestQuadraticKappaOfTwoCategoriesIsTheUnweighted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := rapid.SliceOfN(rapid.SliceOfN(rapid.IntRange(0, 9), 2, 2), 2, 2).Draw(t, "table")
		want, wantErr := stats.Kappa(table, stats.WeightsNone, 0.9)
		got, err := stats.Kappa(table, stats.WeightsQuadratic, 0.9)
		require.Equal(t, wantErr, err)
		require.Equal(t, want, got)
	})
}

func TestKappaIsTheSameWithRatersSwapped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := rapid.SliceOfN(rapid.SliceOfN(rapid.IntRange(0, 9), 4, 4), 4, 4).Draw(t, "table")
		swapped := make([][]int, 4)
		for j := range swapped {
			for i := range table {
				swapped[j] = append(swapped[j], table[i][j])
			}
		}
		weights := rapid.SampledFrom([]stats.Weights{stats.WeightsNone, stats.WeightsLinear, stats.WeightsQuadratic}).
			Draw(t, "weights")
		want, wantErr := stats.Kappa(table, weights, 0.9)
		got, err := stats.Kappa(swapped, weights, 0.9)
		require.Equal(t, wantErr, err)
		require.InDelta(t, want.Value, got.Value, 1e-12)
		require.InDelta(t, want.Interval.Lower, got.Interval.Lower, 1e-12)
	})
}

func TestKappaOfPerfectAgreementIsOneWithoutInterval(t *testing.T) {
	for _, weights := range []stats.Weights{stats.WeightsNone, stats.WeightsLinear, stats.WeightsQuadratic} {
		got, err := stats.Kappa([][]int{{3, 0, 0}, {0, 7, 0}, {0, 0, 1}}, weights, 0.95)
		require.NoError(t, err)
		require.Equal(t, 1.0, got.Value) //nolint:testifylint // exactly 1 is what is promised
		require.Zero(t, got.StandardError)
		require.True(t, got.Interval.IsZero())
	}
}

func TestKappaSaysWhyItDoesNotExist(t *testing.T) {
	square := [][]int{{1, 2}, {3, 4}}
	for name, c := range map[string]struct {
		table   [][]int
		weights stats.Weights
		level   float64
		want    error
	}{
		"nothing":      {nil, stats.WeightsNone, 0.95, stats.ErrTooFew},
		"no units":     {[][]int{{0, 0}, {0, 0}}, stats.WeightsNone, 0.95, stats.ErrTooFew},
		"one unit":     {[][]int{{0, 1}, {0, 0}}, stats.WeightsNone, 0.95, stats.ErrTooFew},
		"all the same": {[][]int{{9, 0}, {0, 0}}, stats.WeightsLinear, 0.95, stats.ErrNoVariance},
		"one category": {[][]int{{9}}, stats.WeightsLinear, 0.95, stats.ErrNoVariance},
		"not square":   {[][]int{{1, 2}, {3}}, stats.WeightsNone, 0.95, stats.ErrIncomplete},
		"negative":     {[][]int{{1, 2}, {3, -4}}, stats.WeightsNone, 0.95, stats.ErrOutOfRange},
		"too many":     {[][]int{{1 << 53, 2}, {3, 4}}, stats.WeightsNone, 0.95, stats.ErrOutOfRange},
		"no weights":   {square, "", 0.95, stats.ErrOutOfRange},
		"level 0":      {square, stats.WeightsNone, 0, stats.ErrLevel},
		"level 1":      {square, stats.WeightsNone, 1, stats.ErrLevel},
		"level NaN":    {square, stats.WeightsNone, none, stats.ErrLevel},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := stats.Kappa(c.table, c.weights, c.level)
			require.ErrorIs(t, err, c.want)
			require.Zero(t, got)
		})
	}
}
