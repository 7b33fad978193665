package frameworks

import "github.com/peersupport/peersupport/principles"

// words returns one sentence for a fault of a framework.
func words(code principles.Code) string {
	switch code {
	case principles.CodeMissing:
		return "something that every item needs is missing"
	case principles.CodeInvalid:
		return "the value has not the form that is asked for"
	case principles.CodeDuplicate:
		return "an earlier item has the same name"
	case principles.CodeUnknownSource:
		return "no source has this key"
	case principles.CodeUnused:
		return "nothing refers to it"
	case principles.CodeUnverified:
		return "nobody has checked this against its source, so it cannot be held to"
	case principles.CodeUnknownPrinciple:
		return "there is no principle, or part of it, of this name"
	case principles.CodeUnknownIndicator:
		return "there is no indicator of this name"
	case principles.CodeUnknownFramework:
		return "there is no framework of this name"
	case principles.CodeUnknownGroup:
		return "there is no group of this name"
	case principles.CodeUnknownScale:
		return "there is no scale of this name"
	case principles.CodeUnknownVoice:
		return "the framework asks no voice of this name"
	case principles.CodeScaleEnds:
		return "a scale needs two ends, the lower below the upper, and what counts as kept above the lower"
	case principles.CodeOtherKind:
		return "the value belongs to another kind of indicator"
	case principles.CodeVoiceNotAsked:
		return "the voice is needed, but no judged indicator asks it"
	case principles.CodeCycle:
		return "the links lead in a circle"
	case principles.CodeForeign:
		return "neither end of the link lies in this framework"
	case principles.CodeRungs:
		return "rungs count from 1 without a gap, and the scale of a stage runs over all of them"
	}
	return "the framework is not sound"
}
