package matching_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
)

// poolOf is a pool with so many supporters.
func poolOf(t testing.TB, n int) *matching.Pool {
	t.Helper()
	w := world{at: day("2026-11-21"), people: []peer.Person{{Key: "top"}}}
	for i := range n {
		w.people = append(w.people, peer.Person{Key: person(i), Manager: "top"})
		w.supporters = append(w.supporters, offering(person(i), 1, w.at))
	}
	return w.pool(t)
}

// TestASetIsAMapOfNumbers compares every operation with the same on a map.
func TestASetIsAMapOfNumbers(t *testing.T) {
	pools := map[int]*matching.Pool{}
	for _, n := range []int{1, 5, 63, 64, 65, 128, 130} {
		pools[n] = poolOf(t, n)
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.SampledFrom(slices.Sorted(maps.Keys(pools))).Draw(t, "supporters")
		pool := pools[n]
		set, model := pool.NewSet(), map[int]bool{}
		other, third := drawSet(t, pool, n), drawSet(t, pool, n)
		number := rapid.IntRange(0, n-1)
		t.Repeat(map[string]func(*rapid.T){
			"add": func(t *rapid.T) {
				j := number.Draw(t, "j")
				set.Add(j)
				model[j] = true
			},
			"range": func(t *rapid.T) {
				from, until := number.Draw(t, "from"), rapid.IntRange(0, n).Draw(t, "until")
				set.AddRange(from, until)
				for j := from; j < until; j++ {
					model[j] = true
				}
			},
			"set":     func(*rapid.T) { set.AddSet(other); add(model, n, other.Has) },
			"without": func(*rapid.T) { set.AddWithout(other); add(model, n, func(j int) bool { return !other.Has(j) }) },
			"common": func(*rapid.T) {
				set.AddCommon(other, third)
				add(model, n, func(j int) bool { return other.Has(j) && third.Has(j) })
			},
			"all":   func(*rapid.T) { set.AddAll(); add(model, n, func(int) bool { return true }) },
			"clear": func(*rapid.T) { set.Clear(); clear(model) },
			"": func(t *rapid.T) {
				members := slices.Sorted(maps.Keys(model))
				require.Equal(t, members, slices.Collect(set.Members))
				require.Equal(t, len(members), set.Len())
				require.Len(t, slices.Collect(set.Others), n-len(members))
			},
		})
	})
}

func drawSet(t *rapid.T, pool *matching.Pool, n int) matching.Set {
	s := pool.NewSet()
	for _, j := range rapid.SliceOf(rapid.IntRange(0, n-1)).Draw(t, "members") {
		s.Add(j)
	}
	return s
}

func add(model map[int]bool, n int, want func(int) bool) {
	for j := range n {
		if want(j) {
			model[j] = true
		}
	}
}

func TestLoopsOverASetCanStop(t *testing.T) {
	s := poolOf(t, 70).NewSet()
	s.AddAll()
	for j := range s.Members {
		require.Zero(t, j)
		break
	}
	require.Empty(t, slices.Collect(s.Others))
}
