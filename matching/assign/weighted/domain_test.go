package weighted

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// recount finds from what is alive everything a domain keeps count of.
func recount(d *domain) *domain {
	c := newDomain(d.m)
	copy(c.alive, d.alive)
	clear(c.left)
	for i := range c.count {
		c.count[i], c.only[i] = 0, d.only[i]
		for a := d.m.start[i]; a < d.m.start[i+1]; a++ {
			if !d.alive[a] {
				continue
			}
			c.count[i]++
			if j := d.m.col[a]; d.only[i] < 0 {
				c.left[j]++
			} else {
				c.room[j] -= d.m.units[a]
				c.settled += d.m.cost[a]
			}
		}
		if d.only[i] >= 0 {
			c.open--
		}
	}
	c.trail = slices.Clone(d.trail)
	return c
}

func TestWhatADomainCountsIsWhatIsAliveAndUndoRestoresIt(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	for range 300 * scale(t) {
		p := shape{rows: 10, cols: 4, capacity: 20, units: 9, cost: 9, density: 0.8}.random(r)
		d := newDomain(newModel(&p, costTerms(&p, int64(p.Rows))))
		if !d.begin() {
			continue
		}
		var marks []int
		for range 40 {
			if open := slices.Index(d.only, -1); open >= 0 && r.IntN(3) > 0 {
				marks = append(marks, len(d.trail))
				a := d.m.start[open]
				for !d.alive[a] {
					a++
				}
				change := d.keep
				if r.IntN(2) == 0 {
					change = d.remove
				}
				if !change(a) {
					d.undo(marks[len(marks)-1])
					marks = marks[:len(marks)-1]
				}
			} else if len(marks) > 0 {
				n := r.IntN(len(marks))
				d.undo(marks[n])
				marks = marks[:n]
			}
			require.Equal(t, recount(d), d)
			for j, room := range d.room {
				require.GreaterOrEqual(t, room, int64(0))
				for _, a := range d.m.pairsOf(j) {
					require.True(t, !d.possible(a) || d.m.units[a] <= room)
				}
			}
		}
	}
}
