package weighted

import "slices"

// pricesOf turns the prices of a proof into prices of the model, rounded down
// where they are finer, which makes other prices of them and no wrong ones. It
// returns nil and the row whose price is out of range.
func (m *model) pricesOf(proof *Proof) ([]int64, int) {
	price := make([]int64, m.rows)
	if proof.Prices == nil {
		return price, 0
	}
	if proof.Scale < 1 || m.scale%proof.Scale != 0 {
		return nil, 0
	}
	finer := m.scale / proof.Scale
	most := m.high * m.grain / finer
	for i, v := range proof.Prices {
		if v < -1<<61 || v > 1<<61 {
			return nil, i
		}
		v -= proof.Scale * m.shift[i]
		if v < -most || v > most {
			return nil, i
		}
		if price[i] = v * finer / m.grain; price[i]*m.grain > v*finer {
			price[i]--
		}
	}
	return price, 0
}

// proves returns the bound that prices prove, scaled: what the rows pay and the
// columns make of it.
func (m *model) proves(price []int64) int64 {
	bound := int64(0)
	for _, v := range price {
		bound += v
	}
	for j := range m.cols {
		var worth []item
		for _, a := range m.pairsOf(j) {
			it := item{units: m.units[a] / m.columns[j].divisor, price: m.cost[a] - price[m.row[a]]}
			if it.price < 0 {
				worth = append(worth, it)
			}
		}
		room := m.capacity[j] / m.columns[j].divisor
		if m.columns[j].table {
			bound += leastByTable(worth, room)
		} else {
			bound += leastByFraction(worth, room)
		}
	}
	return bound
}

// leastByTable is the least sum of prices of items that fit together.
func leastByTable(items []item, room int64) int64 {
	least := make([]int64, room+1)
	for _, it := range items {
		for c := room; c >= it.units; c-- {
			least[c] = min(least[c], least[c-it.units]+it.price)
		}
	}
	return least[room]
}

// leastByFraction allows a fraction of one item and rounds up, which is no less
// than a whole number of prices can be.
func leastByFraction(items []item, room int64) int64 {
	slices.SortFunc(items, func(a, b item) int {
		return ratio{-b.price, b.units}.compare(ratio{-a.price, a.units})
	})
	least := int64(0)
	for _, it := range items {
		if it.units > room {
			part, _ := mulDiv(-it.price, room, it.units)
			return least - part
		}
		room -= it.units
		least += it.price
	}
	return least
}
