package strictjson

import "github.com/peersupport/peersupport/peer"

// What can be wrong with JSON. Faults of syntax, size and encoding stop the
// reading; after the others it goes on, up to MaxFaults of them.
const (
	FaultEmpty        peer.FaultCode = "empty_json"
	FaultTooLarge     peer.FaultCode = "json_too_large"
	FaultEncoding     peer.FaultCode = "not_utf8"
	FaultMark         peer.FaultCode = "byte_order_mark"
	FaultSyntax       peer.FaultCode = "invalid_json"
	FaultTrailing     peer.FaultCode = "trailing_data"
	FaultNesting      peer.FaultCode = "nested_too_deep"
	FaultListLength   peer.FaultCode = "list_too_long"
	FaultKeyCount     peer.FaultCode = "too_many_keys"
	FaultTextLength   peer.FaultCode = "text_too_long"
	FaultNUL          peer.FaultCode = "nul_character"
	FaultDuplicateKey peer.FaultCode = "duplicate_key"
	FaultKeyCase      peer.FaultCode = "key_case"
	FaultUnknownKey   peer.FaultCode = "unknown_key"
	FaultKind         peer.FaultCode = "wrong_kind"
	FaultNull         peer.FaultCode = "null_not_allowed"
	FaultNumber       peer.FaultCode = "number_out_of_range"
	FaultValue        peer.FaultCode = "invalid_value"
	FaultMore         peer.FaultCode = "more_faults"
)

// MaxFaults is how many faults of one input are listed before reading stops;
// this project's own figure.
const MaxFaults = 1000

func words(code peer.FaultCode) string {
	switch code {
	case FaultEmpty:
		return "there is nothing to read"
	case FaultTooLarge:
		return "the input is larger than allowed"
	case FaultEncoding:
		return "the text is not UTF-8"
	case FaultMark:
		return "a byte order mark is not accepted here"
	case FaultSyntax:
		return "this is not JSON from here on"
	case FaultTrailing:
		return "something follows after the end"
	case FaultNesting:
		return "objects and lists stand within one another deeper than allowed"
	case FaultListLength:
		return "the list is longer than allowed"
	case FaultKeyCount:
		return "the object has more keys than allowed"
	case FaultTextLength:
		return "the text is longer than allowed"
	case FaultNUL:
		return "the text holds a NUL character"
	default:
		return contentWords(code)
	}
}

func contentWords(code peer.FaultCode) string {
	switch code {
	case FaultDuplicateKey:
		return "the key occurs more than once in its object, in this or another case"
	case FaultKeyCase:
		return "the key is known in another case only"
	case FaultUnknownKey:
		return "the key is not known here"
	case FaultKind:
		return "a value of another kind is expected"
	case FaultNull:
		return "null is not accepted here"
	case FaultNumber:
		return "the number is out of range or not a whole number"
	case FaultValue:
		return "the value is not accepted here"
	case FaultMore:
		return "there may be more faults; reading stopped here"
	default: // a code of another package, which has its words
		return ""
	}
}

func newFault(source string, code peer.FaultCode, line, column int, path string) peer.Fault {
	return peer.Fault{
		Code: code, Source: source, Line: line, Column: column, Field: path, Words: words(code),
	}
}
