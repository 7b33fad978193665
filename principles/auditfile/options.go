package auditfile

import "github.com/peersupport/peersupport/peer/tabular"

// Options says how the CSV files are read. The zero value is what most want.
type Options struct {
	// Delimiter is ',', ';' or tab; 0 detects it from the header.
	Delimiter rune
	// Strict refuses columns that are not known. Otherwise they are dropped
	// and listed.
	Strict bool
}

func (o Options) of(columns []tabular.Column) tabular.Options {
	return tabular.Options{Columns: columns, Delimiter: o.Delimiter, Strict: o.Strict}
}

// columns returns columns by name, of which the first so many are required.
func columns(required int, names ...string) []tabular.Column {
	list := make([]tabular.Column, len(names))
	for i, name := range names {
		list[i] = tabular.Column{Name: name, Required: i < required}
	}
	return list
}
