package matching_test

import (
	"maps"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
)

// TestTheOrderOfTheInputDecidesNothing shuffles people, relations, requests,
// supporters and history, with one, two and four threads: plan and explanations
// stay the same to the byte. (The order of maps changes with every run.)
func TestTheOrderOfTheInputDecidesNothing(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	shuffles := min(5*scale(t), 100)
	for round := range 20 {
		seed := uint64(round)
		w := roll(seed, size{people: 20, requests: 5, supporters: 6, relations: 12})
		w.history = append(w.history, endings(w)...)
		want := everythingSaid(t, w)
		r := rand.New(rand.NewPCG(seed, 7))
		for n := range shuffles {
			runtime.GOMAXPROCS([]int{1, 2, 4}[n%3])
			shuffled := w.shuffled(r)
			require.Equal(t, want, everythingSaid(t, shuffled), "world %d, shuffle %d", seed, n)
		}
	}
}

// endings are several pasts of one pair, whose order must not show.
func endings(w world) []peer.Relationship {
	var rows []peer.Relationship
	if len(w.requests) == 0 || len(w.supporters) == 0 {
		return nil
	}
	for n, by := range []peer.EndedBy{peer.EndedBySupporter, peer.EndedByDeclining, peer.EndedBySeeker} {
		until := w.at.AddDays(-10 - n)
		rows = append(rows, peer.Relationship{
			Seeker: w.requests[0].Person, Supporter: w.supporters[0].Person,
			During: peer.Interval{From: until.AddDays(-20), Until: until}, EndedBy: peer.NewPrivate(by)})
	}
	return rows
}

func (w *world) shuffled(r *rand.Rand) world {
	c := w.clone()
	shuffle(r, c.people)
	shuffle(r, c.relations)
	shuffle(r, c.requests)
	shuffle(r, c.supporters)
	shuffle(r, c.history)
	return c
}

func shuffle[T any](r *rand.Rand, rows []T) {
	r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
}

// everythingSaid is a plan and its explanations for every reader and pair.
func everythingSaid(t *testing.T, w world) string {
	t.Helper()
	pool := w.pool(t)
	plan := planOf(t, pool)
	var said strings.Builder
	said.WriteString(asJSON(t, plan))
	supporters := slices.Sorted(maps.Keys(plan.Places))
	for _, request := range slices.Sorted(maps.Keys(plan.Certificate[0].Requests)) {
		for _, reader := range readers() {
			said.WriteString(told(t, pool, plan, matching.Question{Request: request, Reader: reader}))
			for _, about := range supporters[:min(3, len(supporters))] {
				said.WriteString(told(t, pool, plan, matching.Question{Request: request, Supporter: about, Reader: reader}))
			}
		}
	}
	return said.String()
}
