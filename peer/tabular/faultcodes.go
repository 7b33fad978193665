package tabular

import "github.com/peersupport/peersupport/peer"

// The codes of what can be wrong with a file as such. Control characters in a
// field have the code [peer.FaultText].
const (
	FaultNoHeader       peer.FaultCode = "no_header"
	FaultNoRows         peer.FaultCode = "no_rows" // a warning
	FaultEncoding       peer.FaultCode = "wrong_encoding"
	FaultUTF8           peer.FaultCode = "invalid_utf8"
	FaultQuote          peer.FaultCode = "bad_quote"
	FaultRecordTooLong  peer.FaultCode = "record_too_long"
	FaultFileTooLarge   peer.FaultCode = "file_too_large"
	FaultTooManyColumns peer.FaultCode = "too_many_columns"
	FaultFieldCount     peer.FaultCode = "wrong_field_count"
	FaultDelimiter      peer.FaultCode = "wrong_delimiter"
	FaultColumnMissing  peer.FaultCode = "missing_column"
	FaultColumnUnknown  peer.FaultCode = "unknown_column"
	FaultHeaderTwice    peer.FaultCode = "header_twice"
	FaultHeaderAgain    peer.FaultCode = "header_again"
	FaultHeaderAlike    peer.FaultCode = "header_look_alike"
	FaultMapping        peer.FaultCode = "unknown_mapping"
	FaultMappingNeeded  peer.FaultCode = "mapping_needed"
	FaultMappedMissing  peer.FaultCode = "mapped_column_missing"
	FaultTooManyFaults  peer.FaultCode = "too_many_faults"
)

// words is the English of a code of this package; empty for codes of peer.
func words(code peer.FaultCode) string {
	switch code {
	case FaultNoHeader:
		return "the file is empty; the first line must name the columns"
	case FaultNoRows:
		return "the file has a header and nothing below it"
	case FaultEncoding:
		return "the file is UTF-16 or UTF-32; save it as UTF-8"
	case FaultUTF8:
		return "the text is not UTF-8"
	case FaultQuote:
		return "a quotation mark inside a field, or one that is not closed; reading stopped here"
	case FaultRecordTooLong:
		return "the record is longer than 64 KiB, perhaps by a quotation mark that is not closed; reading stopped here"
	case FaultFileTooLarge:
		return "the file is larger than 256 MiB; reading stopped here"
	case FaultTooManyColumns:
		return "the record has more than 200 fields"
	case FaultFieldCount:
		return "the record has more or fewer fields than the header"
	case FaultTooManyFaults:
		return "too many faults; reading stopped here"
	default:
		return headerWords(code)
	}
}

func headerWords(code peer.FaultCode) string {
	switch code {
	case FaultDelimiter:
		return "the header is one single column; declare the delimiter: comma, semicolon or tab"
	case FaultColumnMissing:
		return "the column is missing; the unknown heading nearest to it stands here, if there is any"
	case FaultColumnUnknown:
		return "a column that is not known, in a strict reading"
	case FaultHeaderTwice:
		return "two headings for one column"
	case FaultHeaderAgain:
		return "the header occurs again; it belongs once, at the top"
	case FaultHeaderAlike:
		return "the heading only looks like a known one: letters of another script or invisible characters"
	case FaultMapping:
		return "the mapping names a column that does not exist here"
	case FaultMappingNeeded:
		return "this kind of export has no fixed heading for the column; map it"
	case FaultMappedMissing:
		return "the heading that the column is mapped to is not in the file"
	default:
		return ""
	}
}
