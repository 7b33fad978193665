package assign

// The heap of a walk holds labels by key; a label knows its position, so that its
// key can be lowered in place. It keeps the key of the label that moves, and so is not
// one code with the heap of gates: sharing it made changes up to a third slower.

func (w *walk) pop() int32 {
	t := w.heap[0]
	last := len(w.heap) - 1
	moved := w.heap[last]
	w.heap = w.heap[:last]
	if last > 0 {
		w.put(0, moved)
		w.down(0)
	}
	w.labels[t].pos = -1
	return t
}

func (w *walk) put(pos, t int32) {
	w.heap[pos] = t
	w.labels[t].pos = pos
}

func (w *walk) up(pos int32) {
	t := w.heap[pos]
	key := w.keys.at(t)
	for pos > 0 {
		above := (pos - 1) / fan
		if order(w.keys.at(w.heap[above]), key) <= 0 {
			break
		}
		w.put(pos, w.heap[above])
		pos = above
	}
	w.put(pos, t)
}

func (w *walk) down(pos int32) {
	t := w.heap[pos]
	key := w.keys.at(t)
	for {
		first := fan*pos + 1
		if int(first) >= len(w.heap) {
			break
		}
		least := first
		for c := first + 1; c < min(first+fan, int32(len(w.heap))); c++ {
			if order(w.keys.at(w.heap[c]), w.keys.at(w.heap[least])) < 0 {
				least = c
			}
		}
		if order(w.keys.at(w.heap[least]), key) >= 0 {
			break
		}
		w.put(pos, w.heap[least])
		pos = least
	}
	w.put(pos, t)
}
