package principles

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// catalogueSchema is the value of "schema" in a catalogue file.
const catalogueSchema = "peersupport/principles/catalogue/v1"

// Limits of a catalogue file.
const (
	maxCatalogue = 1 << 20 // bytes
	maxNesting   = 50      // objects and arrays within one another
)

// Codes of a [CatalogueError].
const (
	// CodeTooLarge: the file is larger than 1 MiB.
	CodeTooLarge Code = "too_large"
	// CodeTooDeep: more than 50 objects and arrays lie within one another.
	CodeTooDeep Code = "too_deep"
	// CodeMalformedJSON: the file is not one JSON value in UTF-8, or has a value
	// of the wrong type.
	CodeMalformedJSON Code = "malformed_json"
	// CodeUnknownKey: a key is none of the format's, case included.
	CodeUnknownKey Code = "unknown_key"
	// CodeDuplicateKey: an object has the same key twice.
	CodeDuplicateKey Code = "duplicate_key"
	// CodeUnknownSchema: "schema" is missing or is not the one of this format.
	CodeUnknownSchema Code = "unknown_schema"
	// CodeMissing: a value that every item needs is empty.
	CodeMissing Code = "missing"
	// CodeInvalid: a value has not the form that is asked for, or a text holds
	// control characters or is longer than 4,000 characters.
	CodeInvalid Code = "invalid"
	// CodeDuplicate: an earlier item has the same id, key or name.
	CodeDuplicate Code = "duplicate"
	// CodeUnknownSource: a principle names a source that is not listed.
	CodeUnknownSource Code = "unknown_source"
	// CodeUnused: no principle names the source.
	CodeUnused Code = "unused"
	// CodeUnverified: nobody has checked the statement, see [Unverified].
	CodeUnverified Code = "unverified"
)

// CatalogueError says what is wrong with a catalogue file, and where.
type CatalogueError struct {
	Path string // for instance "principles[3].sources[0]"; empty: the whole file
	Code Code   // one of the codes above
}

// Error returns the path and the code.
func (e *CatalogueError) Error() string {
	return fmt.Sprintf("principles: catalogue: %s: %s", e.Path, e.Code)
}

// catalogueFile is the format. Sources are listed once and named by key.
type catalogueFile struct {
	Schema     string          `json:"schema"`
	ID         string          `json:"id"`
	Version    string          `json:"version"`
	Title      string          `json:"title"`
	Sources    []Citation      `json:"sources"`
	Principles []principleItem `json:"principles"`
}

type principleItem struct {
	ID         PrincipleID     `json:"id"`
	Name       string          `json:"name"`
	Meaning    string          `json:"meaning"`
	Aims       []Aim           `json:"aims"`
	Practice   []statementItem `json:"practice"`
	Aliases    []statementItem `json:"aliases"`
	Breach     statementItem   `json:"breach"`
	Sources    []string        `json:"sources"`
	Confidence string          `json:"confidence"`
}

// statementItem reads the confidence as text, so that a wrong one is reported
// with its place and beside all other faults.
type statementItem struct {
	Text       string `json:"text"`
	Confidence string `json:"confidence"`
}

// DecodeCatalogue reads a catalogue from JSON:
//
//	{
//	  "schema": "peersupport/principles/catalogue/v1",
//	  "id": "core", "version": "1", "title": "...",
//	  "sources": [{"key": "...", "authors": ["..."], "title": "...", "year": 2013,
//	    "publisher": "...", "doi": "10....", "url": "https://...", "licence": "...", "note": "..."}],
//	  "principles": [{"id": "...", "name": "...", "meaning": "...",
//	    "aims": [{"name": "...", "meaning": "..."}],
//	    "practice": [{"text": "...", "confidence": "stated"}],
//	    "aliases": [{"text": "...", "confidence": "own_reading"}],
//	    "breach": {"text": "...", "confidence": "own_reading"},
//	    "sources": ["key of a source"], "confidence": "stated"}]
//	}
//
// Year, publisher, doi, url, note, aims, practice, aliases and breach may be left
// out. Reading is strict: unknown, repeated and differently spelt keys are
// refused. The error joins a [CatalogueError] for every fault found; a file that
// is no JSON of this shape has one. Errors of the reader itself are returned as
// they are.
func DecodeCatalogue(r io.Reader) (Catalogue, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxCatalogue+1))
	if err != nil {
		return Catalogue{}, err
	}
	if len(data) > maxCatalogue {
		return Catalogue{}, &CatalogueError{Code: CodeTooLarge}
	}
	if !utf8.Valid(data) {
		return Catalogue{}, &CatalogueError{Code: CodeMalformedJSON}
	}
	if err := checkKeys(data); err != nil {
		return Catalogue{}, err
	}
	var file catalogueFile
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&file); err != nil {
		return Catalogue{}, shapeError(err)
	}
	if faults := file.check(); len(faults) > 0 {
		return Catalogue{}, errors.Join(faults...)
	}
	return file.catalogue(), nil
}

// shapeError keeps the field of a JSON error and drops its text, which may
// repeat the input.
func shapeError(err error) *CatalogueError {
	var mistyped *json.UnmarshalTypeError
	var malformed *json.SyntaxError
	switch {
	case errors.As(err, &mistyped):
		return &CatalogueError{Path: mistyped.Field, Code: CodeMalformedJSON}
	case errors.As(err, &malformed):
		return &CatalogueError{Code: CodeMalformedJSON}
	default: // encoding/json has no type for the remaining one
		return &CatalogueError{Code: CodeUnknownKey}
	}
}

// catalogue returns the content of a file without faults.
func (f *catalogueFile) catalogue() Catalogue {
	sources := make(map[string]Citation, len(f.Sources))
	for _, s := range f.Sources {
		sources[s.Key] = s
	}
	c := Catalogue{ID: f.ID, Version: f.Version, Title: f.Title}
	for _, item := range f.Principles {
		p := Principle{
			ID: item.ID, Name: item.Name, Meaning: item.Meaning, Aims: item.Aims,
			Practice: statements(item.Practice), Aliases: statements(item.Aliases),
			Breach: item.Breach.statement(), Confidence: parseConfidence(item.Confidence),
		}
		for _, key := range item.Sources {
			p.Sources = append(p.Sources, sources[key])
		}
		c.Principles = append(c.Principles, p)
	}
	return c
}

func (s statementItem) statement() Statement {
	return Statement{Text: s.Text, Confidence: parseConfidence(s.Confidence)}
}

func statements(items []statementItem) []Statement {
	var all []Statement
	for _, item := range items {
		all = append(all, item.statement())
	}
	return all
}

// parseConfidence returns Unverified for what is no name of a confidence.
func parseConfidence(name string) Confidence {
	var c Confidence
	if c.UnmarshalText([]byte(name)) != nil {
		return Unverified
	}
	return c
}
