package assign

// search is the memory of one shortest path search over columns. Keys are path
// costs corrected by potentials, so that they never decrease along a path.
type search struct {
	round   int32
	seen    []int32 // round in which the column got its label
	done    []int32 // round in which it was settled
	label   []int64 // cost of the best path so far
	via, by []int32 // pair and row of its last step
	settled []int32
	ready   []int32 // columns at the current key, which need no heap
	current int64
	heap    heap
}

func newSearch(columns int) search {
	return search{
		seen:  make([]int32, columns),
		done:  make([]int32, columns),
		label: make([]int64, columns),
		via:   make([]int32, columns),
		by:    make([]int32, columns),
	}
}

// begin forgets the last search; current is a lower bound of all keys to come.
func (q *search) begin(current int64) {
	q.round++
	if q.round < 0 { // after 2^31 searches the marks repeat
		clear(q.seen)
		clear(q.done)
		q.round = 1
	}
	q.settled, q.ready, q.heap = q.settled[:0], q.ready[:0], q.heap[:0]
	q.current = current
}

// offer notes a path of the given cost and key to column j, whose last step is
// pair a of row i.
func (q *search) offer(j int32, cost, key int64, i, a int32) {
	if q.seen[j] == q.round && cost >= q.label[j] {
		return
	}
	q.seen[j], q.label[j], q.by[j], q.via[j] = q.round, cost, i, a
	if key == q.current {
		q.ready = append(q.ready, j)
		return
	}
	q.heap.push(entry{key: key, node: j})
}

// settle returns the nearest column whose key is below the limit.
func (q *search) settle(limit int64) (int32, bool) {
	for {
		var j int32
		switch {
		case len(q.ready) > 0:
			if q.current >= limit {
				return 0, false
			}
			j = q.ready[len(q.ready)-1]
			q.ready = q.ready[:len(q.ready)-1]
		case len(q.heap) > 0:
			if q.heap[0].key >= limit {
				return 0, false
			}
			e := q.heap.pop()
			j, q.current = e.node, e.key
		default:
			return 0, false
		}
		if q.done[j] != q.round {
			q.done[j] = q.round
			q.settled = append(q.settled, j)
			return j, true
		}
	}
}
