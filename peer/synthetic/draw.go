package synthetic

import (
	"hash/fnv"
	"math/rand/v2"
)

// stream separates the random numbers of one purpose from those of another, so
// that a change in how supporters are made does not move every request.
type stream uint64

const (
	treeStream stream = iota + 1
	placeStream
	relationStream
	peopleStream
	seekerStream
	supporterStream
	historyStream
)

// locationStream is the stream of what everybody at a location shares.
func locationStream(location string) stream {
	h := fnv.New64a()
	_, _ = h.Write([]byte(location)) // never fails
	return stream(h.Sum64())
}

// draw is a seeded source of choices.
type draw struct {
	rng *rand.Rand
}

func newDraw(seed uint64, s stream) draw {
	return draw{rng: rand.New(rand.NewPCG(seed, uint64(s)))}
}

// below returns a number from 0 to n-1.
func (d draw) below(n int) int { return d.rng.IntN(n) }

// between returns a number from low to high, both included.
func (d draw) between(low, high int) int { return low + d.rng.IntN(high-low+1) }

// permille reports true in so many cases out of a thousand.
func (d draw) permille(share int) bool { return d.rng.IntN(1000) < share }

// percent reports true in so many cases out of a hundred.
func (d draw) percent(share int) bool { return d.rng.IntN(100) < share }

// weighted is a value with its share among the others of its table.
type weighted[T any] struct {
	value  T
	weight int
}

// choose draws one value of a table that is not empty.
func choose[T any](d draw, table []weighted[T]) T {
	total := 0
	for _, w := range table {
		total += w.weight
	}
	at := d.below(total)
	for _, w := range table {
		if at < w.weight {
			return w.value
		}
		at -= w.weight
	}
	return table[0].value
}

// several draws n different values of a table, or all of them when it holds no
// more than n.
func several[T comparable](d draw, table []weighted[T], n int) []T {
	rest := make([]weighted[T], len(table))
	copy(rest, table)
	chosen := make([]T, 0, n)
	for len(chosen) < n && len(rest) > 0 {
		value := choose(d, rest)
		chosen = append(chosen, value)
		for i := range rest {
			if rest[i].value == value {
				rest = append(rest[:i], rest[i+1:]...)
				break
			}
		}
	}
	return chosen
}
