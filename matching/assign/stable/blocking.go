package stable

// Reason says why a pair blocks a matching, besides that the row would gain.
type Reason string

// The reasons.
const (
	ReasonFree   Reason = "free"   // the column has a free place
	ReasonBetter Reason = "better" // the column is full and prefers the row to the worst that it has
)

// Reasons that only columns in groups know.
const (
	ReasonMove        Reason = "move"         // the column has a free place and the row has another column of its full group
	ReasonGroupBetter Reason = "group_better" // the column has a free place and its full group prefers the row to the worst that it has
)

// Blocking is a pair that blocks a matching: row and column would rather have each
// other.
type Blocking struct {
	Pair     int32 // index into Problem.Cols
	Row, Col int
	Reason   Reason
	// Against is the pair in use that the column, or its group, would give up: of
	// its worst the first. It is −1 where nobody has to go.
	Against int32
}

// BlockingPairs lists every pair that blocks the matching, in increasing order,
// under the ties as they are given: both sides must gain strictly. Of a problem
// made by [Problem.Strict] it lists those that block after tie-breaking. The
// matching is given as the pairs in use, in increasing order.
//
// It returns a *ProblemError, or a *MatchingError when the pairs are no matching.
// It makes two passes over the pairs.
func BlockingPairs(p Problem, pairs []int32) ([]Blocking, error) {
	if err := p.validate(); err != nil {
		return nil, err
	}
	m, err := p.matching(pairs)
	if err != nil {
		return nil, err
	}
	worst := p.worst(m, p.columns(), p.Cols)
	found := []Blocking{}
	for i := range p.Rows {
		for a, to := p.pairs(i); a < to; a++ {
			b := Blocking{Pair: int32(a), Row: i, Col: int(p.Cols[a]), Against: -1}
			switch {
			case !p.gains(m, i, b.Pair):
				continue
			case m.load[b.Col] < p.Capacity[b.Col]:
				b.Reason = ReasonFree
			case p.displaces(b.Pair, worst[b.Col]):
				b.Reason, b.Against = ReasonBetter, worst[b.Col]
			default:
				continue
			}
			found = append(found, b)
		}
	}
	return found, nil
}

// Check reports whether the pairs in use are a stable matching under the ties as
// they are given: nil, a *ProblemError, or a *MatchingError. It calls no solver.
func Check(p Problem, pairs []int32) error {
	found, err := BlockingPairs(p, pairs)
	return stableOr(found, err)
}

func stableOr(found []Blocking, err error) error {
	if err != nil {
		return err
	}
	if len(found) > 0 {
		return &MatchingError{Flaw: FlawBlocking, Index: int(found[0].Pair)}
	}
	return nil
}

// gains reports that row i prefers pair a to what it has.
func (p *Problem) gains(m *matching, i int, a int32) bool {
	return m.use[i] < 0 || rank(p.RowRank, a) < rank(p.RowRank, m.use[i])
}

// displaces reports that the other side would give up the pair worst for pair a.
// There is none to give up where there are no places.
func (p *Problem) displaces(a, worst int32) bool {
	return worst >= 0 && rank(p.ColRank, a) < rank(p.ColRank, worst)
}

// worst finds the pair in use that ranks worst in each of n lists, the first of
// several, −1 for none.
func (p *Problem) worst(m *matching, n int, list []int32) []int32 {
	worst := make([]int32, n)
	for k := range worst {
		worst[k] = -1
	}
	for _, a := range m.use {
		if a < 0 {
			continue
		}
		w := &worst[list[a]]
		if *w < 0 || rank(p.ColRank, a) > rank(p.ColRank, *w) {
			*w = a
		}
	}
	return worst
}

// rank reads ranks of which nil means that all are equal.
func rank(ranks []int32, a int32) int32 {
	if ranks == nil {
		return 0
	}
	return ranks[a]
}
