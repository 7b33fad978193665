package assign

// entry is a node waiting in a queue.
type entry struct {
	key  int64
	node int32
}

// queue hands out nodes by increasing key. Nodes at the present key wait in line,
// where most of them are when many costs are equal: first come, first served keeps
// paths short. The others wait in a heap; container/heap would box every entry.
type queue struct {
	current int64
	ready   []int32
	head    int // of those ready, the next to go
	heap    []entry
}

// begin empties the queue; no key will be below current.
func (q *queue) begin(current int64) {
	q.current, q.ready, q.head, q.heap = current, q.ready[:0], 0, q.heap[:0]
}

func (q *queue) push(key int64, node int32) {
	if key == q.current {
		q.ready = append(q.ready, node)
		return
	}
	q.heap = append(q.heap, entry{key, node})
	siftUp(q.heap)
}

// next returns a node with the smallest key, if that is below the limit.
func (q *queue) next(limit int64) (node int32, ok bool) {
	if q.head < len(q.ready) {
		if q.current >= limit {
			return 0, false
		}
		node = q.ready[q.head]
		q.head++
		if q.head == len(q.ready) {
			q.head, q.ready = 0, q.ready[:0]
		}
		return node, true
	}
	if len(q.heap) == 0 || q.heap[0].key >= limit {
		return 0, false
	}
	top := q.heap[0]
	q.current = top.key
	last := len(q.heap) - 1
	moved := q.heap[last]
	q.heap = q.heap[:last]
	if last > 0 {
		q.heap[0] = moved
		siftDown(q.heap)
	}
	return top.node, true
}

// fan is the number of children of a node: a wide heap is shallow, and a search
// pushes more often than it pops.
const fan = 4

func siftUp(h []entry) {
	i := len(h) - 1
	e := h[i]
	for i > 0 {
		up := (i - 1) / fan
		if h[up].key <= e.key {
			break
		}
		h[i] = h[up]
		i = up
	}
	h[i] = e
}

func siftDown(h []entry) {
	i, e := 0, h[0]
	for {
		first := fan*i + 1
		if first >= len(h) {
			break
		}
		least := first
		for c := first + 1; c < min(first+fan, len(h)); c++ {
			if h[c].key < h[least].key {
				least = c
			}
		}
		if h[least].key >= e.key {
			break
		}
		h[i] = h[least]
		i = least
	}
	h[i] = e
}
