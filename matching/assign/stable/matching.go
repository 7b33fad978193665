package stable

// matching is a set of pairs that respects the places.
type matching struct {
	use  []int32 // pair of each row, −1 for none
	load []int64 // rows of each column
}

// newMatching returns the empty one.
func newMatching(p *Problem) *matching {
	m := &matching{use: make([]int32, p.Rows), load: make([]int64, p.columns())}
	for i := range m.use {
		m.use[i] = -1
	}
	return m
}

// inUse lists the pairs in increasing order.
func (m *matching) inUse() []int32 {
	pairs := []int32{}
	for _, a := range m.use {
		if a >= 0 {
			pairs = append(pairs, a)
		}
	}
	return pairs
}

// matching reads pairs in use as a matching, or says why they are none.
func (p *Problem) matching(pairs []int32) (*matching, error) {
	m := newMatching(p)
	i, last := 0, int32(-1)
	for n, a := range pairs {
		if a <= last || int(a) >= len(p.Cols) {
			return nil, &MatchingError{Flaw: FlawPair, Index: n}
		}
		last = a
		for int(a) >= p.Start[i+1] {
			i++
		}
		if m.use[i] >= 0 {
			return nil, &MatchingError{Flaw: FlawRow, Index: i}
		}
		m.use[i] = a
		m.load[p.Cols[a]]++
	}
	for j, n := range m.load {
		if n > p.Capacity[j] {
			return nil, &MatchingError{Flaw: FlawCapacity, Index: j}
		}
	}
	return m, nil
}
