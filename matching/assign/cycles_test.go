package assign

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// variety is how the assignments of a face differ, found by trying every set of pairs.
type variety struct {
	some, all  uint32 // pairs in use in some of them, in all of them
	least, top []int32
}

func varietyOf(x *network) variety {
	n := len(x.rows)
	v := variety{all: ^uint32(0), least: make([]int32, n+len(x.cols)), top: make([]int32, n+len(x.cols))}
	for k := range v.least {
		v.least[k] = 1 << 30
	}
	for set := range uint32(1) << len(x.pair) {
		if units := x.unitsOf(set); units != nil {
			v.some, v.all = v.some|set, v.all&set
			for k, u := range units {
				v.least[k], v.top[k] = min(v.least[k], u), max(v.top[k], u)
			}
		}
	}
	return v
}

// unitsOf counts the units of rows and columns, or returns nil for a set of pairs that
// is not on the face.
func (x *network) unitsOf(set uint32) []int32 {
	n := len(x.rows)
	units := make([]int32, n+len(x.cols))
	for a, state := range x.pair {
		in := set>>a&1 == 1
		if state&pairFixed != 0 && in != (state&pairUsed != 0) {
			return nil
		}
		if in {
			units[rowOf(x.p, int32(a))]++
			units[n+int(x.p.Cols[a])]++
		}
	}
	for k, u := range units {
		if b := x.boundsOf(k); u < b.lo || u > b.hi {
			return nil
		}
	}
	return units
}

func (x *network) boundsOf(k int) *bounds {
	if n := len(x.rows); k >= n {
		return &x.cols[k-n]
	}
	return &x.rows[k]
}

func TestExactlyWhatLiesOnACycleStaysFree(t *testing.T) {
	r := rand.New(rand.NewPCG(41, 1))
	moved, kept := 0, 0
	for range 2000 * scale(t) {
		x := small(r).face(r)
		if !x.withinBounds() {
			continue
		}
		before := varietyOf(x)
		_, free, err := x.fixAcyclic(&meter{ctx: context.Background()})
		require.NoError(t, err)
		requireConsistent(t, x)
		count := 0
		for a, state := range x.pair {
			varies := (before.some&^before.all)>>a&1 == 1
			require.Equal(t, varies, state&pairFixed == 0, "pair %d of %s", a, describe(x.p))
			if varies {
				count++
			}
		}
		require.Equal(t, count, free)
		for k := range before.least {
			b := x.boundsOf(k)
			require.LessOrEqual(t, b.lo, before.least[k], "node %d of %s", k, describe(x.p))
			require.GreaterOrEqual(t, b.hi, before.top[k], "node %d of %s", k, describe(x.p))
		}
		require.Equal(t, before, varietyOf(x), "nothing is lost of %s", describe(x.p))
		if free > 0 {
			moved++
		} else {
			kept++
		}
	}
	require.Greater(t, moved, 200, "faces with more than one assignment")
	require.Greater(t, kept, 200, "faces with one")
}

func TestNumbersOfComponentsGrowAlongArcs(t *testing.T) {
	r := rand.New(rand.NewPCG(41, 2))
	for range 2000 * scale(t) {
		x := medium(r).face(r)
		states := append([]pairState(nil), x.pair...)
		g := newComponents(x, &meter{ctx: context.Background()})
		enters, leaves := make([]bool, g.hub()), make([]bool, g.hub())
		for k := range enters {
			enters[k], leaves[k] = g.enters(k), g.leaves(k)
		}
		number, _, err := x.fixAcyclic(g.meter)
		require.NoError(t, err)
		n := int32(len(x.rows))
		for a, state := range states {
			i, j := number[rowOf(x.p, int32(a))], number[n+x.p.Cols[a]]
			switch state {
			case 0:
				require.LessOrEqual(t, i, j, "a pair not in use leads from its row")
			case pairUsed:
				require.LessOrEqual(t, j, i, "a pair in use leads back")
			}
		}
		hub := number[g.hub()]
		for k := range enters {
			require.False(t, leaves[k] && number[k] > hub, "node %d leads to the hub", k)
			require.False(t, enters[k] && number[k] < hub, "the hub leads to node %d", k)
		}
	}
}
