package asn

import "github.com/peersupport/peersupport/matching/assign"

// parsePlain reads n and n × n costs.
func parsePlain(s *scanner, l Limits) (assign.Problem, error) {
	n, more, err := s.anyNumber()
	switch {
	case err != nil:
		return assign.Problem{}, err
	case !more:
		return assign.Problem{}, s.fault(CodeHeader)
	case n < 0:
		return assign.Problem{}, s.fault(CodeHeader)
	case n > int64(l.Nodes)/2 || n*n > int64(l.Pairs):
		return assign.Problem{}, s.fault(CodeLimit)
	}
	start, cols, costs := []int{0}, []int32{}, []int64{}
	for range n {
		for j := range n {
			c, more, err := s.anyNumber()
			if err != nil {
				return assign.Problem{}, err
			}
			if !more {
				return assign.Problem{}, s.fault(CodeCount)
			}
			cols, costs = append(cols, int32(j)), append(costs, c)
		}
		start = append(start, len(cols))
	}
	if _, more, err := s.anyNumber(); err != nil {
		return assign.Problem{}, err
	} else if more {
		return assign.Problem{}, s.fault(CodeCount)
	}
	return problem(start, cols, costs, int(n), l), nil
}

// anyNumber reads the next number of this line or a later one; more is false when
// the text ends first.
func (s *scanner) anyNumber() (v int64, more bool, err error) {
	for {
		w, err := s.next()
		if err != nil {
			return 0, false, err
		}
		if len(w) > 0 {
			v, err := s.parse(w)
			return v, err == nil, err
		}
		if more, err := s.endLine(); err != nil || !more {
			return 0, false, err
		}
	}
}
