package weighted

import (
	"cmp"
	"slices"
)

// model is a problem in the one form that is searched: every row takes exactly
// one of its pairs. What it means to stay unserved is a pair with a column of its
// own, the last, of which each row takes one unit.
//
// Units of a column are counted in their greatest common divisor, and costs from
// the least of each row, in grains, so that values are 0, 1, 2, …: value v means a
// total of base + grain·v. To make room for prices in between, a grain is divided
// into scale steps, a power of two.
type model struct {
	rows, cols int
	start      []int32 // pairs of each row, as in Problem
	row, col   []int32 // of each pair
	origin     []int32 // index of each pair in Problem.Cols, −1 for unserved
	units      []int64
	cost       []int64
	capacity   []int64
	columns    []column
	colStart   []int32 // pairs of each column: its range in colPair
	colPair    []int32 // the largest first

	shift       []int64 // least cost of each row
	base, grain int64
	scale       int64
	high        int64 // the largest magnitude of a price
}

// terms are the costs of one objective. A pair or row that reports false may not
// be used or stay unserved; at most spare rows may.
type terms struct {
	pair     func(i, a int) (int64, bool)
	unserved func(i int) (int64, bool)
	spare    int64
}

// mustTerms counts the rows unserved of those that must be served, and leaves the
// others out.
func mustTerms(p *Problem) terms {
	return terms{
		pair: func(i, _ int) (int64, bool) { return 0, p.must(i) },
		unserved: func(i int) (int64, bool) {
			if p.must(i) {
				return 1, true
			}
			return 0, true
		},
		spare: int64(p.Rows),
	}
}

// servedTerms counts the rows unserved.
func servedTerms(p *Problem) terms {
	return terms{
		pair:     func(int, int) (int64, bool) { return 0, true },
		unserved: func(i int) (int64, bool) { return 1, !p.must(i) },
		spare:    int64(p.Rows),
	}
}

// costTerms is the cost of the assignments that leave at most spare rows unserved.
func costTerms(p *Problem, spare int64) terms {
	return terms{
		pair:     func(_, a int) (int64, bool) { return p.cost(a), true },
		unserved: func(i int) (int64, bool) { return 0, spare > 0 && !p.must(i) },
		spare:    spare,
	}
}

func newModel(p *Problem, t terms) *model {
	m := &model{
		rows: p.Rows, cols: p.columns() + 1, start: make([]int32, 1, p.Rows+1),
		capacity: append(append(make([]int64, 0, p.columns()+1), p.Capacity...), t.spare),
		shift:    make([]int64, p.Rows),
	}
	pairs := len(p.Cols) + p.Rows
	m.row, m.col, m.origin = make([]int32, 0, pairs), make([]int32, 0, pairs), make([]int32, 0, pairs)
	m.units, m.cost = make([]int64, 0, pairs), make([]int64, 0, pairs)
	none := int32(p.columns())
	for i := range p.Rows {
		for a := p.Start[i]; a < p.Start[i+1]; a++ {
			if c, ok := t.pair(i, a); ok && p.units(a) <= p.Capacity[p.Cols[a]] {
				m.add(i, p.Cols[a], int32(a), p.units(a), c)
			}
		}
		if c, ok := t.unserved(i); ok {
			m.add(i, none, -1, 1, c)
		}
		m.start = append(m.start, int32(len(m.col)))
	}
	m.normalise(p.size())
	m.index()
	return m
}

func (m *model) add(i int, j, origin int32, units, cost int64) {
	m.row, m.col = append(m.row, int32(i)), append(m.col, j)
	m.origin = append(m.origin, origin)
	m.units, m.cost = append(m.units, units), append(m.cost, cost)
}

// normalise counts costs from the least of each row, in grains. Prices times size
// stay within 2^60 costs, and eight times the largest cost is a price, which leaves
// room for all sums of prices and costs.
func (m *model) normalise(size uint64) {
	largest := int64(1)
	for i := range m.rows {
		from, to := m.start[i], m.start[i+1]
		if from == to {
			continue
		}
		least := slices.Min(m.cost[from:to])
		m.shift[i] = least
		m.base += least
		largest = max(largest, least, -least)
		for a := from; a < to; a++ {
			m.cost[a] -= least
			m.grain = gcd(m.grain, m.cost[a])
			largest = max(largest, m.cost[a])
		}
	}
	m.grain = max(m.grain, 1)
	room := (1 << 60) / int64(size)
	m.high = room / m.grain
	m.scale = 1
	for m.scale < finest && 2*m.scale*largest <= room/8 {
		m.scale *= 2
	}
	for a := range m.cost {
		m.cost[a] = m.cost[a] / m.grain * m.scale
	}
}

// finest is the most steps a grain is divided into.
const finest = 1 << 12

// index lists the pairs of every column, the largest first.
func (m *model) index() {
	m.colStart = make([]int32, m.cols+1)
	for _, j := range m.col {
		m.colStart[j+1]++
	}
	for j := range m.cols {
		m.colStart[j+1] += m.colStart[j]
	}
	m.colPair = make([]int32, len(m.col))
	at := append([]int32(nil), m.colStart...)
	for a, j := range m.col {
		m.colPair[at[j]] = int32(a)
		at[j]++
	}
	m.columns = make([]column, m.cols)
	for j := range m.columns {
		m.simplify(j)
		slices.SortFunc(m.pairsOf(j), func(a, b int32) int {
			return cmp.Or(cmp.Compare(m.units[b], m.units[a]), cmp.Compare(a, b))
		})
		m.columns[j] = newColumn(m, m.pairsOf(j), m.capacity[j])
	}
}

// simplify divides the units and the capacity of column j by what all its units
// have in common.
func (m *model) simplify(j int) {
	common := int64(0)
	for _, a := range m.pairsOf(j) {
		common = gcd(common, m.units[a])
	}
	if common > 1 {
		m.capacity[j] /= common
		for _, a := range m.pairsOf(j) {
			m.units[a] /= common
		}
	}
}

// pairsOf lists the pairs of column j, the largest first.
func (m *model) pairsOf(j int) []int32 { return m.colPair[m.colStart[j]:m.colStart[j+1]] }

// value is what the assignment that gives each row pair x[i] comes to, in grains.
func (m *model) value(x []int32) int64 {
	sum := int64(0)
	for _, a := range x {
		sum += m.cost[a]
	}
	return sum / m.scale
}

// grains rounds a sum of costs and prices up to whole grains.
func (m *model) grains(scaled int64) int64 {
	v := scaled / m.scale
	if scaled > v*m.scale {
		v++
	}
	return v
}

// total turns grains into what the problem calls cost.
func (m *model) total(v int64) int64 { return m.base + m.grain*v }

// enter translates an assignment, given as the pair of the problem that each row
// uses or −1, into pairs of the model.
func (m *model) enter(x []int32) []int32 {
	y := make([]int32, m.rows)
	for i := range y {
		y[i] = m.start[i]
		for m.origin[y[i]] != x[i] {
			y[i]++
		}
	}
	return y
}

// leave is the reverse of enter.
func (m *model) leave(y []int32) []int32 {
	x := make([]int32, m.rows)
	for i, a := range y {
		x[i] = m.origin[a]
	}
	return x
}

// original turns prices of the model into prices of the problem, in units of cost
// divided by scale.
func (m *model) original(row []int64) []int64 {
	prices := make([]int64, len(row))
	for i, v := range row {
		prices[i] = m.scale*m.shift[i] + m.grain*v
	}
	return prices
}

// gcd of two numbers that are not negative.
func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
