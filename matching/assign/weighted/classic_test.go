package weighted

import (
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

// The optima of some problems drawn here were confirmed by CBC 2.10 (mixed
// integer programming): a change of the generator would show.
func TestProblemsOfTheClassicTypesAreSolvedToTheOptimum(t *testing.T) {
	for _, c := range []struct {
		kind          byte
		columns, rows int
		seed          uint64
		want          int64 // 0: not confirmed
	}{
		{'a', 5, 60, 1, 0}, {'a', 10, 60, 1, 0},
		{'b', 5, 60, 1, 0}, {'b', 5, 100, 1, 1661}, {'b', 10, 60, 1, 0},
		{'c', 5, 15, 0, 314}, {'c', 5, 15, 1, 279}, {'c', 10, 60, 0, 871}, {'c', 10, 60, 1, 848}, {'c', 10, 60, 2, 917},
		{'d', 5, 30, 1, 0}, {'d', 5, 60, 0, 0},
		{'e', 5, 60, 0, 7902}, {'e', 5, 60, 1, 7960}, {'e', 10, 60, 1, 0},
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
