package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching/assign"
)

// bpm holds the parts of a file; tests spoil them one by one.
type bpm struct {
	magic, flags         uint64
	rows, columns, pairs int64
	capacity             []int32
	start                []int64
	column, cost         []int32
}

// example is 3 rows and 2 columns with one and two places:
//
//	row 0: column 0 at 5, column 1 at −7
//	row 1: nothing
//	row 2: column 1 at 3
func example() bpm {
	return bpm{
		magic: bpmMagic, rows: 3, columns: 2, pairs: 3,
		capacity: []int32{1, 2},
		start:    []int64{0, 2, 2, 3},
		column:   []int32{0, 1, 1},
		cost:     []int32{5, -7, 3},
	}
}

// square is dense, with 2 rows, 2 columns and the costs 1, 2, 3, 5.
func square() bpm {
	return bpm{
		magic: bpmMagic, flags: bpmDense, rows: 2, columns: 2, pairs: 4,
		capacity: []int32{1, 1},
		cost:     []int32{1, 2, 3, 5},
	}
}

func (b bpm) bytes() []byte {
	var w bytes.Buffer
	for _, part := range []any{b.magic, b.flags, b.rows, b.columns, b.pairs, b.capacity, b.start, b.column, b.cost} {
		_ = binary.Write(&w, binary.LittleEndian, part) // a buffer takes everything
	}
	return w.Bytes()
}

func (b bpm) file(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "example.bin")
	require.NoError(t, os.WriteFile(path, b.bytes(), 0o600))
	return path
}

func read(file []byte) (assign.Problem, []int64, error) {
	return readBPM(bytes.NewReader(file), int64(len(file)))
}

func TestReadsASparseInstance(t *testing.T) {
	p, costs, err := read(example().bytes())
	require.NoError(t, err)
	require.Equal(t, assign.Problem{
		Rows: 3, Capacity: []int64{1, 2}, Start: []int{0, 2, 2, 3}, Cols: []int32{0, 1, 1},
	}, p)
	require.Equal(t, []int64{5, -7, 3}, costs)
}

func TestReadsADenseInstance(t *testing.T) {
	p, costs, err := read(square().bytes())
	require.NoError(t, err)
	require.Equal(t, assign.Problem{
		Rows: 2, Capacity: []int64{1, 1}, Start: []int{0, 2, 4}, Cols: []int32{0, 1, 0, 1},
	}, p)
	require.Equal(t, []int64{1, 2, 3, 5}, costs)
}

func TestReadsAnInstanceOfNothing(t *testing.T) {
	p, costs, err := read(bpm{magic: bpmMagic, start: []int64{0}}.bytes())
	require.NoError(t, err)
	require.Zero(t, p.Rows)
	require.Empty(t, costs)
}

func TestReadsNumbersAcrossTheEndOfItsBuffer(t *testing.T) {
	b := bpm{magic: bpmMagic, rows: 40_000, columns: 1, pairs: 40_000, capacity: []int32{7}}
	for i := range int32(40_000) {
		b.start = append(b.start, int64(i))
		b.column = append(b.column, 0)
		b.cost = append(b.cost, i)
	}
	b.start = append(b.start, 40_000)
	p, costs, err := read(b.bytes())
	require.NoError(t, err)
	require.Equal(t, 39_999, p.Start[39_999])
	require.Equal(t, int64(39_999), costs[39_999])
}

