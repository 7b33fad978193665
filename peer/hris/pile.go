package hris

import "slices"

// pile gathers rows whose number is not known beforehand. It never copies
// before the end, where a slice that grows would copy a million people many
// times and leave the copies to the garbage collector.
type pile[T any] struct {
	blocks [][]T
}

// add puts a row on the pile.
func (p *pile[T]) add(row T) {
	const block = 4096
	last := len(p.blocks) - 1
	if last < 0 || len(p.blocks[last]) == block {
		p.blocks = append(p.blocks, make([]T, 0, block))
		last++
	}
	p.blocks[last] = append(p.blocks[last], row)
}

// rows returns everything in one slice.
func (p *pile[T]) rows() []T { return slices.Concat(p.blocks...) }
