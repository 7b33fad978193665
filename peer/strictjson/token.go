package strictjson

import "encoding/json"

// Kind says what a token is.
type Kind uint8

// The kinds of token. End is the end of the input, or of what can be read of
// it.
const (
	End Kind = iota
	ObjectBegin
	ObjectEnd
	ListBegin
	ListEnd
	Key
	Text
	Number
	True
	False
	Null
)

// Token is one piece of JSON. It is valid as long as the input is not changed.
type Token struct {
	Kind Kind
	// Line and Column are where it begins, from 1; columns count bytes.
	Line   int
	Column int

	raw   []byte
	from  int // where it begins in the data
	depth int // how many frames of the scanner lead to it
}

// Text returns what a Text or Key says, and nothing for other kinds.
func (t Token) Text() string {
	if t.Kind != Text && t.Kind != Key {
		return ""
	}
	return unquote(t.raw)
}

// Number returns a Number as it is written, and nothing for other kinds.
func (t Token) Number() string {
	if t.Kind != Number {
		return ""
	}
	return string(t.raw)
}

// unquote decodes a text that the scanner has found well formed.
func unquote(raw []byte) string {
	inner := raw[1 : len(raw)-1]
	for _, c := range inner {
		if c == '\\' {
			var text string
			if err := json.Unmarshal(raw, &text); err != nil {
				return "" // cannot happen: the scanner checked it
			}
			return text
		}
	}
	return string(inner)
}
