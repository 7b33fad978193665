package asn

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/peersupport/peersupport/matching/assign"
)

// Defaults for fields of Limits that are zero.
const (
	DefaultNodes = 1 << 22
	DefaultPairs = 1 << 26
)

// Limits bounds what Parse accepts, and says how many rows a column takes. The
// zero value takes the defaults and one row a column. Memory stays within some
// 50 bytes for each node and pair that a text declares and a limit allows.
type Limits struct {
	// Nodes is the largest number of rows and columns together, at most 2^31 − 1;
	// zero means DefaultNodes.
	Nodes int
	// Pairs is the largest number of pairs, at most 2^31 − 1; zero means
	// DefaultPairs.
	Pairs int
	// Capacity is the number of places of every column; zero means one. Set
	// Problem.Capacity afterwards where columns differ.
	Capacity int64
}

// Code names what is wrong with a text. Codes are stable; the wording of an error
// is not.
type Code string

// The codes of a SyntaxError.
const (
	CodeRead      Code = "read"      // the reader failed; the error wraps its own
	CodeHeader    Code = "header"    // no problem line or size, or a second one, or a line before it
	CodeLine      Code = "line"      // a line of unknown kind or with the wrong number of fields
	CodeNumber    Code = "number"    // not a whole number, or outside int64
	CodeNode      Code = "node"      // a node that does not exist, or on the wrong side
	CodeDuplicate Code = "duplicate" // a node or pair given twice
	CodeCount     Code = "count"     // fewer or more pairs than declared
	CodeLimit     Code = "limit"     // larger than the limits allow
)

// SyntaxError says what is wrong with a text and on which line, counted from 1.
type SyntaxError struct {
	Line  int
	Code  Code
	cause error
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("asn: line %d: %s", e.Line, e.Code) }

// Unwrap returns the error of the reader, when there was one.
func (e *SyntaxError) Unwrap() error { return e.cause }

// ErrLimits reports limits that are negative.
var ErrLimits = errors.New("asn: negative limit")

// Parse reads one instance. Every error about the text is a *SyntaxError; a
// negative limit is ErrLimits.
func Parse(r io.Reader, l Limits) (assign.Problem, error) {
	if l.Nodes < 0 || l.Pairs < 0 || l.Capacity < 0 {
		return assign.Problem{}, ErrLimits
	}
	if l.Nodes == 0 {
		l.Nodes = DefaultNodes
	}
	if l.Pairs == 0 {
		l.Pairs = DefaultPairs
	}
	if l.Capacity == 0 {
		l.Capacity = 1
	}
	l.Nodes, l.Pairs = min(l.Nodes, math.MaxInt32), min(l.Pairs, math.MaxInt32)
	s := &scanner{in: bufio.NewReader(r), line: 1}
	first, err := s.peek()
	if err != nil {
		return assign.Problem{}, err
	}
	if 'a' <= first && first <= 'z' || 'A' <= first && first <= 'Z' {
		return parseDIMACS(s, l)
	}
	return parsePlain(s, l)
}

// problem builds the problem from pairs sorted by row and column.
func problem(start []int, cols []int32, costs []int64, columns int, l Limits) assign.Problem {
	rows := len(start) - 1
	served := make([]int64, rows)
	for i := range served {
		served[i] = -1
	}
	capacity := make([]int64, columns)
	for j := range capacity {
		capacity[j] = l.Capacity
	}
	return assign.Problem{
		Rows:     rows,
		Capacity: capacity,
		Start:    start,
		Cols:     cols,
		Ladder:   []assign.Rung{{ID: "served", Row: served}, {ID: "cost", Pair: costs}},
	}
}
