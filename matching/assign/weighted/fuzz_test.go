package weighted

import (
	"context"
	"errors"
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
	p := Problem{Rows: int(next()) % 6, Start: []int{0}, Objective: Objective(next() & 1)}
	shift := next() & 63
	for range next() & 3 {
		p.Capacity = append(p.Capacity, next()<<shift)
	}
	for range p.Rows {
		for range next() & 3 {
			p.Cols = append(p.Cols, int32(next())%4)
			p.Units = append(p.Units, next()<<shift)
			p.Cost = append(p.Cost, next()<<(next()&63))
		}
		p.Start = append(p.Start, len(p.Cols)+int(next())/100)
		p.Must = append(p.Must, next() > 100)
	}
	return p
}

func FuzzSolve(f *testing.F) {
	f.Add([]byte{}, int64(0))
	f.Add([]byte{2, 0, 0, 2, 3, 4, 2, 0, 2, 5, 0, 1, 2, 6, 0, 0, 0, 1, 0, 1, 9, 0, 0, 0}, int64(0))
	f.Add([]byte{3, 1, 40, 1, 9, 1, 0, 5, 1, 1, 0, 0, 1, 0, 4, 2, 9, 0, 0, 1, 0, 5, 3, 3, 0, 101}, int64(50))
	f.Fuzz(func(t *testing.T, data []byte, work int64) {
		p := fromBytes(data)
		s, err := Solve(context.Background(), p, Options{Work: work})
		var invalid *ProblemError
		if errors.As(err, &invalid) {
			return
		}
		unserved, cost, ok := bruteForce(&p)
		switch {
		case errors.Is(err, ErrUndecided) && work > 0:
			return
		case errors.Is(err, ErrInfeasible) && !ok:
			return
		case err != nil || !ok:
			t.Fatalf("error %v where an assignment exists: %v", err, ok)
		}
		if err := Check(p, s); err != nil {
			t.Fatal(err)
		}
		if s.Exact && s.Cost.Value != cost || s.Cost.Value < cost && (p.Objective == LeastCost || s.Unserved.Value == unserved) {
			t.Fatalf("cost %d, want %d", s.Cost.Value, cost)
		}
		if p.Objective == MostServed && (s.Unserved.Value < unserved || s.Exact && s.Unserved.Value != unserved) {
			t.Fatalf("unserved %d, want %d", s.Unserved.Value, unserved)
		}
		if work <= 0 && !s.Exact {
			t.Fatal("a small problem was not solved")
		}
	})
}

// Whatever a solution claims, Check answers.
func FuzzCheck(f *testing.F) {
	f.Add([]byte{2, 0, 0, 2, 3, 4, 2, 0, 2, 5, 0, 1, 2, 6, 0, 0, 0, 1, 0, 1, 9, 0, 0, 0}, []byte{0, 2}, int64(3), int64(5), int64(1))
	f.Fuzz(func(t *testing.T, data, pairs []byte, value, price, scale int64) {
		p := fromBytes(data)
		s := &Solution{Unserved: Result{Value: value & 7, Bound: value & 7, Exact: true}, Exact: true}
		for _, a := range pairs {
			s.Pairs = append(s.Pairs, int32(int8(a)))
		}
		s.Cost = Result{Value: value, Bound: value, Exact: true, Proof: Proof{Bound: value, Scale: scale}}
		for range p.Rows {
			s.Cost.Proof.Prices = append(s.Cost.Proof.Prices, price)
		}
		if Check(p, s) != nil {
			return
		}
		if unserved, cost, ok := bruteForce(&p); !ok || s.Cost.Value < cost && s.Unserved.Value <= unserved {
			t.Fatalf("accepted a cost of %d, and %d is the least", s.Cost.Value, cost)
		}
	})
}
