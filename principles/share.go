package principles

import (
	"math"

	"github.com/peersupport/peersupport/evaluation/stats"
)

// share is so many of so many, exactly.
type share struct {
	count, of int
	complete  bool
}

// interval returns the interval of the share from 0 to 1: without width where
// everything was counted, otherwise Wilson's.
func (s share) interval(level float64) (low, high float64) {
	point := float64(s.count) / float64(s.of)
	if s.complete {
		return point, point
	}
	interval, err := stats.Wilson(s.count, s.of, level)
	if err != nil { // of is positive and the level was checked
		return 0, 1
	}
	return interval.Lower, interval.Upper
}

// standing holds the share against a criterion. It also says whether the whole
// interval lies in the band of the share.
func (s share) standing(c Criterion, level float64) (standing Standing, firm bool) {
	low, high := s.interval(level)
	lowBand, highBand := c.band(low), c.band(high)
	band := c.bandOf(s.count, s.of)
	if s.complete {
		lowBand, highBand = band, band
	}
	firm = lowBand == highBand
	switch {
	case band == aboveKept && lowBand == belowFloor:
		return Partly, firm
	case band == aboveKept:
		return Upheld, firm
	case band == between && lowBand == belowFloor:
		return AtRisk, firm
	case band == between:
		return Partly, firm
	case highBand == aboveKept:
		return AtRisk, firm
	}
	return NotUpheld, firm
}

// band is where a share lies between the figures of a criterion.
type band uint8

const (
	belowFloor band = iota
	between
	aboveKept
)

// bandOf compares whole numbers, so that no rounding decides at an edge.
func (c Criterion) bandOf(count, of int) band {
	hundredfold, whole := 100*int64(count), int64(of)
	switch {
	case hundredfold >= int64(c.Kept)*whole:
		return aboveKept
	case hundredfold >= int64(c.Floor)*whole:
		return between
	}
	return belowFloor
}

func (c Criterion) band(share float64) band {
	switch {
	case 100*share >= float64(c.Kept):
		return aboveKept
	case 100*share >= float64(c.Floor):
		return between
	}
	return belowFloor
}

// percent turns a share into per cent with one decimal: more would suggest a
// precision that no audit has.
func percent(share float64) float64 { return math.Round(1000*share) / 10 }
