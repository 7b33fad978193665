package stats

import (
	"errors"
	"fmt"
)

// What keeps a figure from existing. Wordings may change; the values do not.
var (
	// ErrTooFew reports fewer units, raters or values than the figure needs.
	ErrTooFew = errors.New("stats: too few units, raters or values")

	// ErrNoVariance reports values, or targets, that do not differ, so that
	// there is nothing to agree about.
	ErrNoVariance = errors.New("stats: values do not differ")

	// ErrIncomplete reports a missing value, or a row of another length, where
	// the method needs all of them. Whether to drop the unit is for the caller.
	ErrIncomplete = errors.New("stats: incomplete")

	// ErrOutOfRange reports a number that is infinite, not of its scale or too
	// large to compute with, or a metric or weights that do not exist.
	ErrOutOfRange = errors.New("stats: out of range")

	// ErrLevel reports a confidence level outside (0,1).
	ErrLevel = errors.New("stats: level is not between 0 and 1")
)

// PlaceError says in which value the first fault lies. It does not hold the value.
type PlaceError struct {
	Err    error // one of the errors above
	Row    int   // the unit, target or row, from 0
	Column int   // the position in it, from 0; −1: the whole row
}

func (e *PlaceError) Error() string {
	if e.Column < 0 {
		return fmt.Sprintf("%v: row %d", e.Err, e.Row)
	}
	return fmt.Sprintf("%v: row %d, column %d", e.Err, e.Row, e.Column)
}

// Unwrap makes errors.Is tell the fault.
func (e *PlaceError) Unwrap() error { return e.Err }
