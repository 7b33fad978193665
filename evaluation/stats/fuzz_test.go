package stats_test

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/evaluation/stats"
)

// FuzzStats reads bytes as ragged numbers of every kind. Nothing may panic, and a
// figure without an error is a figure.
func FuzzStats(f *testing.F) {
	f.Add([]byte{}, 0.95, 2)
	f.Add([]byte{2, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f, 0, 0, 0, 0, 0, 0, 0, 0x40}, 0.5, 3)
	f.Add([]byte{1, 0, 0, 0, 0, 0, 0, 0xf0, 0x7f}, 0.0, -1)
	f.Fuzz(func(t *testing.T, data []byte, level float64, width int) {
		floats, ints := decode(data, width)
		everything(t, floats, ints, level, width)
	})
}

func decode(data []byte, width int) (floats [][]float64, ints [][]int) {
	if width < 1 || width > 5 {
		width = 2
	}
	var row []float64
	var counts []int
	for ; len(data) >= 9 && len(ints) < 30; data = data[9:] {
		bits := binary.LittleEndian.Uint64(data[1:9])
		v, n := math.Float64frombits(bits), int(bits)
		if data[0]%4 != 0 { // mostly small numbers, or nearly all answers were errors
			v, n = float64(bits%7), int(bits%5)
		}
		row, counts = append(row, v), append(counts, n)
		if len(row) >= width || data[0]%16 == 5 {
			floats, ints = append(floats, row), append(ints, counts)
			row, counts = nil, nil
		}
	}
	return floats, ints
}

func TestNoInputPanicsAndNoFigureIsNaN(t *testing.T) {
	anyFloat := rapid.OneOf(rapid.Float64(), rapid.SampledFrom([]float64{
		0, 1, 2, 3, none, math.Inf(1), math.Inf(-1), math.MaxFloat64, math.SmallestNonzeroFloat64, 1e100, -1e100, 1e-100,
	}))
	anyInt := rapid.OneOf(rapid.IntRange(-1, 4), rapid.Int())
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(0, 4).Draw(t, "width")
		floats := rapid.OneOf(
			rapid.SliceOfN(rapid.SliceOfN(anyFloat, 0, 4), 0, 6),
			rapid.SliceOfN(rapid.SliceOfN(anyFloat, width, width), 0, 6),
			rapid.SliceOfN(rapid.SliceOfN(rapid.Float64Range(-1e100, 1e100), width, width), 0, 6),
			rapid.SliceOfN(rapid.SliceOfN(rapid.SampledFrom([]float64{1, 2, 3}), width, width), 0, 6),
		).Draw(t, "floats")
		ints := rapid.OneOf(
			rapid.SliceOfN(rapid.SliceOfN(anyInt, 0, 4), 0, 6),
			rapid.SliceOfN(rapid.SliceOfN(rapid.IntRange(0, 1<<50), width, width), width, width),
			rapid.SliceOfN(rapid.SliceOfN(rapid.IntRange(0, 3), width, width), width, width),
		).Draw(t, "ints")
		level := rapid.OneOf(anyFloat, rapid.SampledFrom([]float64{0x1p-1070, 0.3, 0.95, 1 - 0x1p-53})).Draw(t, "level")
		everything(t, floats, ints, level, rapid.OneOf(anyInt, rapid.IntRange(2, 6)).Draw(t, "categories"))
	})
}

// everything calls every function and checks what holds of any answer.
func everything(t require.TestingT, floats [][]float64, ints [][]int, level float64, categories int) {
	for _, metric := range append(metrics(), "else") {
		if a, err := stats.Alpha(floats, metric); err == nil {
			requireAgreement(t, a)
		}
	}
	for _, weights := range []stats.Weights{stats.WeightsNone, stats.WeightsLinear, stats.WeightsQuadratic, "else"} {
		if a, err := stats.Kappa(ints, weights, level); err == nil {
			requireAgreement(t, a)
		}
	}
	if a, err := stats.AC1(ints, categories, level); err == nil {
		requireAgreement(t, a)
	}
	if a, err := stats.FleissKappa(ints, level); err == nil {
		requireAgreement(t, a)
	}
	if r, err := stats.ICC(floats, level); err == nil {
		for name, c := range correlations(r) {
			require.LessOrEqual(t, c.Value, 1.0, name)
			require.GreaterOrEqual(t, c.F, 0.0, name)
			require.GreaterOrEqual(t, c.P, 0.0, name)
			require.LessOrEqual(t, c.P, 1.0, name)
			requireInterval(t, c.Interval)
		}
		require.GreaterOrEqual(t, r.ICC2.Value, -1-1e-9)
	}
	for _, row := range floats {
		if m, err := stats.Median(row); err == nil {
			require.False(t, math.IsNaN(m) || math.IsInf(m, 0))
		}
		if i, err := stats.MedianInterval(row, level); err == nil {
			requireInterval(t, i)
			require.GreaterOrEqual(t, i.Level, level)
		}
	}
	for _, row := range ints {
		if len(row) < 4 {
			continue
		}
		if i, err := stats.Newcombe(row[0], row[1], row[2], row[3], level); err == nil {
			requireInterval(t, i)
		}
		if i, err := stats.ClopperPearson(row[0], row[1], level); err == nil {
			requireInterval(t, i)
		}
	}
}

func requireAgreement(t require.TestingT, a stats.Agreement) {
	require.LessOrEqual(t, a.Value, 1.0)
	require.False(t, math.IsInf(a.Value, 0))
	require.GreaterOrEqual(t, a.Observed, 0.0)
	require.Greater(t, a.Expected, 0.0)
	require.GreaterOrEqual(t, a.Units, 2)
	require.GreaterOrEqual(t, a.Ratings, 2*a.Units)
	require.Equal(t, a.Interval.IsZero(), a.StandardError == 0)
	requireInterval(t, a.Interval)
	if !a.Interval.IsZero() {
		require.LessOrEqual(t, a.Interval.Lower, a.Value)
		require.GreaterOrEqual(t, a.Interval.Upper, a.Value)
	}
}

// requireInterval refuses NaN too, which testify cannot order.
func requireInterval(t require.TestingT, i stats.Interval) {
	require.LessOrEqual(t, i.Lower, i.Upper, i)
	require.False(t, math.IsInf(i.Upper, 0), i)
	require.True(t, i.IsZero() || i.Level > 0 && i.Level < 1, i)
}
