package stable

import "slices"

// CheckPopular reports whether s is a popular matching of the broken preferences,
// and proven to serve as many rows as any popular matching: nil, a *ProblemError,
// or a *MatchingError that names the first flaw found. It calls no solver and
// shares with it only the reading of the problem and the breaking of ties. After
// these it makes one pass over the pairs.
//
// The proof gives every row and every place a price. A row on level 0 has price 1,
// one on level 1 has −1, and the place it fills has the opposite; rows not served
// and free places have 0. All prices add up to zero. Let another matching be laid
// out. What one of its pairs wins, a vote of the row and a vote of the place, is at
// most the sum of their two prices. A row or a place that it leaves out votes
// against it, −1, or had nobody and does not vote, 0; both are at most its price. So
// the other matching wins no more votes than all prices add up to. A pair of a row
// not served here even wins less than its prices: a matching with such a pair loses
// the vote and is not popular. Every other one serves no more rows than this one.
func CheckPopular(p Problem, s *Solution) error {
	w, err := newWitness(&p, s)
	if err != nil {
		return err
	}
	return w.check(1)
}

// CheckFullest reports whether s serves as many rows as any matching and is popular
// among the matchings that do, like [CheckPopular] in all else.
//
// The price of a row is minus twice its level, and that of the place it fills the
// opposite; free places have 0. Again no pair of another matching wins more votes
// than its prices, and nobody who is left out votes for it. If it serves as many
// rows as this one, it leaves as many out. Those that this one leaves out have the
// lowest price of all rows, and no place has a price below 0, so that the prices of
// all whom the other one pairs add up to at most zero. That no matching serves more
// rows follows from a level on which no row is served: see full, which Fullest asks
// when to stop.
func CheckFullest(p Problem, s *Solution) error {
	w, err := newWitness(&p, s)
	if err != nil {
		return err
	}
	top := int32(0)
	for i, n := range w.level {
		if int(n) > p.Rows { // Fullest opens a level only when rows are served on all below
			return &MatchingError{Flaw: FlawLevel, Index: i}
		}
		top = max(top, n)
	}
	if err := w.check(top); err != nil {
		return err
	}
	if !full(w.use, w.level, top) {
		return &MatchingError{Flaw: FlawSize}
	}
	return nil
}

// witness is a matching with levels that are to prove it popular.
type witness struct {
	*lists
	*matching
	level []int32
	worst []int32 // the pair in use that each column would give up first, −1 for none
}

func newWitness(p *Problem, s *Solution) (*witness, error) {
	if err := p.validate(); err != nil {
		return nil, err
	}
	if s == nil || len(s.Level) != p.Rows {
		return nil, &MatchingError{Flaw: FlawShape}
	}
	m, err := p.matching(s.Pairs)
	if err != nil {
		return nil, err
	}
	l, err := newLists(p, &meter{})
	if err != nil {
		return nil, err
	}
	w := &witness{lists: l, matching: m, level: s.Level, worst: make([]int32, p.columns())}
	for j := range w.worst {
		w.worst[j] = -1
	}
	for i, a := range m.use {
		if a < 0 {
			continue
		}
		worst := &w.worst[p.Cols[a]]
		if *worst < 0 || w.above(*worst, i, a) {
			*worst = a
		}
	}
	return w, nil
}

// above reports that a column gives up pair a of row i before pair b.
func (w *witness) above(b int32, i int, a int32) bool {
	other := w.level[w.row[b]]
	return w.level[i] < other || w.level[i] == other && w.cols.prefers(b, a)
}

// check verifies the levels: from 0 to top, and top for every row not served.
func (w *witness) check(top int32) error {
	for i, n := range w.level {
		if n < 0 || n > top || w.use[i] < 0 && n != top {
			return &MatchingError{Flaw: FlawLevel, Index: i}
		}
	}
	for i := range w.p.Rows {
		for a, to := w.p.pairs(i); a < to; a++ {
			if !w.bounded(i, int32(a)) {
				return &MatchingError{Flaw: FlawVote, Index: a}
			}
		}
	}
	return nil
}

// bounded reports that pair a of row i wins no more votes than its prices, whatever
// place it is laid out in. In a filled place that is twice the difference of the
// levels. The worst row of the column speaks for all its places: if any place is on
// a lower level or would rather have row i, that of the worst row is.
//
// Pairs in use win nothing; the proof of size needs the differences of their levels,
// too.
func (w *witness) bounded(i int, a int32) bool {
	j := w.p.Cols[a]
	inUse := w.use[i] == a
	gains := w.use[i] < 0 || w.rows.prefers(a, w.use[i])
	if w.load[j] < w.p.Capacity[j] {
		// The place gains; the row must lose. A filled place besides is no better.
		return w.level[i] == 0 && (inUse || !gains)
	}
	worst := w.worst[j]
	if worst < 0 {
		return true // no places
	}
	welcome := w.cols.prefers(a, worst)
	switch w.level[i] - w.level[w.row[worst]] {
	case 0:
		return inUse || !gains || !welcome
	case 1:
		return inUse || !gains && !welcome
	default:
		return w.level[i] < w.level[w.row[worst]]
	}
}

// full reports that all rows are served, or that on some level from 0 to top no
// row is served. In the second case the levels prove that the rows not served
// cannot be: every column of a row above that level, or of a row not served, is
// filled with rows above it, so that together these rows have more than their
// columns can take, and exactly those not served are too many.
func full(use, level []int32, top int32) bool {
	served := make([]bool, top+1)
	all := true
	for i, a := range use {
		if a >= 0 {
			served[level[i]] = true
		} else {
			all = false
		}
	}
	return all || slices.Contains(served, false)
}
