package strictjson

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
)

// member reads what comes next inside the innermost object or list: its end, a
// key, or a value.
func (s *Scanner) member() Token {
	f := &s.stack[len(s.stack)-1]
	if f.afterKey {
		f.afterKey = false
		return s.value()
	}
	if s.peek() == f.closing() {
		return s.pop()
	}
	if f.count > 0 {
		if s.peek() != ',' {
			s.stop(FaultSyntax)
			return Token{}
		}
		s.pos++
		s.space()
	}
	f.count++
	f.name = ""
	switch {
	case f.object && f.count > s.cfg.MaxKeys:
		s.stop(FaultKeyCount)
	case f.object:
		return s.key(f)
	case f.count > s.cfg.MaxList:
		s.stop(FaultListLength)
	default:
		return s.value()
	}
	return Token{}
}

// closing is the byte that ends the object or list.
func (f *frame) closing() byte {
	if f.object {
		return '}'
	}
	return ']'
}

// key reads a key and its colon.
func (s *Scanner) key(f *frame) Token {
	if s.peek() != '"' {
		s.stop(FaultSyntax)
		return Token{}
	}
	t := s.text()
	if s.stopped {
		return Token{}
	}
	t.Kind, t.depth = Key, len(s.stack)-1
	if !f.keys.add(t.raw) {
		s.Fault(t, FaultDuplicateKey, "")
	}
	s.space()
	if s.peek() != ':' {
		s.stop(FaultSyntax)
		return Token{}
	}
	s.pos++
	f.afterKey = true
	return t
}

// value reads a text, number or word, or the beginning of an object or list.
func (s *Scanner) value() Token {
	switch c := s.peek(); {
	case c == '{':
		return s.push(ObjectBegin)
	case c == '[':
		return s.push(ListBegin)
	case c == '"':
		return s.text()
	case c == '-' || isDigit(c):
		return s.number()
	case c == 't':
		return s.word(True, "true")
	case c == 'f':
		return s.word(False, "false")
	case c == 'n':
		return s.word(Null, "null")
	}
	s.stop(FaultSyntax)
	return Token{}
}

func (s *Scanner) push(kind Kind) Token {
	if len(s.stack) >= s.cfg.MaxDepth {
		s.stop(FaultNesting)
		return Token{}
	}
	s.pos++
	t := s.token(kind, s.pos-1)
	s.stack = slices.Grow(s.stack, 1)[:len(s.stack)+1]
	f := &s.stack[len(s.stack)-1]
	// The list of keys of the frame that stood here before serves again.
	*f = frame{object: kind == ObjectBegin, keys: keySet{few: f.keys.few[:0]}}
	return t
}

func (s *Scanner) pop() Token {
	kind := ListEnd
	if s.stack[len(s.stack)-1].object {
		kind = ObjectEnd
	}
	s.stack = s.stack[:len(s.stack)-1]
	s.pos++
	return s.token(kind, s.pos-1)
}

func (s *Scanner) word(kind Kind, word string) Token {
	if !bytes.HasPrefix(s.data[s.pos:], []byte(word)) {
		s.stop(FaultSyntax)
		return Token{}
	}
	s.pos += len(word)
	return s.token(kind, s.pos-len(word))
}

// path writes the way through the outermost frames in the form of a JSON
// pointer (RFC 6901): /Resources/3/name.
func (s *Scanner) path(depth int) string {
	var b strings.Builder
	for _, f := range s.stack[:min(depth, len(s.stack))] {
		switch {
		case f.count == 0: // the beginning of the object or list itself
		case !f.object:
			b.WriteString("/" + strconv.Itoa(f.count-1))
		case f.name == "":
			b.WriteString("/*")
		default:
			b.WriteString("/" + f.name)
		}
	}
	return b.String()
}
