package principles

import (
	"encoding/json"
	"errors"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// ErrParam reports JSON that is no [Param].
var ErrParam = errors.New("principles: malformed parameter")

// maxTerm is the longest value of a term, in characters.
const maxTerm = 128

// Param is a named, typed detail of a finding: a whole number ([Int]) or a term
// ([Term]). It is never free text and never a person's private value. A Param
// is comparable and immutable; the zero value is not valid.
type Param struct {
	name   string
	term   string
	number int64
	isInt  bool
}

// Int is a parameter with a whole number.
func Int(name string, v int64) Param { return Param{name: name, number: v, isInt: true} }

// Term is a parameter with a term: an identifier, a value of an enumeration, a
// code or an ISO 8601 date.
func Term(name, v string) Param { return Param{name: name, term: v} }

// Name returns the name by which phrases refer to the parameter.
func (p Param) Name() string { return p.name }

// Value returns the value as text, whole numbers in decimal. The text of a term
// is as it was given; only a [Renderer] makes it fit for a line of a terminal.
func (p Param) Value() string {
	if p.isInt {
		return strconv.FormatInt(p.number, 10)
	}
	return p.term
}

// Number returns the whole number, or false for a term.
func (p Param) Number() (int64, bool) { return p.number, p.isInt }

// Valid reports whether the name has the form of a [Code] and, for a term, the
// value is 1 to 128 characters of UTF-8 without control characters and line
// breaks. A [Set] drops parameters that are not valid.
func (p Param) Valid() bool {
	if !snakeCase(p.name) {
		return false
	}
	if p.isInt {
		return true
	}
	if p.term == "" || !utf8.ValidString(p.term) || utf8.RuneCountInString(p.term) > maxTerm {
		return false
	}
	for _, r := range p.term {
		if unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp) {
			return false
		}
	}
	return true
}

type paramJSON struct {
	Name  string          `json:"name"`
	Value json.RawMessage `json:"value"`
}

// MarshalJSON returns {"name": ..., "value": ...}, where the value of a whole
// number is a number and that of a term a string.
func (p Param) MarshalJSON() ([]byte, error) {
	if p.isInt {
		return json.Marshal(paramJSON{p.name, strconv.AppendInt(nil, p.number, 10)})
	}
	term, err := json.Marshal(p.term)
	if err != nil {
		return nil, err
	}
	return json.Marshal(paramJSON{p.name, term})
}

// UnmarshalJSON reads what [Param.MarshalJSON] writes. A number that is not
// whole or does not fit 64 bits, and a param that is not valid, is [ErrParam].
func (p *Param) UnmarshalJSON(data []byte) error {
	var raw paramJSON
	if json.Unmarshal(data, &raw) != nil {
		return ErrParam
	}
	read := Param{name: raw.Name}
	if n, err := strconv.ParseInt(string(raw.Value), 10, 64); err == nil {
		read.number, read.isInt = n, true
	} else if json.Unmarshal(raw.Value, &read.term) != nil {
		return ErrParam
	}
	if !read.Valid() {
		return ErrParam
	}
	*p = read
	return nil
}
