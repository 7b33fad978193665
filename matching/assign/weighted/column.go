package weighted

import "math/bits"

// column says how the knapsack problem of a column is solved: which of its pairs
// are worth the price of their row. While few pairs share it a table is exact.
// Units too fine for a table are divided and rounded down, as the capacity is;
// that lets a little more fit, and so bounds from below. Where pairs are so many
// that rounding would lose them, a fraction of one pair is allowed, which then
// changes little.
type column struct {
	divisor int64 // of units and capacity
	table   bool  // by a table, else by fractions
}

const (
	exactCells   = 1 << 21 // most cells of an exact table: pairs times capacity
	roundedCells = 1 << 18 // most cells of a rounded one
	roundedUnits = 32      // what at least half of the pairs take after rounding
)

func newColumn(m *model, pairs []int32, room int64) column {
	left, all := room, true
	for _, a := range pairs {
		if all = all && m.units[a] <= left; all {
			left -= m.units[a]
		}
	}
	n := int64(len(pairs))
	if all || n > exactCells {
		return column{divisor: 1}
	}
	if room < exactCells/n {
		return column{divisor: 1, table: true}
	}
	divisor := room/(roundedCells/min(n, roundedCells)) + 1
	large := 0
	for _, a := range pairs {
		if m.units[a]/divisor >= roundedUnits {
			large++
		}
	}
	if 2*large < len(pairs) {
		return column{divisor: 1}
	}
	return column{divisor: divisor, table: true}
}

// item is a pair as its column sees it.
type item struct {
	pair  int32
	taken bool  // it is worth its price
	units int64 // divided
	price int64 // cost less the price of the row; only a negative one is worth it
	force int64 // at least what it costs to do the other thing
}

// mulDiv returns a·b/c rounded down, and whether that cut something off; where
// the result is above 2^61 it is cut to that. No argument is negative, c not 0.
func mulDiv(a, b, c int64) (quotient int64, cut bool) {
	const most = 1 << 61
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	if hi >= uint64(c) {
		return most, true
	}
	q, r := bits.Div64(hi, lo, uint64(c))
	if q > most {
		return most, true
	}
	return int64(q), r != 0
}
