package peer_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
)

// company makes n people in the order of a file, each row's texts in one piece
// of memory as a reader leaves them: a random tree about eight deep with eight
// reports a manager.
func company(n int) []peer.Person {
	r := rand.New(rand.NewPCG(1, 2))
	number := r.Perm(n)
	people := make([]peer.Person, n)
	for rank, i := range number {
		manager := ""
		if rank > 0 {
			manager = fmt.Sprint("E", 10_000_000+number[r.IntN(1+rank/8)])
		}
		row := strings.Split(fmt.Sprintf("E%d,%s,team %d,site %d", 10_000_000+i, manager, r.IntN(1+n/10), rank%50), ",")
		people[i] = peer.Person{Key: peer.ExternalID(row[0]), Manager: peer.ExternalID(row[1]), Team: row[2], Location: row[3]}
	}
	return people
}

func BenchmarkNewOrganisation(b *testing.B) {
	for _, n := range []int{10_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			people := company(n)
			before := retained()
			var org *peer.Organisation
			for b.Loop() {
				var err error
				org, err = peer.NewOrganisation(people, nil, peer.OrganisationConfig{})
				require.NoError(b, err)
			}
			b.ReportMetric(float64(retained()-before)/float64(n), "B/person")
			runtime.KeepAlive(org)
			runtime.KeepAlive(people)
		})
	}
}

func retained() int64 {
	var stats runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc)
}

// pairs draws questions of which half are true: somebody and one above them,
// or two people at random.
func pairs(org *peer.Organisation) [][2]peer.Node {
	r := rand.New(rand.NewPCG(3, 4))
	drawn := make([][2]peer.Node, 1<<16)
	for i := range drawn {
		a, b := peer.Node(r.IntN(org.Len())), peer.Node(r.IntN(org.Len()))
		if i%2 == 0 {
			for steps := 1 + r.IntN(3); steps > 0 && org.Manager(b) != peer.None; steps-- {
				a = org.Manager(b)
			}
		}
		drawn[i] = [2]peer.Node{a, b}
	}
	return drawn
}

func BenchmarkQuestions(b *testing.B) {
	org, err := peer.NewOrganisation(company(million), nil, peer.OrganisationConfig{})
	require.NoError(b, err)
	ask := pairs(org)
	for name, question := range map[string]func(a, b peer.Node) bool{
		"Above":       org.Above,
		"SameManager": org.SameManager,
		"Uncertain":   org.Uncertain,
		"Distance":    func(a, b peer.Node) bool { _, ok := org.Distance(a, b); return ok },
	} {
		b.Run(name, func(b *testing.B) {
			i, yes := 0, 0
			for b.Loop() {
				pair := ask[i&(len(ask)-1)]
				if i++; question(pair[0], pair[1]) {
					yes++
				}
			}
			runtime.KeepAlive(yes)
		})
	}
	b.Run("Node", func(b *testing.B) {
		i := 0
		for b.Loop() {
			_, ok := org.Node(org.Key(ask[i&(len(ask)-1)][0]))
			require.True(b, ok)
			i++
		}
	})
}

func BenchmarkRelated(b *testing.B) {
	const n = 100_000
	people := company(n)
	r := rand.New(rand.NewPCG(5, 6))
	var rels []peer.Relation
	for range n / 2 {
		i, j := r.IntN(n), r.IntN(n)
		if i != j {
			rels = append(rels, peer.Relation{Person: people[i].Key, Other: people[j].Key, Kind: peer.Dotted})
		}
	}
	org, err := peer.NewOrganisation(people, rels, peer.OrganisationConfig{})
	require.NoError(b, err)
	at := mustDate(winter)
	chart := org.On(at, 12)
	ask := pairs(org)
	for name, question := range map[string]func(a, b peer.Node) bool{
		"Relations": func(a, b peer.Node) bool { return len(org.Relations(a, b, at, 12)) > 0 },
		"Over":      func(a, b peer.Node) bool { _, over := chart.Over(a, b, 2); return over },
		"Branches":  func(a, _ peer.Node) bool { return len(chart.Branches(a, 2)) > 1 },
	} {
		b.Run(name, func(b *testing.B) {
			i, yes := 0, 0
			for b.Loop() {
				pair := ask[i&(len(ask)-1)]
				if i++; question(pair[0], pair[1]) {
					yes++
				}
			}
			runtime.KeepAlive(yes)
		})
	}
}
