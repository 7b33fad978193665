package asn

import (
	"cmp"
	"slices"

	"github.com/peersupport/peersupport/matching/assign"
)

// dimacs collects the lines of a DIMACS text.
type dimacs struct {
	scanner *scanner
	limits  Limits
	nodes   int64  // −1 before the problem line
	arcs    int64  // as declared
	source  []bool // of each node, whether it is on the side to be served
	list    []arc
}

type arc struct {
	from, to int32
	line     int
	cost     int64
}

func parseDIMACS(s *scanner, l Limits) (assign.Problem, error) {
	d := &dimacs{scanner: s, limits: l, nodes: -1}
	for {
		if err := d.line(); err != nil {
			return assign.Problem{}, err
		}
		more, err := s.endLine()
		if err != nil {
			return assign.Problem{}, err
		}
		if !more {
			return d.problem()
		}
	}
}

// line reads one line without its end.
func (d *dimacs) line() error {
	s := d.scanner
	word, err := s.next()
	if err != nil {
		return err
	}
	switch string(word) {
	case "":
		return nil
	case "c":
		return s.skipLine()
	case "p":
		err = d.header()
	case "n":
		err = d.node()
	case "a":
		err = d.arc()
	default:
		return s.fault(CodeLine)
	}
	if err != nil {
		return err
	}
	return s.lineDone()
}

func (d *dimacs) header() error {
	s := d.scanner
	kind, err := s.next()
	if err != nil {
		return err
	}
	if d.nodes >= 0 || string(kind) != "asn" {
		return s.fault(CodeHeader)
	}
	nodes, err := s.number()
	if err != nil {
		return err
	}
	arcs, err := s.number()
	if err != nil {
		return err
	}
	if nodes < 0 || arcs < 0 {
		return s.fault(CodeHeader)
	}
	if nodes > int64(d.limits.Nodes) || arcs > int64(d.limits.Pairs) {
		return s.fault(CodeLimit)
	}
	d.nodes, d.arcs, d.source = nodes, arcs, make([]bool, nodes)
	return nil
}

// id reads the number of a node and returns it counted from zero.
func (d *dimacs) id() (int32, error) {
	if d.nodes < 0 {
		return 0, d.scanner.fault(CodeHeader)
	}
	v, err := d.scanner.number()
	if err != nil {
		return 0, err
	}
	if v < 1 || v > d.nodes {
		return 0, d.scanner.fault(CodeNode)
	}
	return int32(v - 1), nil
}

func (d *dimacs) node() error {
	v, err := d.id()
	if err != nil {
		return err
	}
	if d.source[v] {
		return d.scanner.fault(CodeDuplicate)
	}
	d.source[v] = true
	return nil
}

func (d *dimacs) arc() error {
	from, err := d.id()
	if err != nil {
		return err
	}
	to, err := d.id()
	if err != nil {
		return err
	}
	cost, err := d.scanner.number()
	if err != nil {
		return err
	}
	if int64(len(d.list)) == d.arcs {
		return d.scanner.fault(CodeCount)
	}
	d.list = append(d.list, arc{from: from, to: to, line: d.scanner.line, cost: cost})
	return nil
}

// problem numbers the rows and columns in the order of their nodes.
func (d *dimacs) problem() (assign.Problem, error) {
	if d.nodes < 0 {
		return assign.Problem{}, d.scanner.fault(CodeHeader)
	}
	if int64(len(d.list)) != d.arcs {
		return assign.Problem{}, d.scanner.fault(CodeCount)
	}
	slices.SortFunc(d.list, func(a, b arc) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), cmp.Compare(a.line, b.line))
	})
	number := make([]int32, d.nodes)
	rows, columns := 0, 0
	for v, source := range d.source {
		if source {
			number[v] = int32(rows)
			rows++
		} else {
			number[v] = int32(columns)
			columns++
		}
	}
	start := make([]int, rows+1)
	cols, costs := make([]int32, 0, len(d.list)), make([]int64, 0, len(d.list))
	for n, a := range d.list {
		switch {
		case !d.source[a.from] || d.source[a.to]:
			return assign.Problem{}, &SyntaxError{Line: a.line, Code: CodeNode}
		case n > 0 && d.list[n-1].from == a.from && d.list[n-1].to == a.to:
			return assign.Problem{}, &SyntaxError{Line: a.line, Code: CodeDuplicate}
		}
		start[number[a.from]+1]++
		cols, costs = append(cols, number[a.to]), append(costs, a.cost)
	}
	for i := range rows {
		start[i+1] += start[i]
	}
	return problem(start, cols, costs, columns, d.limits), nil
}
