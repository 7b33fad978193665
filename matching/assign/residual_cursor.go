package assign

// cursor goes through gates by increasing reduced costs, without changing them. It
// keeps a binary heap of the places in their heap that may come next.
type cursor struct {
	f    *gates
	wait []int32
}

func (c *cursor) begin(f *gates) {
	c.f, c.wait = f, c.wait[:0]
	if len(f.heap) > 0 {
		c.wait = append(c.wait, 0)
	}
}

func (c *cursor) done() bool { return len(c.wait) == 0 }

// head is the node whose turn it is.
func (c *cursor) head() int32 { return c.f.heap[c.wait[0]] }

// gap is the reduced cost of the arc between it and the hub.
func (c *cursor) gap(into []int64) { c.f.x.hubGap(c.head(), c.f.against, into) }

// next goes on to the next node.
func (c *cursor) next() {
	first := fan*c.wait[0] + 1
	last := len(c.wait) - 1
	c.wait[0] = c.wait[last]
	c.wait = c.wait[:last]
	c.down()
	for pos := first; pos < min(first+fan, int32(len(c.f.heap))); pos++ {
		c.wait = append(c.wait, pos)
		c.up()
	}
}

func (c *cursor) before(a, b int) bool {
	return c.f.before(c.f.heap[c.wait[a]], c.f.heap[c.wait[b]])
}

func (c *cursor) up() {
	for n := len(c.wait) - 1; n > 0 && c.before(n, (n-1)/2); n = (n - 1) / 2 {
		c.wait[n], c.wait[(n-1)/2] = c.wait[(n-1)/2], c.wait[n]
	}
}

func (c *cursor) down() {
	for n := 0; 2*n+1 < len(c.wait); {
		least := 2*n + 1
		if least+1 < len(c.wait) && c.before(least+1, least) {
			least++
		}
		if !c.before(least, n) {
			return
		}
		c.wait[n], c.wait[least] = c.wait[least], c.wait[n]
		n = least
	}
}
