package weighted

import (
	"math"
	"math/rand/v2"
)

// classic draws a problem of one of the types A to E of the literature (Chu and
// Beasley, Computers and Operations Research 24, 1997; Yagiura, Ibaraki and
// Glover, INFORMS Journal on Computing 16, 2004): every row must be served, every
// pair is allowed, and units and costs of D and E run against each other.
func classic(kind byte, columns, rows int, seed uint64) Problem {
	r := rand.New(rand.NewPCG(seed, uint64(kind)))
	p := Problem{Rows: rows, Start: []int{0}, Must: make([]bool, rows)}
	sum, cheapest := make([]int64, columns), make([]int64, columns)
	for i := range rows {
		p.Must[i] = true
		first := len(p.Cols)
		best := first
		for j := range columns {
			units, cost := 5+r.Int64N(21), 10+r.Int64N(41)
			switch kind {
			case 'd':
				units = 1 + r.Int64N(100)
				cost = 111 - units + r.Int64N(21) - 10
			case 'e':
				units = int64(1 - 10*math.Log(1-r.Float64()))
				cost = int64(1000/float64(units) - 10*r.Float64())
			}
			if cost < p.costOf(best) {
				best = len(p.Cols)
			}
			p.Cols, p.Units, p.Cost = append(p.Cols, int32(j)), append(p.Units, units), append(p.Cost, cost)
			sum[j] += units
		}
		cheapest[best-first] += p.Units[best]
		p.Start = append(p.Start, len(p.Cols))
	}
	most := int64(0)
	for _, n := range cheapest {
		most = max(most, n)
	}
	for j := range columns {
		c := sum[j] * 8 / int64(10*columns)
		if kind == 'a' || kind == 'b' {
			c = 9*int64(rows)/int64(columns) + most*4/10
		}
		if kind == 'b' {
			c = c * 7 / 10
		}
		p.Capacity = append(p.Capacity, c)
	}
	return p
}

func (p *Problem) costOf(a int) int64 {
	if a >= len(p.Cost) {
		return math.MaxInt64
	}
	return p.Cost[a]
}
