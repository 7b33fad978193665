package assign

import (
	"math/bits"
	"slices"
)

// newExchange reads a solution that Check accepts.
func newExchange(p *Problem, s *Solution, m *meter) (*exchange, error) {
	x := &exchange{
		ladder: p.Ladder, tie: p.TieBreak, shift: shiftOf(p.size()), k: max(1, len(s.Rungs)),
		lines: make([]line, p.Rows), rolls: make([]roll, p.columns()),
	}
	x.hub, x.priced, x.main = make([]int64, x.k), make([]bool, x.k), -1
	for k := range x.priced {
		x.priced[k] = k < len(s.Rungs) && (k >= len(p.Ladder) || p.Ladder[k].Pair != nil)
		if x.main < 0 && k < len(p.Ladder) && x.priced[k] {
			x.main = k
		}
	}
	x.rows = shore{knots: make([]knot, p.Rows), pot: newVectors(x.k, p.Rows), more: newVectors(x.k, p.Rows)}
	x.cols = shore{knots: make([]knot, p.columns()), pot: newVectors(x.k, p.columns())}
	x.cols.more, x.cols.less = newVectors(x.k, p.columns()), newVectors(x.k, p.columns())
	for k := range s.Rungs {
		scatter(&x.rows.pot, k, s.Rungs[k].Row)
		scatter(&x.cols.pot, k, s.Rungs[k].Col)
	}
	for k := range p.Ladder {
		scatter(&x.rows.more, k, p.Ladder[k].Row)
	}
	x.rows.less = x.rows.more
	x.readRows(p, s)
	if err := x.readColumns(p, m); err != nil {
		return nil, err
	}
	x.out, x.in = newGates(x, false), newGates(x, true)
	return x, nil
}

// shiftOf is what the draws of a tie-break have too many bits in a problem of the
// given size.
func shiftOf(size int) int { return 2 + bits.Len(uint(size)) }

// scatter fills in the entries of one rung.
func scatter(v *vectors, k int, from []int64) {
	for n, c := range from {
		v.all[n*v.k+k] = c
	}
}

func (x *exchange) readRows(p *Problem, s *Solution) {
	all := &prices{pair: make([][]int64, x.k)}
	for k := range p.Ladder {
		all.pair[k] = p.Ladder[k].Pair
	}
	for k := len(p.Ladder); k < len(s.Rungs); k++ {
		all.pair[k] = undrawn(len(p.Cols))
	}
	use := make([]int32, 0, len(s.Pairs)+p.Rows)
	n := 0
	for i := range x.lines {
		from, to := p.pairs(i)
		first := len(use)
		for ; n < len(s.Pairs) && int(s.Pairs[n]) < to; n++ {
			use = append(use, s.Pairs[n]-int32(from))
		}
		x.lines[i] = line{
			most: 1, cols: p.Cols[from:to:to], prices: all, from: int32(from),
			use: use[first : len(use) : len(use)+1], // a path takes one more before it gives one back
		}
		use = use[:len(use)+1]
		if p.Demand != nil {
			x.lines[i].most = p.Demand[i]
		}
		if p.MinDemand != nil {
			x.lines[i].fewest = p.MinDemand[i]
		}
		e := &x.rows.knots[i]
		e.lo, e.hi = x.bounds(int32(i))
		e.units = int32(len(x.lines[i].use))
	}
}

// undrawn is n draws that have not been asked for.
func undrawn(n int) []int64 { return slices.Repeat([]int64{notAsked}, n) }

func (x *exchange) readColumns(p *Problem, m *meter) error {
	first := make([]int32, p.columns()+1)
	for _, j := range p.Cols {
		first[j+1]++
	}
	for j := range x.rolls {
		first[j+1] += first[j]
	}
	all := make([]link, len(p.Cols))
	for j := range x.rolls {
		x.rolls[j] = roll{most: p.Capacity[j], all: all[first[j]:first[j]:first[j+1]]}
	}
	for i := range x.lines {
		use := x.lines[i].use
		for at, j := range x.lines[i].cols {
			r, e := &x.rolls[j], x.linkOf(int32(i), int32(at))
			if len(use) > 0 && int(use[0]) == at {
				r.used, use = append(r.used, e), use[1:]
				e.at = ^e.at
			}
			r.all = append(r.all, e)
		}
		if err := m.scanned(len(x.lines[i].cols)); err != nil {
			return err
		}
	}
	for j := range x.rolls {
		if p.MinLoad != nil {
			x.rolls[j].fewest = p.MinLoad[j]
		}
		e := &x.cols.knots[j]
		e.lo, e.hi = x.bounds(^int32(j))
		e.units = int32(len(x.rolls[j].used))
		x.pricePlaces(int32(j))
	}
	return nil
}
