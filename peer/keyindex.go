package peer

import (
	"hash/maphash"
	"strings"
	"unicode/utf8"
)

// keyIndex finds nodes by key in 12 to 24 bytes a person, where a map would take
// fifty. It is an open-addressing table of nodes, hashed by the folded key, so
// that keys which are alike meet in one place. The random seed of the hash
// decides only where an entry lies, never what is found.
type keyIndex struct {
	seed  maphash.Seed
	slots []slot // the length is a power of two
}

// slot is one place of the table. The hash is kept to pass by an entry without
// looking at its key, which is far away in memory.
type slot struct {
	hash uint32
	node Node // None where free
}

func newKeyIndex(n int) keyIndex {
	size := 4
	for size < n+n/2 {
		size *= 2
	}
	x := keyIndex{seed: maphash.MakeSeed(), slots: make([]slot, size)}
	for i := range x.slots {
		x.slots[i].node = None
	}
	return x
}

// hash is the hash of the folded key, without an allocation for ASCII keys.
func (x keyIndex) hash(key ExternalID) uint32 {
	if len(x.slots) == 0 {
		return 0 // the seed of a zero index is not valid
	}
	var buf [MaxExternalID]byte
	if len(key) > len(buf) {
		return uint32(maphash.String(x.seed, key.Fold()))
	}
	for i := range len(key) {
		c := key[i]
		switch {
		case c >= utf8.RuneSelf:
			return uint32(maphash.String(x.seed, key.Fold()))
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	return uint32(maphash.Bytes(x.seed, buf[:len(key)]))
}

// probe calls yield for every node whose folded key has the hash, in the order
// of insertion, until yield returns false. After the last of them it returns
// the number of the free slot for such a key, and otherwise -1.
func (x keyIndex) probe(hash uint32, yield func(Node) bool) int {
	if len(x.slots) == 0 {
		return -1
	}
	mask := len(x.slots) - 1
	for i := int(hash) & mask; ; i = (i + 1) & mask {
		s := x.slots[i]
		if s.node == None {
			return i
		}
		if s.hash == hash && !yield(s.node) {
			return -1
		}
	}
}

// find returns the node with exactly this key, or None.
func (x keyIndex) find(keys []ExternalID, key ExternalID) Node {
	found := None
	x.probe(x.hash(key), func(n Node) bool {
		if keys[n] == key {
			found = n
		}
		return found == None
	})
	return found
}

// guess returns the first node whose folded key has the hash of key, or None:
// nearly always the node that find would return, without a look at its key.
func (x keyIndex) guess(key ExternalID) Node {
	first := None
	x.probe(x.hash(key), func(n Node) bool {
		first = n
		return false
	})
	return first
}

// alike returns the nodes whose keys fold as key does, in ascending order of
// insertion.
func (x keyIndex) alike(keys []ExternalID, key ExternalID) []Node {
	var nodes []Node
	x.probe(x.hash(key), func(n Node) bool {
		if equalFold(keys[n], key) {
			nodes = append(nodes, n)
		}
		return true
	})
	return nodes
}

func equalFold(a, b ExternalID) bool {
	if isASCII(string(a)) && isASCII(string(b)) {
		return strings.EqualFold(string(a), string(b))
	}
	return a.Fold() == b.Fold()
}

// renumber replaces every node by its new number.
func (x keyIndex) renumber(number []Node) {
	for i := range x.slots {
		if s := &x.slots[i]; s.node != None {
			s.node = number[s.node]
		}
	}
}
