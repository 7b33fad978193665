package assign

import (
	"context"
	"errors"
	"slices"
	"testing"
)

// tape reads any bytes as small numbers; past its end there are zeros.
type tape []byte

func (t *tape) next() int64 {
	if len(*t) == 0 {
		return 0
	}
	b := (*t)[0]
	*t = (*t)[1:]
	return int64(int8(b))
}

func (t *tape) list(n int, element func() int64) []int64 {
	list := make([]int64, max(0, n))
	for k := range list {
		list[k] = element()
	}
	return list
}

// problem reads a small problem, which need not make sense.
func (t *tape) problem() Problem {
	p := Problem{Rows: int(t.next()) % 5, Start: []int{0}}
	bound := func() int64 { return t.next() % 4 }
	absent := t.next()
	p.Capacity = t.list(int(t.next()&3), bound)
	if absent&1 != 0 {
		p.Demand = t.list(p.Rows, bound)
	}
	if absent&2 != 0 {
		p.MinDemand = t.list(p.Rows, bound)
	}
	if absent&4 != 0 {
		p.MinLoad = t.list(len(p.Capacity), bound)
	}
	if absent&8 != 0 { // one of the bounds may be enormous
		for _, list := range [][]int64{p.Demand, p.MinDemand, p.MinLoad, p.Capacity} {
			if n := t.next(); n >= 0 && int(n) < len(list) {
				list[n] <<= t.next() & 63
			}
		}
	}
	for range p.Rows {
		for range t.next() & 3 {
			p.Cols = append(p.Cols, int32(t.next())%4)
		}
		p.Start = append(p.Start, len(p.Cols)+int(t.next())/100)
	}
	for n := range t.next() & 3 {
		r := Rung{ID: string(rune('a' + n))}
		kinds := t.next()
		if kinds&1 != 0 {
			r.Row = t.list(p.Rows, func() int64 { return t.next() << (t.next() & 63) })
		}
		if kinds&2 != 0 {
			r.Pair = t.list(len(p.Cols), t.next)
		}
		if kinds&4 != 0 {
			slope := t.next()
			r.Place = func(j int, k int64) int64 { return slope * (k - int64(j)) }
		}
		p.Ladder = append(p.Ladder, r)
	}
	if seed := t.next(); seed != 0 {
		p.TieBreak = tieBreak(uint64(seed), 1+int(seed&63))
	}
	return p
}

func seedsOf(f *testing.F) {
	f.Helper()
	f.Add([]byte{})
	f.Add([]byte{2, 0, 2, 1, 1, 2, 0, 1, 0, 1, 0, 0, 1, 1, 255, 0, 254, 0, 9})
	f.Add([]byte{4, 7, 3, 1, 2, 3, 2, 1, 1, 2, 1, 0, 0, 1, 1, 0, 1, 3, 0, 1, 2, 0, 3, 0, 1, 2, 0, 1, 1, 0, 2, 0, 2, 0, 2, 7, 1, 2, 3, 4, 5, 6, 7, 8, 9})
	f.Add([]byte{3, 15, 2, 3, 3, 2, 2, 2, 1, 1, 1, 1, 1, 0, 40, 1, 50, 255, 255, 2, 0, 1, 0, 2, 0, 1, 0, 2, 0, 1, 0, 1, 4, 3, 70})
}

func FuzzSolve(f *testing.F) {
	seedsOf(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		p := (*tape)(&data).problem()
		s, err := Solve(context.Background(), p, Options{Workers: 1})
		var invalid *ProblemError
		if errors.As(err, &invalid) {
			return
		}
		if wrong := agrees(&p, bruteForce(&p), s, err); wrong != "" {
			t.Fatalf("%s\nhave %+v\n%s", wrong, s, describe(&p))
		}
	})
}

// FuzzCheck changes a solution in any places: it must be refused without a panic,
// or else still say the truth.
func FuzzCheck(f *testing.F) {
	seedsOf(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		in := (*tape)(&data)
		p := in.problem()
		s, err := Solve(context.Background(), p, Options{Workers: 1})
		if err != nil {
			return
		}
		for range in.next() & 3 {
			in.change(s)
		}
		if Check(p, s) != nil {
			return
		}
		want := bruteForce(&p)
		if !slices.Equal(want.values, values(s, len(p.Ladder))) || p.TieBreak != nil && !want.has(s.Pairs) {
			t.Fatalf("accepted %+v\n%s", s, describe(&p))
		}
	})
}

// change spoils one place of a solution.
func (t *tape) change(s *Solution) {
	spoil := func(list []int64) {
		if n := int(t.next()); n >= 0 && n < len(list) {
			list[n] += t.next() << (t.next() & 63)
		}
	}
	if len(s.Rungs) == 0 || t.next()&1 == 0 {
		at := min(max(0, int(t.next())), len(s.Pairs))
		s.Pairs = slices.Replace(s.Pairs, at, min(at+int(t.next()&1), len(s.Pairs)), int32(t.next()))
		return
	}
	r := &s.Rungs[int(t.next()&63)%len(s.Rungs)]
	switch t.next() & 3 {
	case 0:
		spoil(r.Row)
	case 1:
		spoil(r.Col)
	case 2:
		r.Value += t.next()
		r.Bound += t.next()
	default:
		r.Row = r.Row[:min(len(r.Row), max(0, int(t.next())))]
	}
}
