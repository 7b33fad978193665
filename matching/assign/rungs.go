package assign

import "strconv"

// Served asks for the most units: pairs in use, hence rows served where each asks
// for one.
func Served(p *Problem) Rung {
	r := Rung{ID: "served", Row: make([]int64, p.Rows)}
	for i := range r.Row {
		r.Row[i] = -1
	}
	return r
}

// Priorities asks for the largest sum of weights over the units of each row. After
// Served, with the days waited as weights, the longest waiting come first.
func Priorities(id string, weight []int64) Rung {
	return Rung{ID: id, Row: negated(weight)}
}

// Total asks for the largest sum of the values of the pairs in use.
func Total(id string, value []int64) Rung {
	return Rung{ID: id, Pair: negated(value)}
}

// Bands asks for the fewest pairs in the worst band, then in the next, and so on,
// in as many rungs as there are bands but one: nobody in the best band needs
// counting. Where every row asks for one column this is the leximin order of the
// rows' values, as finely as the bands tell them apart. The band of each pair
// counts from 0, the worst; pairs in bands out of range count for nothing. The rungs
// are called id.0, id.1, ….
func Bands(id string, band []int, bands int) []Rung {
	var rungs []Rung
	for b := range bands - 1 {
		r := Rung{ID: id + "." + strconv.Itoa(b), Pair: make([]int64, len(band))}
		for a, at := range band {
			if at == b {
				r.Pair[a] = 1
			}
		}
		rungs = append(rungs, r)
	}
	return rungs
}

// BandsOf sorts values into bands by their edges, in any order: a value below all of
// them is in band 0, the worst, and one not below any in the best, band len(edges).
func BandsOf(value, edges []int64) []int {
	band := make([]int, len(value))
	for a, v := range value {
		for _, e := range edges {
			if v >= e {
				band[a]++
			}
		}
	}
	return band
}

// EvenLoad asks for loads as near to their targets as can be: for the smallest sum
// of the squares of load minus target, which over all assignments that the ladder
// leaves is at the same time the leximin order of the differences (Frank and
// Murota, "Decreasing minimization on M-convex sets", Math. Programming 195, 2022).
// The k-th place of column j costs 2·(k − target[j]) − 1, so the value is the sum
// of squares less that of an empty assignment. Targets count as at most 2^31 either
// way; a column without one has zero.
func EvenLoad(id string, target []int64) Rung {
	const limit = 1 << 31
	return Rung{ID: id, Place: func(j int, k int64) int64 {
		if j >= len(target) {
			return 2*k - 1
		}
		return 2*(k-max(-limit, min(target[j], limit))) - 1
	}}
}

// Continuity asks for the most pairs kept from an earlier assignment, given as
// indices of pairs. Those out of range are passed over.
func Continuity(id string, p *Problem, earlier []int32) Rung {
	r := Rung{ID: id, Pair: make([]int64, len(p.Cols))}
	for _, a := range earlier {
		if a >= 0 && int(a) < len(r.Pair) {
			r.Pair[a] = -1
		}
	}
	return r
}

func negated(values []int64) []int64 {
	costs := make([]int64, len(values))
	for n, v := range values {
		costs[n] = -v
	}
	return costs
}
