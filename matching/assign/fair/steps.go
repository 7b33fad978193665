package fair

// steps lists the changes that take a row away from node v, with the node that they
// bring it to.
func (x *exchange) steps(v int32, step func(to, leave, take int32, g gain)) {
	f := x.f
	hub := int32(len(f.Capacity))
	if v == hub {
		for j, rows := range x.in {
			if int64(len(rows)) > f.MinLoad[j] {
				step(int32(j), none, none, gain{})
			}
		}
		for i := range f.Rows {
			if x.units[i] < f.Demand[i] {
				x.takes(int32(i), none, step)
			}
		}
		x.meter.spend(len(x.in) + f.Rows)
		return
	}
	if int64(len(x.in[v])) < f.Capacity[v] {
		step(hub, none, none, gain{})
	}
	for _, a := range x.in[v] {
		i := x.row[a]
		if x.units[i] > f.MinDemand[i] {
			step(hub, a, none, x.change(i, a, none))
		}
		x.takes(i, a, step)
	}
}

// takes lists the pairs that row i may take after it left one.
func (x *exchange) takes(i, leave int32, step func(to, leave, take int32, g gain)) {
	from, to := x.f.Start[i], x.f.Start[i+1]
	x.meter.spend(to - from)
	for a := from; a < to; a++ {
		if !x.used[a] {
			step(x.f.Cols[a], leave, int32(a), x.change(i, leave, int32(a)))
		}
	}
}
