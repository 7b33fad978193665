package principles

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// checkKeys walks through one JSON value and refuses what encoding/json lets
// pass in silence: repeated keys, of which the last would win; keys in another
// case, which would match; deep nesting; and anything after the value.
func checkKeys(data []byte) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var open []*container
	for {
		token, err := dec.Token()
		if err != nil {
			return &CatalogueError{Code: CodeMalformedJSON}
		}
		delim, isDelim := token.(json.Delim)
		if isDelim && (delim == '}' || delim == ']') {
			open = open[:len(open)-1]
		} else if len(open) > 0 && open[len(open)-1].expectsKey {
			if code := open[len(open)-1].key(token); code != "" {
				return &CatalogueError{Code: code}
			}
			continue
		}
		if isDelim && (delim == '{' || delim == '[') {
			if len(open) == maxNesting {
				return &CatalogueError{Code: CodeTooDeep}
			}
			open = append(open, newContainer(delim))
			continue
		}
		if len(open) == 0 {
			return onlyValue(dec)
		}
		open[len(open)-1].endValue()
	}
}

// onlyValue reports whether nothing but white space follows.
func onlyValue(dec *json.Decoder) error {
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return &CatalogueError{Code: CodeMalformedJSON}
	}
	return nil
}

// container is an object or array that has been opened and not yet closed.
type container struct {
	keys       map[string]bool // nil for an array
	expectsKey bool
}

func newContainer(delim json.Delim) *container {
	if delim == '[' {
		return &container{}
	}
	return &container{keys: make(map[string]bool), expectsKey: true}
}

// key notes a key, and returns the code of its fault.
func (c *container) key(token json.Token) Code {
	name, _ := token.(string)
	switch {
	case !snakeCase(name):
		return CodeUnknownKey
	case c.keys[name]:
		return CodeDuplicateKey
	}
	c.keys[name], c.expectsKey = true, false
	return ""
}

func (c *container) endValue() { c.expectsKey = c.keys != nil }
