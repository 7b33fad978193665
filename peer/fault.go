package peer

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// FaultCode says what is wrong with an input. Codes are stable; their words
// may change in any release.
type FaultCode string

// Fault is one thing that is wrong, or remarkable, in an input. It carries a
// code, a place and the ids concerned, never a value that somebody typed: it
// may travel to a log.
type Fault struct {
	Code FaultCode
	// Source is the name of the file as the caller gave it, Line and Column
	// count from 1; empty and 0 when the input is no file.
	Source string
	Line   int
	Column int
	// List, Index and Field make up the path of an input given in Go:
	// people[3].manager. Index is ignored when List is empty.
	List  string
	Index int
	Field string
	// Words replace this package's words for codes that other packages
	// define: one fixed sentence for a code, never something that was typed.
	Words string
	// IDs are the people or requests concerned, as the input names them.
	IDs []ExternalID
	// Warning marks what is reported and does not stop the import.
	Warning bool
}

// Path returns the place of the fault in Go terms, such as people[3].manager.
func (f Fault) Path() string {
	switch {
	case f.List == "":
		return f.Field
	case f.Field == "":
		return f.List + "[" + strconv.Itoa(f.Index) + "]"
	}
	return f.List + "[" + strconv.Itoa(f.Index) + "]." + f.Field
}

// Error returns "source:line:column: code: words", with the path in place of
// the source for an input that is no file. It implements error.
func (f Fault) Error() string {
	var b strings.Builder
	switch {
	case f.Source != "":
		fmt.Fprintf(&b, "%s:%d:%d: ", f.Source, f.Line, f.Column)
	case f.Path() != "":
		b.WriteString(f.Path() + ": ")
	}
	b.WriteString(string(f.Code) + ": ")
	if f.Source != "" && f.Field != "" {
		b.WriteString(f.Field + ": ")
	}
	b.WriteString(cmp.Or(f.Words, f.Code.words()))
	if len(f.IDs) > 0 {
		fmt.Fprintf(&b, " (%s)", joinIDs(f.IDs))
	}
	return b.String()
}

// joinIDs lists at most ten ids; a cycle may be a million long.
func joinIDs(ids []ExternalID) string {
	const most = 10
	shown := make([]string, 0, most)
	for _, id := range ids[:min(len(ids), most)] {
		shown = append(shown, strconv.Quote(string(id)))
	}
	text := strings.Join(shown, ", ")
	if more := len(ids) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// Faults is every fault of an input, found in one pass, in the order of the
// input. As an error it lists one fault a line.
type Faults []Fault

// Error implements error.
func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap offers each fault to errors.As.
func (fs Faults) Unwrap() []error {
	errs := make([]error, len(fs))
	for i, f := range fs {
		errs[i] = f
	}
	return errs
}

// Split separates what stops an import from what is only reported.
func (fs Faults) Split() (stopping, warnings Faults) {
	for _, f := range fs {
		if f.Warning {
			warnings = append(warnings, f)
		} else {
			stopping = append(stopping, f)
		}
	}
	return stopping, warnings
}

// Err returns nil when nothing in fs stops an import, and otherwise the
// stopping faults as an error of type Faults.
func (fs Faults) Err() error {
	stopping, _ := fs.Split()
	if len(stopping) == 0 {
		return nil
	}
	return stopping
}

// Has reports whether a fault with the code is among fs.
func (fs Faults) Has(code FaultCode) bool {
	for _, f := range fs {
		if f.Code == code {
			return true
		}
	}
	return false
}
