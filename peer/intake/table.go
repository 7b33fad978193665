package intake

import (
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
)

// table is what was read of one file, with its faults, before it is decided
// whether they stop.
type table[T any] struct {
	rows   []T
	report tabular.Report
	faults peer.Faults
	err    error // of the stream
}

// readTable reads a file record by record. Records with faults are kept, so
// that the rest of what is wrong can be found.
func readTable[T any](f tabular.File, o tabular.Options, row func(r *record, index int) (T, peer.Faults)) table[T] {
	t := tabular.NewReader(f, o)
	var rows []T
	for t.Next() {
		r := &record{table: t, names: o.Columns}
		value, faults := row(r, len(rows))
		r.check(faults)
		rows = append(rows, value)
		t.Keep()
	}
	return table[T]{rows: rows, report: t.Report(), faults: t.Faults(), err: t.Err()}
}

// add takes up further faults by index and field.
func (t *table[T]) add(faults peer.Faults) {
	for _, f := range faults {
		t.faults = append(t.faults, t.report.Locate(f))
	}
	t.faults = tabular.InOrder(t.faults)
	_, t.report.Warnings = t.faults.Split()
}

// result is all or nothing.
func (t *table[T]) result() ([]T, tabular.Report, error) {
	if t.err != nil {
		return nil, t.report, t.err
	}
	if err := t.faults.Err(); err != nil {
		return nil, t.report, err
	}
	return t.rows, t.report, nil
}
