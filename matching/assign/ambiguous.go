package assign

// ambiguous reports whether the face still holds another set of pairs: whether a
// residual cycle of free arcs exists. Filling a place of a column and emptying
// another is no such cycle, since it changes no pair.
//
// A row with a column can only be entered from that column, so the graph is
// walked over columns: from j to every other column a row of j may take.
func ambiguous(p *Problem, f *face, x *flow) bool {
	movable := func(i int) bool { return x.pair[i] >= 0 && f.pair[x.pair[i]] }
	rows := rowsByColumn(p, x, movable)
	waiting := make([]int, p.columns()) // arcs into the column not yet followed
	reached := make([]bool, p.columns())
	for i := range p.Rows {
		incoming := f.row[i] && x.pair[i] < 0
		if !incoming && !movable(i) {
			continue
		}
		for a, to := p.pairs(i); a < to; a++ {
			switch j := p.Cols[a]; {
			case !f.pair[a] || int32(a) == x.pair[i]:
			case incoming:
				reached[j] = true
			default:
				waiting[j]++
			}
		}
	}
	// Columns in topological order; what is left over lies on a cycle.
	var order []int
	for j := range waiting {
		if waiting[j] == 0 {
			order = append(order, j)
		}
	}
	for n := 0; n < len(order); n++ {
		j := order[n]
		if reached[j] && x.load[j] < f.hi[j] {
			return true
		}
		entered := reached[j] || x.load[j] > f.lo[j]
		for _, i := range rows.of(j) {
			if entered && f.row[i] {
				return true
			}
			for a, to := p.pairs(int(i)); a < to; a++ {
				if !f.pair[a] || int32(a) == x.pair[i] {
					continue
				}
				next := p.Cols[a]
				reached[next] = reached[next] || entered
				if waiting[next]--; waiting[next] == 0 {
					order = append(order, int(next))
				}
			}
		}
	}
	return len(order) < p.columns()
}

// groups lists rows by column.
type groups struct{ start, row []int32 }

func (g groups) of(j int) []int32 { return g.row[g.start[j]:g.start[j+1]] }

// rowsByColumn lists the rows of each column that are wanted.
func rowsByColumn(p *Problem, x *flow, wanted func(i int) bool) groups {
	g := groups{start: make([]int32, p.columns()+1)}
	for i := range p.Rows {
		if wanted(i) {
			g.start[p.Cols[x.pair[i]]+1]++
		}
	}
	for j := range p.columns() {
		g.start[j+1] += g.start[j]
	}
	g.row = make([]int32, g.start[p.columns()])
	at := append([]int32(nil), g.start...)
	for i := range p.Rows {
		if wanted(i) {
			j := p.Cols[x.pair[i]]
			g.row[at[j]] = int32(i)
			at[j]++
		}
	}
	return g
}
