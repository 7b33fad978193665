package weighted

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// The optima given were confirmed by CBC 2.10, a solver of mixed integer programs.
func TestProblemsOfTheClassicTypesAreSolvedToTheOptimum(t *testing.T) {
	for _, c := range []struct {
		kind          byte
		columns, rows int
		seed          uint64
		want          int64 // 0: not known from elsewhere
	}{
		{'a', 5, 60, 1, 0}, {'a', 10, 60, 1, 0},
		{'b', 5, 60, 1, 0}, {'b', 5, 100, 1, 1661}, {'b', 10, 60, 1, 0},
		{'c', 5, 15, 0, 314}, {'c', 5, 15, 1, 279}, {'c', 10, 60, 0, 871}, {'c', 10, 60, 1, 848}, {'c', 10, 60, 2, 917},
		{'d', 5, 30, 1, 0}, {'d', 5, 60, 0, 0},
		{'e', 5, 60, 0, 0}, {'e', 10, 60, 1, 0},
	} {
		t.Run(fmt.Sprintf("%c/%dx%d/%d", c.kind, c.columns, c.rows, c.seed), func(t *testing.T) {
			p := classic(c.kind, c.columns, c.rows, c.seed)
			s := solve(t, p)
			require.True(t, s.Exact)
			require.NoError(t, Check(p, s))
			if c.want > 0 {
				require.Equal(t, c.want, s.Cost.Value)
			}
		})
	}
}

// knapsackCost is the least cost of the single column of p within its capacity, by
// the textbook table over units.
func knapsackCost(p *Problem) int64 {
	least := make([]int64, p.Capacity[0]+1)
	for a, c := range p.Cost {
		for u := p.Capacity[0]; u >= p.Units[a]; u-- {
			least[u] = min(least[u], least[u-p.Units[a]]+c)
		}
	}
	return least[p.Capacity[0]]
}

// With one column and cost alone it is the knapsack problem. The larger ones are
// solved by fractions and branching.
func TestOneColumnIsTheKnapsackProblem(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	for _, rows := range []int{10, 100, 500, 1_000} {
		p := Problem{Rows: rows, Capacity: []int64{25 * int64(rows)}, Start: []int{0}, Objective: LeastCost}
		for i := range rows {
			units := 1 + r.Int64N(100)
			p.Cols, p.Units, p.Cost = append(p.Cols, 0), append(p.Units, units), append(p.Cost, -units-r.Int64N(20))
			p.Start = append(p.Start, i+1)
		}
		s := solve(t, p)
		require.True(t, s.Exact)
		require.Equal(t, knapsackCost(&p), s.Cost.Value)
		require.NoError(t, Check(p, s))
	}
}

func TestEveryLimitLeavesAnHonestGap(t *testing.T) {
	for _, kind := range "abcde" {
		for seed := range uint64(2 * scale(t)) {
			p := classic(byte(kind), 5, 25, seed)
			whole := solve(t, p)
			for work := int64(1); ; work *= 4 {
				s, err := Solve(t.Context(), p, Options{Work: work})
				if errors.Is(err, ErrUndecided) {
					continue
				}
				require.NoError(t, err)
				require.NoError(t, Check(p, s))
				require.LessOrEqual(t, s.Cost.Bound, whole.Cost.Value, "%c/%d work %d", kind, seed, work)
				require.GreaterOrEqual(t, s.Cost.Value, whole.Cost.Value, "%c/%d work %d", kind, seed, work)
				if s.Exact {
					break
				}
			}
		}
	}
}

func TestRowsThatNeedNotBeServedAreLeftOnlyWhereUnitsRunOut(t *testing.T) {
	for seed := range uint64(3) {
		p := scarce(60, seed)
		s := solve(t, p)
		require.True(t, s.Exact)
		require.NoError(t, Check(p, s))
		cheap := p
		cheap.Objective = LeastCost
		c := solve(t, cheap)
		require.True(t, c.Exact)
		require.NoError(t, Check(cheap, c))
		require.LessOrEqual(t, c.Cost.Value, s.Cost.Value)
		require.GreaterOrEqual(t, c.Unserved.Value, s.Unserved.Value)
	}
}