func TestRefusesABadFile(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*bpm)
		want  bpmError
	}{
		"of another kind":             {func(b *bpm) { b.magic++ }, bpmError{faultMagic, 0}},
		"with unknown flags":          {func(b *bpm) { b.flags = 2 }, bpmError{faultFlags, 0}},
		"with negative rows":          {func(b *bpm) { b.rows = -1 }, bpmError{faultSize, 0}},
		"with more rows than listed":  {func(b *bpm) { b.rows++ }, bpmError{faultSize, 0}},
		"with rows beyond 32 bits":    {func(b *bpm) { b.rows = math.MaxInt64 }, bpmError{faultSize, 0}},
		"with negative columns":       {func(b *bpm) { b.columns = -2 }, bpmError{faultSize, 0}},
		"with negative pairs":         {func(b *bpm) { b.pairs = math.MinInt64 }, bpmError{faultSize, 0}},
		"with more than it declares":  {func(b *bpm) { b.cost = append(b.cost, 1) }, bpmError{faultSize, 0}},
		"without its last cost":       {func(b *bpm) { b.cost = b.cost[:2] }, bpmError{faultSize, 0}},
		"with negative capacity":      {func(b *bpm) { b.capacity[1] = -1 }, bpmError{faultCapacity, 1}},
		"that starts late":            {func(b *bpm) { b.start[0] = 1 }, bpmError{faultStart, 0}},
		"with a decreasing start":     {func(b *bpm) { b.start[2] = 1 }, bpmError{faultStart, 2}},
		"with a start past the pairs": {func(b *bpm) { b.start[1] = 4 }, bpmError{faultStart, 1}},
		"that ends early":             {func(b *bpm) { b.start[3] = 2 }, bpmError{faultStart, 3}},
		"with a negative column":      {func(b *bpm) { b.column[0] = -1 }, bpmError{faultColumn, 0}},
		"with an unknown column":      {func(b *bpm) { b.column[2] = 2 }, bpmError{faultColumn, 2}},
		"with a column twice":         {func(b *bpm) { b.column[0] = 1 }, bpmError{faultColumn, 1}},
	} {
		t.Run(name, func(t *testing.T) {
			b := example()
			c.spoil(&b)
			_, _, err := read(b.bytes())
			var bad *bpmError
			require.ErrorAs(t, err, &bad)
			require.Equal(t, c.want, *bad)
		})
	}
}

func TestRefusesADenseFileWithPairsMissing(t *testing.T) {
	b := square()
	b.pairs, b.cost = 3, b.cost[:3]
	_, _, err := read(b.bytes())
	require.Equal(t, &bpmError{faultSize, 0}, err)
}

func TestRefusesAFileCutAnywhere(t *testing.T) {
	whole := example().bytes()
	for n := range whole {
		_, _, err := read(whole[:n])
		require.Equal(t, &bpmError{faultSize, 0}, err, "cut to %d bytes", n)
	}
}

func TestTellsAFailingDiskFromABadFile(t *testing.T) {
	whole := example().bytes()
	broken := errors.New("broken")
	for n := range whole {
		r := io.MultiReader(bytes.NewReader(whole[:n]), iotest.ErrReader(broken))
		_, _, err := readBPM(r, int64(len(whole)))
		require.ErrorIs(t, err, broken)
	}
}

func TestReadsWhateverTheDiskHandsOver(t *testing.T) {
	whole := example().bytes()
	_, costs, err := readBPM(iotest.OneByteReader(bytes.NewReader(whole)), int64(len(whole)))
	require.NoError(t, err)
	require.Equal(t, []int64{5, -7, 3}, costs)
}

// oneRow is a sparse instance of a single row with n columns.
func oneRow(n int) bpm {
	b := bpm{magic: bpmMagic, rows: 1, columns: int64(n), pairs: int64(n), start: []int64{0, int64(n)}}
	b.capacity, b.cost = make([]int32, n), make([]int32, n)
	for j := range int32(n) {
		b.column = append(b.column, j)
	}
	return b
}

func TestReadingAllocatesTheProblemAndABuffer(t *testing.T) {
	const n = 1 << 18
	file := oneRow(n).bytes()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, _, err := read(file)
	runtime.ReadMemStats(&after)
	require.NoError(t, err)
	const problem = n * (8 + 4 + 8) // capacity, column and cost
	require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(problem+1<<18))
}

func BenchmarkReadBPM(b *testing.B) {
	file := oneRow(1 << 18).bytes()
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		_, _, err := read(file)
		require.NoError(b, err)
	}
}

// FuzzReadBPM holds the reader to its word: a problem that assign accepts, or a
// fault, whatever the bytes.
func FuzzReadBPM(f *testing.F) {
	f.Add(example().bytes())
	f.Add(square().bytes())
	f.Add(bpm{magic: bpmMagic, start: []int64{0}}.bytes())
	f.Add(example().bytes()[:50])
	f.Fuzz(func(t *testing.T, file []byte) {
		p, costs, err := read(file)
		if err != nil {
			var bad *bpmError
			require.ErrorAs(t, err, &bad)
			return
		}
		require.Len(t, costs, len(p.Cols))
		require.Len(t, p.Start, p.Rows+1)
		require.True(t, slices.IsSorted(p.Start))
		require.Equal(t, len(p.Cols), p.Start[p.Rows])
		for i := range p.Rows {
			for a := p.Start[i]; a < p.Start[i+1]; a++ {
				require.True(t, 0 <= p.Cols[a] && int(p.Cols[a]) < len(p.Capacity))
				require.True(t, a == p.Start[i] || p.Cols[a-1] < p.Cols[a])
			}
		}
	})
}
