package auditfile

import (
	"io"
	"slices"
	"strconv"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
	"github.com/peersupport/peersupport/principles"
)

// WriteEvidence writes a file that [ReadEvidence] reads as the same evidence.
// Every field is written raw, text that looks like a formula included: the file
// is for programs. To show a table to people use tabular.Writer. Evidence that
// could not be read back is refused with an error of type [peer.Faults], by
// index and field, before anything is written.
func WriteEvidence(w io.Writer, evidence []principles.Evidence) error {
	names := evidenceColumns()
	if err := readable(evidence, names).Err(); err != nil {
		return err
	}
	out := make([]tabular.OutColumn, len(names))
	for i, c := range names {
		out[i] = tabular.OutColumn{Name: c.Name, Raw: true}
	}
	table := tabular.NewWriter(w, out...)
	for _, e := range evidence {
		if err := table.Write(evidenceFields(e)...); err != nil {
			return err
		}
	}
	return table.Flush()
}

// readable reads what would be written.
func readable(evidence []principles.Evidence, names []tabular.Column) peer.Faults {
	var faults peer.Faults
	var reader evidenceReader
	for i, e := range evidence {
		fields := evidenceFields(e)
		r := &row{cell: func(column int) string { return fields[column] }}
		reader.read(r)
		slices.SortStableFunc(r.found, func(a, b finding) int { return a.column - b.column })
		for _, x := range r.found {
			f := fault(x.code)
			f.List, f.Index, f.Field = "evidence", i, names[x.column].Name
			faults = append(faults, f)
		}
	}
	return faults
}

// evidenceFields leaves out what is not known, and what is not of the kind as
// long as it says nothing.
func evidenceFields(e principles.Evidence) []string {
	fields := []string{
		evKind:      string(e.Kind),
		evMeasure:   string(e.Measure),
		evCount:     formatNumber(e.Count),
		evOf:        formatNumber(e.Of),
		evPeople:    formatNumber(e.People),
		evLargest:   formatNumber(e.Largest),
		evFrom:      e.From.String(),
		evUntil:     e.Until.String(),
		evIndicator: string(e.Indicator),
		evOn:        e.On.String(),
		evHolds:     string(e.Holds),
		evDocument:  e.Document,
		evOwner:     e.Owner,
		evSource:    e.Source,
		evFramework: string(e.Framework),
	}
	if e.Complete {
		fields[evComplete] = yes
	}
	if e.Kind == principles.Computed {
		fields[evCount], fields[evOf] = strconv.Itoa(e.Count), strconv.Itoa(e.Of)
		if !e.Complete {
			fields[evComplete] = no
		}
	}
	return fields
}

// formatNumber writes a number that may be left out when it is zero.
func formatNumber(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
