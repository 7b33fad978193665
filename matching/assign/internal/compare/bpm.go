package main

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"os"

	"github.com/peersupport/peersupport/matching/assign"
)

const (
	bpmMagic  = 0x314d5042
	bpmDense  = 1
	bpmHeader = 5 // numbers of 8 bytes
)

// bpmFault names what is wrong with a BPM1 file.
type bpmFault string

const (
	faultMagic    bpmFault = "magic"    // no BPM1 file
	faultFlags    bpmFault = "flags"    // flags beyond dense
	faultSize     bpmFault = "size"     // counts out of range, or at odds with each other or the length of the file
	faultCapacity bpmFault = "capacity" // the capacity of column Index is negative
	faultStart    bpmFault = "start"    // start[Index] decreases or does not fit the number of pairs
	faultColumn   bpmFault = "column"   // pair Index names no column, or does not increase within its row
)

// bpmError says what is wrong with a BPM1 file and where.
type bpmError struct {
	Fault bpmFault
	Index int
}

func (e *bpmError) Error() string { return fmt.Sprintf("bad BPM1 file: %s at %d", e.Fault, e.Index) }

// openBPM reads a file; see readBPM.
func openBPM(path string) (assign.Problem, []int64, error) {
	f, err := os.Open(path) //nolint:gosec // The user names the files.
	if err != nil {
		return assign.Problem{}, nil, err
	}
	defer f.Close() //nolint:errcheck // Nothing was written.
	info, err := f.Stat()
	if err != nil {
		return assign.Problem{}, nil, err
	}
	return readBPM(f, info.Size())
}

// readBPM reads an instance of size bytes into a problem without a ladder, and
// the costs of its pairs. It allocates nothing but what it returns and a buffer,
// and nothing before the counts are known to fit the size. Its error is a
// *bpmError unless r fails.
func readBPM(r io.Reader, size int64) (assign.Problem, []int64, error) {
	b := &bpmReader{r: r}
	if err := b.header(size); err != nil {
		return assign.Problem{}, nil, err
	}
	p := assign.Problem{
		Rows:     b.rows,
		Capacity: make([]int64, b.columns),
		Start:    make([]int, b.rows+1),
		Cols:     make([]int32, b.pairs),
	}
	err := b.numbers(b.columns, 4, faultCapacity, func(j int, v int64) bool {
		p.Capacity[j] = v
		return v >= 0
	})
	switch {
	case err != nil:
		return assign.Problem{}, nil, err
	case b.dense:
		everyPair(&p)
	default:
		err = b.sparse(&p)
	}
	if err != nil {
		return assign.Problem{}, nil, err
	}
	costs := make([]int64, b.pairs)
	err = b.numbers(b.pairs, 4, faultSize, func(a int, v int64) bool {
		costs[a] = v
		return true
	})
	if err != nil {
		return assign.Problem{}, nil, err
	}
	return p, costs, nil
}

// bpmReader reads the parts of a file in their order.
type bpmReader struct {
	r                    io.Reader
	buffer               [1 << 16]byte
	dense                bool
	rows, columns, pairs int
}

// numbers reads n signed numbers of 4 or 8 bytes and hands each to accept; the
// fault is its refusal.
func (b *bpmReader) numbers(n, width int, fault bpmFault, accept func(k int, v int64) bool) error {
	for k := 0; k < n; {
		chunk := b.buffer[:min(len(b.buffer), (n-k)*width)]
		if _, err := io.ReadFull(b.r, chunk); err != nil {
			return fmt.Errorf("read BPM1 file: %w", err)
		}
		for ; len(chunk) > 0; chunk = chunk[width:] {
			v := int64(int32(binary.LittleEndian.Uint32(chunk)))
			if width == 8 {
				v = int64(binary.LittleEndian.Uint64(chunk))
			}
			if !accept(k, v) {
				return &bpmError{Fault: fault, Index: k}
			}
			k++
		}
	}
	return nil
}

func (b *bpmReader) header(size int64) error {
	if size < 8*bpmHeader {
		return &bpmError{Fault: faultSize}
	}
	var h [bpmHeader]int64
	err := b.numbers(bpmHeader, 8, faultSize, func(k int, v int64) bool {
		h[k] = v
		return true
	})
	if err != nil {
		return err
	}
	flags, rows, columns, pairs := h[1], h[2], h[3], h[4]
	dense := flags == bpmDense
	switch {
	case h[0] != bpmMagic:
		return &bpmError{Fault: faultMagic}
	case flags != 0 && !dense:
		return &bpmError{Fault: faultFlags}
	case min(rows, columns, pairs) < 0,
		max(rows, columns, pairs) > math.MaxInt32,
		dense && pairs != rows*columns,
		size != bpmLength(dense, rows, columns, pairs):
		return &bpmError{Fault: faultSize}
	}
	b.dense, b.rows, b.columns, b.pairs = dense, int(rows), int(columns), int(pairs)
	return nil
}

// bpmLength is the length of a file in bytes.
func bpmLength(dense bool, rows, columns, pairs int64) int64 {
	length := 8*bpmHeader + 4*columns + 4*pairs
	if !dense {
		length += 8*(rows+1) + 4*pairs
	}
	return length
}

// sparse reads which pairs there are.
func (b *bpmReader) sparse(p *assign.Problem) error {
	last := 0
	err := b.numbers(b.rows+1, 8, faultStart, func(i int, v int64) bool {
		if v < int64(last) || v > int64(b.pairs) || i == 0 && v != 0 || i == b.rows && v != int64(b.pairs) {
			return false
		}
		last = int(v)
		p.Start[i] = last
		return true
	})
	if err != nil {
		return err
	}
	row := 0
	return b.numbers(b.pairs, 4, faultColumn, func(a int, v int64) bool {
		for p.Start[row+1] <= a {
			row++
		}
		p.Cols[a] = int32(v)
		return 0 <= v && v < int64(b.columns) && (a == p.Start[row] || p.Cols[a] > p.Cols[a-1])
	})
}

// everyPair lists the pairs of a dense instance.
func everyPair(p *assign.Problem) {
	columns := len(p.Capacity)
	for i := range p.Start {
		p.Start[i] = i * columns
	}
	for a := range p.Cols {
		p.Cols[a] = int32(a % columns)
	}
}
