package fair

// cycle is the memory of a search for a cycle of changes. Its nodes are the columns
// and, last, the hub that keeps free places. At a node, a column has one row more
// than it keeps, and the next change takes one away.
type cycle struct {
	layers  [longest + 1][]label // of nodes, by the number of changes so far
	reached []int32
	front   []int32 // nodes of the last layer
	next    []int32 // nodes of the layer that is filled
}

// longest is how many changes a cycle has at most.
const longest = 8

// label is the best way found to a node by a given number of changes.
type label struct {
	gain  gain
	from  int32 // the node before
	leave int32 // pair given up on the way from there, or none
	take  int32 // pair taken, or none
}

func newCycle(nodes int) (c cycle) {
	for d := range c.layers {
		c.layers[d] = make([]label, nodes)
	}
	return c
}

// aim says which cycles are looked for.
type aim uint8

const (
	quickRepair aim = iota // the first found after which rows are less short
	goodRepair             // the best of those
	more                   // the best after which there is more value, or rows are less short
)

// repair makes changes that leave rows less short, until no row is short or no such
// change is found, or the work is over.
func (x *exchange) repair() { x.rounds(quickRepair) }

// improve repairs with care, and then makes all changes that help.
func (x *exchange) improve() {
	x.rounds(goodRepair)
	x.rounds(more)
}

// rounds starts from one node after the other until none has a cycle.
func (x *exchange) rounds(a aim) {
	nodes := int32(len(x.cycle.layers[0]))
	for quiet, s := int32(0), int32(0); quiet < nodes && !x.meter.over(); {
		if x.around(s, a) {
			quiet = 0
		} else {
			quiet, s = quiet+1, (s+1)%nodes
		}
	}
}

// around looks for a cycle through node s whose first change helps, and so do its
// first two together, and so on: each cycle that helps has a node from which it does.
// No row takes part in it twice, so that gains add up. If there is one, around makes
// the changes.
func (x *exchange) around(s int32, a aim) bool {
	c := &x.cycle
	best, at := label{}, 0
	c.front = append(c.front[:0], s)
	for depth := 1; depth <= longest && len(c.front) > 0; depth++ {
		c.next = c.next[:0]
		for _, v := range c.front {
			if x.meter.err != nil {
				return false
			}
			if at > 0 && a == quickRepair {
				break
			}
			so := c.layers[depth-1][v].gain
			x.steps(v, func(to, leave, take int32, g gain) {
				e := label{so.plus(g), v, leave, take}
				switch {
				case !e.gain.over(gain{}), a != more && e.gain.short <= 0:
				case to != s:
					x.reach(depth, to, e)
				case e.gain.over(best.gain) && !x.again(depth, to, e):
					best, at = e, depth
				}
			})
		}
		c.reached = append(c.reached, c.next...)
		if c.front, c.next = c.next, c.front; at > 0 && a == quickRepair {
			break
		}
	}
	if at > 0 {
		x.make(best, at)
	}
	for _, v := range c.reached {
		for d := range c.layers {
			c.layers[d][v] = label{}
		}
	}
	c.reached = c.reached[:0]
	return at > 0
}

// reach records a way to a node unless one of no more changes is as good.
func (x *exchange) reach(depth int, to int32, e label) {
	c := &x.cycle
	for d := 1; d <= depth; d++ {
		if !e.gain.over(c.layers[d][to].gain) {
			return
		}
	}
	if x.again(depth, to, e) {
		return
	}
	if c.layers[depth][to].gain == (gain{}) {
		c.next = append(c.next, to)
	}
	c.layers[depth][to] = e
}

// again reports whether the way on which e comes has its node or its row already.
func (x *exchange) again(depth int, to int32, e label) bool {
	i := x.mover(e)
	for v := e.from; depth > 1; v = e.from {
		depth--
		e = x.cycle.layers[depth][v]
		if v == to || i != none && x.mover(e) == i {
			return true
		}
	}
	return false
}

// mover is the row that makes a change, none where only the hub does.
func (x *exchange) mover(e label) int32 {
	switch {
	case e.leave != none:
		return x.row[e.leave]
	case e.take != none:
		return x.row[e.take]
	}
	return none
}

// make makes the changes of a cycle, given its last.
func (x *exchange) make(e label, depth int) {
	var put []int32
	for ; depth > 0; depth-- {
		if e.leave != none {
			x.drop(e.leave)
		}
		if e.take != none {
			put = append(put, e.take)
		}
		e = x.cycle.layers[depth-1][e.from]
	}
	for _, a := range put {
		x.put(a)
	}
}
