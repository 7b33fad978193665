package fair

import "slices"

// branch is what the search for a row's best set remembers.
type branch struct {
	list   []candidate // pairs that may be in a better set than the best so far
	sum    []int64     // weights of the first so many of them
	reach  []int64     // the largest value among those from here on
	heavy  int         // how many have positive weight
	chosen []int32
	left   int // sets that may still be looked at
}

// rowSets is how many sets of a row are looked at before its bound is left as it is.
const rowSets = 1 << 13

// search goes through the sets that the bound at the best rate leaves open, heaviest
// pairs first.
func (c *chooser) search() {
	c.shortlist()
	b := &c.branch
	slices.SortFunc(b.list, heavier)
	b.sum, b.reach = append(b.sum[:0], 0), b.reach[:0]
	for n, e := range b.list {
		b.sum = append(b.sum, b.sum[n]+e.weight)
		b.reach = append(b.reach, c.row.value[e.pair])
	}
	for n := len(b.reach) - 2; n >= 0; n-- {
		b.reach[n] = max(b.reach[n], b.reach[n+1])
	}
	b.chosen, b.left = b.chosen[:0], rowSets
	c.extend(0, 0, 0, 0)
	c.meter.spend(rowSets - b.left)
	if b.left > 0 {
		c.upper = c.lower
	}
}

// shortlist lists the pairs that may be in a better set: to take one that is not
// among the heaviest costs the difference of weight, and a better set must not cost
// more than the gap between the bound and the best set.
func (c *chooser) shortlist() {
	c.pick(c.rate)
	weight, _, _ := c.totals()
	margin := int64(0) // weight that makes room for another pair
	if n := len(c.picked); n == c.row.hi {
		margin = c.picked[n-1].weight
	} else if n > 0 {
		margin = min(0, c.picked[n-1].weight)
	}
	enough := min(margin, c.lower+c.rate*c.need-weight+margin+1)
	b := &c.branch
	b.list, b.heavy = b.list[:0], 0
	for a, g := range c.gain {
		w := g + c.rate*c.row.value[a]
		if w < enough {
			continue
		}
		b.list = append(b.list, candidate{w, int32(a)})
		if w > 0 {
			b.heavy++
		}
	}
}

// extend adds candidates from position n on to those chosen, whose weights, values
// and gains are given.
func (c *chooser) extend(n int, weight, value, own int64) {
	b := &c.branch
	k := len(b.chosen)
	if b.left--; b.left <= 0 {
		return
	}
	if k >= c.row.lo && value >= c.need && own > c.lower {
		c.lower, c.best = own, append(c.best[:0], b.chosen...)
	}
	for ; k < c.row.hi && n < len(b.list) && b.left > 0; n++ {
		must, may := max(0, c.row.lo-k), min(c.row.hi-k, len(b.list)-n)
		if must > may {
			return
		}
		more := max(must, min(may, b.heavy-n))
		bound := weight + b.sum[n+more] - b.sum[n] - c.rate*c.need
		if bound <= c.lower || value+int64(may)*max(0, b.reach[n]) < c.need {
			return
		}
		e := b.list[n]
		b.chosen = append(b.chosen, e.pair)
		c.extend(n+1, weight+e.weight, value+c.row.value[e.pair], own+c.gain[e.pair])
		b.chosen = b.chosen[:k]
	}
}
