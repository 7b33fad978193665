package tabular

import "github.com/peersupport/peersupport/peer"

// Report says how a file was read. The zero Report is of no file.
type Report struct {
	// Source is the name of the file as the caller gave it.
	Source string
	// Delimiter is what stood between the fields; 0 when reading did not get
	// that far.
	Delimiter rune
	// Rows is the number of records below the header.
	Rows int
	// Dropped are the columns that were not read.
	Dropped []Heading
	// Warnings are remarkable and did not stop the reading.
	Warnings peer.Faults

	header  int            // the line of the header
	columns map[string]int // positions from 1, by name
	lines   []int32        // by index of what was kept
}

// Heading is the heading of a column that was not read.
type Heading struct {
	// Column counts from 1.
	Column int
	// Text is empty unless the heading is printable ASCII in a header beyond
	// doubt: what stands there may be somebody's data.
	Text string
}

// Locate gives a fault that names a record by its index (see [Reader.Keep])
// and a column by its name the line and column of that field, in place of the
// index. A fault without
// a List, or beyond what was kept, is placed at the header; a column that the
// file does not have is placed at the first.
func (r Report) Locate(f peer.Fault) peer.Fault {
	f.Source, f.Line, f.Column = r.Source, max(r.header, 1), max(r.columns[f.Field], 1)
	if f.List != "" && f.Index >= 0 && f.Index < len(r.lines) {
		f.Line = int(r.lines[f.Index])
	}
	f.List, f.Index = "", 0
	return f
}
