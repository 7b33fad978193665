package peer

import "hash/maphash"

// keyIndex finds nodes by key in about ten bytes a person, where a map would
// take fifty. It is an open-addressing table of nodes, hashed by the folded
// key, so that keys which are alike meet in one place. The random seed of the
// hash decides only where an entry lies, never what is found.
type keyIndex struct {
	seed  maphash.Seed
	slots []Node // None where free; the length is a power of two
}

func newKeyIndex(n int) keyIndex {
	size := 4
	for size < n+n/2 {
		size *= 2
	}
	x := keyIndex{seed: maphash.MakeSeed(), slots: make([]Node, size)}
	for i := range x.slots {
		x.slots[i] = None
	}
	return x
}

// hash is the hash of the folded key, without an allocation for ASCII keys.
func (x keyIndex) hash(key ExternalID) uint64 {
	var buf [MaxExternalID]byte
	if len(key) > len(buf) || !isASCII(string(key)) {
		return maphash.String(x.seed, key.Fold())
	}
	for i := range len(key) {
		c := key[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	return maphash.Bytes(x.seed, buf[:len(key)])
}

// probe calls yield for every node whose key may fold as key does, until yield
// returns false, and returns the first free slot or -1.
func (x keyIndex) probe(key ExternalID, yield func(Node) bool) int {
	if len(x.slots) == 0 {
		return -1
	}
	mask := uint64(len(x.slots) - 1)
	for i := x.hash(key) & mask; ; i = (i + 1) & mask {
		n := x.slots[i]
		if n == None {
			return int(i) //nolint:gosec // below the length of slots
		}
		if !yield(n) {
			return -1
		}
	}
}

// insert adds node n with keys[n]; the caller has looked for twins before.
func (x keyIndex) insert(keys []ExternalID, n Node) {
	free := x.probe(keys[n], func(Node) bool { return true })
	x.slots[free] = n
}

// find returns the node with exactly this key, or None.
func (x keyIndex) find(keys []ExternalID, key ExternalID) Node {
	found := None
	x.probe(key, func(n Node) bool {
		if keys[n] == key {
			found = n
		}
		return found == None
	})
	return found
}

// alike returns the nodes whose keys fold as key does, in ascending order of
// insertion.
func (x keyIndex) alike(keys []ExternalID, key ExternalID) []Node {
	var nodes []Node
	x.probe(key, func(n Node) bool {
		if equalFold(keys[n], key) {
			nodes = append(nodes, n)
		}
		return true
	})
	return nodes
}

func equalFold(a, b ExternalID) bool { return a == b || a.Fold() == b.Fold() }

// renumber replaces every node by its new number.
func (x keyIndex) renumber(number []Node) {
	for i, n := range x.slots {
		if n != None {
			x.slots[i] = number[n]
		}
	}
}

// interned holds one short text a person, each distinct text once.
type interned struct {
	of    []int32 // by node; 0 is unknown
	texts []string
}

func (t interned) text(n Node) string {
	if int(n) >= len(t.of) {
		return ""
	}
	return t.texts[t.of[n]]
}

func intern(n int, text func(i int) (Node, string)) interned {
	t := interned{of: make([]int32, n), texts: []string{""}}
	seen := map[string]int32{"": 0}
	for i := range n {
		node, s := text(i)
		number, ok := seen[s]
		if !ok {
			number = int32(len(t.texts)) //nolint:gosec // at most one a person
			seen[s] = number
			t.texts = append(t.texts, s)
		}
		t.of[node] = number
	}
	return t
}
