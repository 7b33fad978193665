package hris

import (
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
)

// Options says how the files of people and lines are read. The zero value
// reads the files that this project documents, carefully.
type Options struct {
	// Profile is the kind of export that the people come from. Defaults to
	// Generic.
	Profile Profile
	// Columns gives the headings of columns of people by their own name, above
	// the profile: {"person_id": "Employee_ID"}.
	Columns map[string]string
	// Delimiter is ',', ';' or tab; 0 detects it from the header.
	Delimiter rune
	// Strict refuses columns that are not known. Otherwise they are dropped
	// and listed.
	Strict bool
	// Organisation says how the graph is built: declared roots, largest depth.
	Organisation peer.OrganisationConfig
}

func (o Options) people() tabular.Options {
	return tabular.Options{
		Columns:   peopleColumns(),
		Layouts:   o.Profile.layouts(),
		Mapping:   o.Columns,
		Delimiter: o.Delimiter,
		Strict:    o.Strict,
	}
}

func (o Options) lines() tabular.Options {
	return tabular.Options{Columns: linesColumns(), Delimiter: o.Delimiter, Strict: o.Strict}
}
