package assign

import (
	"math/bits"
	"strconv"
)

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
	memo    []int64 // −1: not asked yet
}

func newDraw(p *Problem, counter int) *draw {
	d := &draw{p: p, counter: counter, shift: 2 + bits.Len(uint(p.size())), memo: make([]int64, len(p.Cols))}
	for a := range d.memo {
		d.memo[a] = -1
	}
	return d
}

// costs is the canonical rung over a face: pairs that are not free cost nothing.
func (d *draw) costs(f *face) costs {
	r := Rung{ID: canonicalID(d.counter)}
	c := r.costs()
	c.pair = func(i, a int) int64 {
		if !f.pair[a] {
			return 0
		}
		if d.memo[a] < 0 {
			d.memo[a] = int64(d.p.TieBreak(d.counter, i, int(d.p.Cols[a])) >> d.shift)
		}
		return d.memo[a]
	}
	return c
}
