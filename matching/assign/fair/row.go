package fair

import (
	"cmp"
	"slices"
)

// row is a row as a proof sees it: it takes at least lo and at most hi of its free
// pairs.
type row struct {
	value  []int64
	lo, hi int
}

// chooser finds the set of pairs that is best for a row at given prices. Its memory
// is used again from row to row.
type chooser struct {
	meter *meter
	row   row
	gain  []int64 // of each pair
	need  int64   // what the values of the set must add up to
	upper int64   // no set gains more
	lower int64   // what the best set found gains
	best  []int32 // that set
	free  bool    // it would be the best without the need

	rate   int64       // at which value is rewarded where that bounds best
	picked []candidate // the heaviest set at the rate tried last
	zero   []int64
	branch branch
}

// candidate is a pair and its weight: what it gains, and its value times a rate.
type candidate struct {
	weight int64
	pair   int32
}

func heavier(a, b candidate) int {
	return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.pair, b.pair))
}

const (
	nothing   = -1 << 62 // less than any set gains
	rateRoom  = 1 << 60  // more than a rate times a value of a set
	halvings  = 10       // how often the range of the rate is halved
	fewPicked = 32       // up to so many, insertion beats sorting
)

// choose looks for the set of pairs with the largest gain whose values add up to
// need or more. Afterwards upper is a proven bound of that gain, and best, with the
// gain lower, a set that reaches it, unless the search became too long. It reports
// false when no set has the value.
//
// A rate rewards value: no set gains more than the heaviest set weighs, with each
// pair weighing gain + rate·value, less rate·need. The rate is raised until the
// heaviest set has the value, its range is halved a few times, and what the best
// bound leaves open is searched.
func (c *chooser) choose(r row, gain []int64, need int64) bool {
	c.row, c.gain, c.need = r, gain, need
	c.lower, c.best = nothing, c.best[:0]
	if c.free = c.try(0); c.free {
		return true
	}
	if !c.reachable() {
		return false
	}
	c.narrow()
	if c.lower < c.upper {
		c.search()
	}
	return true
}

// reachable looks for the set of largest value, and keeps it if it has enough.
func (c *chooser) reachable() bool {
	for len(c.zero) < len(c.gain) {
		c.zero = append(c.zero, 0)
	}
	gain := c.gain
	c.gain = c.zero[:len(gain)]
	c.pick(1)
	c.gain = gain
	_, value, own := c.totals()
	if value >= c.need {
		c.keep(own)
	}
	return value >= c.need
}

// narrow looks for the rate that bounds best.
func (c *chooser) narrow() {
	most := int64(1)
	for _, v := range c.row.value {
		most = max(most, v, -v)
	}
	most = max(1, rateRoom/(most*int64(c.row.hi+1)))
	lo, hi := int64(0), int64(1)
	for !c.try(hi) && hi < most && c.meter.err == nil {
		lo, hi = hi, min(4*hi, most)
	}
	for n := 0; n < halvings && hi-lo > 1 && c.lower < c.upper && c.meter.err == nil; n++ {
		if mid := lo + (hi-lo)/2; c.try(mid) {
			hi = mid
		} else {
			lo = mid
		}
	}
}

// try bounds the gain by the heaviest set at a rate, and reports whether that set
// has the value needed.
func (c *chooser) try(rate int64) bool {
	c.pick(rate)
	weight, value, own := c.totals()
	if upper := weight - rate*c.need; rate == 0 || upper < c.upper {
		c.upper, c.rate = upper, rate
	}
	if value < c.need {
		return false
	}
	if own > c.lower {
		c.keep(own)
	}
	return true
}

// totals adds up the pairs picked; own is what they gain.
func (c *chooser) totals() (weight, value, own int64) {
	for _, e := range c.picked {
		weight += e.weight
		value += c.row.value[e.pair]
		own += c.gain[e.pair]
	}
	return weight, value, own
}

func (c *chooser) keep(own int64) {
	c.lower, c.best = own, c.best[:0]
	for _, e := range c.picked {
		c.best = append(c.best, e.pair)
	}
}

// pick selects the heaviest set, heaviest pair first.
func (c *chooser) pick(rate int64) {
	c.meter.spend(len(c.gain))
	c.picked = c.picked[:0]
	if c.row.hi > fewPicked {
		for a, g := range c.gain {
			c.picked = append(c.picked, candidate{g + rate*c.row.value[a], int32(a)})
		}
		slices.SortFunc(c.picked, heavier)
		c.picked = c.picked[:c.row.hi]
	} else if c.row.hi > 0 {
		c.insert(rate)
	}
	n := len(c.picked)
	for n > c.row.lo && c.picked[n-1].weight <= 0 {
		n--
	}
	c.picked = c.picked[:n]
}

func (c *chooser) insert(rate int64) {
	for a, g := range c.gain {
		w := g + rate*c.row.value[a]
		n := len(c.picked)
		if n < c.row.hi {
			c.picked = append(c.picked, candidate{})
		} else if n--; w <= c.picked[n].weight {
			continue
		}
		for ; n > 0 && c.picked[n-1].weight < w; n-- {
			c.picked[n] = c.picked[n-1]
		}
		c.picked[n] = candidate{w, int32(a)}
	}
}
