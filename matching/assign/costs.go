package assign

// costs is a rung as the solver reads it.
type costs struct {
	id    string
	row   []int64
	pair  []int64
	place func(j int, k int64) int64
	wide  bool // some costs may not fit into 32 bits
}

// costs prepares a rung; no cost of it is larger than the magnitude given.
func (r *Rung) costs(magnitude uint64) costs {
	return costs{id: r.ID, row: r.Row, pair: r.Pair, place: r.Place, wide: magnitude >= 1<<30}
}

// ofPair is the cost of pair a without that of its row.
func (c *costs) ofPair(a int) int64 {
	if c.pair == nil {
		return 0
	}
	return c.pair[a]
}

// ofRow is the cost of each unit of row i.
func (c *costs) ofRow(i int) int64 {
	if c.row == nil {
		return 0
	}
	return c.row[i]
}

// freePlace is the cost of the k-th place of a column that free pairs fill. It is
// asked for k = 0, the last place that fixed pairs fill, only where there are some.
func (c *costs) freePlace(cols []bounds) func(id int32, k int64) int64 {
	if c.place == nil {
		return nil
	}
	return func(id int32, k int64) int64 { return c.place(int(id), int64(cols[id].fixed)+k) }
}

// ofPlace is the cost of the k-th place of column j.
func (c *costs) ofPlace(j int, k int64) int64 {
	if c.place == nil {
		return 0
	}
	return c.place(j, k)
}
