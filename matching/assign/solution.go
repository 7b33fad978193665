package assign

// Solution is an assignment together with the proof that nothing is better.
type Solution struct {
	// Pairs holds the pairs in use, as increasing indices into Problem.Cols.
	// Problem.Columns turns them into one column for each row.
	Pairs []int32
	// Rungs holds one result for each rung of the ladder, in order, then, with a
	// tie-break, one for each canonical rung ("canonical", "canonical.1", …).
	Rungs []Result
	// Stats says how much work it was. It is no part of the proof.
	Stats Stats
}

// Result is the outcome of one rung.
type Result struct {
	// ID is the name of the rung.
	ID string
	// Value is the total cost of the assignment on this rung.
	Value int64
	// Bound is the proven lower bound of that cost over all assignments that are
	// optimal for every earlier rung.
	Bound int64
	// Exact reports that Value equals Bound. Solve returns nothing else.
	Exact bool
	// Row and Col hold the potentials that prove the bound, in units of cost;
	// the hub's is zero. They depend on the problem and the assignment only, not
	// on how it was found: see the package comment.
	Row, Col []int64
}

// Stats counts the work of one call of Solve and says which way it went; the package
// comment says what the ways are. It depends on the problem only.
type Stats struct {
	Searches int64 // shortest path searches
	Scanned  int64 // pairs looked at, each time they were

	Greedy   int64 // rungs solved whole by the greedy algorithm
	Parts    int64 // parts of the other rungs in which there was something to choose
	Columns  int64 // parts in which columns placed their units, and not rows
	Outside  int64 // parts closed by places outside
	Auctions int64 // parts priced by an auction
	GaveUp   int64 // parts in which paths took too long and were given up for an auction
}

func (s *Stats) add(t Stats) {
	s.Searches += t.Searches
	s.Scanned += t.Scanned
	s.Greedy += t.Greedy
	s.Parts += t.Parts
	s.Columns += t.Columns
	s.Outside += t.Outside
	s.Auctions += t.Auctions
	s.GaveUp += t.GaveUp
}

// count notes the way in which a part was solved.
func (s *Stats) count(w way, auction bool) {
	s.Parts++
	if !w.rowsLeft {
		s.Columns++
	}
	if w.outside {
		s.Outside++
	}
	if auction {
		s.Auctions++
	}
	if w.auction {
		s.GaveUp++
	}
}
