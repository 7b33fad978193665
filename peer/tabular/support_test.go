package tabular_test

import (
	"strings"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
)

func columns() []tabular.Column {
	return []tabular.Column{
		{Name: "person_id", Required: true},
		{Name: "manager_id", Required: true},
		{Name: "team", FreeText: true},
	}
}

// reading is everything that one reading of a file gives.
type reading struct {
	rows   [][]string
	faults peer.Faults
	report tabular.Report
	err    error
}

// read reads text with the given options, which get the columns above.
func read(text string, o tabular.Options) reading {
	if o.Columns == nil {
		o.Columns = columns()
	}
	t := tabular.NewReader(tabular.File{Name: "people.csv", Reader: strings.NewReader(text)}, o)
	var r reading
	for t.Next() {
		row := make([]string, len(o.Columns))
		for c := range row {
			row[c] = t.Field(c)
		}
		r.rows = append(r.rows, row)
	}
	r.faults, r.report, r.err = t.Faults(), t.Report(), t.Err()
	return r
}

// place is where a fault is and what it is.
type place struct {
	line, column int
	code         peer.FaultCode
}

func places(faults peer.Faults) []place {
	var list []place
	for _, f := range faults {
		list = append(list, place{f.Line, f.Column, f.Code})
	}
	return list
}
