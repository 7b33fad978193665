package strictjson

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/peersupport/peersupport/peer"
)

// text reads a text or key and reports one that is too long, or that holds
// what can be written in JSON and is no text: NUL, half a surrogate pair.
func (s *Scanner) text() Token {
	from := s.pos
	s.pos++
	characters := 0
	var wrong peer.FaultCode
	for {
		switch c := s.peek(); {
		case c == '"':
			s.pos++
			t := s.token(Text, from)
			if characters > s.cfg.MaxText {
				s.Fault(t, FaultTextLength, "")
			}
			if wrong != "" {
				s.Fault(t, wrong, "")
			}
			return t
		case c < ' ': // the end of the input too
			s.stop(FaultSyntax)
			return Token{}
		case c == '\\':
			if code := s.escape(); code != "" {
				wrong = code
			}
		case c < utf8.RuneSelf:
			s.pos++
		default:
			_, size := utf8.DecodeRune(s.data[s.pos:])
			s.pos += size
		}
		if s.stopped {
			return Token{}
		}
		characters++
	}
}

// escape reads one escaped character and says what is wrong with it.
func (s *Scanner) escape() peer.FaultCode {
	s.pos++
	switch s.peek() {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		s.pos++
		return ""
	case 'u':
	default:
		s.stop(FaultSyntax)
		return ""
	}
	s.pos++
	r, ok := s.hex()
	switch {
	case !ok:
		s.stop(FaultSyntax)
	case r == 0:
		return FaultNUL
	case utf16.IsSurrogate(r):
		return s.lowSurrogate(r)
	}
	return ""
}

// lowSurrogate reads the second half of a pair.
func (s *Scanner) lowSurrogate(high rune) peer.FaultCode {
	before := s.pos
	if s.pos+2 <= len(s.data) && s.data[s.pos] == '\\' && s.data[s.pos+1] == 'u' {
		s.pos += 2
		if low, ok := s.hex(); ok && utf16.DecodeRune(high, low) != utf8.RuneError {
			return ""
		}
		s.pos = before
	}
	return FaultEncoding
}

// hex reads four hexadecimal digits.
func (s *Scanner) hex() (rune, bool) {
	if s.pos+4 > len(s.data) {
		return 0, false
	}
	n, err := strconv.ParseUint(string(s.data[s.pos:s.pos+4]), 16, 16)
	s.pos += 4
	return rune(n), err == nil
}

// number reads a number as RFC 8259 section 6 writes it.
func (s *Scanner) number() Token {
	from := s.pos
	if s.peek() == '-' {
		s.pos++
	}
	whole := s.pos
	ok := s.digits() && (s.data[whole] != '0' || s.pos == whole+1)
	if ok && s.peek() == '.' {
		s.pos++
		ok = s.digits()
	}
	if c := s.peek(); ok && (c == 'e' || c == 'E') {
		s.pos++
		if c := s.peek(); c == '+' || c == '-' {
			s.pos++
		}
		ok = s.digits()
	}
	if !ok {
		s.stop(FaultSyntax)
		return Token{}
	}
	return s.token(Number, from)
}

// digits passes over digits and reports whether there was one.
func (s *Scanner) digits() bool {
	from := s.pos
	for isDigit(s.peek()) {
		s.pos++
	}
	return s.pos > from
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
