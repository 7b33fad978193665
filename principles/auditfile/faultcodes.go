package auditfile

import (
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// The codes that this package adds to those of peer, tabular and strictjson.
// What [principles.Audit] finds too has the code of its [principles.InputError].
const (
	FaultKind   peer.FaultCode = "unknown_kind"
	FaultName   peer.FaultCode = "invalid_name"
	FaultNumber peer.FaultCode = "invalid_number"
	FaultYesNo  peer.FaultCode = "not_yes_or_no"
	FaultHolds  peer.FaultCode = "unknown_holds"
	FaultScore  peer.FaultCode = "missing_score"
	FaultLong   peer.FaultCode = "text_too_long"
	FaultSchema peer.FaultCode = "unknown_schema"
)

// fault returns a fault with its words.
func fault(code peer.FaultCode) peer.Fault { return peer.Fault{Code: code, Words: words(code)} }

// words is one sentence for a code; empty for codes of peer and tabular, which
// have their own.
func words(code peer.FaultCode) string {
	switch code {
	case FaultKind:
		return "the kind is computed or attested; ratings have a file of their own"
	case FaultName:
		return "not a name: words of the letters a to z and digits, joined by single underscores, at most 64 characters"
	case FaultNumber:
		return "not a whole number in plain decimal digits"
	case FaultYesNo:
		return "yes, no or nothing is expected"
	case FaultHolds:
		return "yes, partly or no is expected"
	case FaultScore:
		return "there is no score; leave the whole row out: what is missing is never 0"
	case FaultLong:
		return "the text is longer than 4,000 characters"
	case FaultSchema:
		return "the schema is not the one of a register"
	default:
		return auditWords(principles.Code(code))
	}
}

// auditWords is one sentence for a code of a [principles.InputError].
func auditWords(code principles.Code) string {
	switch code {
	case principles.CodeMissing:
		return "a value that is needed here is missing"
	case principles.CodeInvalid:
		return "the value has not the form that is asked for"
	case principles.CodeDuplicate:
		return "an earlier entry says the same thing already; it counts once"
	case principles.CodeInFuture:
		return "the day lies after the day of the audit"
	case principles.CodeOffScale:
		return "the score is not on the scale of the indicator"
	case principles.CodeNotRated:
		return "the indicator is not one that is rated"
	case principles.CodeNotAttested:
		return "the indicator is not one that is attested"
	case principles.CodeCounts:
		return "the counts contradict each other or are out of range"
	case principles.CodeOtherKind:
		return "the value belongs to the other kind of evidence"
	default:
		return referenceWords(code)
	}
}

// referenceWords is about what refers to nothing.
func referenceWords(code principles.Code) string {
	switch code {
	case principles.CodeUnknownVoice:
		return "the framework asks no voice of this name"
	case principles.CodeUnknownPrinciple:
		return "the framework has no principle of this name"
	case principles.CodeUnknownIndicator:
		return "the framework has no indicator of this name"
	case principles.CodeAmbiguous:
		return "several frameworks have an indicator of this name; say which is meant"
	case principles.CodeUnknownTension:
		return "no tension of this name is registered"
	case principles.CodeOtherFramework:
		return "the earlier report is of another framework"
	default:
		return ""
	}
}
