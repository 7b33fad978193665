package fair

import "slices"

// exchange holds an assignment and improves it by passing places on: a row leaves a
// column for another one, from which a row leaves for a third, and so on until a
// place is free or the first column has its row replaced.
type exchange struct {
	f     *face
	meter *meter
	need  []int64   // of each row
	row   []int32   // of each free pair
	used  []bool    // of each free pair
	in    [][]int32 // the pairs in use of each column
	units []int64   // of each row
	value []int64   // of each row
	cycle cycle
}

// gain is what a change brings: first, how much less the rows fall short of what
// they need; second, how much more value there is.
type gain struct{ short, total int64 }

func (g gain) plus(h gain) gain { return gain{g.short + h.short, g.total + h.total} }

func (g gain) over(h gain) bool {
	return g.short > h.short || g.short == h.short && g.total > h.total
}

// newExchange begins with the free pairs given and no needs.
func newExchange(f *face, m *meter, pairs []int32) *exchange {
	x := &exchange{
		f:     f,
		meter: m,
		need:  slices.Repeat([]int64{nothing}, f.Rows),
		row:   make([]int32, len(f.Cols)),
		used:  make([]bool, len(f.Cols)),
		in:    make([][]int32, len(f.Capacity)),
		units: make([]int64, f.Rows),
		value: slices.Clone(f.base),
		cycle: newCycle(len(f.Capacity) + 1),
	}
	for i := range f.Rows {
		for a := f.Start[i]; a < f.Start[i+1]; a++ {
			x.row[a] = int32(i)
		}
	}
	for _, a := range pairs {
		x.put(a)
	}
	return x
}

// with returns a copy that holds other pairs.
func (x *exchange) with(pairs []int32) *exchange {
	y := newExchange(x.f, x.meter, pairs)
	copy(y.need, x.need)
	return y
}

// pairs lists the free pairs in use.
func (x *exchange) pairs() []int32 {
	var list []int32
	for a, in := range x.used {
		if in {
			list = append(list, int32(a))
		}
	}
	return list
}

func (x *exchange) put(a int32) {
	i, j := x.row[a], x.f.Cols[a]
	x.used[a] = true
	x.in[j] = append(x.in[j], a)
	x.units[i]++
	x.value[i] += x.f.value[a]
}

func (x *exchange) drop(a int32) {
	i, j := x.row[a], x.f.Cols[a]
	x.used[a] = false
	n := slices.Index(x.in[j], a)
	x.in[j] = slices.Delete(x.in[j], n, n+1)
	x.units[i]--
	x.value[i] -= x.f.value[a]
}

// short is what row i lacks with so many pairs and so much value.
func (x *exchange) short(i int32, units, value int64) int64 {
	if units == 0 && x.f.mayEmpty[i] {
		return 0
	}
	return max(0, x.need[i]-value)
}

// state is what the assignment is worth, as a gain over one without shortfall and
// value.
func (x *exchange) state() gain {
	g := gain{total: sum(x.value)}
	for i := range x.value {
		g.short -= x.short(int32(i), x.units[i], x.value[i])
	}
	return g
}

// none stands for a pair where a row takes or leaves nothing.
const none = -1

// change is what row i gains when it leaves one pair and takes another.
func (x *exchange) change(i, leave, take int32) gain {
	units, value := x.units[i], x.value[i]
	before := x.short(i, units, value)
	if leave != none {
		units--
		value -= x.f.value[leave]
	}
	if take != none {
		units++
		value += x.f.value[take]
	}
	return gain{before - x.short(i, units, value), value - x.value[i]}
}

// ranking lists the rows from the worst to the best; those that count for nothing
// come last.
func (x *exchange) ranking() []int32 {
	order := make([]int32, x.f.Rows)
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int {
		switch u, v := x.standing(a), x.standing(b); {
		case u < v:
			return -1
		case u > v:
			return 1
		}
		return 0
	})
	return order
}

// standing is the value by which row i is compared, Unbounded if it counts for
// nothing.
func (x *exchange) standing(i int32) int64 {
	if x.units[i] == 0 && x.f.mayEmpty[i] {
		return Unbounded
	}
	return x.value[i]
}
