package matching

import "math/bits"

// Set is a set of the supporters of one [Pool], by their number. The indexed
// faces of rules add the supporters that they exclude. Make one with
// [Pool.NewSet]; a Set is not safe for concurrent writing.
type Set struct {
	words []uint64
	n     int
}

func newSet(n int) Set { return Set{words: make([]uint64, (n+63)/64), n: n} }

// Add puts supporter j into the set.
func (s Set) Add(j int) { s.words[j/64] |= 1 << (j % 64) }

// Has reports whether supporter j is in the set.
func (s Set) Has(j int) bool { return s.words[j/64]>>(j%64)&1 == 1 }

// Len returns the number of supporters in the set.
func (s Set) Len() int {
	n := 0
	for _, w := range s.words {
		n += bits.OnesCount64(w)
	}
	return n
}

// AddRange puts supporters from, …, until-1 into the set.
func (s Set) AddRange(from, until int) {
	for from < until && from%64 != 0 {
		s.Add(from)
		from++
	}
	for ; from+64 <= until; from += 64 {
		s.words[from/64] = ^uint64(0)
	}
	for ; from < until; from++ {
		s.Add(from)
	}
}

// AddSet puts the members of t into the set.
func (s Set) AddSet(t Set) {
	for i, w := range t.words {
		s.words[i] |= w
	}
}

// AddWithout puts everybody into the set who is not in t.
func (s Set) AddWithout(t Set) {
	for i, w := range t.words {
		s.words[i] |= ^w
	}
	s.trim()
}

// AddCommon puts the members that t and u share into the set.
func (s Set) AddCommon(t, u Set) {
	for i := range s.words {
		s.words[i] |= t.words[i] & u.words[i]
	}
}

// AddAll puts every supporter of the pool into the set.
func (s Set) AddAll() { s.AddRange(0, s.n) }

// Clear empties the set.
func (s Set) Clear() { clear(s.words) }

// Members yields the members in ascending order.
func (s Set) Members(yield func(j int) bool) { each(s.words, 0, s.n, yield) }

// Others yields in ascending order the supporters that are not in the set.
func (s Set) Others(yield func(j int) bool) { each(s.words, ^uint64(0), s.n, yield) }

func each(words []uint64, flip uint64, n int, yield func(j int) bool) {
	for i, w := range words {
		for w ^= flip; w != 0; w &= w - 1 {
			j := i*64 + bits.TrailingZeros64(w)
			if j >= n || !yield(j) {
				return
			}
		}
	}
}

// trim clears the bits beyond the last supporter.
func (s Set) trim() {
	if s.n%64 != 0 {
		s.words[len(s.words)-1] &= 1<<(s.n%64) - 1
	}
}
