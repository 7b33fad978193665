package fair

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// bestSet tries every set of up to 20 pairs.
func bestSet(r row, gain []int64, need int64) (best int64, ok bool) {
	for set := range 1 << len(gain) {
		units, value, own := 0, int64(0), int64(0)
		for a := range gain {
			if set>>a&1 == 1 {
				units++
				value += r.value[a]
				own += gain[a]
			}
		}
		if units >= r.lo && units <= r.hi && value >= need && (!ok || own > best) {
			best, ok = own, true
		}
	}
	return best, ok
}

func TestTheBestSetOfARowIsFoundAndProven(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	c := chooser{meter: &meter{ctx: context.Background(), stop: math.MaxInt64}}
	for n := range 20_000 * scale(t) {
		pairs := 1 + r.IntN(9)
		magnitude := []int64{3, 20, 1_000_000}[r.IntN(3)]
		w := row{value: make([]int64, pairs)}
		w.hi = r.IntN(pairs + 1)
		w.lo = r.IntN(w.hi + 1)
		gain := make([]int64, pairs)
		for a := range gain {
			w.value[a], gain[a] = r.Int64N(2*magnitude)-magnitude/2, r.Int64N(2*magnitude)-magnitude
		}
		need := r.Int64N(6*magnitude) - magnitude
		want, possible := bestSet(w, gain, need)
		require.Equal(t, possible, c.choose(w, gain, need), "row %d", n)
		if !possible {
			continue
		}
		require.Equal(t, want, c.upper, "bound of row %d", n)
		require.Equal(t, want, c.lower, "gain of row %d", n)
		value, own := int64(0), int64(0)
		for _, a := range c.best {
			value += w.value[a]
			own += gain[a]
		}
		require.GreaterOrEqual(t, value, need, "row %d", n)
		require.Equal(t, want, own, "row %d", n)
	}
}

func TestARowWithTooManySetsStillHasABound(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	c := chooser{meter: &meter{ctx: context.Background(), stop: math.MaxInt64}}
	const pairs = 60
	w := row{value: make([]int64, pairs), lo: 30, hi: 30}
	gain := make([]int64, pairs)
	for a := range gain { // what has value costs as much: a problem of subset sums
		w.value[a] = 1_000_000 + r.Int64N(1_000_000)
		gain[a] = -w.value[a]
	}
	require.True(t, c.choose(w, gain, 45_000_000))
	require.GreaterOrEqual(t, c.upper, c.lower)
	require.LessOrEqual(t, c.upper, int64(-45_000_000))
	require.Less(t, c.meter.steps, int64(20_000))
}

func TestFloorRoundsDown(t *testing.T) {
	require.Equal(t, []int64{3, -4, -3, 0, -1}, []int64{floor(7, 2), floor(-7, 2), floor(-6, 2), floor(1, 2), floor(-1, 2)})
}
