package assign

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// fullest returns an assignment with as many pairs as there can be.
func fullest(t *testing.T, p *Problem) []int32 {
	t.Helper()
	x := newNetwork(p, p.places())
	fillMost(t, x)
	return x.inUse()
}

// contested draws problems with too few places, for rows that ask for one column,
// or for several.
func contested(seed uint64, count int, check func(r *rand.Rand, p Problem)) {
	r := rand.New(rand.NewPCG(103, seed))
	for n := range count {
		check(r, shape{rows: 10, cols: 6, demand: int64(n % 4), capacity: 2, density: 0.35}.random(r))
	}
}

func units(p *Problem, pairs []int32) []int64 {
	n := make([]int64, p.Rows)
	for _, a := range pairs {
		n[rowOf(p, a)]++
	}
	return n
}

func TestTheShortageIsAViolatedHallSet(t *testing.T) {
	found := 0
	contested(1, 2000*scale(t), func(_ *rand.Rand, p Problem) {
		pairs := fullest(t, &p)
		rows, cols := Shortage(p, pairs)
		have, asked, got := units(&p, pairs), int64(0), int64(0)
		for i, n := range have {
			if n < p.demand(i) {
				require.Contains(t, rows, i)
			}
		}
		for _, i := range rows {
			asked += p.demand(i)
			got += have[i]
		}
		if len(rows) == 0 {
			require.Empty(t, cols)
			return
		}
		found++
		h := HallSet{Side: SideRows, Rows: rows, Cols: cols, Need: asked, Room: got}
		require.NoError(t, h.Check(p), describe(&p))
	})
	require.Positive(t, found)
}

func TestOneMorePlaceServesOneMore(t *testing.T) {
	contested(2, 500*scale(t), func(_ *rand.Rand, p Problem) {
		pairs := fullest(t, &p)
		_, cols := Shortage(p, pairs)
		for j := range p.Capacity {
			q := p
			q.Capacity = slices.Clone(p.Capacity)
			q.Capacity[j]++
			more := len(fullest(t, &q)) - len(pairs)
			require.Equal(t, slices.Contains(cols, j), more == 1, "column %d\n%s", j, describe(&p))
		}
	})
}

func TestOneMorePairHelpsIfAndOnlyIfItsColumnIsSpare(t *testing.T) {
	helped := 0
	contested(3, 500*scale(t), func(_ *rand.Rand, p Problem) {
		pairs := fullest(t, &p)
		spare, have := Spare(p, pairs), units(&p, pairs)
		i := slices.IndexFunc(have, func(n int64) bool { return n == 0 })
		if i < 0 || p.asks(i) == 0 {
			return
		}
		for j := range p.Capacity {
			from, to := p.pairs(i)
			at, has := slices.BinarySearch(p.Cols[from:to], int32(j))
			if has {
				require.False(t, spare[j])
				continue
			}
			q := p
			q.Cols, q.Start = slices.Insert(slices.Clone(p.Cols), from+at, int32(j)), slices.Clone(p.Start)
			for k := i + 1; k <= p.Rows; k++ {
				q.Start[k]++
			}
			require.Equal(t, spare[j], len(fullest(t, &q)) == len(pairs)+1, "column %d\n%s", j, describe(&p))
			if spare[j] {
				helped++
			}
		}
	})
	require.Positive(t, helped)
}

// beyond is what some rows have, with one unit more for one of them, beyond the room
// there is for them.
func beyond(p *Problem, have []int64, rows []int, row int) int64 {
	over, pairs := int64(0), make([]int64, len(p.Capacity))
	for _, i := range rows {
		over += have[i]
		if i == row {
			over++
		}
		for _, j := range p.Cols[p.Start[i]:p.Start[i+1]] {
			pairs[j]++
		}
	}
	for j, n := range pairs {
		over -= min(n, p.Capacity[j])
	}
	return over
}

func TestTheHallSetOfARowIsTheSmallest(t *testing.T) {
	explained, several := 0, 0
	contested(4, 1000*scale(t), func(_ *rand.Rand, p Problem) {
		pairs := fullest(t, &p)
		have := units(&p, pairs)
		for row := range p.Rows {
			h, ok := Hall(p, pairs, row)
			require.Equal(t, have[row] < p.asks(row), ok)
			if !ok {
				continue
			}
			explained++
			several = max(several, len(h.Rows))
			require.NoError(t, h.Check(p), describe(&p))
			require.Contains(t, h.Rows, row)
			require.Equal(t, int64(1), beyond(&p, have, h.Rows, row))
			require.Equal(t, h.Room+1, h.Need)
			for part := range 1<<len(h.Rows) - 1 {
				var some []int
				for n, i := range h.Rows {
					if part>>n&1 != 0 {
						some = append(some, i)
					}
				}
				require.LessOrEqual(t, beyond(&p, have, some, row), int64(0), "%v is enough of %+v\n%s", some, h, describe(&p))
			}
		}
	})
	require.Positive(t, explained)
	require.Greater(t, several, 3)
}

func TestARowThatCouldStillBeServedIsNoShortage(t *testing.T) {
	p := Problem{Rows: 2, Capacity: []int64{1, 1}, Start: []int{0, 2, 3}, Cols: []int32{0, 1, 0}}
	pairs := []int32{0} // row 0 could move on to column 1
	rows, cols := Shortage(p, pairs)
	require.Empty(t, rows)
	require.Empty(t, cols)
	require.Equal(t, []bool{true, true}, Spare(p, pairs))
	_, ok := Hall(p, pairs, 1)
	require.False(t, ok)
}

func TestARowWithoutPairsCompetesForNothing(t *testing.T) {
	p := Problem{Rows: 2, Capacity: []int64{1}, Start: []int{0, 0, 1}, Cols: []int32{0}}
	rows, cols := Shortage(p, []int32{0})
	require.Empty(t, rows)
	require.Empty(t, cols)
	h, ok := Hall(p, []int32{0}, 0)
	require.True(t, ok)
	require.Equal(t, HallSet{Side: SideRows, Rows: []int{0}, Need: 1}, h)
}

func TestAColumnWithoutPairsIsSpareAsLongAsItHasAPlace(t *testing.T) {
	p := Problem{Rows: 1, Capacity: []int64{1, 0, 2}, Start: []int{0, 1}, Cols: []int32{2}}
	require.Equal(t, []bool{true, false, true}, Spare(p, []int32{0}))
}

func TestAnAssignmentThatDoesNotFitHasNoAnswer(t *testing.T) {
	p := Problem{
		Rows: 3, Demand: []int64{1, 1, 1}, Capacity: []int64{1, 1}, Start: []int{0, 1, 2, 4}, Cols: []int32{0, 0, 0, 1},
	}
	for name, pairs := range map[string][]int32{
		"no such pair": {4}, "below": {-1}, "twice": {0, 0}, "out of order": {2, 0}, "overfull": {0, 1}, "more than asked": {2, 3},
	} {
		t.Run(name, func(t *testing.T) {
			rows, cols := Shortage(p, pairs)
			require.Nil(t, rows)
			require.Nil(t, cols)
			require.Nil(t, Spare(p, pairs))
			_, ok := Hall(p, pairs, 0)
			require.False(t, ok)
		})
	}
	_, ok := Hall(p, nil, 3)
	require.False(t, ok, "no such row")
	_, ok = Hall(p, nil, -1)
	require.False(t, ok, "no such row")
	p.Start = nil
	require.Nil(t, Spare(p, nil), "no problem that makes sense")
}
