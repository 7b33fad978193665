package fair

// ledger adds up what prices come to; see the package comment. What it says of sets,
// classes and loads is that of the last call of balance.
type ledger struct {
	f      *face
	choose chooser
	gain   []int64   // of the pairs of one row
	sets   [][]int32 // of free pairs, one for each row
	class  []int     // that each row is content with
	load   []int64   // of each column
	often  []int64   // how often each free pair was chosen, until somebody clears it
}

func newLedger(f *face, m *meter) *ledger {
	most := 0
	for i := range f.Rows {
		most = max(most, f.Start[i+1]-f.Start[i])
	}
	return &ledger{
		f:      f,
		choose: chooser{meter: m},
		gain:   make([]int64, most),
		sets:   make([][]int32, f.Rows),
		class:  make([]int, f.Rows),
		load:   make([]int64, len(f.Capacity)),
		often:  make([]int64, len(f.Cols)),
	}
}

// balance bounds scale·total over all assignments whose worst rows have the values
// needed, which do not decrease. It reports false when no assignment has them. Prices
// must be valid for the needs.
func (l *ledger) balance(p *Proof, needs []int64) (bound int64, possible bool) {
	f := l.f
	if len(needs) == 0 {
		needs = []int64{nothing}
	}
	clear(l.load)
	for i := range f.Rows {
		if l.choose.meter.err != nil {
			return 0, false
		}
		from, to := f.Start[i], f.Start[i+1]
		gain := l.gain[:to-from]
		for n, v := range f.value[from:to] {
			gain[n] = p.Scale * v
			if p.Col != nil {
				gain[n] -= p.Col[f.Cols[from+n]]
			}
		}
		best := l.row(p, i, gain, needs)
		if best == nothing {
			return 0, false
		}
		bound += best + p.Scale*f.base[i]
		for _, a := range l.sets[i] {
			l.load[f.Cols[a]]++
			l.often[a]++
		}
	}
	for j, price := range p.Col {
		bound += max(price*f.Capacity[j], price*f.MinLoad[j])
	}
	for h, price := range p.Rank {
		bound += int64(h+1) * price
	}
	return bound, true
}

// row returns what row i gains at most, whatever class it is content with, or
// nothing when it can have the value of none. A lower class is not looked at when a
// higher one asks for no more than the best set has anyway.
func (l *ledger) row(p *Proof, i int, gain, needs []int64) int64 {
	f := l.f
	from := f.Start[i]
	r := row{f.value[from:f.Start[i+1]], int(f.MinDemand[i]), int(f.Demand[i])}
	best, paid := int64(nothing), int64(0)
	l.sets[i] = l.sets[i][:0]
	for k := len(needs) - 1; k >= 0; k-- {
		if k < len(p.Rank) {
			paid += p.Rank[k]
		}
		if !l.choose.choose(r, gain, needs[k]-f.base[i]) || l.choose.upper-paid <= best {
			continue
		}
		best, l.class[i] = l.choose.upper-paid, k
		l.sets[i] = l.sets[i][:0]
		for _, n := range l.choose.best {
			l.sets[i] = append(l.sets[i], int32(from)+n)
		}
		if l.choose.free {
			break
		}
	}
	if f.mayEmpty[i] && best < 0 {
		best, l.class[i], l.sets[i] = 0, len(needs), l.sets[i][:0]
	}
	return best
}

// valid reports whether prices are within their range and fit the face and the
// number of needs.
func (p *Proof) valid(f *face, needs int) bool {
	if p.Scale < 0 || p.Scale > f.room/f.largest || p.Col != nil && len(p.Col) != len(f.Capacity) || len(p.Rank) >= max(needs, 1) {
		return false
	}
	for _, v := range p.Col {
		if v < -f.room || v > f.room {
			return false
		}
	}
	for _, v := range p.Rank {
		if v < 0 || v > f.room/int64(needs) {
			return false
		}
	}
	return true
}

// refutes reports whether prices of scale zero prove that no assignment has worst
// rows of the values needed.
func (l *ledger) refutes(p *Proof, needs []int64) bool {
	bound, possible := l.balance(p, needs)
	return !possible || bound < 0
}

// most is the largest total that prices of a positive scale allow.
func (l *ledger) most(p *Proof, needs []int64) int64 {
	bound, _ := l.balance(p, needs)
	return floor(bound, p.Scale)
}

// floor divides by a positive number and rounds down.
func floor(a, b int64) int64 {
	if a%b < 0 {
		return a/b - 1
	}
	return a / b
}
