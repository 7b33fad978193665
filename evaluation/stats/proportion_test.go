package stats_test

import (
	"fmt"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/evaluation/stats"
)

func TestIntervalsOfAShareAreThoseOfNewcombe(t *testing.T) {
	// Newcombe 1998, table I: methods 3 and 5, printed to four digits.
	for _, c := range []struct {
		k, n          int
		wilson, exact [2]float64
	}{
		{81, 263, [2]float64{0.2553, 0.3662}, [2]float64{0.2527, 0.3676}},
		{15, 148, [2]float64{0.0624, 0.1605}, [2]float64{0.0578, 0.1617}},
		{0, 20, [2]float64{0, 0.1611}, [2]float64{0, 0.1684}},
		{1, 29, [2]float64{0.0061, 0.1718}, [2]float64{0.0009, 0.1776}},
	} {
		wilson, err := stats.Wilson(c.k, c.n, 0.95)
		require.NoError(t, err)
		require.InDelta(t, c.wilson[0], wilson.Lower, 0.5e-4)
		require.InDelta(t, c.wilson[1], wilson.Upper, 0.5e-4)
		exact, err := stats.ClopperPearson(c.k, c.n, 0.95)
		require.NoError(t, err)
		require.InDelta(t, c.exact[0], exact.Lower, 0.5e-4)
		require.InDelta(t, c.exact[1], exact.Upper, 0.5e-4)
	}
}

func TestIntervalsOfAShareAreThoseOfTheGoldenFile(t *testing.T) {
	methods := map[string]func(k, n int, level float64) (stats.Interval, error){
		"wilson_newcombe1998": stats.Wilson, "clopper_pearson": stats.ClopperPearson,
	}
	seen := 0
	for _, row := range golden(t, "classical_expected.csv") {
		method, ok := methods[row[0]]
		if !ok {
			continue
		}
		var k, n int
		var end string
		_, err := fmt.Sscanf(strings.ReplaceAll(row[1], "_", " "), "%d %d %s", &k, &n, &end)
		require.NoError(t, err)
		got, err := method(k, n, 0.95)
		require.NoError(t, err)
		limit := got.Lower
		if end == "ub" {
			limit = got.Upper
		}
		require.InDelta(t, number(t, row[2]), limit, close9, row)
		seen++
	}
	require.Equal(t, 16, seen)
}

func TestNewcombeIsThePublished(t *testing.T) {
	// Newcombe 1998, eleven methods, table II, method 10.
	for _, c := range []struct {
		k1, n1, k2, n2 int
		lower, upper   float64
	}{
		{56, 70, 48, 80, 0.0524, 0.3339},
		{9, 10, 3, 10, 0.1705, 0.8090},
	} {
		got, err := stats.Newcombe(c.k1, c.n1, c.k2, c.n2, 0.95)
		require.NoError(t, err)
		require.InDelta(t, c.lower, got.Lower, 0.5e-4)
		require.InDelta(t, c.upper, got.Upper, 0.5e-4)
		swapped, err := stats.Newcombe(c.k2, c.n2, c.k1, c.n1, 0.95)
		require.NoError(t, err)
		require.InDelta(t, -got.Upper, swapped.Lower, 1e-15)
		require.InDelta(t, -got.Lower, swapped.Upper, 1e-15)
	}
}

// Wilson's limits are the shares from which k is just as far as the level allows.
func TestWilsonInvertsTheScoreTest(t *testing.T) {
	const z = 1.959963984540054
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 10_000).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		got, err := stats.Wilson(k, n, 0.95)
		require.NoError(t, err)
		for _, limit := range []float64{got.Lower, got.Upper} {
			if limit == 0 || limit == 1 {
				continue
			}
			distance := math.Abs(float64(k)-float64(n)*limit) / math.Sqrt(float64(n)*limit*(1-limit))
			require.InDelta(t, z, distance, 1e-6)
		}
	})
}

// binomial returns the probability of at most k of n.
func binomial(k, n int, p float64) float64 {
	sum := 0.0
	for i := range k + 1 {
		ways, _ := new(big.Float).SetInt(new(big.Int).Binomial(int64(n), int64(i))).Float64()
		sum += ways * math.Pow(p, float64(i)) * math.Pow(1-p, float64(n-i))
	}
	return sum
}

func TestClopperPearsonLeavesHalfOfTheRestInEachTail(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 60).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		level := rapid.Float64Range(0.5, 0.999).Draw(t, "level")
		got, err := stats.ClopperPearson(k, n, level)
		require.NoError(t, err)
		if k > 0 {
			require.InDelta(t, (1-level)/2, 1-binomial(k-1, n, got.Lower), 1e-10)
		}
		if k < n {
			require.InDelta(t, (1-level)/2, binomial(k, n, got.Upper), 1e-10)
		}
	})
}

func TestAShareLiesInItsIntervals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 1<<40).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		share := float64(k) / float64(n)
		level := rapid.SampledFrom([]float64{1e-9, 0.5, 0.9, 0.95, 1 - 1e-9, 1 - 0x1p-53}).Draw(t, "level")
		got, err := stats.Wilson(k, n, level)
		require.NoError(t, err)
		require.LessOrEqual(t, got.Lower, share)
		require.GreaterOrEqual(t, got.Upper, share)
		require.GreaterOrEqual(t, got.Lower, 0.0)
		require.LessOrEqual(t, got.Upper, 1.0)
		require.InDelta(t, level, got.Level, 0)
	})
}

func TestSharesSayWhyTheyHaveNoInterval(t *testing.T) {
	for name, c := range map[string]struct {
		k, n  int
		level float64
		want  error
	}{
		"none of none":    {0, 0, 0.95, stats.ErrTooFew},
		"negative":        {-1, 5, 0.95, stats.ErrOutOfRange},
		"negative number": {0, -5, 0.95, stats.ErrOutOfRange},
		"more than all":   {6, 5, 0.95, stats.ErrOutOfRange},
		"too many":        {1, math.MaxInt, 0.95, stats.ErrOutOfRange},
		"level":           {1, 5, 1, stats.ErrLevel},
	} {
		t.Run(name, func(t *testing.T) {
			for _, method := range []func(k, n int, level float64) (stats.Interval, error){
				stats.Wilson, stats.ClopperPearson,
				func(k, n int, level float64) (stats.Interval, error) { return stats.Newcombe(k, n, 1, 2, level) },
				func(k, n int, level float64) (stats.Interval, error) { return stats.Newcombe(1, 2, k, n, level) },
			} {
				got, err := method(c.k, c.n, c.level)
				require.ErrorIs(t, err, c.want)
				require.Zero(t, got)
			}
		})
	}
}
