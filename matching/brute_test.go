package matching_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"math/bits"
	"slices"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
)

// oracle knows everything about a round that decides who is paired, found
// without the engine. Rows are requests, columns supporters, as they stand in
// the world.
type oracle struct {
	*checker
	legal  [][]bool
	score  [][]int64
	lots   [2][][]int64
	places []int
}

func newOracle(w world) *oracle {
	c := newChecker(w)
	o := &oracle{checker: c}
	for _, s := range w.supporters {
		o.places = append(o.places, c.places(s))
	}
	for i, q := range w.requests {
		legal, score := make([]bool, len(w.supporters)), make([]int64, len(w.supporters))
		for j, s := range w.supporters {
			if legal[j] = c.legal(q, s); legal[j] {
				score[j] = c.score(q, s)
			}
		}
		o.legal, o.score = append(o.legal, legal), append(o.score, score)
		for counter := range o.lots {
			o.lots[counter] = append(o.lots[counter], o.draw(uint32(counter), i, legal))
		}
	}
	return o
}

func (o *oracle) ladder() []matching.Objective {
	if len(o.policy.Objectives) == 0 {
		return []matching.Objective{"served", "waiting", "fit"}
	}
	return o.policy.Objectives
}

func (o *oracle) waited(i int) int64 { return int64(max(0, o.at.Sub(o.requests[i].Asked))) }

// placeCost is what the k-th further person adds to the square of load minus
// target.
func (o *oracle) placeCost(j, k int) int64 {
	s := o.supporters[j]
	target := s.TargetLoad
	if target == 0 {
		target = s.Capacity
	}
	over := int64(o.load(s) + k - target)
	return over*over - (over-1)*(over-1)
}

// pairCost is the cost of a pair on a rung; load depends on places instead.
func (o *oracle) pairCost(rung matching.Objective, i, j int) int64 {
	switch rung {
	case "served":
		return -1
	case "waiting":
		return -o.waited(i)
	case "fit":
		return -o.score[i][j]
	}
	return 0
}

// ladderCost returns the cost of an assignment on every rung.
func (o *oracle) ladderCost(columns []int) []int64 {
	costs := make([]int64, 0, 6)
	load := make([]int, len(o.supporters))
	for _, rung := range o.ladder() {
		clear(load)
		sum := int64(0)
		for i, j := range columns {
			if j < 0 {
				continue
			}
			sum += o.pairCost(rung, i, j)
			if load[j]++; rung == "load" {
				sum += o.placeCost(j, load[j])
			}
		}
		costs = append(costs, sum)
	}
	return costs
}

// drawn adds up the lots of an assignment.
func (o *oracle) drawn(columns []int, counter int) int64 {
	sum := int64(0)
	for i, j := range columns {
		if j >= 0 {
			sum += o.lots[counter][i][j]
		}
	}
	return sum
}

// draw returns a lot for every legal pair of request i: the top
// 62 - len(2*rows + columns) bits of the keyed hash of both ids, each with its
// length in front, after the counter.
func (o *oracle) draw(counter uint32, i int, legal []bool) []int64 {
	key := o.seed
	if len(key) == 0 {
		key = []byte("peersupport/tie-break/public/v1")
	}
	bitsDrawn := 62 - bits.Len(uint(2*len(o.requests)+len(o.supporters)))
	lots := make([]int64, len(legal))
	for j := range legal {
		if !legal[j] {
			continue
		}
		mac := hmac.New(sha256.New, key)
		write := func(n uint32) { mac.Write(binary.BigEndian.AppendUint32(nil, n)) }
		write(counter)
		for _, id := range []peer.ExternalID{o.requests[i].Key, o.supporters[j].Person} {
			write(uint32(len(id)))
			mac.Write([]byte(id))
		}
		lots[j] = int64(binary.BigEndian.Uint64(mac.Sum(nil)) >> (64 - bitsDrawn))
	}
	return lots
}

// best tries every assignment and returns the one of least cost, rung by rung
// and then by two draws of lots, which are slow and therefore last.
func (o *oracle) best() (columns []int, costs []int64) {
	var lots []int64
	o.each(func(current []int) {
		c := o.ladderCost(current)
		order := -1
		if costs != nil {
			order = slices.Compare(c, costs)
		}
		if order > 0 {
			return
		}
		drawn := []int64{o.drawn(current, 0), o.drawn(current, 1)}
		if order < 0 || slices.Compare(drawn, lots) < 0 {
			columns, costs, lots = slices.Clone(current), c, drawn
		}
	})
	return columns, costs
}

// each calls yield with every assignment there is; -1 is nobody.
func (o *oracle) each(yield func(columns []int)) {
	left := slices.Clone(o.places)
	current := make([]int, len(o.requests))
	var try func(i int)
	try = func(i int) {
		if i == len(current) {
			yield(current)
			return
		}
		current[i] = -1
		try(i + 1)
		for j := range left {
			if o.legal[i][j] && left[j] > 0 {
				left[j]--
				current[i] = j
				try(i + 1)
				left[j]++
			}
		}
	}
	try(0)
}
