package tabular

import (
	"encoding/csv"
	"io"
	"strings"
)

// OutColumn is one column of a table that is written.
type OutColumn struct {
	Name string
	// Raw columns are written exactly as they are, for programs that read the
	// table back: ids, dates, numbers, codes. The other columns are text for
	// people, who may open the table in a spreadsheet program.
	Raw bool
}

// Writer writes a table as UTF-8 with LF line ends, commas, and quotation
// where it is needed. Text that a spreadsheet program would take for a formula
// is given a leading apostrophe, unless its column is raw. It is not safe for
// concurrent use.
type Writer struct {
	columns []OutColumn
	csv     *csv.Writer
	record  []string
	begun   bool
}

// NewWriter returns a writer of a table with the columns. The header is
// written with the first record, or by [Writer.Flush].
func NewWriter(w io.Writer, columns ...OutColumn) *Writer {
	return &Writer{columns: columns, csv: csv.NewWriter(w), record: make([]string, len(columns))}
}

// Write writes one record: the fields in the order of the columns. Fields that
// are not given are empty; fields beyond the columns are an error. Records are
// buffered; errors of the stream may appear only in [Writer.Flush].
func (w *Writer) Write(fields ...string) error {
	if len(fields) > len(w.columns) {
		return csv.ErrFieldCount
	}
	if err := w.begin(); err != nil {
		return err
	}
	clear(w.record)
	for i, field := range fields {
		if !w.columns[i].Raw {
			field = Escape(field)
		}
		w.record[i] = field
	}
	return w.csv.Write(w.record)
}

func (w *Writer) begin() error {
	if w.begun {
		return nil
	}
	w.begun = true
	for i, c := range w.columns {
		w.record[i] = c.Name
	}
	return w.csv.Write(w.record)
}

// Flush writes everything out. It must be called at the end, and returns the
// first error of the stream.
func (w *Writer) Flush() error {
	if err := w.begin(); err != nil {
		return err
	}
	w.csv.Flush()
	return w.csv.Error()
}

// Escape puts an apostrophe in front of text that a spreadsheet program would
// take for a formula: text that begins with = + - @, tab or carriage return
// (OWASP ASVS 5.0, V1.2.10).
func Escape(text string) string {
	if text != "" && strings.IndexByte("=+-@\t\r", text[0]) >= 0 {
		return "'" + text
	}
	return text
}
