package assign

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPairsAndColumnsSayTheSame(t *testing.T) {
	p := Problem{Rows: 3, Capacity: []int64{1, 1}, Start: []int{0, 2, 2, 3}, Cols: []int32{0, 1, 0}}
	for name, c := range map[string]struct{ pairs, column []int32 }{
		"nobody":    {[]int32{}, []int32{-1, -1, -1}},
		"the first": {[]int32{1}, []int32{1, -1, -1}},
		"the last":  {[]int32{2}, []int32{-1, -1, 0}},
		"both":      {[]int32{1, 2}, []int32{1, -1, 0}},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, c.column, p.Columns(c.pairs))
			pairs, ok := p.PairsOf(c.column)
			require.True(t, ok)
			require.Equal(t, c.pairs, pairs)
		})
	}
}

func TestColumnsTakesTheFirstOfSeveralAndPassesOverWhatIsNoPair(t *testing.T) {
	p := Problem{Rows: 2, Capacity: []int64{1, 1}, Start: []int{0, 2, 4}, Cols: []int32{0, 1, 0, 1}}
	require.Equal(t, []int32{0, 1}, p.Columns([]int32{-7, 0, 1, 3, 4, 9}))
	require.Empty(t, (&Problem{}).Columns([]int32{1}))
}

func TestColumnsThatAreNoPairsHaveNoPairs(t *testing.T) {
	p := Problem{Rows: 2, Capacity: []int64{1, 1}, Start: []int{0, 1, 2}, Cols: []int32{0, 1}}
	for name, column := range map[string][]int32{
		"short": {0}, "long": {0, 1, -1}, "forbidden": {1, 1}, "past the end": {2, -1},
	} {
		t.Run(name, func(t *testing.T) {
			_, ok := p.PairsOf(column)
			require.False(t, ok)
		})
	}
}
