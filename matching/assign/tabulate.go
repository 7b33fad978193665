package assign

import "slices"

// tabulated returns the problem with the cost of every place read once and kept, so
// that whatever Place answers later, and from wherever it is called, the solver sees
// one function.
func (p *Problem) tabulated(m *meter) (*Problem, error) {
	if !slices.ContainsFunc(p.Ladder, func(r Rung) bool { return r.Place != nil }) {
		return p, nil
	}
	if err := p.validatePairs(); err != nil {
		return nil, err
	}
	q := *p
	q.Ladder = slices.Clone(p.Ladder)
	places := p.places()
	start := make([]int64, len(places)+1)
	for j, n := range places {
		start[j+1] = start[j] + n
	}
	for n := range q.Ladder {
		place := q.Ladder[n].Place
		if place == nil {
			continue
		}
		table := make([]int64, 0, start[len(places)])
		for j, most := range places {
			for k := int64(1); k <= most; k++ {
				table = append(table, place(j, k))
			}
			if err := m.scanned(int(most) + 1); err != nil {
				return nil, err
			}
		}
		q.Ladder[n].Place = func(j int, k int64) int64 { return table[start[j]+k-1] }
	}
	return &q, nil
}
