// Package tabular reads and writes strict CSV: the files in which an
// organisation hands over its people, and a programme its requests and
// supporters.
//
// A [Reader] takes a stream and the columns that its caller knows. It finds
// the delimiter, matches the header, and gives one record after the other,
// while a guard in front of encoding/csv keeps any file, however broken, from
// taking more memory than one record may have. What is wrong with the file
// becomes [peer.Fault] values with line and column, as many as one reading can
// find, and never with what the file holds: faults may travel to a log.
//
//	t := tabular.NewReader(file, tabular.Options{Columns: columns})
//	for t.Next() {
//		use(t.Field(0), t.Field(1))
//	}
//	report, faults, err := t.Report(), t.Faults(), t.Err()
//
// # What is accepted
//
// UTF-8 with or without one byte order mark; comma, semicolon or tab between
// fields, declared or detected from the header; quotation as RFC 4180 has it;
// line ends LF and CRLF, also mixed; blank lines, which are skipped. The header
// is the first record and occurs once. Headings are matched after folding case
// and outer space; columns that the caller does not know are dropped and
// listed, or refused when the reading is strict. A heading that only looks like
// a known one (another script, invisible characters) is refused always.
//
// # Places
//
// Line counts the lines of the file from 1, as an editor does. Column counts
// fields from 1, as a spreadsheet does: 3 is the third column, C.
package tabular
