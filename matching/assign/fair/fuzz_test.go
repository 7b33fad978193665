package fair

import (
	"context"
	"errors"
	"testing"

	"github.com/peersupport/peersupport/matching/assign"
)

// fromBytes reads any bytes as a small problem, which need not make sense.
func fromBytes(data []byte) (Problem, Options) {
	next := func() int64 {
		if len(data) == 0 {
			return 0
		}
		b := data[0]
		data = data[1:]
		return int64(int8(b))
	}
	kinds := next()
	p := Problem{SkipEmpty: kinds&1 != 0, Base: assign.Problem{Rows: int(next()) % 4, Start: []int{0}}}
	b := &p.Base
	for range next() & 3 {
		b.Capacity = append(b.Capacity, next()%5)
	}
	list := func(n int) (out []int64) {
		for range n {
			out = append(out, next()%5)
		}
		return out
	}
	if kinds&2 != 0 {
		b.Demand = list(b.Rows)
	}
	if kinds&4 != 0 {
		b.MinDemand = list(b.Rows)
	}
	if kinds&8 != 0 {
		b.MinLoad = list(len(b.Capacity))
	}
	for range b.Rows {
		for range next() & 3 {
			b.Cols = append(b.Cols, int32(next())%4)
			p.Value = append(p.Value, next()<<(next()&63))
		}
		b.Start = append(b.Start, len(b.Cols))
	}
	if kinds&16 != 0 {
		b.Ladder = append(b.Ladder, assign.Rung{ID: "total", Row: list(b.Rows), Pair: list(len(b.Cols))})
	}
	if kinds&32 != 0 {
		b.Ladder = append(b.Ladder, assign.EvenLoad("even", list(len(b.Capacity))))
	}
	return p, Options{Levels: int(next()) % 4, Work: next() * 10_000}
}

func FuzzSolve(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{2, 2, 2, 1, 2, 2, 1, 2, 0, 9, 0, 1, 5, 0, 2, 0, 7, 0, 1, 3, 0, 1, 20})
	f.Add([]byte{63, 3, 3, 1, 2, 3, 2, 2, 2, 1, 1, 1, 1, 0, 1, 3, 0, 1, 0, 1, 2, 0, 2, 3, 0, 2, 0, 4, 0, 1, 5, 0, 1, 2, 6, 40})
	f.Fuzz(func(t *testing.T, data []byte) {
		p, o := fromBytes(data)
		s, err := Solve(context.Background(), p, o)
		if err == nil {
			err = Check(context.Background(), p, s)
		} else {
			var invalid *ProblemError
			var base *assign.ProblemError
			var infeasible *assign.InfeasibleError
			if errors.As(err, &invalid) || errors.As(err, &base) {
				return
			}
			if errors.As(err, &infeasible) && len(enumerate(&p)) == 0 {
				return
			}
		}
		if err != nil {
			t.Fatal(err)
		}
		if wrong := disagreement(enumerate(&p), s); wrong != "" {
			t.Fatal(wrong)
		}
	})
}

func FuzzCheck(f *testing.F) {
	f.Add([]byte{2, 2, 2, 1, 2, 2, 1, 2, 0, 9, 0, 1, 5, 0, 2, 0, 7, 0, 1, 3, 0, 1, 20}, int64(3), int64(9), int64(-1), int64(1))
	f.Fuzz(func(t *testing.T, data []byte, bound, scale, price, rank int64) {
		p, o := fromBytes(data)
		s, err := Solve(context.Background(), p, o)
		if err != nil {
			return
		}
		change := func(fig *Figure) {
			fig.Bound, fig.Exact = bound, bound == fig.Value
			fig.Proof = Proof{Scale: scale, Rank: []int64{rank}}
			for range p.Base.Capacity {
				fig.Proof.Col = append(fig.Proof.Col, price)
			}
		}
		change(&s.Total)
		for k := range s.Levels {
			if scale&1 == 0 {
				change(&s.Levels[k])
			}
		}
		if Check(context.Background(), p, s) != nil {
			return
		}
		if wrong := disagreement(enumerate(&p), s); wrong != "" {
			t.Fatalf("a false proof was accepted: %s", wrong)
		}
	})
}
