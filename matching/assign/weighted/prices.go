package weighted

// prices holds the Lagrangian relaxation: rows pay prices instead of insisting on
// exactly one pair, and every column picks what is worth it. The bound is what
// rows pay and columns gain, as large as columns can make it against the rows. At
// the best prices it is at least the bound of the linear relaxation, since the
// knapsack problems of the columns are solved in whole pairs.
type prices struct {
	m        *model
	d        *domain
	meter    *meter
	knapsack knapsack
	items    []item

	row   []int64 // price of each row
	with  []int64 // bound for the assignments that use the pair
	picks []int32 // columns that pick the row
	pick  []int32 // a pair so picked, or the pair of a settled row
	apart []int64 // at least what it costs that nobody picks the row
}

func newPrices(m *model, d *domain, meter *meter) *prices {
	return &prices{
		m: m, d: d, meter: meter,
		row:   make([]int64, m.rows),
		with:  make([]int64, len(m.col)),
		picks: make([]int32, m.rows),
		pick:  make([]int32, m.rows),
		apart: make([]int64, m.rows),
	}
}

// evaluate returns the bound that the prices prove for the domain, scaled, and
// fills with, picks and pick. It reports false when the meter stopped it.
func (p *prices) evaluate() (int64, bool) {
	p.meter.stats.Evaluations++
	bound := p.d.settled
	copy(p.pick, p.d.only)
	clear(p.picks)
	clear(p.apart)
	for i, only := range p.d.only {
		if only < 0 {
			bound += p.row[i]
		}
	}
	for j, left := range p.d.left {
		if left == 0 {
			continue
		}
		gain, ok := p.column(j)
		if !ok {
			return 0, false
		}
		bound += gain
	}
	// A row that uses one pair leaves the columns that would have picked it.
	for i, only := range p.d.only {
		if only >= 0 {
			continue
		}
		for a := p.m.start[i]; a < p.m.start[i+1]; a++ {
			p.with[a] += bound + p.apart[i]
		}
	}
	return bound, true
}

// column lets column j pick, and notes in with what using each pair would cost.
func (p *prices) column(j int) (int64, bool) {
	c := p.m.columns[j]
	pairs := p.m.pairsOf(j)
	p.items = p.items[:0]
	for _, a := range pairs {
		if p.d.possible(a) {
			price := p.m.cost[a] - p.row[p.m.row[a]]
			p.items = append(p.items, item{pair: a, units: p.m.units[a] / c.divisor, price: price})
		}
	}
	least, steps := p.knapsack.solve(c, p.items, p.d.room[j]/c.divisor)
	for _, it := range p.items {
		i := p.m.row[it.pair]
		if !it.taken {
			p.with[it.pair] = it.force
			continue
		}
		p.with[it.pair] = -it.force
		p.apart[i] += it.force
		p.picks[i]++
		p.pick[i] = it.pair
	}
	return least, p.meter.spend(4*len(pairs) + steps)
}

// once reports whether every row is picked by exactly one column.
func (p *prices) once() bool {
	for i, n := range p.picks {
		if n != 1 && p.d.only[i] < 0 {
			return false
		}
	}
	return true
}

// move raises the price of rows that nobody picks and lowers that of rows picked
// more than once: a step of the subgradient method whose length would reach the
// goal, halved a number of times.
func (p *prices) move(bound, goal int64, halvings int) {
	norm := int64(1)
	for i, n := range p.picks {
		if p.d.only[i] < 0 {
			norm += int64(n-1) * int64(n-1)
		}
	}
	step := max(1, (goal-bound)/norm>>halvings)
	for i, n := range p.picks {
		if p.d.only[i] < 0 {
			// A step is at most what values span, and the rows and columns that
			// it is multiplied with leave that within range.
			p.row[i] = min(max(p.row[i]-step*int64(n-1), -p.m.high), p.m.high)
		}
	}
}

// cheapest returns the possible pair of row i with the least bound, and how much
// more the second costs; −1 when the row has no such pair.
func (p *prices) cheapest(i int) (pair int32, regret int64) {
	pair = -1
	var first, second int64
	for a := p.m.start[i]; a < p.m.start[i+1]; a++ {
		if !p.d.possible(a) {
			continue
		}
		switch b := p.with[a]; {
		case pair < 0:
			pair, first, second = a, b, 2*p.m.high*int64(p.m.rows+1)
		case b < first:
			pair, first, second = a, b, first
		case b < second:
			second = b
		}
	}
	return pair, second - first
}
