package weighted

import (
	"context"
	"slices"

	"github.com/peersupport/peersupport/matching/assign"
)

// relaxation is the model with a number of rows in place of the units: every
// column takes as many rows as its smallest pairs would fit. Package assign solves
// that exactly. Where all pairs of a column take the same, nothing is lost.
type relaxation struct {
	pair []int32 // pair of each row
	row  []int64 // prices of the rows that prove its value
}

// relax solves the relaxation. The model has an assignment, so it has one, too.
func (m *model) relax(ctx context.Context) (*relaxation, error) {
	p := assign.Problem{Rows: m.rows, Start: make([]int, m.rows+1), Cols: m.col, MinDemand: make([]int64, m.rows)}
	cost := make([]int64, len(m.cost))
	for a, c := range m.cost {
		cost[a] = c / m.scale
	}
	for i := range m.rows {
		p.Start[i+1], p.MinDemand[i] = int(m.start[i+1]), 1
	}
	for j := range m.cols {
		p.Capacity = append(p.Capacity, m.most(j))
	}
	p.Ladder = []assign.Rung{{ID: "cost", Pair: cost}}
	s, err := assign.Solve(ctx, p, assign.Options{Workers: 1})
	if err != nil {
		return nil, err
	}
	r := &relaxation{pair: s.Pairs, row: make([]int64, m.rows)}
	for i, potential := range s.Rungs[0].Row {
		// Prices out of range are cut, which may weaken what they prove.
		r.row[i] = min(max(-potential, -m.high/m.scale), m.high/m.scale) * m.scale
	}
	return r, nil
}

// most is the largest number of pairs that fit into column j.
func (m *model) most(j int) int64 {
	n, room := int64(0), m.capacity[j]
	for _, a := range slices.Backward(m.pairsOf(j)) {
		if m.units[a] > room {
			break
		}
		room -= m.units[a]
		n++
	}
	return n
}
