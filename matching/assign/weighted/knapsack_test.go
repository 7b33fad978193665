package weighted

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// leastOf tries every choice of items that fit and meet the condition.
func leastOf(items []item, room int64, allowed func(chosen uint) bool) (least int64, ok bool) {
	for chosen := range uint(1) << len(items) {
		left, sum := room, int64(0)
		for n, it := range items {
			if chosen>>n&1 > 0 {
				left -= it.units
				sum += it.price
			}
		}
		if left >= 0 && allowed(chosen) && (!ok || sum < least) {
			least, ok = sum, true
		}
	}
	return least, ok
}

// knapsacks draws items with every way to solve them.
func knapsacks(t *testing.T, check func(c column, items []item, room int64)) {
	t.Helper()
	r := rand.New(rand.NewPCG(7, 8))
	for range 2_000 * scale(t) {
		room := r.Int64N(20)
		var items []item
		for n := range r.IntN(9) {
			items = append(items, item{pair: int32(n), units: r.Int64N(min(room, 8) + 1), price: r.Int64N(31) - 20})
		}
		check(column{divisor: 1, table: r.IntN(2) == 0}, items, room)
	}
}

// inOrder solves a copy and puts it back into the order of the items.
func inOrder(c column, items []item, room int64) (int64, []item) {
	solved := slices.Clone(items)
	least, _ := new(knapsack).solve(c, solved, room)
	slices.SortFunc(solved, func(a, b item) int { return int(a.pair - b.pair) })
	return least, solved
}

func TestATableIsExactAndFractionsAreABound(t *testing.T) {
	knapsacks(t, func(c column, items []item, room int64) {
		want, _ := leastOf(items, room, func(uint) bool { return true })
		got, _ := inOrder(c, items, room)
		if c.table {
			require.Equal(t, want, got)
		}
		require.LessOrEqual(t, got, want)
	})
}

func TestForcingAnItemCostsNoLessThanPromised(t *testing.T) {
	knapsacks(t, func(c column, items []item, room int64) {
		least, solved := inOrder(c, items, room)
		for n, it := range solved {
			forced, ok := leastOf(items, room, func(chosen uint) bool { return (chosen>>n&1 > 0) != it.taken })
			if c.table && ok {
				require.Equal(t, forced, least+it.force)
			}
			require.True(t, !ok || least+it.force <= forced)
			require.GreaterOrEqual(t, it.force, int64(0))
		}
	})
}

func TestWhatIsTakenFitsAndIsWorthWhatItSays(t *testing.T) {
	knapsacks(t, func(c column, items []item, room int64) {
		least, solved := inOrder(c, items, room)
		sum := int64(0)
		for _, it := range solved {
			if it.taken {
				room -= it.units
				sum += it.price
			}
		}
		require.GreaterOrEqual(t, room, int64(0))
		if c.table {
			require.Equal(t, least, sum)
		}
	})
}

func TestTheCheckerFindsTheSameLeastSums(t *testing.T) {
	knapsacks(t, func(c column, items []item, room int64) {
		want, _ := inOrder(c, items, room)
		worth := slices.DeleteFunc(slices.Clone(items), func(it item) bool { return it.price >= 0 })
		if c.table {
			require.Equal(t, want, leastByTable(worth, room))
		} else {
			require.Equal(t, want, leastByFraction(worth, room))
		}
	})
}

func TestColumnsAreSolvedByWhatSuitsThem(t *testing.T) {
	// The first row has as many pairs as the column; units as given, repeated.
	kind := func(capacity int64, pairs int, units ...int64) column {
		p := Problem{Rows: pairs, Capacity: []int64{capacity}, Start: []int{0}}
		for i := range pairs {
			p.Cols = append(p.Cols, 0)
			p.Units = append(p.Units, units[i%len(units)])
			p.Start = append(p.Start, i+1)
		}
		return newModel(&p, costTerms(&p, 0)).columns[0]
	}
	require.Equal(t, column{divisor: 1, table: true}, kind(40, 20, 3, 4), "few units")
	require.Equal(t, column{divisor: 1, table: true}, kind(15*100_000, 20, 15*45_000, 15*60_000), "a common divisor")
	require.Equal(t, column{divisor: 1}, kind(1_000, 20, 3, 4), "all fit")
	require.Equal(t, column{divisor: 1}, kind(13, 3_000_000, 1), "more pairs than cells")
	require.Equal(t, column{divisor: 1272, table: true}, kind(100_000_000, 10, 30_000_000, 20_000_001), "fine units")
	require.Equal(t, column{divisor: 1}, kind(100_000_000, 10, 99_999_999, 5, 7, 11), "fine and small units")
	require.Equal(t, column{divisor: 1}, kind(100_000_000, 100_000, 2_000, 3_001), "very many pairs")
}

func TestProductsAreDividedExactly(t *testing.T) {
	for _, c := range []struct {
		a, b, c, want int64
		cut           bool
	}{{6, 7, 2, 21, false}, {7, 7, 2, 24, true}, {0, 5, 3, 0, false}, {1 << 62, 1 << 62, 1 << 62, 1 << 61, true}, {1 << 40, 1 << 40, 1, 1 << 61, true}, {1 << 50, 1 << 50, 1 << 50, 1 << 50, false}} {
		got, cut := mulDiv(c.a, c.b, c.c)
		require.Equal(t, c.want, got)
		require.Equal(t, c.cut, cut)
	}
}
