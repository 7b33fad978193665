package principles

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Phrases is the wording of codes in one language.
type Phrases map[Code]Phrase

// Phrase is the wording of one code, with one template for each reader. A
// missing template falls back to the coordinator's and then to the auditor's;
// whether a reader may see the finding at all is decided before that, by its
// audience.
//
// A template is text in which {name} stands for the value of the parameter with
// that name. It holds no other braces, no control characters and no line
// breaks. Phrases are joined into longer lines, so they end without a full stop.
type Phrase struct {
	Auditor     string
	Coordinator string
	Supporter   string
	Seeker      string
}

// Codes of a [PhraseError].
const (
	// CodeInvalidLanguage: the language is no tag of letters, digits and
	// hyphens.
	CodeInvalidLanguage Code = "invalid_language"
	// CodeInvalidPhraseCode: the code of the phrase is not valid.
	CodeInvalidPhraseCode Code = "invalid_phrase_code"
	// CodeDuplicatePhrase: two sets of phrases word the same code.
	CodeDuplicatePhrase Code = "duplicate_phrase"
	// CodeEmptyPhrase: the phrase has neither a coordinator's nor an auditor's
	// template, so that some reader would be left without words.
	CodeEmptyPhrase Code = "empty_phrase"
	// CodeBadPlaceholder: a brace is not closed, not opened, or holds what is
	// no name of a parameter.
	CodeBadPlaceholder Code = "bad_placeholder"
	// CodeUnprintablePhrase: a template holds a control character, a line
	// break or bytes that are not UTF-8.
	CodeUnprintablePhrase Code = "unprintable_phrase"
	// CodeMissingNeutral: the phrase for [CodeNeutral] is missing or holds a
	// placeholder.
	CodeMissingNeutral Code = "missing_neutral"
)

// PhraseError says what is wrong with a phrase.
type PhraseError struct {
	Phrase Code   // code of the phrase, valid or not; empty for the language
	Reader string // whose template it is; empty: the phrase as a whole
	Code   Code   // one of the codes above
}

// Error returns the code of the phrase, the reader and the fault.
func (e *PhraseError) Error() string {
	if e.Reader == "" {
		return fmt.Sprintf("principles: phrase %q: %s", string(e.Phrase), e.Code)
	}
	return fmt.Sprintf("principles: phrase %q for the %s: %s", string(e.Phrase), e.Reader, e.Code)
}

// template is a parsed text: literal pieces and names of parameters in turn.
type template []piece

// piece is a literal text or, where param is not empty, a placeholder.
type piece struct {
	text  string
	param string
}

// parseTemplate returns the template or the code of its fault.
func parseTemplate(s string) (template, Code) {
	if !utf8.ValidString(s) {
		return nil, CodeUnprintablePhrase
	}
	for _, r := range s {
		if unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp) {
			return nil, CodeUnprintablePhrase
		}
	}
	var t template
	for s != "" {
		text, rest, found := strings.Cut(s, "{")
		if strings.Contains(text, "}") {
			return nil, CodeBadPlaceholder
		}
		if text != "" {
			t = append(t, piece{text: text})
		}
		if !found {
			return t, ""
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed || !snakeCase(name) {
			return nil, CodeBadPlaceholder
		}
		t = append(t, piece{param: name})
		s = after
	}
	return t, ""
}

// fill writes the template with the values of the parameters. A placeholder
// without a value stays as it is written, so that the gap can be seen.
func (t template) fill(b *strings.Builder, params []Param) {
	for _, p := range t {
		if p.param == "" {
			b.WriteString(p.text)
			continue
		}
		value := "{" + p.param + "}"
		for _, param := range params {
			if param.Name() == p.param {
				value = printable(param.Value())
				break
			}
		}
		b.WriteString(value)
	}
}

// constant reports whether the template has text and no placeholder.
func (t template) constant() bool {
	for _, p := range t {
		if p.param != "" {
			return false
		}
	}
	return len(t) > 0
}
