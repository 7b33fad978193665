package assign

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// Alternative is the best assignment that gives a row something else.
type Alternative struct {
	Column int32   // that the row would get, −1: it would have one column less
	Loss   []int64 // by how much the total of each rung of the ladder would grow
	Moves  []Move  // of the row itself, then of all others, in the order of the chain
}

// Move is a row that has another column. Rows with several keep the others.
type Move struct {
	Row      int
	From, To int32 // −1: none
}

// Alternatives returns the k best alternatives for a row, all of them for k below 1.
// See Probe.Alternatives, and NewProbe for errors.
func Alternatives(ctx context.Context, p Problem, s *Solution, row, k int) ([]Alternative, error) {
	q, err := NewProbe(ctx, p, s)
	if err != nil {
		return nil, err
	}
	return q.Alternatives(ctx, row, k)
}

// Alternatives returns the k best alternatives for a row, all of them for k below 1:
// for each column that it could have and has not, the best assignment that gives it
// that column, and if the row need not have as many columns as it has, the best one
// that gives it fewer. They come in the order of their losses, and among equals of
// their columns; what no assignment can do is left out.
//
// There is one search for each way to begin, except for those that cannot be among
// the best since their first step alone costs too much. When they have looked at as
// many pairs as there are, one walk through the network serves all that are left.
func (q *Probe) Alternatives(ctx context.Context, row, k int) ([]Alternative, error) {
	if err := q.row(row); err != nil {
		return nil, err
	}
	if k < 1 {
		k = math.MaxInt
	}
	i := int32(row)
	c := &choice{k: k}
	q.work = 0
	todo := q.openings(i)
	for len(todo) > 0 && q.work <= q.start[len(q.x.lines)] {
		if err := q.try(ctx, i, &todo[0], c); err != nil {
			return nil, err
		}
		todo = todo[1:]
	}
	if err := q.tryAll(ctx, i, todo, c); err != nil {
		return nil, err
	}
	return c.best, nil
}

// choice holds the k best alternatives so far.
type choice struct {
	k    int
	best []Alternative
}

// worst is the largest loss that would still be among the best, nil for any.
func (c *choice) worst() []int64 {
	if len(c.best) < c.k {
		return nil
	}
	return c.best[c.k-1].Loss
}

func (c *choice) add(a Alternative) {
	at, _ := slices.BinarySearchFunc(c.best, a, func(b, a Alternative) int {
		return cmp.Or(slices.Compare(b.Loss, a.Loss), cmp.Compare(b.Column, a.Column))
	})
	c.best = slices.Insert(c.best, at, a)
	c.best = c.best[:min(c.k, len(c.best))]
}

// opening is a way for a row to begin a change: to a column, or with the hub to none.
type opening struct {
	to  int32
	gap []int64 // reduced cost
}

// openings lists the ways for row i: giving a unit up, then the others by cost.
func (q *Probe) openings(i int32) []opening {
	x := q.x
	var all []opening
	for at, j := range x.lines[i].cols {
		if !x.uses(i, int32(at)) {
			o := opening{to: ^j, gap: make([]int64, x.k)}
			x.pairGap(i, int32(at), o.gap)
			all = append(all, o)
		}
	}
	slices.SortFunc(all, func(a, b opening) int { return order(a.gap, b.gap) })
	if e := &x.rows.knots[i]; e.units > e.lo {
		o := opening{to: hubNode, gap: make([]int64, x.k)}
		x.hubGap(i, false, o.gap)
		all = slices.Insert(all, 0, o)
	}
	return all
}

// try finds the cheapest way back from an opening, if it may be among the best.
func (q *Probe) try(ctx context.Context, i int32, o *opening, c *choice) error {
	x := q.x
	limit := q.limit(o, c)
	if limit != nil && sign(limit) <= 0 {
		return nil
	}
	e := &x.rows.knots[i]
	hi := e.hi
	if o.to == hubNode { // what the row gives up must not come back
		e.hi = e.units
		x.in.fix(i)
	}
	path, err := q.between(ctx, o.to, i, limit)
	e.hi = hi
	x.in.fix(i)
	if path != nil {
		c.add(q.alternative(o, path))
	}
	return err
}

// limit is what a way back must be shorter than, nil if it does not matter.
func (q *Probe) limit(o *opening, c *choice) []int64 {
	worst, last := c.worst(), len(q.x.ladder)-1
	if worst == nil || last < 0 {
		return nil
	}
	limit := make([]int64, q.x.k)
	for k := range worst {
		limit[k] = worst[k] - o.gap[k]
	}
	limit[last]++ // an equal loss will do, whatever the canonical rungs say
	return limit
}

// tryAll finds the ways back from all openings that are left, none of them the hub.
func (q *Probe) tryAll(ctx context.Context, i int32, todo []opening, c *choice) error {
	if len(todo) == 0 {
		return nil
	}
	return q.tour(&meter{ctx: ctx}, i, func(w *walk, t int32) bool {
		n := slices.IndexFunc(todo, func(o opening) bool { return o.to == w.labels[t].node })
		if n >= 0 {
			q.path = w.trail(t)
			c.add(q.alternative(&todo[n], w.min()))
			todo = slices.Delete(todo, n, n+1)
		}
		worst := c.worst()
		return len(todo) > 0 && (worst == nil || slices.Compare(w.min()[:len(worst)], worst) <= 0)
	})
}

// alternative describes the cycle of an opening and a path back.
func (q *Probe) alternative(o *opening, path []int64) Alternative {
	copy(q.gap, o.gap)
	return Alternative{Column: columnAt(o.to), Loss: q.ladderPart(path), Moves: q.moves()}
}

// columnAt is the column that a node is, −1 for the hub.
func columnAt(v int32) int32 {
	if v == hubNode {
		return -1
	}
	return ^v
}

// moves reads the cycle that the path closes to the row where it ends.
func (q *Probe) moves() []Move {
	last := len(q.path) - 1
	all := []Move{{Row: int(q.path[last]), From: columnAt(q.path[last-1]), To: columnAt(q.path[0])}}
	for n, v := range q.path[:last] {
		if v >= 0 && v != hubNode {
			all = append(all, Move{Row: int(v), From: columnAt(q.path[n-1]), To: columnAt(q.path[n+1])})
		}
	}
	return all
}
