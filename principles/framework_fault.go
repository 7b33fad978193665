package principles

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Codes of a [FrameworkFault].
const (
	// CodeMissing: a value that every item needs is empty.
	CodeMissing Code = "missing"
	// CodeInvalid: a value has not the form that is asked for, or a text holds
	// control characters or is longer than 4,000 characters.
	CodeInvalid Code = "invalid"
	// CodeDuplicate: an earlier item has the same id, key, handle or name.
	CodeDuplicate Code = "duplicate"
	// CodeUnknownSource: an item names a source that is not listed.
	CodeUnknownSource Code = "unknown_source"
	// CodeUnused: no item names the source, scale or group.
	CodeUnused Code = "unused"
	// CodeUnverified: nobody has checked the statement, see [Unverified].
	CodeUnverified Code = "unverified"
	// CodeUnknownPrinciple: there is no principle, or part of it, of this name.
	CodeUnknownPrinciple Code = "unknown_principle"
	// CodeUnknownIndicator: there is no indicator of this name.
	CodeUnknownIndicator Code = "unknown_indicator"
	// CodeUnknownFramework: the library has no framework of this name.
	CodeUnknownFramework Code = "unknown_framework"
	// CodeUnknownGroup: the framework has no group of this name.
	CodeUnknownGroup Code = "unknown_group"
	// CodeUnknownScale: the framework has no scale of this name.
	CodeUnknownScale Code = "unknown_scale"
	// CodeUnknownVoice: the framework asks no voice of this name.
	CodeUnknownVoice Code = "unknown_voice"
	// CodeScaleEnds: the scale has no two ends, or what counts as kept does not
	// lie above the lower and up to the upper.
	CodeScaleEnds Code = "scale_ends"
	// CodeOtherKind: the value belongs to another kind of indicator, or carries
	// evidence into or out of a ladder, which has no shares.
	CodeOtherKind Code = "other_kind"
	// CodeVoiceNotAsked: the voice is needed and no indicator asks it.
	CodeVoiceNotAsked Code = "voice_not_asked"
	// CodeCycle: what serves another is served by it in the end.
	CodeCycle Code = "cycle"
	// CodeForeign: neither end of the link lies in this framework.
	CodeForeign Code = "foreign"
	// CodeRungs: the rungs are not 1, 2, 3 and so on, or the scale of a stage
	// does not run over them.
	CodeRungs Code = "rungs"
)

// FrameworkFault says what is wrong with a framework, and where.
type FrameworkFault struct {
	Framework FrameworkID // as the framework names itself
	Path      string      // for instance "principles[3].sources[0]"; empty: the whole
	Code      Code        // one of the codes above
}

// Error returns the framework, the path and the code.
func (e *FrameworkFault) Error() string {
	return fmt.Sprintf("principles: framework %s: %s: %s", e.Framework, e.Path, e.Code)
}

// MaxText is the longest text of a framework, evidence or register, in
// characters.
const MaxText = 4000

// faultList gathers faults with their paths.
type faultList struct{ faults []*FrameworkFault }

func (l *faultList) add(path string, code Code) {
	l.faults = append(l.faults, &FrameworkFault{Path: path, Code: code})
}

// text checks a text that people read.
func (l *faultList) text(path, s string) {
	switch {
	case strings.TrimSpace(s) == "":
		l.add(path, CodeMissing)
	case !plainText(s):
		l.add(path, CodeInvalid)
	}
}

// optional checks a text that may be left out.
func (l *faultList) optional(path, s string) {
	if s != "" {
		l.text(path, s)
	}
}

// name checks an identifier and that none before was the same.
func (l *faultList) name(path, s string, seen map[string]bool) {
	switch {
	case s == "":
		l.add(path, CodeMissing)
	case !snakeCase(s):
		l.add(path, CodeInvalid)
	case seen[s]:
		l.add(path, CodeDuplicate)
	}
	seen[s] = true
}

// choice checks that s is one of some words.
func (l *faultList) choice(path, s string, words ...string) {
	switch {
	case s == "":
		l.add(path, CodeMissing)
	case !slices.Contains(words, s):
		l.add(path, CodeInvalid)
	}
}

func (l *faultList) confidence(path string, c Confidence) {
	if c == Unverified || c > Stated {
		l.add(path, CodeUnverified)
	}
}

func (l *faultList) statement(path string, s Statement) {
	l.text(path+".text", s.Text)
	l.confidence(path+".confidence", s.Confidence)
}

func (l *faultList) statements(path string, all []Statement) {
	for i, s := range all {
		l.statement(fmt.Sprintf("%s[%d]", path, i), s)
	}
}

func plainText(s string) bool {
	if !utf8.ValidString(s) || utf8.RuneCountInString(s) > MaxText {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
	})
}
