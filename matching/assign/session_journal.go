package assign

// journal makes changes to an exchange network, keeps its gates in order, and
// remembers how to take everything back.
type journal struct {
	x     *exchange
	steps []step
	saved []int64 // vectors
	lines []line
}

// step is one change: what there was before.
type step struct {
	kind         stepKind
	node         int32
	at           int32 // of a pair
	knot         knot
	most, fewest int64
}

type stepKind uint8

const (
	stepFlip stepKind = iota
	stepKnot
	stepPotential
	stepPlaces
	stepLine
	stepRow
	stepColumn
)

// commit forgets how to go back.
func (j *journal) commit() {
	clear(j.lines)
	j.steps, j.saved, j.lines = j.steps[:0], j.saved[:0], j.lines[:0]
}

// rollback takes back all steps since the last commit.
func (j *journal) rollback() {
	for n := len(j.steps) - 1; n >= 0; n-- {
		switch e := &j.steps[n]; e.kind {
		case stepFlip:
			j.x.flip(e.node, e.at)
		case stepKnot:
			j.writeKnot(e.node, e.knot)
		case stepPotential:
			j.writePotential(e.node, j.unsave())
		case stepPlaces:
			j.x.rolls[e.node].most, j.x.rolls[e.node].fewest = e.most, e.fewest
		case stepLine:
			last := len(j.lines) - 1
			j.writeLine(e.node, j.lines[last], j.unsave())
			j.lines = j.lines[:last]
		case stepRow:
			j.dropRow()
		case stepColumn:
			j.dropColumn()
		}
	}
	j.commit()
}

func (j *journal) save(v []int64) { j.saved = append(j.saved, v...) }

// unsave returns the vector saved last; it is good until the next save.
func (j *journal) unsave() []int64 {
	from := len(j.saved) - j.x.k
	v := j.saved[from:]
	j.saved = j.saved[:from]
	return v
}

// flip puts a pair in use, or takes it out.
func (j *journal) flip(i, at int32) {
	j.steps = append(j.steps, step{kind: stepFlip, node: i, at: at})
	j.x.flip(i, at)
}

// setKnot changes the bounds and units of a node.
func (j *journal) setKnot(v int32, e knot) {
	s, n := j.x.shore(v)
	j.steps = append(j.steps, step{kind: stepKnot, node: v, knot: s.knots[n]})
	j.writeKnot(v, e)
}

func (j *journal) writeKnot(v int32, e knot) {
	s, n := j.x.shore(v)
	s.knots[n].lo, s.knots[n].hi, s.knots[n].units = e.lo, e.hi, e.units
	if v < 0 {
		j.x.pricePlaces(n)
	}
	j.fix(v)
}

func (j *journal) setPotential(v int32, p []int64) {
	j.steps = append(j.steps, step{kind: stepPotential, node: v})
	j.save(j.x.potential(v))
	j.writePotential(v, p)
}

func (j *journal) writePotential(v int32, p []int64) {
	copy(j.x.potential(v), p)
	if v != hubNode { // which is at all gates
		j.fix(v)
	}
}

// setPlaces notes how many rows a column may and must have; its bounds follow.
func (j *journal) setPlaces(col int32, most, fewest int64) {
	r := &j.x.rolls[col]
	j.steps = append(j.steps, step{kind: stepPlaces, node: col, most: r.most, fewest: r.fewest})
	r.most, r.fewest = most, fewest
}

// setLine changes the pairs and costs of a row. Those of its pairs that are in use
// must stay where they are.
func (j *journal) setLine(i int32, l line, cost []int64) {
	j.steps = append(j.steps, step{kind: stepLine, node: i})
	j.lines = append(j.lines, j.x.lines[i])
	j.save(j.x.rows.more.at(i))
	j.writeLine(i, l, cost)
}

func (j *journal) writeLine(i int32, l line, cost []int64) {
	same := common(j.x.lines[i].cols, l.cols)
	j.x.unlink(i, same)
	l.use = append(l.use[:0], j.x.lines[i].use...)
	before := j.x.lines[i]
	j.x.lines[i] = l
	j.x.link(i, same)
	j.x.recost(i, &before, same)
	copy(j.x.rows.more.at(i), cost)
	j.fix(i)
}

// common counts the columns that two rows begin with.
func common(a, b []int32) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// addRow appends a row without pairs.
func (j *journal) addRow() {
	x := j.x
	j.steps = append(j.steps, step{kind: stepRow})
	x.lines = append(x.lines, line{prices: &prices{pair: make([][]int64, x.k)}})
	x.rows.knots = append(x.rows.knots, knot{})
	x.rows.pot.add(x.hub)
	x.rows.more.add(make([]int64, x.k))
	x.rows.less = x.rows.more
	j.x.out.rows, j.x.in.rows = append(j.x.out.rows, -1), append(j.x.in.rows, -1)
}

func (j *journal) dropRow() {
	x := j.x
	n := len(x.lines) - 1
	x.lines, x.rows.knots = x.lines[:n], x.rows.knots[:n]
	x.rows.pot.drop()
	x.rows.more.drop()
	x.rows.less = x.rows.more
	j.x.out.rows, j.x.in.rows = j.x.out.rows[:n], j.x.in.rows[:n]
}

// addColumn appends a column without pairs.
func (j *journal) addColumn() {
	x := j.x
	zero := make([]int64, x.k)
	j.steps = append(j.steps, step{kind: stepColumn})
	x.rolls = append(x.rolls, roll{})
	x.cols.knots = append(x.cols.knots, knot{})
	x.cols.pot.add(x.hub)
	x.cols.more.add(zero)
	x.cols.less.add(zero)
	j.x.out.cols, j.x.in.cols = append(j.x.out.cols, -1), append(j.x.in.cols, -1)
}

func (j *journal) dropColumn() {
	x := j.x
	n := len(x.rolls) - 1
	x.rolls, x.cols.knots = x.rolls[:n], x.cols.knots[:n]
	x.cols.pot.drop()
	x.cols.more.drop()
	x.cols.less.drop()
	j.x.out.cols, j.x.in.cols = j.x.out.cols[:n], j.x.in.cols[:n]
}

func (j *journal) fix(v int32) {
	j.x.out.fix(v)
	j.x.in.fix(v)
}
