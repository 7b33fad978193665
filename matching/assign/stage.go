package assign

// stage minimises one rung over a face, starting from the present flow.
//
// It works on a compact copy of the pairs that are still free. Potentials are
// kept for columns only: a row in use has the potential that makes its pair
// tight, an optional row not in use the one that makes its own arc tight.
// Between searches a column may owe rows: it keeps out places filled although
// only in rows are there.
type stage struct {
	meter *meter
	costs costs
	face  *face

	// The free pairs of each row.
	start  []int32 // rows+1 of them
	col    []int32
	cost   []int64
	origin []int32 // index in Problem.Cols

	rowCost  []int64
	optional []bool  // the row may be served or not
	use      []int32 // compact pair in use, −1 for none

	// Rows in each column, as linked lists.
	first, next, prev []int32

	in, out  []int64
	up, down []int64 // costs of the first place not filled and of the last filled
	pot      []int64

	search  search
	reverse reverse
}

func newStage(p *Problem, m *meter) *stage {
	columns := p.columns()
	return &stage{
		meter:    m,
		start:    make([]int32, p.Rows+1),
		col:      make([]int32, 0, len(p.Cols)),
		cost:     make([]int64, 0, len(p.Cols)),
		origin:   make([]int32, 0, len(p.Cols)),
		rowCost:  make([]int64, p.Rows),
		optional: make([]bool, p.Rows),
		use:      make([]int32, p.Rows),
		first:    make([]int32, columns),
		next:     make([]int32, p.Rows),
		prev:     make([]int32, p.Rows),
		in:       make([]int64, columns),
		out:      make([]int64, columns),
		up:       make([]int64, columns),
		down:     make([]int64, columns),
		pot:      make([]int64, columns),
		search:   newSearch(columns),
	}
}

// load fills the stage for one rung.
func (g *stage) load(p *Problem, c costs, f *face, x *flow) error {
	g.costs, g.face = c, f
	g.col, g.cost, g.origin = g.col[:0], g.cost[:0], g.origin[:0]
	g.reverse = reverse{}
	for j := range g.first {
		g.first[j] = -1
		g.in[j] = x.load[j]
		g.setOut(j, x.load[j])
	}
	for i := range p.Rows {
		g.use[i] = -1
		g.start[i] = int32(len(g.col))
		used := x.pair[i]
		g.optional[i] = f.row[i]
		g.rowCost[i] = c.row(i)
		from, to := p.pairs(i)
		for a := from; a < to; a++ {
			if !f.pair[a] {
				continue
			}
			if int32(a) == used {
				g.use[i] = int32(len(g.col))
			}
			g.col = append(g.col, p.Cols[a])
			g.cost = append(g.cost, c.pair(i, a))
			g.origin = append(g.origin, int32(a))
		}
		if g.use[i] >= 0 {
			g.link(int32(i), p.Cols[used])
		}
		if err := g.meter.scanned(to - from); err != nil {
			return err
		}
	}
	g.start[p.Rows] = int32(len(g.col))
	g.price()
	return nil
}

// setOut fills the first n places of column j and notes what one place more
// would cost and one less would save.
func (g *stage) setOut(j int, n int64) {
	g.out[j] = n
	if n < g.face.hi[j] {
		g.up[j] = g.costs.place(j, n+1)
	}
	if n > g.face.lo[j] {
		g.down[j] = g.costs.place(j, n)
	}
}

// price chooses potentials under which no column wants another number of filled
// places than it has. A column whose number is fixed may have any potential; it
// gets one low enough that no optional row would rather be served than not, so
// that the searches start from the column, where the choice is.
func (g *stage) price() {
	for j := range g.pot {
		switch {
		case g.out[j] < g.face.hi[j]:
			g.pot[j] = -g.up[j]
		case g.out[j] > g.face.lo[j]:
			g.pot[j] = -g.down[j]
		default:
			g.pot[j] = 0
		}
	}
	for i := range g.use {
		if !g.optional[i] {
			continue
		}
		for a := g.start[i]; a < g.start[i+1]; a++ {
			if j := g.col[a]; g.face.lo[j] == g.face.hi[j] {
				g.pot[j] = min(g.pot[j], g.rowCost[i]+g.cost[a])
			}
		}
	}
}
