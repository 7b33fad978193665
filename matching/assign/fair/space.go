package fair

import "math"

// space is a space that was shrunk along some directions, one after the other. Every
// product is rounded before it is added, so that no machine fuses the two and all of
// them find the same.
type space struct {
	along [][]float64 // unit vectors, each in the space shrunk so far
}

const (
	shrinkBy = 0.3 // what is left of a length
	memory   = 400 // directions kept; then it is time to begin again
)

func (s *space) full() bool { return len(s.along) == memory }

func (s *space) shrink(along []float64) { s.along = append(s.along, along) }

// in turns a subgradient into what it is in the space.
func (s *space) in(v []float64) []float64 {
	for _, along := range s.along {
		v = shrunk(v, along)
	}
	return v
}

// out turns a direction in the space into one outside.
func (s *space) out(v []float64) []float64 {
	for n := len(s.along) - 1; n >= 0; n-- {
		v = shrunk(v, s.along[n])
	}
	return v
}

// shrunk shrinks v along a unit vector, in place.
func shrunk(v, along []float64) []float64 {
	add(v, float64((shrinkBy-1)*dot(v, along)), along)
	return v
}

func add(v []float64, times float64, w []float64) {
	for n := range v {
		v[n] += float64(times * w[n])
	}
}

func dot(v, w []float64) (sum float64) {
	for n := range v {
		sum += float64(v[n] * w[n])
	}
	return sum
}

// normalise makes v a unit vector, or reports that it is too short.
func normalise(v []float64) bool {
	length := math.Sqrt(dot(v, v))
	if length < 1e-12 {
		return false
	}
	for n := range v {
		v[n] /= length
	}
	return true
}
