package tabular

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/peersupport/peersupport/peer"
)

// Reader reads a table record by record. Make one with [NewReader]. It is not
// safe for concurrent use.
type Reader struct {
	options Options
	stream  *bufio.Reader
	guard   *guard
	csv     *csv.Reader
	header  *header
	record  []string
	line    int
	report  Report
	faults  peer.Faults
	count   int   // of the faults that are no warnings
	err     error // of the stream
	done    bool
	whole   bool
}

// NewReader returns a reader of the file. It reads nothing before the first
// call of [Reader.Next].
func NewReader(f File, o Options) *Reader {
	if f.Reader == nil {
		f.Reader = strings.NewReader("")
	}
	return &Reader{
		options: o,
		stream:  bufio.NewReaderSize(&sticky{from: f.Reader}, MaxRecord),
		report:  Report{Source: f.Name},
		whole:   true,
	}
}

// Next goes to the next record that can be read and reports whether there is
// one. Records that cannot be read become faults; where the header is at fault
// Next returns false, with every fault of the records that does not depend on
// the columns.
func (t *Reader) Next() bool {
	if t.csv == nil {
		t.begin()
	}
	for !t.done {
		if t.advance() && t.header.complete {
			return true
		}
	}
	return false
}

// begin finds out what the file is and reads the header.
func (t *Reader) begin() {
	t.done = true
	utf16 := wide(t.stream)
	dropBOM(t.stream)
	if t.report.Delimiter = t.options.Delimiter; t.report.Delimiter == 0 {
		t.report.Delimiter = detect(t.stream, t.options.known())
	}
	t.guard = newGuard(t.stream)
	t.csv = csv.NewReader(t.guard)
	t.csv.Comma, t.csv.FieldsPerRecord, t.csv.ReuseRecord = t.report.Delimiter, -1, true
	t.line = 1
	switch {
	case utf16:
		t.stop(1, FaultEncoding)
		return
	case !slices.Contains(delimiters(), t.report.Delimiter):
		t.stop(1, FaultDelimiter)
		return
	}
	if !t.read() {
		if t.err == nil && len(t.faults) == 0 {
			t.stop(1, FaultNoHeader)
		}
		return
	}
	if len(t.record) > MaxColumns {
		t.stop(MaxColumns+1, FaultTooManyColumns)
		return
	}
	t.readHeader()
}

func (t *Reader) readHeader() {
	t.header = newHeader(t.record, t.options)
	for _, f := range t.header.faults {
		f.Source, f.Line = t.report.Source, t.line
		t.add(f)
	}
	t.whole = t.header.complete
	t.report.header = t.line
	t.report.Dropped = t.header.dropped()
	t.report.columns = map[string]int{}
	for c, i := range t.header.at {
		t.report.columns[t.options.Columns[c].Name] = i + 1
	}
	t.done = false
}

// advance reads one record and reports whether it can be handed on.
func (t *Reader) advance() bool {
	if !t.read() {
		if t.done = true; t.report.Rows == 0 && t.whole {
			t.place(peer.Fault{Code: FaultNoRows, Warning: true}, 1)
		}
		return false
	}
	t.report.Rows++
	switch want := len(t.header.record); {
	case len(t.record) > MaxColumns:
		t.skip(MaxColumns+1, FaultTooManyColumns)
	case len(t.record) != want:
		t.skip(min(len(t.record), want)+1, FaultFieldCount)
	case t.header.repeated(t.record):
		t.skip(1, FaultHeaderAgain)
	default:
		t.checkText()
		return !t.done
	}
	return false
}

// read gets the next record; false means that there is none, or that what
// follows cannot be told apart any more.
func (t *Reader) read() bool {
	record, err := t.csv.Read()
	var syntax *csv.ParseError
	switch {
	case err == nil:
		t.record = record
		t.line, _ = t.csv.FieldPos(0)
		return true
	case errors.Is(err, io.EOF):
	case errors.As(err, &syntax):
		t.line = syntax.StartLine
		t.stop(len(record)+1, FaultQuote)
	case errors.Is(err, errRecordTooLong):
		t.line = t.guard.start
		t.stop(1, FaultRecordTooLong)
	case errors.Is(err, errFileTooLarge):
		t.line = t.guard.start
		t.stop(1, FaultFileTooLarge)
	default:
		t.whole, t.err = false, fmt.Errorf("tabular: %w", err)
	}
	return false
}

// Field returns the text of a column of the present record, by the column's
// index in [Options.Columns], exactly as it stands; empty when the file does
// not have the column. It shares memory with the whole record: clone what is
// kept for long.
func (t *Reader) Field(column int) string {
	if i := t.header.at[column]; i >= 0 {
		return t.record[i]
	}
	return ""
}

// Line returns the line on which the present record begins, from 1.
func (t *Reader) Line() int { return t.line }

// Whole reports whether every record of the file so far could be handed on. If
// not, something that seems to be missing may stand in one that could not.
func (t *Reader) Whole() bool { return t.whole }

// Keep notes that the present record becomes the next element of the caller's
// list, so that [Report.Locate] finds it by its index.
func (t *Reader) Keep() {
	t.report.lines = append(t.report.lines, int32(t.line)) //nolint:gosec // a file has fewer lines than bytes
}

// Err returns the error of the stream, and nil when it was read to its end.
func (t *Reader) Err() error { return t.err }

// Faults returns what was found so far, warnings included, in the order of the
// file.
func (t *Reader) Faults() peer.Faults { return InOrder(t.faults) }

// Report returns how the file was read so far.
func (t *Reader) Report() Report {
	r := t.report
	_, r.Warnings = t.Faults().Split()
	return r
}
