package assign

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func costsOf(arcs []arc[int32]) []int32 {
	costs := make([]int32, len(arcs))
	for n, a := range arcs {
		costs[n] = a.cost
	}
	return costs
}

func TestArcsComeInOrderChunkByChunkAndNoneIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		costs := rapid.SliceOfN(rapid.Int32Range(-20, 20), 0, 400).Draw(t, "costs")
		arcs := make([]arc[int32], len(costs))
		for n, c := range costs {
			arcs[n] = arc[int32]{cost: c, right: int32(n)}
		}
		want := slices.Clone(costs)
		slices.Sort(want)
		for sorted := 0; sorted < len(arcs); {
			next := sortNext(arcs, sorted)
			if next <= sorted || !slices.Equal(costsOf(arcs[:next]), want[:next]) {
				t.Fatalf("%d of %d in order: %v", next, len(arcs), costsOf(arcs))
			}
			sorted = next
		}
		seen := make([]bool, len(arcs))
		for _, a := range arcs {
			if seen[a.right] || costs[a.right] != a.cost {
				t.Fatalf("arc %d is not what it was", a.right)
			}
			seen[a.right] = true
		}
	})
}

// Costs that make the median of three a bad pivot again and again.
func TestBadPivotsDoNotMakeSelectionQuadratic(t *testing.T) {
	const n = 1 << 17
	arcs := make([]arc[int32], n)
	for k := range n / 2 {
		arcs[2*k].cost, arcs[2*k+1].cost = int32(k), int32(n-k)
	}
	arcs[n-1].cost = -1
	selectCheapest(arcs, n/3)
	bar := slices.Max(costsOf(arcs[:n/3]))
	require.GreaterOrEqual(t, slices.Min(costsOf(arcs[n/3:])), bar)
}

func TestTheQueueHandsOutTheSmallestKeysBelowTheLimit(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 200 {
		var q queue
		q.begin(0)
		var keys []int64
		for node := range int32(100) {
			keys = append(keys, r.Int64N(30))
			q.push(keys[node], node)
		}
		var got []int64
		for node, ok := q.next(20); ok; node, ok = q.next(20) {
			require.Equal(t, q.current, keys[node])
			got = append(got, keys[node])
		}
		slices.Sort(keys)
		n, _ := slices.BinarySearch(keys, 20)
		require.Equal(t, keys[:n], got)
	}
}
