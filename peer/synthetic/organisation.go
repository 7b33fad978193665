package synthetic

import (
	"fmt"
	"strconv"

	"github.com/peersupport/peersupport/peer"
)

// Organisation makes up an organisation of cfg.People people and positions: one
// reporting tree with spans from 2 to 15 (median about 7) and a depth that
// grows with the logarithm of the size, teams that are subtrees, one large site
// and some small ones, some people on leave or gone, some vacant positions, and
// relations of every kind beside the line, past, present and to come.
//
// Keys are P0001, P0002 and so on from the top down. It takes linear time.
func Organisation(cfg Config) ([]peer.Person, []peer.Relation) {
	cfg = cfg.withDefaults()
	tree := grow(newDraw(cfg.Seed, treeStream), cfg.People)
	people := make([]peer.Person, cfg.People)
	width := max(4, len(strconv.Itoa(cfg.People)))
	for i := range people {
		people[i].Key = peer.ExternalID(fmt.Sprintf("P%0*d", width, i+1))
		if m := tree.manager[i]; m >= 0 {
			people[i].Manager = people[m].Key
		}
	}
	d := newDraw(cfg.Seed, placeStream)
	setTeams(people, tree)
	setLocations(d, people, tree)
	setStatuses(d, people)
	return people, relate(newDraw(cfg.Seed, relationStream), people, cfg.At)
}

// tree is who reports to whom, by position; managers come before their reports.
type tree struct {
	manager []int32 // -1 at the top
	size    []int32 // people in the subtree, its top included
}

// grow fills a tree level by level: people lead teams until everybody has a
// place. A quarter of those who could lead do not, as specialists do.
func grow(d draw, people int) tree {
	t := tree{
		manager: make([]int32, people),
		size:    make([]int32, people),
	}
	t.manager[0] = -1
	spans := spans()
	placed := 1
	for leader := 0; placed < people; leader++ {
		someoneElse := leader > 0 && leader < placed-1
		if someoneElse && d.percent(25) {
			continue
		}
		for range span(choose(d, spans), people-placed) {
			t.manager[placed] = int32(leader)
			placed++
		}
	}
	for i := people - 1; i >= 0; i-- {
		t.size[i]++
		if m := t.manager[i]; m >= 0 {
			t.size[m] += t.size[i]
		}
	}
	return t
}

// span fits a wanted number of reports to the people who still need a place,
// so that the last team is not a team of one.
func span(wanted, left int) int {
	switch {
	case wanted >= left:
		return left
	case left-wanted > 1:
		return wanted
	case wanted < largestSpan:
		return wanted + 1
	default:
		return wanted - 1
	}
}

const largestSpan = 15

// spans is how many people a manager has: median 7.
func spans() []weighted[int] {
	return []weighted[int]{
		{2, 4}, {3, 6}, {4, 8}, {5, 11}, {6, 14}, {7, 15}, {8, 13},
		{9, 9}, {10, 7}, {11, 5}, {12, 3}, {13, 2}, {14, 2}, {largestSpan, 1},
	}
}
