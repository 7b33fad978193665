package principles

import (
	"errors"
	"maps"
	"slices"
	"strings"
)

// Renderer puts findings into words, in one language. Each text is one line.
// Texts are for people and may change in any release; programs rely on codes.
//
// A Renderer is immutable and safe for concurrent use. The zero value has no
// phrases: it words codes by themselves, and its neutral text is empty.
type Renderer struct {
	lang    string
	phrases map[Code]wording
	neutral string
}

// wording holds a template for every reader, fallbacks resolved.
type wording [ReaderSeeker + 1]template

// NewRenderer returns a renderer for the language, a BCP 47 tag such as "en" or
// "pt-BR", with the given phrases. They must word [CodeNeutral], without
// placeholders, as [English] does. If anything is wrong, the error joins a
// [PhraseError] for every fault found.
func NewRenderer(lang string, phrases ...Phrases) (*Renderer, error) {
	r := &Renderer{lang: lang, phrases: make(map[Code]wording)}
	var faults []error
	if !languageTag(lang) {
		faults = append(faults, &PhraseError{Code: CodeInvalidLanguage})
	}
	for _, some := range phrases {
		for _, code := range slices.Sorted(maps.Keys(some)) {
			if _, twice := r.phrases[code]; twice {
				faults = append(faults, &PhraseError{Phrase: code, Code: CodeDuplicatePhrase})
			}
			w, errs := compile(code, some[code])
			r.phrases[code] = w
			faults = append(faults, errs...)
		}
	}
	if neutral := r.phrases[CodeNeutral][ReaderSeeker]; neutral.constant() {
		var b strings.Builder
		neutral.fill(&b, nil)
		r.neutral = b.String()
	} else {
		faults = append(faults, &PhraseError{Phrase: CodeNeutral, Code: CodeMissingNeutral})
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return r, nil
}

func compile(code Code, p Phrase) (w wording, faults []error) {
	if !code.Valid() {
		faults = append(faults, &PhraseError{Phrase: code, Code: CodeInvalidPhraseCode})
	}
	texts := [...]string{
		ReaderAuditor:     p.Auditor,
		ReaderCoordinator: p.Coordinator,
		ReaderSupporter:   p.Supporter,
		ReaderSeeker:      p.Seeker,
	}
	if p.Auditor == "" && p.Coordinator == "" {
		faults = append(faults, &PhraseError{Phrase: code, Code: CodeEmptyPhrase})
	}
	for reader := ReaderAuditor; reader.known(); reader++ {
		t, fault := parseTemplate(texts[reader])
		if fault != "" {
			faults = append(faults, &PhraseError{Phrase: code, Reader: reader.String(), Code: fault})
		}
		w[reader] = t
	}
	for reader := range w {
		for _, fallback := range [...]Reader{ReaderCoordinator, ReaderAuditor} {
			if w[reader] == nil {
				w[reader] = w[fallback]
			}
		}
	}
	return w, faults
}

// languageTag reports whether s looks like a BCP 47 tag: subtags of 1 to 8
// letters and digits, joined by hyphens.
func languageTag(s string) bool {
	for subtag := range strings.SplitSeq(s, "-") {
		if subtag == "" || len(subtag) > 8 {
			return false
		}
		for _, c := range []byte(subtag) {
			if !('a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9') {
				return false
			}
		}
	}
	return true
}

// Language returns the tag of the language.
func (r *Renderer) Language() string { return r.lang }

// Neutral returns the one answer to a seeker or a supporter who asks why there
// is no pair, or not that pair. It is the same whatever the reason, so that
// nobody can learn from it about a veto, a conflict or anybody's wishes.
func (r *Renderer) Neutral() string { return r.neutral }

// Finding returns what the reader may see of the finding, in words, or "" if
// that is nothing. Parts follow in brackets. A code without a phrase is worded
// by itself, with spaces for underscores.
func (r *Renderer) Finding(f Finding, to Reader) string {
	return r.Reason(Reason{Finding: f}, to)
}

// Reason is [Renderer.Finding] for a reason. For auditor and coordinator the
// line begins with the rule and its principle.
func (r *Renderer) Reason(reason Reason, to Reader) string {
	view := Decision{Reasons: []Reason{reason}}.For(to)
	lines := make([]string, len(view.Reasons))
	for i, seen := range view.Reasons {
		var b strings.Builder
		if to == ReaderAuditor || to == ReaderCoordinator {
			heading(&b, seen)
		}
		r.write(&b, seen.Finding, to)
		lines[i] = b.String()
	}
	return strings.Join(lines, "; ")
}

func heading(b *strings.Builder, reason Reason) {
	if reason.Rule == "" {
		return
	}
	b.WriteString(printable(string(reason.Rule)))
	if reason.Principle != "" {
		b.WriteString(" (" + printable(string(reason.Principle)) + ")")
	}
	b.WriteString(": ")
}

// write words a finding of which the reader may see everything.
func (r *Renderer) write(b *strings.Builder, f Finding, to Reader) {
	if w, ok := r.phrases[f.Code]; ok {
		w[to].fill(b, f.Params)
	} else {
		b.WriteString(words(f))
	}
	for i, part := range f.Parts {
		b.WriteString([...]string{" (", "; "}[min(i, 1)])
		r.write(b, part, to)
	}
	if len(f.Parts) > 0 {
		b.WriteString(")")
	}
}

// words makes do without a phrase: the code, or the verdict if there is none.
func words(f Finding) string {
	name := string(f.Code)
	if name == "" {
		name = f.Verdict.String()
	}
	return printable(strings.ReplaceAll(name, "_", " "))
}
