package assign

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// served solves for the number of rows served alone.
func served(t *testing.T, p Problem) (*Solution, int) {
	t.Helper()
	p.Ladder = []Rung{{ID: "served", Row: slices.Repeat([]int64{-1}, p.Rows)}}
	p.TieBreak = nil
	s := solve(t, p)
	return s, -int(s.Rungs[0].Value)
}

func TestTheShortageIsAViolatedHallSet(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 13))
	found := 0
	for range 500 * scale(t) {
		p := shape{rows: 10, cols: 6, capacity: 2, cost: 1, density: 0.35}.random(r)
		s, n := served(t, p)
		rows, cols := Shortage(p, s.Column)
		places := int64(0)
		for _, j := range cols {
			places += p.Capacity[j]
		}
		lacking := 0 // rows with pairs that are not served
		for i, j := range s.Column {
			if from, to := p.pairs(i); j < 0 && from < to {
				lacking++
				require.Contains(t, rows, i)
			}
		}
		require.Equal(t, int64(len(rows)-lacking), places)
		for _, i := range rows {
			for a, to := p.pairs(i); a < to; a++ {
				require.Contains(t, cols, int(p.Cols[a]))
			}
		}
		if lacking == 0 {
			require.Empty(t, rows)
			continue
		}
		found++
		q := p
		q.Capacity = slices.Clone(p.Capacity)
		q.Capacity[cols[r.IntN(len(cols))]]++
		_, more := served(t, q)
		require.Equal(t, n+1, more, "one more place serves one more row")
	}
	require.Positive(t, found)
}

func TestOneMorePairHelpsIfAndOnlyIfItsColumnIsSpare(t *testing.T) {
	r := rand.New(rand.NewPCG(14, 15))
	helped := 0
	for range 500 * scale(t) {
		p := shape{rows: 10, cols: 6, capacity: 2, cost: 1, density: 0.35}.random(r)
		s, n := served(t, p)
		spare := Spare(p, s.Column)
		i := slices.Index(s.Column, -1)
		if i < 0 {
			continue
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
			_, more := served(t, q)
			require.Equal(t, spare[j], more == n+1)
			if spare[j] {
				helped++
			}
		}
	}
	require.Positive(t, helped)
}

func TestARowThatCouldStillBeServedIsNoShortage(t *testing.T) {
	p := Problem{Rows: 2, Capacity: []int64{1, 1}, Start: []int{0, 2, 3}, Cols: []int32{0, 1, 0}}
	rows, cols := Shortage(p, []int32{0, -1}) // row 0 could move on to column 1
	require.Empty(t, rows)
	require.Empty(t, cols)
	require.Equal(t, []bool{true, true}, Spare(p, []int32{0, -1}))
}

func TestAnAssignmentThatDoesNotFitHasNoAnswer(t *testing.T) {
	p := Problem{Rows: 2, Capacity: []int64{1}, Start: []int{0, 1, 2}, Cols: []int32{0, 0}}
	for name, column := range map[string][]int32{
		"short": {0}, "no such column": {0, 1}, "below": {-2, 0}, "overfull": {0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			rows, cols := Shortage(p, column)
			require.Nil(t, rows)
			require.Nil(t, cols)
			require.Nil(t, Spare(p, column))
		})
	}
}
