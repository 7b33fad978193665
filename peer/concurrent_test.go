package peer_test

import (
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
)

// Meant for the race detector: an organisation, its chart and a validator are
// asked by many at once, and all get the same answer.
func TestAnswersAreSafeForConcurrentUse(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	f := randomForest(r, 40, 5)
	org := organisation(t, f.config(), randomRelations(r, 40, 60), f.people()...)
	chart := org.On(day(t, winter), 12)
	v := peer.NewValidator()
	answer := func() (sum int) {
		for i := range 40 {
			n, _ := org.Node(key(i))
			sum += len(org.NodesAlike(key(i))) + len(chart.Superiors(n, 0)) + len(chart.Branches(n, 2))
			sum += len(v.Supporter(i, peer.Supporter{Capacity: -1}))
			for j := range 40 {
				m, _ := org.Node(key(j))
				sum += len(org.Relations(n, m, day(t, winter), 12))
			}
		}
		return sum
	}
	want := answer()
	got := make([]int, 8)
	var wait sync.WaitGroup
	for i := range got {
		wait.Go(func() { got[i] = answer() })
	}
	wait.Wait()
	for _, sum := range got {
		require.Equal(t, want, sum)
	}
}
