package assign

// entry is a node waiting in a heap. Lower ranks come first, then lower keys.
type entry struct {
	key  int64
	rank int32
	node int32
}

func (e entry) before(o entry) bool {
	return e.rank < o.rank || e.rank == o.rank && e.key < o.key
}

// heap is a binary heap of entries; container/heap would box every one of them.
type heap []entry

func (h *heap) push(e entry) {
	s := append(*h, e)
	i := len(s) - 1
	for i > 0 {
		up := (i - 1) / 2
		if !e.before(s[up]) {
			break
		}
		s[i] = s[up]
		i = up
	}
	s[i] = e
	*h = s
}

// pop removes the first entry of a heap that is not empty.
func (h *heap) pop() entry {
	s := *h
	top, e := s[0], s[len(s)-1]
	s = s[:len(s)-1]
	*h = s
	i := 0
	for {
		down := 2*i + 1
		if down >= len(s) {
			break
		}
		if down+1 < len(s) && s[down+1].before(s[down]) {
			down++
		}
		if !s[down].before(e) {
			break
		}
		s[i] = s[down]
		i = down
	}
	if len(s) > 0 {
		s[i] = e
	}
	return top
}
