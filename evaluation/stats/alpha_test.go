package stats_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/evaluation/stats"
)

var none = math.NaN()

// Four observers, twelve units: Krippendorff 2011, Computing Krippendorff's
// Alpha-Reliability, section C and after.
func krippendorff() [][]float64 {
	return transposed([][]float64{
		{1, 2, 3, 3, 2, 1, 4, 1, 2, none, none, none},
		{1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, 3},
		{none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, none},
		{1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none},
	})
}

func transposed(rows [][]float64) [][]float64 {
	out := make([][]float64, len(rows[0]))
	for j := range out {
		for _, row := range rows {
			out[j] = append(out[j], row[j])
		}
	}
	return out
}

func metrics() []stats.Metric {
	return []stats.Metric{stats.MetricNominal, stats.MetricOrdinal, stats.MetricInterval, stats.MetricRatio}
}

func TestAlphaIsKrippendorffs(t *testing.T) {
	// Printed as .743, .815, .849 and .797.
	for metric, want := range map[stats.Metric]float64{
		stats.MetricNominal:  0.743421052631579,
		stats.MetricOrdinal:  0.815387503754881,
		stats.MetricInterval: 0.849107142857143,
		stats.MetricRatio:    0.797402774711612,
	} {
		got, err := stats.Alpha(krippendorff(), metric)
		require.NoError(t, err)
		require.InDelta(t, want, got.Value, close9, metric)
		require.Equal(t, 11, got.Units)
		require.Equal(t, 40, got.Ratings)
		require.True(t, got.Interval.IsZero())
	}
}

func TestAlphaIsThatOfTheGoldenFile(t *testing.T) {
	var observers [][]float64
	for _, row := range golden(t, "krippendorff_input_4observers_12units.csv") {
		values := make([]float64, len(row))
		for i, text := range row {
			values[i] = none
			if text != "" {
				values[i] = number(t, text)
			}
		}
		observers = append(observers, values)
	}
	for _, row := range golden(t, "krippendorff_expected.csv") {
		got, err := stats.Alpha(transposed(observers), stats.Metric(row[1]))
		require.NoError(t, err)
		require.InDelta(t, number(t, row[2]), got.Value, close9, row[1])
	}
}

func TestAlphaOfTwoRatersWithoutMissingValues(t *testing.T) {
	// Krippendorff 2011, section A: two observers, ten units, printed .095.
	a := []float64{0, 1, 0, 0, 0, 0, 0, 0, 1, 0}
	b := []float64{1, 1, 1, 0, 0, 1, 0, 0, 0, 0}
	got, err := stats.Alpha(transposed([][]float64{a, b}), stats.MetricNominal)
	require.NoError(t, err)
	require.InDelta(t, 0.095, got.Value, 0.0005)
}

// bruteAlpha is the definition: one less the mean distance of two values of the same
// unit over that of any two values. It shares nothing with the package: distances are
// looked up in the whole list of values.
func bruteAlpha(units [][]float64, metric stats.Metric) float64 {
	var all []float64
	var kept [][]float64
	for _, u := range units {
		u = slices.DeleteFunc(slices.Clone(u), math.IsNaN)
		if len(u) >= 2 {
			kept = append(kept, u)
			all = append(all, u...)
		}
	}
	distance := func(c, k float64) float64 {
		switch {
		case c == k:
			return 0
		case metric == stats.MetricNominal:
			return 1
		case metric == stats.MetricInterval:
			return math.Pow(c-k, 2)
		case metric == stats.MetricRatio:
			return math.Pow((c-k)/(c+k), 2)
		}
		between := 0.0
		for _, v := range all {
			switch {
			case v == c || v == k:
				between += 0.5
			case math.Min(c, k) < v && v < math.Max(c, k):
				between++
			}
		}
		return between * between
	}
	var observed, expected float64
	for _, u := range kept {
		for i := range u {
			for j := range u {
				observed += distance(u[i], u[j]) / float64(len(u)-1)
			}
		}
	}
	for i := range all {
		for j := range all {
			expected += distance(all[i], all[j])
		}
	}
	n := float64(len(all))
	return 1 - (observed/n)/(expected/(n*(n-1)))
}

func drawUnits(t *rapid.T) [][]float64 {
	value := rapid.OneOf(rapid.Just(none), rapid.SampledFrom([]float64{0, 0.5, 1, 2, 3, 7}))
	return rapid.SliceOfN(rapid.SliceOfN(value, 0, 5), 0, 8).Draw(t, "units")
}

func TestAlphaIsItsPairwiseDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := drawUnits(t)
		metric := rapid.SampledFrom(metrics()).Draw(t, "metric")
		got, err := stats.Alpha(units, metric)
		if err != nil {
			return
		}
		require.InDelta(t, bruteAlpha(units, metric), got.Value, 1e-12)
		require.LessOrEqual(t, got.Value, 1.0)
	})
}

func TestAlphaDoesNotDependOnTheOrderOfUnitsOrRaters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := drawUnits(t)
		metric := rapid.SampledFrom(metrics()).Draw(t, "metric")
		want, wantErr := stats.Alpha(units, metric)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		random.Shuffle(len(units), func(i, j int) { units[i], units[j] = units[j], units[i] })
		for _, u := range units {
			random.Shuffle(len(u), func(i, j int) { u[i], u[j] = u[j], u[i] })
		}
		got, err := stats.Alpha(units, metric)
		require.Equal(t, wantErr, err)
		require.Equal(t, want, got)
	})
}

func TestAlphaIgnoresWhatCannotBePaired(t *testing.T) {
	want, err := stats.Alpha(krippendorff(), stats.MetricOrdinal)
	require.NoError(t, err)
	more := append(krippendorff(), nil, []float64{none}, []float64{9}, []float64{none, 17, none})
	got, err := stats.Alpha(more, stats.MetricOrdinal)
	require.NoError(t, err)
	require.Equal(t, want, got)
}

func TestAlphaOfPerfectAgreementIsOne(t *testing.T) {
	for _, metric := range metrics() {
		got, err := stats.Alpha([][]float64{{0.1, 0.1, 0.1}, {0.3, 0.3}, {0.7, 0.7, none}}, metric)
		require.NoError(t, err)
		require.Equal(t, 1.0, got.Value) //nolint:testifylint // exactly 1 is what is promised
	}
}

func TestAlphaSaysWhyItDoesNotExist(t *testing.T) {
	for name, c := range map[string]struct {
		units  [][]float64
		metric stats.Metric
		want   error
	}{
		"nothing":               {nil, stats.MetricNominal, stats.ErrTooFew},
		"one rater":             {[][]float64{{1}, {2}, {3}}, stats.MetricNominal, stats.ErrTooFew},
		"one rater, of two":     {[][]float64{{1, none}, {2, none}}, stats.MetricNominal, stats.ErrTooFew},
		"one unit":              {[][]float64{{1, 2, 3}}, stats.MetricNominal, stats.ErrTooFew},
		"all the same":          {[][]float64{{2, 2}, {2, 2}}, stats.MetricNominal, stats.ErrNoVariance},
		"differs only unpaired": {[][]float64{{2, 2}, {2, 2}, {3}}, stats.MetricNominal, stats.ErrNoVariance},
		"infinite":              {[][]float64{{1, 2}, {math.Inf(1), 2}}, stats.MetricNominal, stats.ErrOutOfRange},
		"huge":                  {[][]float64{{1, 2}, {-1e200, 2}}, stats.MetricInterval, stats.ErrOutOfRange},
		"tiny":                  {[][]float64{{0, 1e-200}, {0, 1e-200}}, stats.MetricInterval, stats.ErrOutOfRange},
		"negative ratio":        {[][]float64{{1, 2}, {-1, 1}}, stats.MetricRatio, stats.ErrOutOfRange},
		"no metric":             {krippendorff(), "", stats.ErrOutOfRange},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := stats.Alpha(c.units, c.metric)
			require.ErrorIs(t, err, c.want)
			require.Zero(t, got)
		})
	}
}

func TestAnErrorNamesThePlace(t *testing.T) {
	_, err := stats.Alpha([][]float64{{1, 2}, {1, none, math.Inf(-1)}}, stats.MetricNominal)
	var place *stats.PlaceError
	require.ErrorAs(t, err, &place)
	require.Equal(t, stats.PlaceError{Err: stats.ErrOutOfRange, Row: 1, Column: 2}, *place)
	require.EqualError(t, err, "stats: out of range: row 1, column 2")
}

func TestAlphaLeavesItsArgumentAsItIs(t *testing.T) {
	units := [][]float64{{3, 1, 2}, {2, 1}}
	_, err := stats.Alpha(units, stats.MetricOrdinal)
	require.NoError(t, err)
	require.Equal(t, [][]float64{{3, 1, 2}, {2, 1}}, units)
}
