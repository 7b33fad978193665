package main

import (
	"math/bits"

	"github.com/peersupport/peersupport/matching/assign"
)

// singleLadder asks what every peer is asked: serve the most, at least cost.
func singleLadder(p *assign.Problem, costs []int64) {
	p.Ladder = []assign.Rung{
		{ID: "served", Row: servedCosts(p.Rows)},
		{ID: "total", Pair: costs},
	}
}

// fullLadder asks what a round of peer support asks: serve the most, the longest
// waiting first, with even load, then at least cost, then by lot.
func fullLadder(p *assign.Problem, costs []int64) {
	capacity := p.Capacity
	p.Ladder = []assign.Rung{
		{ID: "served", Row: servedCosts(p.Rows)},
		{ID: "waiting", Row: waitingCosts(p.Rows)},
		// Squares of the distance from half the capacity, place by place.
		{ID: "load", Place: func(j int, k int64) int64 { return 2*(k-capacity[j]/2) - 1 }},
		{ID: "fit", Pair: costs},
	}
	p.TieBreak = func(counter, row, col int) uint64 {
		return mix(uint64(counter), uint64(row)<<32|uint64(col))
	}
}

func servedCosts(rows int) []int64 {
	costs := make([]int64, rows)
	for i := range costs {
		costs[i] = -1
	}
	return costs
}

// waitingCosts gives every row 0 to 60 days of waiting, always the same.
func waitingCosts(rows int) []int64 {
	costs := make([]int64, rows)
	for i := range costs {
		costs[i] = -int64(mix(1<<63, uint64(i)) % 61)
	}
	return costs
}

// mix is SipHash-1-3 of two words under a key of zeros, without the length that
// closes a message, for all messages here are equally long: as fast as a keyed
// tie-break can sensibly be. Aumasson and Bernstein, SipHash: a fast short-input
// PRF, INDOCRYPT 2012.
func mix(a, b uint64) uint64 {
	v := sip{0x736f6d6570736575, 0x646f72616e646f6d, 0x6c7967656e657261, 0x7465646279746573}
	for _, word := range [...]uint64{a, b} {
		v[3] ^= word
		v.round()
		v[0] ^= word
	}
	v[2] ^= 0xff
	for range 3 {
		v.round()
	}
	return v[0] ^ v[1] ^ v[2] ^ v[3]
}

// sip is the state of SipHash.
type sip [4]uint64

func (v *sip) round() {
	v[0] += v[1]
	v[2] += v[3]
	v[1] = bits.RotateLeft64(v[1], 13) ^ v[0]
	v[3] = bits.RotateLeft64(v[3], 16) ^ v[2]
	v[0] = bits.RotateLeft64(v[0], 32)
	v[2] += v[1]
	v[0] += v[3]
	v[1] = bits.RotateLeft64(v[1], 17) ^ v[2]
	v[3] = bits.RotateLeft64(v[3], 21) ^ v[0]
	v[2] = bits.RotateLeft64(v[2], 32)
}
