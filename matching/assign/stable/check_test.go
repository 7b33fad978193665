package stable

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// pair is two rows that both may have either of two columns; row 0 and column 0
// like each other best, and so do row 1 and column 1.
func pair() Problem {
	return Problem{
		Rows:     2,
		Capacity: []int64{1, 1},
		Start:    []int{0, 2, 4},
		Cols:     []int32{0, 1, 0, 1},
		RowRank:  []int32{0, 1, 1, 0},
		ColRank:  []int32{0, 1, 1, 0},
	}
}

func grouped() Grouped {
	return Grouped{
		Problem: Problem{
			Rows:     2,
			Capacity: []int64{1, 1},
			Start:    []int{0, 2, 4},
			Cols:     []int32{0, 1, 0, 1},
			RowRank:  []int32{0, 1, 1, 0},
			ColRank:  []int32{0, 0, 1, 1},
		},
		Group: []int32{0, 0},
		Limit: []int64{1},
	}
}

func TestEveryFaultOfAProblemIsNamed(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(*Problem)
		want  ProblemError
	}{
		{"negative rows", func(p *Problem) { p.Rows = -1 }, ProblemError{FaultRows, 0}},
		{"more rows than can be numbered", func(p *Problem) { p.Rows = 1 << 31 }, ProblemError{FaultSize, 0}},
		{"negative capacity", func(p *Problem) { p.Capacity[1] = -1 }, ProblemError{FaultCapacity, 1}},
		{"no start", func(p *Problem) { p.Start = nil }, ProblemError{FaultStart, 0}},
		{"start too short", func(p *Problem) { p.Start = p.Start[:2] }, ProblemError{FaultStart, 0}},
		{"start not at nought", func(p *Problem) { p.Start[0] = 1 }, ProblemError{FaultStart, 0}},
		{"start ends too late", func(p *Problem) { p.Start[2] = 5 }, ProblemError{FaultStart, 0}},
		{"start decreases", func(p *Problem) { p.Start[1] = 9 }, ProblemError{FaultStart, 1}},
		{"negative column", func(p *Problem) { p.Cols[2] = -1 }, ProblemError{FaultColumn, 2}},
		{"unknown column", func(p *Problem) { p.Cols[3] = 2 }, ProblemError{FaultColumn, 3}},
		{"column twice in a row", func(p *Problem) { p.Cols[1] = 0 }, ProblemError{FaultOrder, 1}},
		{"ranks of rows too short", func(p *Problem) { p.RowRank = p.RowRank[:3] }, ProblemError{FaultRowRank, 0}},
		{"negative rank of a row", func(p *Problem) { p.RowRank[3] = -1 }, ProblemError{FaultRowRank, 3}},
		{"ranks of columns too long", func(p *Problem) { p.ColRank = append(p.ColRank, 0) }, ProblemError{FaultColRank, 0}},
		{"negative rank of a column", func(p *Problem) { p.ColRank[2] = -7 }, ProblemError{FaultColRank, 2}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := pair()
			tt.spoil(&p)
			for name, err := range everyError(p) {
				var fault *ProblemError
				require.ErrorAs(t, err, &fault, name)
				require.Equal(t, tt.want, *fault, name)
			}
		})
	}
}

// everyError calls everything that takes a problem.
func everyError(p Problem) map[string]error {
	ctx := context.Background()
	g := Grouped{Problem: p, Group: []int32{0, 0}, Limit: []int64{2}}
	e := map[string]error{}
	_, e["RowOptimal"] = RowOptimal(ctx, p)
	_, e["ColumnOptimal"] = ColumnOptimal(ctx, p)
	_, e["Popular"] = Popular(ctx, p)
	_, e["Fullest"] = Fullest(ctx, p)
	_, e["BlockingPairs"] = BlockingPairs(p, nil)
	_, e["Strict"] = p.Strict()
	_, e["Columns"] = p.Columns(nil)
	e["Check"] = Check(p, nil)
	e["CheckPopular"] = CheckPopular(p, &Solution{})
	e["CheckFullest"] = CheckFullest(p, &Solution{})
	_, e["RowOptimalGrouped"] = RowOptimalGrouped(ctx, g)
	_, e["BlockingPairsGrouped"] = BlockingPairsGrouped(g, nil)
	e["CheckGrouped"] = CheckGrouped(g, nil)
	return e
}

