package assign

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// mirror is a problem that is changed by hand, next to a session.
type mirror struct {
	p            Problem
	rows         []Row
	most, fewest []int64
}

func mirrorOf(p Problem) *mirror {
	m := &mirror{p: p, most: slices.Clone(p.Capacity), fewest: make([]int64, len(p.Capacity))}
	copy(m.fewest, p.MinLoad)
	for i := range p.Rows {
		from, to := p.pairs(i)
		r := Row{Cols: slices.Clone(p.Cols[from:to]), Demand: 1}
		if p.Demand != nil {
			r.Demand = p.Demand[i]
		}
		if p.MinDemand != nil {
			r.MinDemand = p.MinDemand[i]
		}
		for k := range p.Ladder {
			cost, pair := int64(0), make([]int64, to-from)
			if p.Ladder[k].Row != nil {
				cost = p.Ladder[k].Row[i]
			}
			if p.Ladder[k].Pair != nil {
				copy(pair, p.Ladder[k].Pair[from:to])
			}
			r.Cost, r.Pair = append(r.Cost, cost), append(r.Pair, pair)
		}
		m.rows = append(m.rows, r)
	}
	return m
}

func (m *mirror) problem() Problem {
	p := m.p
	p.Rows, p.Capacity, p.MinLoad = len(m.rows), slices.Clone(m.most), slices.Clone(m.fewest)
	p.Demand, p.MinDemand, p.Start, p.Cols = []int64{}, []int64{}, []int{0}, nil
	p.Ladder = slices.Clone(p.Ladder)
	for k := range p.Ladder {
		p.Ladder[k].Row, p.Ladder[k].Pair = []int64{}, []int64{}
	}
	for _, r := range m.rows {
		p.Demand, p.MinDemand = append(p.Demand, r.Demand), append(p.MinDemand, r.MinDemand)
		p.Cols = append(p.Cols, r.Cols...)
		p.Start = append(p.Start, len(p.Cols))
		for k := range p.Ladder {
			l := &p.Ladder[k]
			l.Row, l.Pair = append(l.Row, r.Cost[k]), append(l.Pair, r.Pair[k]...)
		}
	}
	return p
}

// without is a row without pairs.
func (m *mirror) without() Row {
	n := len(m.p.Ladder)
	return Row{Cost: make([]int64, n), Pair: make([][]int64, n)}
}

// dice return a number from 0 to below n.
type dice func(n int64) int64

// costs draws n costs.
func (d dice) costs(n int) []int64 {
	bound := []int64{0, 1, 3, 1000}[d(4)]
	out := make([]int64, n)
	for k := range out {
		out[k] = d(2*bound+1) - bound
	}
	return out
}

// subset draws numbers below n, in increasing order.
func (d dice) subset(n int) []int32 {
	out := []int32{}
	for j := range n {
		if d(2) == 0 {
			out = append(out, int32(j))
		}
	}
	return out
}

func (d dice) row(m *mirror) Row {
	row := Row{Cols: d.subset(len(m.most)), Demand: d(3), Cost: d.costs(len(m.p.Ladder))}
	if d(3) == 0 {
		row.MinDemand = d(row.Demand + 1)
	}
	for range m.p.Ladder {
		row.Pair = append(row.Pair, d.costs(len(row.Cols)))
	}
	return row
}

// anyChange makes one change, and says what it was. If it can be made, the mirror has
// it, too.
func anyChange(ctx context.Context, d dice, s *Session, m *mirror) (what string, err error) {
	enter := func() {}
	switch rows, cols := int64(len(m.rows)), int64(len(m.most)); d(3) {
	case 0:
		what, enter, err = anyRow(ctx, d, s, m)
	case 1:
		what, enter, err = anyColumn(ctx, d, s, m)
	default:
		if rows == 0 || cols == 0 {
			break
		}
		i := int(d(rows))
		r := &m.rows[i]
		if len(r.Cols) == 0 {
			break
		}
		n, cost := d(int64(len(r.Cols))), d.costs(len(m.p.Ladder))
		what = fmt.Sprintf("pair of row %d and column %d costs %v", i, r.Cols[n], cost)
		err = s.SetPair(ctx, i, int(r.Cols[n]), cost)
		enter = func() {
			for k, c := range cost {
				r.Pair[k] = slices.Clone(r.Pair[k])
				r.Pair[k][n] = c
			}
		}
	}
	if err == nil {
		enter()
	}
	return what, err
}

func anyRow(ctx context.Context, d dice, s *Session, m *mirror) (what string, enter func(), err error) {
	rows := int64(len(m.rows))
	n := d(4)
	if rows == 0 || n == 0 && rows < 12 {
		row := d.row(m)
		_, err = s.AddRow(ctx, row)
		return fmt.Sprintf("another row %+v", row), func() { m.rows = append(m.rows, row) }, err
	}
	i := int(d(rows))
	row := m.without()
	if n == 1 {
		err = s.RemoveRow(ctx, i)
		return fmt.Sprintf("no row %d", i), func() { m.rows[i] = row }, err
	}
	row = d.row(m)
	if n == 2 {
		row = m.rows[i]
		row.Cost = d.costs(len(m.p.Ladder))
	}
	err = s.SetRow(ctx, i, row)
	return fmt.Sprintf("row %d is %+v", i, row), func() { m.rows[i] = row }, err
}

func anyColumn(ctx context.Context, d dice, s *Session, m *mirror) (what string, enter func(), err error) {
	cols := int64(len(m.most))
	n := d(3)
	if cols == 0 || n == 0 && cols < 8 {
		c := Column{Capacity: d(3), Rows: d.subset(len(m.rows))}
		c.MinLoad = d(2) * d(c.Capacity+1)
		for range m.p.Ladder {
			c.Pair = append(c.Pair, d.costs(len(c.Rows)))
		}
		_, err = s.AddColumn(ctx, c)
		return fmt.Sprintf("another column %+v", c), func() { m.addColumn(c) }, err
	}
	j, places := int(d(cols)), d(4)
	if n == 1 {
		err = s.SetMinLoad(ctx, j, places/2)
		return fmt.Sprintf("column %d must have %d", j, places/2), func() { m.fewest[j] = places / 2 }, err
	}
	err = s.SetCapacity(ctx, j, places)
	return fmt.Sprintf("column %d may have %d", j, places), func() { m.most[j] = places }, err
}

func (m *mirror) addColumn(c Column) {
	for n, i := range c.Rows {
		r := &m.rows[i]
		r.Cols = append(slices.Clip(r.Cols), int32(len(m.most)))
		r.Pair = slices.Clone(r.Pair)
		for k := range r.Pair {
			r.Pair[k] = append(slices.Clip(r.Pair[k]), c.Pair[k][n])
		}
	}
	m.most, m.fewest = append(m.most, c.Capacity), append(m.fewest, c.MinLoad)
}

// requireAsMirrored solves the mirror's problem and compares.
func requireAsMirrored(t *testing.T, s *Session, m *mirror, hint string) {
	t.Helper()
	p := m.problem()
	want, err := Solve(t.Context(), p, Options{Workers: 1})
	require.NoError(t, err, hint)
	have := s.Solution()
	require.NoError(t, Check(p, have), "%s\n%s", hint, describe(&p))
	require.NoError(t, Check(s.Problem(), have), "%s\n%s", hint, describe(&p))
	require.Equal(t, values(want, len(p.Ladder)), values(have, len(p.Ladder)), "%s\n%s", hint, describe(&p))
	if p.TieBreak != nil {
		require.Equal(t, want.Pairs, have.Pairs, "%s\n%s", hint, describe(&p))
	}
}
