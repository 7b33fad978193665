package weighted

import (
	"bufio"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// published reads a problem of the OR-Library (J. E. Beasley) with one problem a
// file: columns and rows, costs and units by column, capacities.
func published(t *testing.T, name string) Problem {
	t.Helper()
	folder := os.Getenv("PEERSUPPORT_REFERENCE_DATA")
	if folder == "" {
		t.Skip("PEERSUPPORT_REFERENCE_DATA is not set")
	}
	file, err := os.Open(filepath.Join(folder, "instances", "gap", name))
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	words := bufio.NewScanner(file)
	words.Split(bufio.ScanWords)
	next := func() int64 {
		require.True(t, words.Scan(), "file too short")
		n := int64(0)
		for _, c := range words.Text() {
			require.True(t, '0' <= c && c <= '9', words.Text())
			n = 10*n + int64(c-'0')
		}
		return n
	}
	columns, rows := int(next()), int(next())
	p := Problem{Rows: rows, Start: []int{0}, Must: make([]bool, rows)}
	table := func() []int64 {
		byRow := make([]int64, rows*columns)
		for j := range columns {
			for i := range rows {
				byRow[i*columns+j] = next()
			}
		}
		return byRow
	}
	p.Cost, p.Units = table(), table()
	for range columns {
		p.Capacity = append(p.Capacity, next())
	}
	for i := range rows {
		p.Must[i] = true
		for j := range columns {
			p.Cols = append(p.Cols, int32(j))
		}
		p.Start = append(p.Start, len(p.Cols))
	}
	require.False(t, words.Scan(), "file too long")
	return p
}

// The maxima are those of Cattrysse, Salomon and Van Wassenhove (European Journal
// of Operational Research 72, 1994), the minima were found by another solver.
func TestThePublishedOptimaAreFound(t *testing.T) {
	for _, c := range []struct {
		name             string
		maximum, minimum int64
	}{{"c0515_1", 336, 261}, {"c0515_2", 327, 269}, {"c0515_3", 339, 256}} {
		t.Run(c.name, func(t *testing.T) {
			p := published(t, c.name)
			s := solve(t, p)
			require.Equal(t, c.minimum, s.Cost.Value)
			require.True(t, s.Exact)
			require.NoError(t, Check(p, s))
			for a := range p.Cost {
				p.Cost[a] = -p.Cost[a]
			}
			s = solve(t, p)
			require.Equal(t, -c.maximum, s.Cost.Value)
			require.True(t, s.Exact)
			require.NoError(t, Check(p, s))
		})
	}
}
