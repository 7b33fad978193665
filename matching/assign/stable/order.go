package stable

import (
	"cmp"
	"slices"
)

// order holds lists of pairs, best first and without ties.
type order struct {
	start []int   // list n is pairs[start[n]:start[n+1]]
	pairs []int32 // best first within a list
	place []int32 // of each pair in its list
}

func (o *order) list(n int) []int32 { return o.pairs[o.start[n]:o.start[n+1]] }

// prefers compares two pairs of one list.
func (o *order) prefers(a, b int32) bool { return o.place[a] < o.place[b] }

// deal gives every pair to one of n lists, in the order given.
func deal(n int, pairs []int32, list func(a int32) int32) order {
	o := order{start: make([]int, n+1), pairs: make([]int32, len(pairs))}
	for _, a := range pairs {
		o.start[list(a)+1]++
	}
	for k := range n {
		o.start[k+1] += o.start[k]
	}
	next := slices.Clone(o.start[:n])
	for _, a := range pairs {
		k := list(a)
		o.pairs[next[k]] = a
		next[k]++
	}
	return o
}

// key decides where a pair stands in a list.
type key struct {
	rank int32
	pair int32
	draw uint64
}

func (k key) compare(l key) int {
	return cmp.Or(cmp.Compare(k.rank, l.rank), cmp.Compare(k.draw, l.draw), cmp.Compare(k.pair, l.pair))
}

// arrange sorts every list by rank, then by draw, then by index. Nil stands for
// equal ranks and equal draws. Only tied pairs are drawn for.
func (o *order) arrange(rank []int32, draw func(a int32) uint64, m *meter) error {
	if err := m.alive(); err != nil {
		return err
	}
	o.place = make([]int32, len(o.pairs))
	longest := 0
	for n := range len(o.start) - 1 {
		longest = max(longest, o.start[n+1]-o.start[n])
	}
	keys, spare := make([]key, longest), make([]key, longest)
	for n := range len(o.start) - 1 {
		list := o.list(n)
		keys := keys[:len(list)]
		for at, a := range list {
			keys[at] = key{pair: a}
			if rank != nil {
				keys[at].rank = rank[a]
			}
		}
		if err := sortKeys(keys, spare, m); err != nil {
			return err
		}
		if draw != nil {
			if err := breakTies(keys, spare, draw, m); err != nil {
				return err
			}
		}
		for at, k := range keys {
			list[at] = k.pair
			o.place[k.pair] = int32(at)
		}
	}
	return nil
}

// breakTies sorts what has equal ranks by draws.
func breakTies(keys, spare []key, draw func(a int32) uint64, m *meter) error {
	for len(keys) > 0 {
		n := 1
		for n < len(keys) && keys[n].rank == keys[0].rank {
			n++
		}
		tied := keys[:n]
		keys = keys[n:]
		if n == 1 {
			continue
		}
		for k := range tied {
			tied[k].draw = draw(tied[k].pair)
			if err := m.step(1); err != nil {
				return err
			}
		}
		if err := sortKeys(tied, spare, m); err != nil {
			return err
		}
	}
	return nil
}

// sortKeys sorts runs and merges them, so that a long list can be interrupted.
// The spare must be as long as the keys.
func sortKeys(keys, spare []key, m *meter) error {
	from, to := keys, spare[:len(keys)]
	for run := range slices.Chunk(keys, checkEvery) {
		slices.SortFunc(run, key.compare)
		if err := m.step(len(run)); err != nil {
			return err
		}
	}
	for width := checkEvery; width < len(keys); width *= 2 {
		for n := 0; n < len(keys); n += 2 * width {
			mid, end := min(n+width, len(keys)), min(n+2*width, len(keys))
			merge(to[n:end], from[n:mid], from[mid:end])
			if err := m.step(end - n); err != nil {
				return err
			}
		}
		from, to = to, from
	}
	copy(keys, from)
	return nil
}

// merge joins two sorted runs.
func merge(to, a, b []key) {
	for n := range to {
		if len(b) == 0 || len(a) > 0 && a[0].compare(b[0]) < 0 {
			to[n], a = a[0], a[1:]
		} else {
			to[n], b = b[0], b[1:]
		}
	}
}
