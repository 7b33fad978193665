package assign

import (
	"cmp"
	"slices"
)

// pieces are what a network falls into: rows and columns connected by free pairs.
// Rows and columns without a free pair belong to none. After a rung that serves as
// many as possible they lie within the parts of Dulmage and Mendelsohn, in each of
// which one side is scarce.
type pieces struct {
	list   []piece // largest first
	rows   []int32 // grouped by piece
	cols   []int32
	degree []int32 // free pairs of each row, then of each column
	local  []int32 // position within the piece, of each row, then of each column
}

type piece struct {
	rows, cols         int32
	firstRow, firstCol int32
	arcs               int32
	rowUnits, colUnits int64 // the most units of either side
	rowMust, colMust   int64 // the fewest
}

// forest is a union of sets, each represented by its smallest member.
type forest []int32

func (f forest) find(v int32) int32 {
	for f[v] != v {
		f[v] = f[f[v]]
		v = f[v]
	}
	return v
}

// split finds the pieces of a network.
func (x *network) split(m *meter) (*pieces, error) {
	n := len(x.rows)
	q := &pieces{degree: make([]int32, n+len(x.cols)), local: make([]int32, n+len(x.cols))}
	f := make(forest, n+len(x.cols))
	for v := range f {
		f[v] = int32(v)
	}
	for i := range x.rows {
		from, to := x.p.pairs(i)
		root, free := int32(i), int32(0)
		cols, states, degree, up := x.p.Cols[from:to], x.pair[from:to], q.degree[n:], f[n:]
		for k, j := range cols {
			if states[k]&pairFixed != 0 {
				continue
			}
			free++
			degree[j]++
			if up[j] == root {
				continue
			}
			switch other := f.find(int32(n) + j); {
			case other < root:
				f[root], root = other, other
			case other > root:
				f[other] = root
			}
			up[j] = root
		}
		q.degree[i] = free
		if err := m.scanned(to - from); err != nil {
			return nil, err
		}
	}
	q.gather(x, f)
	return q, nil
}

// gather lists the members of each piece.
func (q *pieces) gather(x *network, f forest) {
	n := int32(len(x.rows))
	number := make([]int32, n) // of the piece, by its representative, which is a row
	for v, d := range q.degree {
		if d == 0 {
			continue
		}
		root := f.find(int32(v))
		if int32(v) == root {
			number[root] = int32(len(q.list))
			q.list = append(q.list, piece{})
		}
		e := &q.list[number[root]]
		if int32(v) < n {
			e.rows++
			e.arcs += d
			e.rowUnits += x.rows[v].most()
			e.rowMust += x.rows[v].fewest()
		} else {
			e.cols++
			e.colUnits += x.cols[int32(v)-n].most()
			e.colMust += x.cols[int32(v)-n].fewest()
		}
	}
	rank := q.sort()
	rows, cols := int32(0), int32(0)
	for k := range q.list {
		e := &q.list[k]
		e.firstRow, e.firstCol = rows, cols
		rows, cols = rows+e.rows, cols+e.cols
		e.rows, e.cols = 0, 0
	}
	q.rows, q.cols = make([]int32, rows), make([]int32, cols)
	for v, d := range q.degree {
		if d == 0 {
			continue
		}
		e := &q.list[rank[number[f.find(int32(v))]]]
		if int32(v) < n {
			q.rows[e.firstRow+e.rows], q.local[v] = int32(v), e.rows
			e.rows++
		} else {
			q.cols[e.firstCol+e.cols], q.local[v] = int32(v)-n, e.cols
			e.cols++
		}
	}
}

// sort puts the largest pieces first and returns the new position of each.
func (q *pieces) sort() []int32 {
	order := make([]int32, len(q.list))
	for k := range order {
		order[k] = int32(k)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(q.list[b].arcs, q.list[a].arcs) })
	rank, sorted := make([]int32, len(order)), make([]piece, len(order))
	for k, old := range order {
		rank[old], sorted[k] = int32(k), q.list[old]
	}
	q.list = sorted
	return rank
}
