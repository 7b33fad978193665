package peer

import "math/bits"

// ancestry answers "who is the nearest manager above both" in constant time
// and 12 bytes a person: the inlabel scheme of Schieber and Vishkin, SIAM
// Journal on Computing 17 (1988) 1253-1262. Every path of the tree that the
// scheme draws has one label; the labels are nodes of a complete binary tree,
// in which the common ancestor is bit arithmetic.
type ancestry struct {
	label []int32 // the path of a node: the roundest number of its subtree range
	above []int32 // the set of path heights on the way up, one bit a height
	head  []Node  // the node nearest to the top on a path
	org   *Organisation
}

func newAncestry(o *Organisation) ancestry {
	n := o.Len()
	a := ancestry{label: make([]int32, n), above: make([]int32, n), head: make([]Node, n+1), org: o}
	for v := range n {
		first, last := int32(v)+1, int32(o.last[v])+1 // from 1, so that every number has a lowest bit
		a.label[v] = roundest(first, last)
		up, parent := int32(0), o.parent[v]
		if parent != None {
			up = a.above[parent]
		}
		a.above[v] = up | lowestBit(a.label[v])
		if parent == None || a.label[parent] != a.label[v] {
			a.head[a.label[v]] = Node(v)
		}
	}
	return a
}

// roundest returns the number of the range first..last with the most trailing
// zero bits.
func roundest(first, last int32) int32 {
	h := bits.Len32(uint32((first - 1) ^ last))
	return last >> (h - 1) << (h - 1)
}

func lowestBit(x int32) int32 { return x & -x }

// common returns the nearest node that is above or equal to both; the two must
// stand in one tree.
func (a ancestry) common(x, y Node) Node {
	if a.label[x] == a.label[y] {
		return min(x, y) // on one path; the smaller number is nearer to the top
	}
	i := bits.Len32(uint32(a.label[x]^a.label[y])) - 1
	// The meeting path has the smallest height from i on that both ways up share.
	shared := a.above[x] & a.above[y] &^ (1<<i - 1)
	height := lowestBit(shared)
	return min(a.enter(x, height), a.enter(y, height))
}

// enter returns where the way up from x enters the path of the given height.
func (a ancestry) enter(x Node, height int32) Node {
	below := a.above[x] & (height - 1)
	if below == 0 {
		return x
	}
	k := bits.Len32(uint32(below)) - 1
	label := a.label[x]&^(1<<(k+1)-1) | 1<<k
	return a.org.parent[a.head[label]]
}
