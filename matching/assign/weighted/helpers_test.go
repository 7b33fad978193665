package weighted

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"
)

func solve(t testing.TB, p Problem) *Solution {
	t.Helper()
	s, err := Solve(context.Background(), p, Options{})
	require.NoError(t, err)
	return s
}

// scarce is a programme with a third of the hours, so that many rows are left.
func scarce(rows int, seed uint64) Problem {
	p := programme(rows, 20, seed)
	for j := range p.Capacity {
		p.Capacity[j] /= 3
	}
	return p
}