func TestEveryFaultOfGroupsIsNamed(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(*Grouped)
		want  ProblemError
	}{
		{"a column without group", func(g *Grouped) { g.Group = g.Group[:1] }, ProblemError{FaultGroup, 0}},
		{"a negative group", func(g *Grouped) { g.Group[1] = -1 }, ProblemError{FaultGroup, 1}},
		{"an unknown group", func(g *Grouped) { g.Group[1] = 1 }, ProblemError{FaultGroup, 1}},
		{"a negative limit", func(g *Grouped) { g.Limit[0] = -1 }, ProblemError{FaultLimit, 0}},
		{"two ranks for one row", func(g *Grouped) { g.Problem.ColRank[3] = 2 }, ProblemError{FaultOneRank, 3}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := grouped()
			tt.spoil(&g)
			_, err := RowOptimalGrouped(t.Context(), g)
			var fault *ProblemError
			require.ErrorAs(t, err, &fault)
			require.Equal(t, tt.want, *fault)
			require.ErrorAs(t, CheckGrouped(g, nil), &fault)
			require.Equal(t, tt.want, *fault)
		})
	}
}

func TestEveryFlawOfAMatchingIsNamed(t *testing.T) {
	tests := []struct {
		name  string
		pairs []int32
		want  MatchingError
	}{
		{"a negative pair", []int32{-1}, MatchingError{FlawPair, 0}},
		{"an unknown pair", []int32{0, 4}, MatchingError{FlawPair, 1}},
		{"a pair twice", []int32{0, 0}, MatchingError{FlawPair, 1}},
		{"pairs out of order", []int32{3, 0}, MatchingError{FlawPair, 1}},
		{"a row with two columns", []int32{2, 3}, MatchingError{FlawRow, 1}},
		{"a column with two rows", []int32{1, 3}, MatchingError{FlawCapacity, 1}},
		{"nobody has anybody", nil, MatchingError{FlawBlocking, 0}},
		{"one could have its best", []int32{0}, MatchingError{FlawBlocking, 3}},
		{"all have their worst", []int32{1, 2}, MatchingError{FlawBlocking, 0}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := Check(pair(), tt.pairs)
			var flaw *MatchingError
			require.ErrorAs(t, err, &flaw)
			require.Equal(t, tt.want, *flaw)
		})
	}
}

func TestAGroupOverItsLimitIsRefused(t *testing.T) {
	var flaw *MatchingError
	require.ErrorAs(t, CheckGrouped(grouped(), []int32{0, 3}), &flaw)
	require.Equal(t, MatchingError{FlawLimit, 0}, *flaw)
}

