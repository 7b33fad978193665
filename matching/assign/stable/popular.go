package stable

import "context"

// Solution is a matching with the witness of its popularity.
type Solution struct {
	// Pairs holds the pairs in use, as increasing indices into Problem.Cols.
	Pairs []int32
	// Level holds a level for each row, 0 or more; rows without a column have the
	// highest. It is the witness that CheckPopular and CheckFullest read.
	Level []int32
}

// Popular returns a popular matching that serves as many rows as any popular
// matching does; see the package comment for the vote. It lets rows that all
// their columns have refused try once more on a second level. Its work is about
// twice that of [RowOptimal], and so are its errors.
func Popular(ctx context.Context, p Problem) (*Solution, error) {
	o, err := ask(ctx, &p)
	if err != nil {
		return nil, err
	}
	if err := o.open(); err != nil {
		return nil, err
	}
	return o.solution(), nil
}

// Fullest returns a matching that serves as many rows as any matching does, and is
// popular among those: none of them wins a vote against it. It opens one level
// after another until they prove that no more rows can be served. Its work is
// proportional to the number of pairs for each level; there are at most as many
// levels as rows that are served, and commonly few. Its errors are those of
// [RowOptimal].
func Fullest(ctx context.Context, p Problem) (*Solution, error) {
	o, err := ask(ctx, &p)
	if err != nil {
		return nil, err
	}
	for !full(o.use, o.level, o.top) {
		if err := o.open(); err != nil {
			return nil, err
		}
	}
	return o.solution(), nil
}

// ask validates the problem and lets rows offer on the first level.
func ask(ctx context.Context, p *Problem) (*offers, error) {
	if err := p.validate(); err != nil {
		return nil, err
	}
	return newOffers(p, &meter{ctx: ctx})
}

func (o *offers) solution() *Solution { return &Solution{Pairs: o.inUse(), Level: o.level} }
