package tabular

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/peersupport/peersupport/peer"
)

// Fault reports a fault of the caller's own in a column of the present record.
// It fills in the place; code, words, ids and whether it is a warning are the
// caller's.
func (t *Reader) Fault(column int, f peer.Fault) {
	f.List, f.Index, f.Field = "", 0, t.options.Columns[column].Name
	t.place(f, max(t.header.at[column], 0)+1)
}

// Refuse reports the error of a parser of package peer in a column of the
// present record.
func (t *Reader) Refuse(column int, err error) {
	f := peer.Fault{Code: peer.FaultText}
	errors.As(err, &f)
	t.Fault(column, peer.Fault{Code: f.Code, Words: f.Words})
}

// checkText reports fields of the present record that are no acceptable text.
func (t *Reader) checkText() {
	for i, field := range t.record {
		column, read := Column{FreeText: true}, t.header.owner[i] >= 0
		if read {
			column = t.options.Columns[t.header.owner[i]]
		}
		switch {
		case !utf8.ValidString(field):
			t.place(peer.Fault{Code: FaultUTF8, Field: column.Name}, i+1)
		case refused(field, column.FreeText):
			t.place(peer.Fault{Code: peer.FaultText, Field: column.Name}, i+1)
		}
	}
}

// refused reports whether text holds a control character that it may not.
func refused(text string, free bool) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return unicode.IsControl(r) && !(free && (r == '\t' || r == '\n' || r == '\r'))
	})
}

// skip reports why the present record is not handed on.
func (t *Reader) skip(column int, code peer.FaultCode) {
	t.whole = false
	t.place(peer.Fault{Code: code}, column)
}

// stop reports why nothing more is read.
func (t *Reader) stop(column int, code peer.FaultCode) {
	t.skip(column, code)
	t.done = true
}

func (t *Reader) place(f peer.Fault, column int) {
	f.Source, f.Line, f.Column = t.report.Source, t.line, column
	if f.Words == "" {
		f.Words = words(f.Code)
	}
	t.add(f)
}

func (t *Reader) add(f peer.Fault) {
	switch {
	case f.Warning:
	case t.count > MaxFaults:
		return
	case t.count == MaxFaults:
		f = peer.Fault{Code: FaultTooManyFaults, Source: f.Source, Line: f.Line, Column: f.Column, Words: words(FaultTooManyFaults)}
		t.done, t.whole = true, false
		fallthrough
	default:
		t.count++
	}
	t.faults = append(t.faults, f)
}
