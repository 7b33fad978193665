package assign

import "sort"

// costs is a rung as the solver reads it: never nil, canonical rungs included.
type costs struct {
	id    string
	row   func(i int) int64
	pair  func(i, a int) int64
	place func(j int, k int64) int64
}

func (r *Rung) costs() costs {
	c := costs{
		id:    r.ID,
		row:   func(int) int64 { return 0 },
		pair:  func(int, int) int64 { return 0 },
		place: func(int, int64) int64 { return 0 },
	}
	if r.Row != nil {
		c.row = func(i int) int64 { return r.Row[i] }
	}
	if r.Pair != nil {
		c.pair = func(_, a int) int64 { return r.Pair[a] }
	}
	if r.Place != nil {
		c.place = r.Place
	}
	return c
}

// face is the set of assignments that are optimal for every rung so far: a row
// or pair that is not free keeps its present state, and the number of rows in a
// column stays between lo and hi.
type face struct {
	row, pair []bool
	lo, hi    []int64
}

// newFace allows everything the problem allows.
func newFace(p *Problem) *face {
	f := &face{
		row:  make([]bool, p.Rows),
		pair: make([]bool, len(p.Cols)),
		lo:   make([]int64, p.columns()),
		hi:   p.places(),
	}
	for i := range f.row {
		f.row[i] = true
	}
	for a := range f.pair {
		f.pair[a] = true
	}
	return f
}

// restrict keeps what full complementary slackness with the potentials d leaves
// free: whatever has a reduced cost stays where it is in every optimum.
func (f *face) restrict(p *Problem, c costs, d duals) {
	for i := range p.Rows {
		f.row[i] = f.row[i] && c.row(i) == d.row[i]
		for a, to := p.pairs(i); a < to; a++ {
			f.pair[a] = f.pair[a] && c.pair(i, a)+d.row[i] == d.col[p.Cols[a]]
		}
	}
	for j := range f.lo {
		lo, n := f.lo[j], int(f.hi[j]-f.lo[j])
		f.lo[j] = lo + int64(sort.Search(n, func(k int) bool { return c.place(j, lo+int64(k)+1)+d.col[j] >= 0 }))
		f.hi[j] = lo + int64(sort.Search(n, func(k int) bool { return c.place(j, lo+int64(k)+1)+d.col[j] > 0 }))
	}
}

// duals are potentials of rows and columns; the hub's is zero. The reduced cost
// of an arc u→v is its cost plus the potential of u minus that of v.
type duals struct{ row, col []int64 }

// flow is an assignment: the pair each row uses, −1 for none, and how many rows
// each column has.
type flow struct {
	pair []int32
	load []int64
}

func newFlow(p *Problem) *flow {
	x := &flow{pair: make([]int32, p.Rows), load: make([]int64, p.columns())}
	for i := range x.pair {
		x.pair[i] = -1
	}
	return x
}
