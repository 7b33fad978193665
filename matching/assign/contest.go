package assign

import "slices"

// contest finds out which of some nodes, that must have more units than there is
// room for, are needed to show it. Those who must have units, rows or columns, are
// called wanters here, the nodes on the other side givers; a bond is a pair of them.
type contest struct {
	meter *meter
	flank [2]flank // of wanters and of givers
	bonds []bond
	need  []int32 // of each wanter
	room  []int32 // of each giver
	in    []bool  // wanters that take part
	sure  []bool  // wanters that no violated set does without
	moved []int32 // bonds taken into use or out of it
	round int32
	queue []int32
}

const (
	wanters = 0
	givers  = 1
)

// flank is one side of a contest.
type flank struct {
	start, bonds []int32
	seen         []int32 // the round of the last search that came to each node
	via          []int32 // the bond it came by
}

func (f *flank) of(v int32) []int32 { return f.bonds[f.start[v]:f.start[v+1]] }

type bond struct {
	end   [2]int32
	state bondState
}

type bondState uint8

const (
	bondOut  bondState = iota // the wanter takes no part
	bondIdle                  // not in use
	bondUsed
)

// smallest returns wanters of whom none could be left out.
//
// They take part one by one, the first given first, until one lacks units. Every
// violated set among them holds that one, and those to which alternating paths lead
// from it are such a set, the only one if a single unit is lacking. If not, wanters
// leave one by one. Either as many units as are lacking can be had instead, and then
// this one must stay; or fewer are lacking without it.
func (c *contest) smallest() ([]int32, error) {
	last, lacking := int32(-1), int32(0)
	for lacking == 0 && int(last) < len(c.need)-1 {
		last++
		var err error
		if lacking, err = c.enter(last); err != nil {
			return nil, err
		}
	}
	c.sure[last] = true
	kept, err := c.keep(last)
	if err != nil {
		return nil, err
	}
	for _, v := range kept {
		if lacking == 1 {
			break
		}
		if !c.in[v] || c.sure[v] {
			continue
		}
		if lacking, err = c.leave(v, last, lacking); err != nil {
			return nil, err
		}
	}
	return slices.DeleteFunc(kept, func(v int32) bool { return !c.in[v] }), nil
}

// enter lets wanter v take part and returns how many units it lacks then.
func (c *contest) enter(v int32) (lacking int32, err error) {
	c.in[v] = true
	for _, k := range c.flank[wanters].of(v) {
		c.bonds[k].state = bondIdle
	}
	free := func(g int32) bool {
		if c.room[g] == 0 {
			return false
		}
		c.room[g]--
		return true
	}
	for lacking = c.need[v]; lacking > 0; lacking-- {
		if found, err := c.search(v, wanters, free); err != nil || !found {
			return lacking, err
		}
	}
	return 0, nil
}

// keep removes all wanters that alternating paths from v do not lead to. It returns
// the others, nearest first.
func (c *contest) keep(v int32) ([]int32, error) {
	if _, err := c.search(v, wanters, func(int32) bool { return false }); err != nil {
		return nil, err
	}
	for w := range c.in {
		if c.in[w] && c.flank[wanters].seen[w] != c.round {
			c.remove(int32(w))
		}
	}
	return slices.Clone(c.queue), nil
}

// leave removes wanter v unless every violated set needs it, and returns how many
// units the last one lacks then. Since units can be had through any wanter that is
// needed from the last one, paths may end at the first of those.
func (c *contest) leave(v, last, lacking int32) (int32, error) {
	freed := c.remove(v)
	c.moved = c.moved[:0]
	n, err := c.refill(freed, lacking, func(w int32) bool { return c.sure[w] })
	if err != nil {
		return 0, err
	}
	for _, k := range c.moved {
		c.bonds[k].state = bondIdle + bondUsed - c.bonds[k].state
	}
	if n == lacking {
		c.sure[v], c.in[v] = true, true
		for _, k := range c.flank[wanters].of(v) {
			c.bonds[k].state = bondIdle
		}
		for _, k := range freed {
			c.bonds[k].state = bondUsed
		}
		return lacking, nil
	}
	if n, err = c.refill(freed, lacking, func(w int32) bool { return w == last }); err != nil {
		return 0, err
	}
	_, err = c.keep(last)
	return lacking - n, err
}

// remove takes wanter v out and returns the bonds it had in use.
func (c *contest) remove(v int32) (freed []int32) {
	c.in[v] = false
	for _, k := range c.flank[wanters].of(v) {
		if c.bonds[k].state == bondUsed {
			freed = append(freed, k)
		}
		c.bonds[k].state = bondOut
	}
	return freed
}

// refill hands on what was freed, to the wanters given and up to a limit. It returns
// how many units arrived.
func (c *contest) refill(freed []int32, limit int32, goal func(w int32) bool) (n int32, err error) {
	for _, k := range freed {
		if n == limit {
			break
		}
		found, err := c.search(c.bonds[k].end[givers], givers, goal)
		if err != nil {
			return n, err
		}
		if found {
			n++
		}
	}
	return n, nil
}
