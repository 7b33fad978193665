package weighted

import (
	"cmp"
	"slices"
)

// plan is an assignment that is being built: the pair of each row, −1 for none
// yet, with the rows in each column and the room they leave.
type plan struct {
	m     *model
	meter *meter
	work  int // steps it may still take
	pair  []int32
	in    [][]int32
	place []int32 // of each row in its column
	room  []int64
}

// planSteps is how many steps a plan may take for each pair of the model.
const planSteps = 256

func newPlan(m *model, meter *meter) *plan {
	q := &plan{
		m: m, meter: meter, work: planSteps * len(m.col),
		pair:  make([]int32, m.rows),
		in:    make([][]int32, m.cols),
		place: make([]int32, m.rows),
		room:  slices.Clone(m.capacity),
	}
	for i := range q.pair {
		q.pair[i] = -1
	}
	return q
}

// spend records n steps and reports whether there may be more.
func (q *plan) spend(n int) bool {
	q.work -= n
	return q.meter.spend(n) && q.work > 0
}

// set gives row i pair a, whether it fits or not.
func (q *plan) set(i, a int32) {
	if old := q.pair[i]; old >= 0 {
		j := q.m.col[old]
		q.room[j] += q.m.units[old]
		last := len(q.in[j]) - 1
		moved := q.in[j][last]
		q.in[j][q.place[i]], q.place[moved] = moved, q.place[i]
		q.in[j] = q.in[j][:last]
	}
	j := q.m.col[a]
	q.pair[i], q.place[i] = a, int32(len(q.in[j]))
	q.room[j] -= q.m.units[a]
	q.in[j] = append(q.in[j], i)
}

// fill builds an assignment from what the pairs would cost by the prices, least
// first, beginning with the row that would lose most by its second choice. It
// reports false when a row finds no room.
func (q *plan) fill(p *prices) bool {
	type entry struct {
		row    int32
		regret int64
	}
	order := make([]entry, 0, p.d.open)
	for i, a := range p.d.only {
		if a >= 0 {
			q.set(int32(i), a)
		} else {
			_, regret := p.cheapest(i)
			order = append(order, entry{int32(i), regret})
		}
	}
	slices.SortStableFunc(order, func(a, b entry) int { return cmp.Compare(b.regret, a.regret) })
	for _, e := range order {
		best := int32(-1)
		for a := q.m.start[e.row]; a < q.m.start[e.row+1]; a++ {
			if p.d.alive[a] && q.m.units[a] <= q.room[q.m.col[a]] && (best < 0 || p.with[a] < p.with[best]) {
				best = a
			}
		}
		if best >= 0 {
			q.set(e.row, best)
		} else if !q.squeeze(e.row) {
			return false
		}
	}
	return q.spend(len(q.m.col))
}

// squeeze gives row i, which has none yet, a pair for which one other row makes
// room.
func (q *plan) squeeze(i int32) bool {
	for a := q.m.start[i]; a < q.m.start[i+1]; a++ {
		if q.eject(i, a) {
			return true
		}
	}
	return false
}

// improve moves single rows to better pairs, and two rows where one makes room
// for the other, until no such move is left. Better is what costs less or, at the
// same cost, takes fewer units and so leaves more room.
func (q *plan) improve() {
	for again := true; again; {
		again = false
		for i := range int32(q.m.rows) {
			for a := q.m.start[i]; a < q.m.start[i+1]; a++ {
				if !q.spend(1) {
					return
				}
				if a != q.pair[i] && (q.shift(i, a) || q.eject(i, a)) {
					again = true
				}
			}
		}
	}
}

// shift gives row i pair a when that fits and is better.
func (q *plan) shift(i, a int32) bool {
	if q.m.units[a] > q.room[q.m.col[a]] || !q.load(a).less(q.load(q.pair[i])) {
		return false
	}
	q.set(i, a)
	return true
}

// eject gives row i pair a and moves one row of that column elsewhere, perhaps to
// where row i was, when that fits and is better together or row i has no pair yet.
func (q *plan) eject(i, a int32) bool {
	m, old, to := q.m, q.pair[i], q.m.col[a]
	if m.origin[a] < 0 && q.room[to] > 0 {
		return false // nobody has to be served for row i to go unserved
	}
	from := int32(-1)
	if old >= 0 {
		from = m.col[old]
	}
	for _, k := range q.in[to] {
		if m.units[q.pair[k]] < m.units[a]-q.room[to] {
			continue
		}
		for b := m.start[k]; b < m.start[k+1]; b++ {
			if !q.spend(1) {
				return false
			}
			room := q.room[m.col[b]]
			if m.col[b] == from {
				room += m.units[old]
			}
			if m.col[b] == to || m.units[b] > room {
				continue
			}
			if old < 0 || q.load(a).plus(q.load(b)).less(q.load(old).plus(q.load(q.pair[k]))) {
				q.set(k, b)
				q.set(i, a)
				return true
			}
		}
	}
	return false
}

// load is what pairs cost and, beside that, the units they take.
type load struct {
	cost  int64
	units uint64 // room for the sum of two
}

// load of a pair; staying unserved takes no units that count.
func (q *plan) load(a int32) load {
	if q.m.origin[a] < 0 {
		return load{cost: q.m.cost[a]}
	}
	return load{q.m.cost[a], uint64(q.m.units[a])}
}

func (l load) plus(o load) load { return load{l.cost + o.cost, l.units + o.units} }

func (l load) less(o load) bool {
	return l.cost < o.cost || l.cost == o.cost && l.units < o.units
}
