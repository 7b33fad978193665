package auditfile

import (
	"slices"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
)

// row is one record on its way to a value: of a file that is read, or of one
// that is about to be written and must be readable.
type row struct {
	cell  func(column int) string
	found []finding
}

// finding is what is wrong with a field.
type finding struct {
	column int
	code   peer.FaultCode
}

func (r *row) fault(column int, code peer.FaultCode) {
	r.found = append(r.found, finding{column, code})
}

// sound reports whether nothing was found in any of the columns.
func (r *row) sound(columns ...int) bool {
	return !slices.ContainsFunc(r.found, func(f finding) bool { return slices.Contains(columns, f.column) })
}

// need reports the columns that are empty.
func (r *row) need(code peer.FaultCode, columns ...int) {
	for _, c := range columns {
		if r.cell(c) == "" {
			r.fault(c, code)
		}
	}
}

// refuse reports the columns that are not empty.
func (r *row) refuse(code peer.FaultCode, columns ...int) {
	for _, c := range columns {
		if r.cell(c) != "" {
			r.fault(c, code)
		}
	}
}

// read reads a field; an empty one is the zero value.
func read[T any](r *row, column int, parse func(string) (T, peer.FaultCode)) T {
	text := r.cell(column)
	if text == "" {
		var zero T
		return zero
	}
	value, code := parse(text)
	if code != "" {
		r.fault(column, code)
	}
	return value
}

// readTable reads a file record by record, all or nothing. Records with faults
// are read on, so that the rest of what is wrong can be found.
func readTable[T any](f tabular.File, o tabular.Options, value func(*row) T) ([]T, tabular.Report, error) {
	t := tabular.NewReader(f, o)
	var values []T
	for t.Next() {
		r := &row{cell: t.Field}
		values = append(values, value(r))
		for _, x := range r.found {
			t.Fault(x.column, fault(x.code))
		}
		t.Keep()
	}
	if err := t.Err(); err != nil {
		return nil, t.Report(), err
	}
	if err := t.Faults().Err(); err != nil {
		return nil, t.Report(), err
	}
	return values, t.Report(), nil
}
