package assign

import "slices"

// fillLeast changes the assignment so that rows and columns have what they must.
// When that cannot be, it returns an *InfeasibleError.
//
// Rows come first. Then columns take units from rows that may have more, and from
// columns that have more than they must; no row loses any, so that both are content
// in the end.
func (x *network) fillLeast(m *meter) error {
	if x.p.MinDemand == nil && x.p.MinLoad == nil {
		return nil
	}
	for i, b := range x.rows {
		if b.lo > b.hi {
			return x.infeasible(SideRows, []int32{int32(i)}, m)
		}
	}
	for j, b := range x.cols {
		if b.lo > b.hi {
			return x.infeasible(SideColumns, []int32{int32(j)}, m)
		}
	}
	short, err := x.meet(x.rows, m)
	if err != nil {
		return err
	}
	if short >= 0 {
		r, err := x.reachFrom([]int32{short}, m)
		if err != nil {
			return err
		}
		return x.infeasible(SideRows, r.queue, m)
	}
	if short, err = x.meet(x.cols, m); err != nil || short < 0 {
		return err
	}
	r, err := x.reachTo([]int32{short}, m)
	if err != nil {
		return err
	}
	return x.infeasible(SideColumns, r.queue, m)
}

// meet fills rows, or columns, up to what they must have and no further. It returns
// the first that could not be filled, or −1.
func (x *network) meet(nodes []bounds, m *meter) (short int32, err error) {
	most := make([]int32, len(nodes))
	for v := range nodes {
		most[v], nodes[v].hi = nodes[v].hi, nodes[v].lo
	}
	err = x.fillMost(m)
	for v := range nodes {
		nodes[v].hi = most[v]
	}
	return int32(slices.IndexFunc(nodes, func(b bounds) bool { return b.now < b.lo })), err
}

// infeasible reports the smallest set among the nodes given that must have more
// units than there is room for.
func (x *network) infeasible(side Side, nodes []int32, m *meter) error {
	of := x.rows
	if side == SideColumns {
		of = x.cols
	}
	lacking := 0
	for _, v := range nodes {
		lacking += int(of[v].lo - of[v].now)
	}
	if lacking > 1 { // or else the set is the smallest
		kept, err := newContest(x, side, nodes, m).smallest()
		if err != nil {
			return err
		}
		for n, k := range kept {
			kept[n] = nodes[k]
		}
		nodes = kept
	}
	set := make([]bool, len(of))
	for _, v := range nodes {
		set[v] = true
	}
	return &InfeasibleError{x.p.hallSet(side, marked(set))}
}

// hallSet completes the set for some rows or columns that must have too much. Nodes
// on the other side belong to it where more room would help.
func (p *Problem) hallSet(side Side, nodes []int) HallSet {
	rows, cols := make([]int64, p.Rows), make([]int64, p.columns()) // pairs with the nodes given
	set, _ := members(nodes, max(p.Rows, p.columns()))
	for i := range p.Rows {
		for a, to := p.pairs(i); a < to; a++ {
			switch j := p.Cols[a]; {
			case side == SideRows && set[i]:
				cols[j]++
			case side == SideColumns && set[j]:
				rows[i]++
			}
		}
	}
	h := HallSet{Side: side, Must: true}
	if side == SideRows {
		h.Rows, h.Need = nodes, sum(nodes, p.MinDemand, 0)
	} else {
		h.Cols, h.Need = nodes, sum(nodes, p.MinLoad, 0)
	}
	for j, n := range cols {
		if n > p.Capacity[j] {
			h.Cols = append(h.Cols, j)
		}
		h.Room += min(n, p.Capacity[j])
	}
	for i, n := range rows {
		if n > p.asks(i) {
			h.Rows = append(h.Rows, i)
		}
		h.Room += min(n, p.asks(i))
	}
	return h
}
