package weighted

// Solution is the best assignment found, and how far from the best possible it
// can be.
type Solution struct {
	// Pairs holds the pairs in use, as increasing indices into Problem.Cols.
	Pairs []int32
	// Unserved is the number of rows without a column. Under LeastCost it is
	// counted, not minimised, and its bound is zero.
	Unserved Result
	// Cost is the total cost. Under MostServed its bound speaks of the
	// assignments that leave no more rows unserved than this one.
	Cost Result
	// Exact reports that nothing is better: the bound of every objective has met
	// its value.
	Exact bool
	// Stats says how much work it was.
	Stats Stats
}

// Result is the outcome of one objective. What it may still be off by, the gap,
// is Value − Bound.
type Result struct {
	// Value is what the assignment comes to.
	Value int64
	// Bound is a lower bound of what any assignment can come to. It comes from a
	// search, and only Proof.Bound can be checked without repeating that search.
	Bound int64
	// Exact reports that Value equals Bound.
	Exact bool
	// Proof is the part of the bound that takes no search.
	Proof Proof
}

// Proof shows a lower bound by prices, one for each row. Let every row pay its
// price; each column on its own then picks the rows that are worth it, within its
// capacity. No assignment can come to less than the prices and what the columns
// make of them, because it is one of the ways in which the columns may pick.
type Proof struct {
	// Bound is the bound that the prices prove, never more than Result.Bound.
	Bound int64
	// Prices holds the price of each row in units of cost divided by Scale; nil
	// means the least cost that each row has by itself.
	Prices []int64
	// Scale is the number of steps a unit of cost is divided into, a power of two.
	Scale int64
}

// Stats counts the work of one call of Solve. It is no part of the answer.
type Stats struct {
	Nodes       int64 // nodes of the search tree
	Evaluations int64 // prices tried
	Steps       int64 // what Options.Work counts
}
