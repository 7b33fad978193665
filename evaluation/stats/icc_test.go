package stats_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/evaluation/stats"
)

// Six targets, four judges: Shrout and Fleiss 1979, table 2.
func shroutFleiss() [][]float64 {
	return [][]float64{{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}}
}

func correlations(r stats.Intraclass) map[string]stats.Correlation {
	return map[string]stats.Correlation{
		"ICC1": r.ICC1, "ICC2": r.ICC2, "ICC3": r.ICC3, "ICC1k": r.ICC1k, "ICC2k": r.ICC2k, "ICC3k": r.ICC3k,
	}
}

func TestICCIsThatOfShroutAndFleiss(t *testing.T) {
	got, err := stats.ICC(shroutFleiss(), 0.95)
	require.NoError(t, err)
	require.Equal(t, 6, got.Targets)
	require.Equal(t, 4, got.Judges)
	require.InDelta(t, 11.2417, got.BetweenTargets, 0.5e-4)
	require.InDelta(t, 6.2639, got.WithinTargets, 0.5e-4)
	require.InDelta(t, 32.4861, got.BetweenJudges, 0.5e-4)
	require.InDelta(t, 1.0194, got.Residual, 0.5e-4)

	// Printed as .17, .29, .71, .44, .62 and .91; digits and limits by the R package
	// psych 2.2.9.
	want := map[string]stats.Correlation{
		"ICC1": {
			0.165741768405475, 1.79467849223947, 5, 18, 0.16476880834464,
			limits(-0.132932324874751, 0.722560062328121),
		},
		"ICC2": {
			0.289763779527559, 11.0272479564033, 5, 15, 0.000134566516484337,
			limits(0.018786513374712, 0.761084369648953),
		},
		"ICC3": {
			0.714840714840715, 11.0272479564033, 5, 15, 0.000134566516484337,
			limits(0.342464765033925, 0.945858259955359),
		},
		"ICC1k": {
			0.442797133679269, 1.79467849223947, 5, 18, 0.16476880834464,
			limits(-0.884442155238121, 0.912415420340775),
		},
		"ICC2k": {
			0.620050547598989, 11.0272479564033, 5, 15, 0.000134566516484337,
			limits(0.0711368153025032, 0.927232040167722),
		},
		"ICC3k": {
			0.909315542377069, 11.0272479564033, 5, 15, 0.000134566516484337,
			limits(0.675674713816304, 0.985891678169062),
		},
	}
	for name, c := range correlations(got) {
		requireCorrelation(t, want[name], c, name)
	}
}

func TestICCIsThatOfTheGoldenFile(t *testing.T) {
	var ratings [][]float64
	for _, row := range golden(t, "icc_shroutfleiss1979_input.csv") {
		var values []float64
		for _, text := range row {
			values = append(values, number(t, text))
		}
		ratings = append(ratings, values)
	}
	r, err := stats.ICC(ratings, 0.95)
	require.NoError(t, err)
	got := correlations(r)
	rows := golden(t, "icc_expected.csv")
	require.Len(t, rows, 6)
	for _, row := range rows {
		want := stats.Correlation{
			Value: number(t, row[1]), F: number(t, row[2]),
			DF1: int(number(t, row[3])), DF2: int(number(t, row[4])), P: number(t, row[5]),
			Interval: limits(number(t, row[6]), number(t, row[7])),
		}
		requireCorrelation(t, want, got[row[0]], row[0])
	}
}

func limits(lower, upper float64) stats.Interval {
	return stats.Interval{Lower: lower, Upper: upper, Level: 0.95}
}

func requireCorrelation(t *testing.T, want, got stats.Correlation, name string) {
	t.Helper()
	require.InDelta(t, want.Value, got.Value, close9, name)
	require.InDelta(t, want.F, got.F, close9, name)
	require.Equal(t, want.DF1, got.DF1, name)
	require.Equal(t, want.DF2, got.DF2, name)
	require.InDelta(t, want.P, got.P, close9, name)
	require.InDelta(t, want.Interval.Lower, got.Interval.Lower, close9, name)
	require.InDelta(t, want.Interval.Upper, got.Interval.Upper, close9, name)
	require.InDelta(t, want.Interval.Level, got.Interval.Level, 0, name)
}

// The interval of ICC2 is the hard one: ratings are drawn from the model with known
// variances, and it must cover the true value about as often as it says.
func TestICCIntervalsCoverInSimulation(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	const runs, targets, judges = 2000, 12, 4
	const targetSD, judgeSD, residualSD = 1.0, 0.6, 0.8
	truth := map[string]float64{
		"ICC2": 1 / (1 + 0.36 + 0.64), "ICC3": 1 / (1 + 0.64),
		"ICC2k": 1 / (1 + (0.36+0.64)/judges), "ICC3k": 1 / (1 + 0.64/judges),
	}
	covered := map[string]int{}
	for range runs {
		strict := make([]float64, judges)
		for j := range strict {
			strict[j] = judgeSD * random.NormFloat64()
		}
		ratings := make([][]float64, targets)
		for i := range ratings {
			target := targetSD * random.NormFloat64()
			for j := range judges {
				ratings[i] = append(ratings[i], target+strict[j]+residualSD*random.NormFloat64())
			}
		}
		got, err := stats.ICC(ratings, 0.9)
		require.NoError(t, err)
		for name, c := range correlations(got) {
			if c.Interval.Lower <= truth[name] && truth[name] <= c.Interval.Upper {
				covered[name]++
			}
		}
	}
	for name := range truth {
		require.InDelta(t, 0.9, float64(covered[name])/runs, 0.03, name)
	}
}

