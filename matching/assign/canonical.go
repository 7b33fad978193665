package assign

import "strconv"

// canonical is the name of the first rung made from the tie-break; the others
// are called canonical.1, canonical.2, …
const canonical = "canonical"

// maxDraws bounds the canonical rungs. With independent draws of some 40 bits a
// second one is already rare.
const maxDraws = 8

func canonicalID(counter int) string {
	if counter == 0 {
		return canonical
	}
	return canonical + "." + strconv.Itoa(counter)
}

// draw holds one draw of the tie-break. It asks once for a pair, since a keyed
// hash costs more than all else that is done with the pair.
type draw struct {
	p       *Problem
	counter int
	shift   int
	cost    []int64 // of each pair; notAsked where it is not known
}

const notAsked = -1

func newDraw(p *Problem, counter int) *draw {
	d := &draw{p: p, counter: counter, shift: p.drawShift(), cost: make([]int64, len(p.Cols))}
	for a := range d.cost {
		d.cost[a] = notAsked
	}
	return d
}

// costs is the canonical rung over the face of x, asked for from one goroutine.
// Pairs that are not free cost nothing, unless they were free before.
func (d *draw) costs(x *network, m *meter) (costs, error) {
	for i := range x.rows {
		from, to := x.p.pairs(i)
		for a := from; a < to; a++ {
			if x.pair[a]&pairFixed == 0 && d.cost[a] == notAsked {
				d.cost[a] = int64(d.p.TieBreak(d.counter, i, int(d.p.Cols[a])) >> d.shift)
			}
		}
		if err := m.scanned(to - from); err != nil {
			return costs{}, err
		}
	}
	return costs{id: canonicalID(d.counter), pair: d.cost, wide: true}, nil
}

// settle makes pairs that are fixed on the face of x cost nothing.
func (d *draw) settle(x *network) {
	for a, state := range x.pair {
		if state&pairFixed != 0 {
			d.cost[a] = 0
		}
	}
}