func TestEveryFlawOfAWitnessIsNamed(t *testing.T) {
	// Row 2 finds both columns taken by rows they like better.
	p := pair()
	p.Rows, p.Start, p.Cols = 3, append(p.Start, 6), append(p.Cols, 0, 1)
	p.RowRank, p.ColRank = append(p.RowRank, 0, 1), append(p.ColRank, 2, 2)
	tests := []struct {
		name            string
		solution        *Solution
		popular, fuller error
	}{
		{"right", &Solution{[]int32{0, 3}, []int32{1, 1, 1}}, nil, nil},
		{"nothing", nil, &MatchingError{FlawShape, 0}, &MatchingError{FlawShape, 0}},
		{"a level too few", &Solution{[]int32{0, 3}, []int32{1, 1}}, &MatchingError{FlawShape, 0}, &MatchingError{FlawShape, 0}},
		{"no matching", &Solution{[]int32{0, 1}, []int32{1, 1, 1}}, &MatchingError{FlawRow, 0}, &MatchingError{FlawRow, 0}},
		{"a negative level", &Solution{[]int32{0, 3}, []int32{1, -1, 1}}, &MatchingError{FlawLevel, 1}, &MatchingError{FlawLevel, 1}},
		{"a level above all", &Solution{[]int32{0, 3}, []int32{1, 1, 9}}, &MatchingError{FlawLevel, 2}, &MatchingError{FlawLevel, 2}},
		{"a level that Popular has not", &Solution{[]int32{0, 3}, []int32{2, 2, 2}}, &MatchingError{FlawLevel, 0}, nil},
		{"unserved on a low level", &Solution{[]int32{0, 3}, []int32{1, 1, 0}}, &MatchingError{FlawLevel, 2}, &MatchingError{FlawLevel, 2}},
		{"served on a low level", &Solution{[]int32{0, 3}, []int32{1, 0, 1}}, &MatchingError{FlawVote, 5}, &MatchingError{FlawVote, 5}},
		{"all on the first level", &Solution{[]int32{0, 3}, []int32{0, 0, 0}}, &MatchingError{FlawLevel, 2}, &MatchingError{FlawSize, 0}},
		{"the worst for all", &Solution{[]int32{1, 2}, []int32{1, 1, 1}}, &MatchingError{FlawVote, 0}, &MatchingError{FlawVote, 0}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.popular, CheckPopular(p, tt.solution))
			require.Equal(t, tt.fuller, CheckFullest(p, tt.solution))
		})
	}
}

func TestColumnsAndPairsSayTheSame(t *testing.T) {
	p := pair()
	columns, err := p.Columns([]int32{3})
	require.NoError(t, err)
	require.Equal(t, []int32{-1, 1}, columns)
}

func TestAnEndedContextStopsTheWorkWithItsCause(t *testing.T) {
	cause := errors.New("enough")
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(cause)
	for name, err := range everySolver(ctx, programme(3000, 3, 20, 1)) {
		require.ErrorIs(t, err, cause, name)
	}
}

func TestAContextThatEndsWhileTiesAreBrokenStopsTheWork(t *testing.T) {
	cause := errors.New("enough")
	for name := range everySolver(context.Background(), Problem{}) {
		ctx, cancel := context.WithCancelCause(context.Background())
		p := programme(3000, 3, 20, 1)
		p.ColRank = nil
		draw, drawn := p.TieBreak, 0
		p.TieBreak = func(counter, row, col int) uint64 {
			if drawn++; drawn == 20_000 {
				cancel(cause)
			}
			return draw(counter, row, col)
		}
		require.ErrorIs(t, everySolver(ctx, p)[name], cause, name)
		cancel(nil)
	}
}

// everySolver runs all of them.
func everySolver(ctx context.Context, p Problem) map[string]error {
	e := map[string]error{}
	_, e["RowOptimal"] = RowOptimal(ctx, p)
	_, e["ColumnOptimal"] = ColumnOptimal(ctx, p)
	_, e["Popular"] = Popular(ctx, p)
	_, e["Fullest"] = Fullest(ctx, p)
	_, e["RowOptimalGrouped"] = RowOptimalGrouped(ctx, supervised(p, 10, 20))
	return e
}

func TestALongListIsSortedLikeAShortOne(t *testing.T) {
	const pairs = 3*checkEvery + 5
	keys := make([]key, pairs)
	draw := hash(1)
	for n := range keys {
		keys[n] = key{pair: int32(n), rank: int32(draw(0, n, 0) % 100), draw: draw(0, n, 1) % 5}
	}
	want := slices.Clone(keys)
	slices.SortFunc(want, key.compare)
	require.NoError(t, sortKeys(keys, make([]key, pairs), &meter{}))
	require.Equal(t, want, keys)
}
