package assign

// A ladder is one minimum-cost flow whose costs are vectors with an entry for each
// rung, compared at the first entry in which they differ. The certificates of the
// rungs, one below the other, are potentials for it: a rung's certificate binds
// only the arcs that those before it leave free, which is just the order of vectors.

// vectors holds vectors of k entries each.
type vectors struct {
	k   int
	all []int64
}

func newVectors(k, n int) vectors { return vectors{k, make([]int64, k*n)} }

func (v *vectors) at(n int32) []int64 {
	from := int(n) * v.k
	return v.all[from : from+v.k : from+v.k]
}

// add appends a vector and returns its place.
func (v *vectors) add(w []int64) { v.all = append(v.all, w...) }

// drop takes the last vector away.
func (v *vectors) drop() { v.all = v.all[:len(v.all)-v.k] }

// order compares two vectors of the same length: negative when a comes first.
func order(a, b []int64) int {
	for k, x := range a {
		if y := b[k]; x < y {
			return -1
		} else if x > y {
			return 1
		}
	}
	return 0
}

// orderSum compares a + b with c.
func orderSum(a, b, c []int64) int {
	for k, x := range a {
		if x += b[k]; x < c[k] {
			return -1
		} else if x > c[k] {
			return 1
		}
	}
	return 0
}

// sign compares a vector with zero.
func sign(a []int64) int {
	for _, x := range a {
		if x < 0 {
			return -1
		} else if x > 0 {
			return 1
		}
	}
	return 0
}

// signOf is the factor with which potentials enter keys along the arcs of a network,
// or against them.
func signOf(against bool) int64 {
	if against {
		return -1
	}
	return 1
}

// extreme keeps the last of the vectors it is offered, or with a sign of −1 the first.
type extreme struct {
	v    []int64
	sign int64
	any  bool
}

func newExtreme(k int, sign int64) *extreme { return &extreme{v: make([]int64, k), sign: sign} }

// offer asks for the entries of a vector only as long as they matter.
func (e *extreme) offer(entry func(k int) int64) {
	better := !e.any
	for k := range e.v {
		c := entry(k)
		if !better && e.sign*(c-e.v[k]) < 0 {
			return
		}
		if better || c != e.v[k] {
			better, e.v[k] = true, c
		}
	}
	e.any = true
}
