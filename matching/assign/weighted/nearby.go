package weighted

import "slices"

// window is the part of the assignment that a search nearby looks at next.
type window struct {
	turn int // column it begins with
	idle int // windows in a row without success
	rows int // about how many rows it holds
}

// firstWindow is the number of rows of the first windows.
const firstWindow = 24

// nearby looks for something better close to the best assignment, with so many
// steps: it frees the rows of columns that compete with one another, keeps all
// others in place, and searches what is free; then it goes on with the next
// column. When no column has brought anything, windows get wider.
func (s *search) nearby(steps int64) {
	row, limit := slices.Clone(s.prices.row), s.meter.limit
	end := min(limit, s.meter.stats.Steps+steps)
	for s.bound < s.value && s.meter.err == nil && s.meter.stats.Steps < end {
		copy(s.prices.row, row)
		mark, before := len(s.d.trail), s.value
		s.target = s.value - 1
		s.meter.limit = min(end, s.meter.stats.Steps+steps/4)
		if s.keepAllBut(s.around(s.window.turn % s.m.cols)) {
			s.branch()
		}
		s.d.undo(mark)
		s.window.turn++
		s.window.idle++
		if s.value < before {
			s.window.idle = 0
		} else if s.window.idle > s.m.cols {
			s.window.idle = 0
			s.window.rows += s.window.rows / 2
		}
	}
	s.meter.limit = limit
	copy(s.prices.row, row)
}

// around marks the rows of column j, then of the columns they may move to, and so
// on, and with them rows that are not served and could be.
func (s *search) around(j int) []bool {
	in := make([][]int32, s.m.cols)
	for i, a := range s.best {
		in[s.m.col[a]] = append(in[s.m.col[a]], int32(i))
	}
	none := s.m.cols - 1
	free, seen := make([]bool, s.m.rows), make([]bool, s.m.cols)
	seen[j], seen[none] = true, true
	s.meter.spend(s.m.cols + s.m.rows)
	rows := 0
	for queue := []int{j}; len(queue) > 0 && rows < s.window.rows; queue = queue[1:] {
		for _, i := range in[queue[0]] {
			free[i] = true
			rows++
			for a := s.m.start[i]; a < s.m.start[i+1]; a++ {
				if k := int(s.m.col[a]); s.d.alive[a] && !seen[k] {
					seen[k] = true
					queue = append(queue, k)
				}
			}
		}
		for _, a := range s.m.pairsOf(queue[0]) {
			if i := s.m.row[a]; s.d.alive[a] && s.m.col[s.best[i]] == int32(none) && !free[i] && rows < 2*s.window.rows {
				free[i] = true
				rows++
			}
		}
	}
	return free
}

// keepAllBut settles the rows that are not free as in the best assignment. It
// reports false when that rules out anything better.
func (s *search) keepAllBut(free []bool) bool {
	for i, a := range s.best {
		if !free[i] && s.d.only[i] < 0 && (!s.d.alive[a] || !s.d.keep(a)) {
			return false
		}
	}
	return s.meter.spend(len(s.m.col))
}