func TestICCDoesNotDependOnTheOrderOfTargetsOrJudges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ratings := drawComplete(t)
		want, wantErr := stats.ICC(ratings, 0.9)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		random.Shuffle(len(ratings), func(i, j int) { ratings[i], ratings[j] = ratings[j], ratings[i] })
		judges := transposed(ratings)
		random.Shuffle(len(judges), func(i, j int) { judges[i], judges[j] = judges[j], judges[i] })
		got, err := stats.ICC(transposed(judges), 0.9)
		require.Equal(t, wantErr, err)
		require.Equal(t, want, got)
	})
}

func drawComplete(t *rapid.T) [][]float64 {
	judges := rapid.IntRange(1, 5).Draw(t, "judges")
	value := rapid.OneOf(rapid.Float64Range(-10, 10), rapid.SampledFrom([]float64{1, 2, 3, 4}))
	return rapid.SliceOfN(rapid.SliceOfN(value, judges, judges), 1, 7).Draw(t, "ratings")
}

func TestStepsOfTheScaleDoNotChangeICC(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ratings := drawComplete(t)
		scaled := make([][]float64, len(ratings))
		for i, row := range ratings {
			for j, v := range row {
				ratings[i][j] = math.Round(64*v) / 64 // the new step must not round it away
				scaled[i] = append(scaled[i], 8*ratings[i][j]-32)
			}
		}
		want, wantErr := stats.ICC(ratings, 0.9)
		got, err := stats.ICC(scaled, 0.9)
		require.Equal(t, wantErr, err)
		require.InDelta(t, want.ICC2.Value, got.ICC2.Value, 1e-9)
		require.InEpsilon(t, 1+64*want.BetweenTargets, 1+got.BetweenTargets, 1e-9)
	})
}

func TestICCOfPerfectAgreementIsOne(t *testing.T) {
	got, err := stats.ICC([][]float64{{0.1, 0.1, 0.1}, {0.3, 0.3, 0.3}, {0.7, 0.7, 0.7}}, 0.95)
	require.NoError(t, err)
	for name, c := range correlations(got) {
		require.Equal(t, 1.0, c.Value, name) //nolint:testifylint // exactly 1 is what is promised
		require.True(t, c.Interval.IsZero(), name)
		require.True(t, math.IsInf(c.F, 1), name)
		require.Zero(t, c.P, name)
	}
}

func TestAJudgeWhoIsAlwaysStricterLowersAgreementNotConsistency(t *testing.T) {
	got, err := stats.ICC([][]float64{{1, 3}, {2, 4}, {3, 5}}, 0.95)
	require.NoError(t, err)
	require.Equal(t, 1.0, got.ICC3.Value) //nolint:testifylint // no residual
	require.True(t, got.ICC3.Interval.IsZero())
	require.InDelta(t, 1./3, got.ICC2.Value, 1e-12)
	require.Less(t, got.ICC2.Interval.Lower, got.ICC2.Value)
	require.Greater(t, got.ICC2.Interval.Upper, got.ICC2.Value)
}

func TestICCSaysWhyItDoesNotExist(t *testing.T) {
	for name, c := range map[string]struct {
		ratings [][]float64
		level   float64
		want    error
	}{
		"nothing":           {nil, 0.95, stats.ErrTooFew},
		"no judge":          {[][]float64{{}, {}}, 0.95, stats.ErrTooFew},
		"one judge":         {[][]float64{{1}, {2}}, 0.95, stats.ErrTooFew},
		"one target":        {[][]float64{{1, 2}}, 0.95, stats.ErrTooFew},
		"missing":           {[][]float64{{1, 2}, {none, 3}}, 0.95, stats.ErrIncomplete},
		"ragged":            {[][]float64{{1, 2}, {3}}, 0.95, stats.ErrIncomplete},
		"all the same":      {[][]float64{{2, 2}, {2, 2}}, 0.95, stats.ErrNoVariance},
		"targets the same":  {[][]float64{{0.1, 0.2, 0.3}, {0.3, 0.1, 0.2}}, 0.95, stats.ErrNoVariance},
		"targets nearly so": {[][]float64{{0, 10}, {10, 0.5}}, 0.95, stats.ErrNoVariance},
		"infinite":          {[][]float64{{1, 2}, {math.Inf(1), 2}}, 0.95, stats.ErrOutOfRange},
		"huge":              {[][]float64{{1, 2}, {-1e300, 2}}, 0.95, stats.ErrOutOfRange},
		"tiny":              {[][]float64{{0, 1e-300}, {0, 0}}, 0.95, stats.ErrOutOfRange},
		"level":             {shroutFleiss(), 95, stats.ErrLevel},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := stats.ICC(c.ratings, c.level)
			require.ErrorIs(t, err, c.want)
			require.Zero(t, got)
		})
	}
}
