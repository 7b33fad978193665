package stable

import (
	"context"
	"errors"
	"slices"
	"testing"
)

// reader reads any bytes as numbers.
type reader struct{ data []byte }

func (r *reader) next() int64 {
	if len(r.data) == 0 {
		return 0
	}
	b := r.data[0]
	r.data = r.data[1:]
	return int64(int8(b))
}

// problem reads a small problem, which need not make sense.
func (r *reader) problem() Problem {
	p := Problem{Rows: int(r.next()) % 5, Start: []int{0}}
	for range r.next() & 3 {
		p.Capacity = append(p.Capacity, r.next()%4)
	}
	for range p.Rows {
		for range r.next() & 3 {
			p.Cols = append(p.Cols, int32(r.next())%4)
		}
		p.Start = append(p.Start, len(p.Cols)+int(r.next())/100)
	}
	p.RowRank, p.ColRank = r.ranks(len(p.Cols)), r.ranks(len(p.Cols))
	if seed := r.next(); seed != 0 {
		p.TieBreak = hash(uint64(seed))
	}
	return p
}

func (r *reader) ranks(pairs int) []int32 {
	kind := r.next()
	if kind == 0 {
		return nil
	}
	var ranks []int32
	for range pairs + int(kind/100) {
		ranks = append(ranks, int32(r.next()))
	}
	return ranks
}

func seeds(f *testing.F) {
	f.Helper()
	f.Add([]byte{})
	f.Add([]byte{2, 2, 1, 1, 2, 0, 1, 0, 2, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 0, 1, 9})
	f.Add([]byte{4, 3, 1, 2, 0, 3, 0, 1, 2, 0, 3, 0, 1, 2, 0, 1, 1, 0, 2, 0, 2, 0, 1, 0, 1, 1, 1, 1, 2, 2, 3, 0, 0, 1, 7, 8})
}

// refused reports an error that the caller can decide on, and fails on any other.
func refused(t *testing.T, err error) bool {
	t.Helper()
	var fault *ProblemError
	var flaw *MatchingError
	if err != nil && !errors.As(err, &fault) && !errors.As(err, &flaw) {
		t.Fatal(err)
	}
	return err != nil
}

func FuzzSolve(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		p := (&reader{data}).problem()
		ctx := context.Background()
		for _, solve := range []solver{RowOptimal, ColumnOptimal} {
			pairs, err := solve(ctx, p)
			if refused(t, err) {
				return
			}
			if err := Check(p, pairs); err != nil {
				t.Fatal(err)
			}
			if found := blocking(&p, useOf(&p, pairs)); len(found) > 0 {
				t.Fatalf("%v blocked by %v", pairs, found)
			}
		}
		popular, err := Popular(ctx, p)
		if err != nil {
			t.Fatal(err)
		}
		if err := CheckPopular(p, popular); err != nil {
			t.Fatal(err)
		}
		fullest, err := Fullest(ctx, p)
		if err != nil {
			t.Fatal(err)
		}
		if err := CheckFullest(p, fullest); err != nil {
			t.Fatal(err)
		}
		if len(fullest.Pairs) != maximum(&p) {
			t.Fatalf("%d rows are not the most", len(fullest.Pairs))
		}
	})
}

func FuzzCheck(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		r := &reader{data}
		p := r.problem()
		s := &Solution{}
		for range r.next() & 7 {
			s.Pairs = append(s.Pairs, int32(r.next()))
		}
		for range max(0, p.Rows+int(r.next())/100) {
			s.Level = append(s.Level, int32(r.next()))
		}
		found, err := BlockingPairs(p, s.Pairs)
		if !refused(t, err) && (len(found) == 0) != (len(blocking(&p, useOf(&p, s.Pairs))) == 0) {
			t.Fatalf("%v: %v", s.Pairs, found)
		}
		refused(t, Check(p, s.Pairs))
		refused(t, CheckPopular(p, s))
		refused(t, CheckFullest(p, s))
		_, err = p.Columns(s.Pairs)
		refused(t, err)
	})
}

func FuzzGrouped(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		r := &reader{data}
		g := Grouped{}
		for range r.next() & 3 {
			g.Limit = append(g.Limit, r.next()%5)
		}
		for range r.next() & 3 {
			g.Group = append(g.Group, int32(r.next())&3)
		}
		g.Problem = r.problem()
		pairs, err := RowOptimalGrouped(context.Background(), g)
		if refused(t, err) {
			refused(t, CheckGrouped(g, []int32{0}))
			return
		}
		if err := CheckGrouped(g, pairs); err != nil {
			t.Fatal(err)
		}
		use := useOf(&g.Problem, pairs)
		if !slices.ContainsFunc(stableGrouped(&g), func(other []int32) bool { return slices.Equal(use, other) }) {
			t.Fatalf("%v is not stable", pairs)
		}
	})
}
