package intake

import (
	"errors"
	"slices"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
)

// record reads the fields of one record; what is wrong with one goes to the
// table's faults, and the others are read all the same.
type record struct {
	table  *tabular.Reader
	failed []string // columns whose fields could not be read
	names  []tabular.Column
}

// refuse reports every error that err joins.
func (r *record) refuse(column int, err error) {
	if err == nil {
		return
	}
	r.failed = append(r.failed, r.names[column].Name)
	var joined interface{ Unwrap() []error }
	if !errors.As(err, &joined) {
		r.table.Refuse(column, err)
		return
	}
	for _, e := range joined.Unwrap() {
		r.table.Refuse(column, e)
	}
}

// check reports what the validator found in the record as a whole. That a
// value is required is no news where there was one that could not be read.
func (r *record) check(faults peer.Faults) {
	for _, f := range faults {
		if f.Code == peer.FaultRequired && slices.Contains(r.failed, f.Field) {
			continue
		}
		column := slices.IndexFunc(r.names, func(c tabular.Column) bool { return c.Name == f.Field })
		r.table.Fault(max(column, 0), f)
	}
}

// read reads a field that must not be empty.
func read[T any](r *record, column int, parse func(string) (T, error)) T {
	value, err := parse(r.table.Field(column))
	r.refuse(column, err)
	return value
}

// optional reads a field that may be empty, which is the zero value.
func optional[T any](r *record, column int, parse func(string) (T, error)) T {
	if r.table.Field(column) == "" {
		var zero T
		return zero
	}
	return read(r, column, parse)
}

// entries reads a list.
func entries[T any](r *record, column int, parse func(string) (T, error)) []T {
	return read(r, column, func(text string) ([]T, error) { return list(text, parse) })
}

func (r *record) id(column int) peer.ExternalID {
	return peer.ExternalID(r.table.Field(column))
}

func (r *record) availability(slots, zone int) peer.Availability {
	return peer.Availability{Zone: r.table.Field(zone), Slots: entries(r, slots, peer.ParseSlot)}
}

func (r *record) terms(consent, release int) peer.Private[peer.Terms] {
	return peer.NewPrivate(peer.Terms{
		Matching: entries(r, consent, parseConsent),
		Release:  entries(r, release, parseConsent),
	})
}

func parseStage(text string) (peer.Stage, error) {
	n, err := number(text)
	if err == nil && (n < 1 || n > int(peer.MaxStage)) {
		err = peer.Fault{Code: peer.FaultRange}
	}
	return peer.Stage(n), err
}
