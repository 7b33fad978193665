package fair

import (
	"math"
	"slices"
)

// descent lowers the bound that prices prove, by Shor's r-algorithm (Minimization
// Methods for Non-Differentiable Functions, Springer 1985): go against the
// subgradient while that leads down, in a space that is shrunk along the difference
// of each two successive subgradients. Along such differences simpler methods
// zigzag.
//
// Floating-point numbers only choose the next prices.
type descent struct {
	l     *ledger
	needs []int64
	unit  float64 // what 1 in a point means in prices

	point []float64 // prices of columns, then of ranks
	slope []float64 // the subgradient there, seen from the space
	space space
	step  float64

	now   Proof
	best  Proof
	bound int64 // what best proves
	ruled bool  // nothing has what is needed, whatever the prices
}

const (
	priceRoom = 1 << 10 // largest values that a price may amount to, where scales allow
	stepFirst = 0.1     // in largest values
	stepLeast = 1e-9    // where a descent ends
	stepLess  = 0.95
	stepMore  = 1.2
	stepEvery = 3  // steps in one direction after which they grow
	stepMost  = 50 // steps in one direction
)

// scaleOf is the scale at which prices are fine enough and have room enough.
func scaleOf(f *face) int64 { return max(1, f.room/f.largest/priceRoom) }

// newDescent starts at prices given in units of value; nil means zero. With scale
// zero only the relation of prices to each other matters.
func newDescent(l *ledger, needs []int64, scale int64, col []int64) *descent {
	columns, ranks := len(l.f.Capacity), max(0, len(needs)-1)
	d := &descent{
		l:     l,
		needs: needs,
		unit:  float64(scaleOf(l.f)) * float64(l.f.largest),
		point: make([]float64, columns+ranks),
		step:  stepFirst,
		now:   Proof{Scale: scale, Col: make([]int64, columns), Rank: make([]int64, ranks)},
		bound: math.MaxInt64,
	}
	for j, v := range col {
		d.point[j] = float64(v) / float64(l.f.largest)
	}
	d.slope = d.look()
	return d
}

// run goes on until it has tried so many prices, the work is over, or enough says
// so.
func (d *descent) run(tries int, enough func() bool) {
	m := d.l.choose.meter
	goOn := func() bool { return tries > 0 && !d.ruled && !m.over() && !enough() }
	for goOn() && d.step > stepLeast {
		if d.space.full() {
			d.space, d.slope = space{}, d.look()
		}
		way := slices.Clone(d.slope)
		if !normalise(way) {
			return
		}
		way = d.space.out(way)
		var slope []float64
		for walked := 1; ; walked++ {
			d.walk(way)
			slope = d.look()
			tries--
			if dot(way, slope) <= 0 || walked == stepMost || !goOn() {
				if walked == 1 {
					d.step *= stepLess
				}
				break
			}
			if walked%stepEvery == 0 {
				d.step *= stepMore
			}
		}
		m.spend(4 * len(d.space.along) * len(d.point))
		slope = d.space.in(slope)
		across := slices.Clone(slope)
		add(across, -1, d.slope)
		if normalise(across) {
			d.space.shrink(across)
			slope = shrunk(slope, across)
		}
		d.slope = slope
	}
}

// walk takes one step. Prices of ranks stay at zero or above.
func (d *descent) walk(way []float64) {
	add(d.point, -d.step, way)
	for n := len(d.now.Col); n < len(d.point); n++ {
		d.point[n] = max(0, d.point[n])
	}
}

// look balances the prices at the present point, and returns a subgradient.
func (d *descent) look() []float64 {
	f := d.l.f
	ranks := d.point[len(d.now.Col):]
	for j := range d.now.Col {
		d.now.Col[j] = rounded(d.point[j]*d.unit, f.room)
	}
	for h := range d.now.Rank {
		d.now.Rank[h] = rounded(ranks[h]*d.unit, f.room/int64(len(d.needs)))
	}
	bound, possible := d.l.balance(&d.now, d.needs)
	d.ruled = !possible || d.now.Scale == 0 && bound < 0
	if bound < d.bound || d.ruled {
		d.bound = bound
		d.best = Proof{Scale: d.now.Scale, Col: slices.Clone(d.now.Col), Rank: slices.Clone(d.now.Rank)}
	}
	slope := make([]float64, len(d.point))
	for j, price := range d.now.Col {
		paid := min(max(d.l.load[j], f.MinLoad[j]), f.Capacity[j])
		if price > 0 {
			paid = f.Capacity[j]
		} else if price < 0 {
			paid = f.MinLoad[j]
		}
		slope[j] = float64(paid - d.l.load[j])
	}
	for h := range ranks {
		slope[len(d.now.Col)+h] = float64(h + 1)
		for _, k := range d.l.class {
			if k <= h {
				slope[len(d.now.Col)+h]--
			}
		}
	}
	return slope
}

// rounded is a price within its limit.
func rounded(price float64, limit int64) int64 {
	const most = 1 << 60
	return max(-limit, min(limit, int64(max(-most, min(most, price)))))
}
