package assign

import (
	"context"
	"errors"
	"slices"
	"testing"
)

// fromBytes reads any bytes as a small problem, which need not make sense.
func fromBytes(data []byte) Problem {
	next := func() int64 {
		if len(data) == 0 {
			return 0
		}
		b := data[0]
		data = data[1:]
		return int64(int8(b))
	}
	p := Problem{Rows: int(next()) % 5, Start: []int{0}}
	for range next() & 3 {
		p.Capacity = append(p.Capacity, next()%4)
	}
	for range p.Rows {
		for range next() & 3 {
			p.Cols = append(p.Cols, int32(next())%4)
		}
		p.Start = append(p.Start, len(p.Cols)+int(next())/100)
	}
	for n := range next() & 3 {
		r := Rung{ID: string(rune('a' + n))}
		for range p.Rows {
			r.Row = append(r.Row, next()<<(next()&63))
		}
		for range p.Cols {
			r.Pair = append(r.Pair, next())
		}
		slope := next()
		r.Place = func(j int, k int64) int64 { return slope * k }
		p.Ladder = append(p.Ladder, r)
	}
	if seed := next(); seed != 0 {
		p.TieBreak = tieBreak(uint64(seed), 64)
	}
	return p
}

func FuzzSolve(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{2, 2, 1, 1, 2, 0, 1, 0, 1, 0, 0, 1, 255, 0, 254, 0, 3, 4, 5, 1, 9})
	f.Add([]byte{4, 3, 1, 2, 3, 3, 0, 1, 2, 0, 3, 0, 1, 2, 0, 1, 1, 0, 2, 0, 2, 0, 2, 1, 1, 1, 1, 1, 1, 1, 1})
	f.Fuzz(func(t *testing.T, data []byte) {
		p := fromBytes(data)
		s, err := Solve(context.Background(), p, Options{})
		var invalid *ProblemError
		if errors.As(err, &invalid) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := Check(p, s); err != nil {
			t.Fatal(err)
		}
		optima, want, _ := bruteForce(&p)
		if !slices.Equal(want, values(s, len(p.Ladder))) {
			t.Fatalf("values %v, want %v", values(s, len(p.Ladder)), want)
		}
		if !slices.ContainsFunc(optima, func(c []int32) bool { return slices.Equal(c, s.Column) }) {
			t.Fatalf("%v is not the optimum", s.Column)
		}
	})
}
