package principles

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxText is the longest text in a catalogue, in characters.
const maxText = 4000

// Years in which a source may have been published.
const minYear, maxYear = 1800, 2200

// faultList gathers faults with their paths.
type faultList struct{ faults []error }

func (l *faultList) add(path string, code Code) {
	l.faults = append(l.faults, &CatalogueError{Path: path, Code: code})
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

func (l *faultList) confidence(path, name string) {
	switch {
	case name == "":
		l.add(path, CodeMissing)
	case name == Unverified.String():
		l.add(path, CodeUnverified)
	case parseConfidence(name) == Unverified:
		l.add(path, CodeInvalid)
	}
}

func (l *faultList) statement(path string, s statementItem) {
	l.text(path+".text", s.Text)
	l.confidence(path+".confidence", s.Confidence)
}

func plainText(s string) bool {
	if utf8.RuneCountInString(s) > maxText {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
	})
}

// check returns every fault of the file.
func (f *catalogueFile) check() []error {
	var l faultList
	if f.Schema != catalogueSchema {
		l.add("schema", CodeUnknownSchema)
	}
	l.name("id", f.ID, map[string]bool{})
	l.text("version", f.Version)
	l.text("title", f.Title)

	known := make(map[string]bool, len(f.Sources))
	for i, s := range f.Sources {
		l.citation(fmt.Sprintf("sources[%d]", i), s, known)
	}
	if len(f.Principles) == 0 {
		l.add("principles", CodeMissing)
	}
	ids, names, used := make(map[string]bool), make(map[string]bool), make(map[string]bool)
	for i, p := range f.Principles {
		path := fmt.Sprintf("principles[%d]", i)
		l.name(path+".id", string(p.ID), ids)
		l.principle(path, p)
		l.sources(path, p.Sources, known, used)
		l.names(path, p, names)
	}
	for i, s := range f.Sources {
		if !used[s.Key] {
			l.add(fmt.Sprintf("sources[%d]", i), CodeUnused)
		}
	}
	return l.faults
}

func (l *faultList) citation(path string, c Citation, seen map[string]bool) {
	l.name(path+".key", c.Key, seen)
	if len(c.Authors) == 0 {
		l.add(path+".authors", CodeMissing)
	}
	for i, author := range c.Authors {
		l.text(fmt.Sprintf("%s.authors[%d]", path, i), author)
	}
	l.text(path+".title", c.Title)
	l.text(path+".licence", c.Licence)
	l.optional(path+".publisher", c.Publisher)
	l.optional(path+".note", c.Note)
	if c.Year != 0 && (c.Year < minYear || c.Year > maxYear) {
		l.add(path+".year", CodeInvalid)
	}
	l.address(path+".doi", c.DOI, "10.")
	l.address(path+".url", c.URL, "https://")
}

// address checks a DOI or URL, which may be left out.
func (l *faultList) address(path, s, prefix string) {
	if s == "" {
		return
	}
	rest, ok := strings.CutPrefix(s, prefix)
	if !ok || rest == "" || !plainText(s) || strings.ContainsFunc(s, unicode.IsSpace) {
		l.add(path, CodeInvalid)
	}
}

func (l *faultList) principle(path string, p principleItem) {
	l.text(path+".name", p.Name)
	l.text(path+".meaning", p.Meaning)
	l.confidence(path+".confidence", p.Confidence)
	for i, aim := range p.Aims {
		l.text(fmt.Sprintf("%s.aims[%d].name", path, i), aim.Name)
		l.text(fmt.Sprintf("%s.aims[%d].meaning", path, i), aim.Meaning)
	}
	for i, practice := range p.Practice {
		l.statement(fmt.Sprintf("%s.practice[%d]", path, i), practice)
	}
	for i, alias := range p.Aliases {
		l.statement(fmt.Sprintf("%s.aliases[%d]", path, i), alias)
	}
	if p.Breach != (statementItem{}) {
		l.statement(path+".breach", p.Breach)
	}
}

func (l *faultList) sources(path string, keys []string, known, used map[string]bool) {
	if len(keys) == 0 {
		l.add(path+".sources", CodeMissing)
	}
	own := make(map[string]bool, len(keys))
	for i, key := range keys {
		at := fmt.Sprintf("%s.sources[%d]", path, i)
		switch {
		case !known[key]:
			l.add(at, CodeUnknownSource)
		case own[key]:
			l.add(at, CodeDuplicate)
		}
		own[key], used[key] = true, true
	}
}

// names checks that no two principles answer to the same name, so that
// [Catalogue.Find] has one answer. The id and the name of one principle may be
// alike.
func (l *faultList) names(path string, p principleItem, seen map[string]bool) {
	names := Principle{ID: p.ID, Name: p.Name, Aliases: statements(p.Aliases)}.names()
	if slices.ContainsFunc(names, func(name string) bool { return seen[folded(name)] }) {
		l.add(path+".name", CodeDuplicate)
	}
	for _, name := range names {
		seen[folded(name)] = true
	}
}
