package assign

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// impatient solves a problem giving up paths at once wherever an auction is possible.
func impatient(p *Problem) (*Solution, error) {
	return solveWith(context.Background(), p, Options{Workers: 1}, tuning{patience: -1, grain: 1 << 16})
}

func TestWithAuctionsEverySmallLadderAgreesWithBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	for n := range 5_000 * scale(t) {
		p := small(r).random(r)
		want := bruteForce(&p)
		s, err := impatient(&p)
		if wrong := agrees(&p, want, s, err); wrong != "" {
			t.Fatalf("problem %d: %s\nwant %+v\nhave %+v\n%s", n, wrong, want, s, describe(&p))
		}
	}
}

func TestAuctionsAndPathsFindTheSameSolution(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	auctions := 0
	for n := range 200 * scale(t) {
		s := shape{
			rows: 5 + r.IntN(60), cols: 1 + r.IntN(30), exact: true, rungs: 1 + r.IntN(2), demand: r.Int64N(4),
			capacity: 1 + r.Int64N(5), cost: 1 << r.IntN(30), density: 0.05 + r.Float64()/2, tie: 64,
		}
		p := s.random(r)
		if r.IntN(2) == 0 {
			p.Ladder = append([]Rung{Served(&p)}, p.Ladder...)
			p.Ladder[0].ID = "first"
		}
		paths, err := solveWith(context.Background(), &p, Options{}, tuning{patience: unlimited, grain: 1 << 16})
		require.NoError(t, err, "problem %d", n)
		other, err := impatient(&p)
		require.NoError(t, err, "problem %d\n%s", n, describe(&p))
		require.NoError(t, Check(p, other), "problem %d", n)
		if other.Stats.Auctions > 0 {
			auctions++
		}
		require.JSONEq(t, proof(t, paths), proof(t, other), "problem %d\n%s", n, describe(&p))
	}
	require.Greater(t, auctions, 50*scale(t), "problems in which an auction took part")
}

// proof is all of a solution but the work it took.
func proof(t *testing.T, s *Solution) string {
	t.Helper()
	data, err := json.Marshal(Solution{Pairs: s.Pairs, Rungs: s.Rungs})
	require.NoError(t, err)
	return string(data)
}
