package assign

import "slices"

// Problem returns the problem as it is after all changes, with slices of its own,
// in time linear in the pairs. A removed row is there, without pairs.
func (s *Session) Problem() Problem {
	x := s.x
	p := Problem{
		Rows: len(x.lines), Start: make([]int, 1, len(x.lines)+1), Cols: make([]int32, 0, s.pairs),
		Ladder: slices.Clone(x.ladder), TieBreak: x.tie,
	}
	for i := range x.lines {
		p.Demand = append(p.Demand, x.lines[i].most)
		p.MinDemand = append(p.MinDemand, x.lines[i].fewest)
		p.Cols = append(p.Cols, x.lines[i].cols...)
		p.Start = append(p.Start, len(p.Cols))
	}
	for j := range x.rolls {
		p.Capacity = append(p.Capacity, x.rolls[j].most)
		p.MinLoad = append(p.MinLoad, x.rolls[j].fewest)
	}
	for k := range p.Ladder {
		p.Ladder[k].Row, p.Ladder[k].Pair = s.rowCosts(k), s.pairCosts(k)
	}
	return p
}

// rowCosts lists what rows cost on a rung, nil if nothing.
func (s *Session) rowCosts(k int) []int64 {
	costs, some := make([]int64, len(s.x.lines)), false
	for i := range costs {
		costs[i] = s.x.rows.more.at(int32(i))[k]
		some = some || costs[i] != 0
	}
	if !some {
		return nil
	}
	return costs
}

// pairCosts lists what pairs cost on a rung, nil if nothing.
func (s *Session) pairCosts(k int) []int64 {
	var costs []int64
	first := 0
	for i := range s.x.lines {
		l := &s.x.lines[i]
		if all := l.prices.pair[k]; all != nil {
			if costs == nil {
				costs = make([]int64, s.pairs)
			}
			copy(costs[first:], all[l.from:int(l.from)+len(l.cols)])
		}
		first += len(l.cols)
	}
	return costs
}

// Solution returns the assignment with its proof for Problem, which Check accepts.
// The potentials are those that the changes have led to; other than those of Solve
// they are not normalised.
func (s *Session) Solution() *Solution {
	if s.cold {
		return s.solved // nothing has changed since
	}
	x := s.x
	out := &Solution{Pairs: s.Pairs(), Rungs: []Result{}}
	values := s.Values()
	if x.tie != nil {
		values = append(values, s.drawn())
	}
	for k, v := range values {
		r := Result{ID: canonical, Value: v, Bound: v, Exact: true, Row: make([]int64, len(x.lines)), Col: make([]int64, len(x.rolls))}
		if k < len(x.ladder) {
			r.ID = x.ladder[k].ID
		}
		for i := range r.Row {
			r.Row[i] = x.rows.pot.at(int32(i))[k] - x.hub[k]
		}
		for j := range r.Col {
			r.Col[j] = x.cols.pot.at(int32(j))[k] - x.hub[k]
		}
		out.Rungs = append(out.Rungs, r)
	}
	return out
}

// drawn is the value of the canonical rung: the draws of the pairs in use that the
// ladder leaves free.
func (s *Session) drawn() int64 {
	x := s.x
	total, last := int64(0), len(x.ladder)
	for i := range x.lines {
		l := &x.lines[i]
		for _, at := range l.use {
			p, q := x.rows.pot.at(int32(i)), x.cols.pot.at(l.cols[at])
			free := true
			for k := range last {
				free = free && x.pairCost(int32(i), at, k)+p[k] == q[k]
			}
			if free {
				total += x.pairCost(int32(i), at, last)
			}
		}
	}
	return total
}
