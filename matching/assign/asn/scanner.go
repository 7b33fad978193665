package asn

import (
	"bufio"
	"errors"
	"io"
	"strconv"
)

// longestWord is more than any number or keyword needs.
const longestWord = 32

// scanner reads words and remembers the line. It never holds more than one word.
type scanner struct {
	in   *bufio.Reader
	line int
	word [longestWord]byte
}

func (s *scanner) fault(c Code) error { return &SyntaxError{Line: s.line, Code: c} }

func space(b byte) bool { return b == ' ' || b == '\t' || b == '\r' || b == '\v' || b == '\f' }

// get returns the next byte; at the end of the text it returns io.EOF.
func (s *scanner) get() (byte, error) {
	b, err := s.in.ReadByte()
	if err != nil && !errors.Is(err, io.EOF) {
		return 0, &SyntaxError{Line: s.line, Code: CodeRead, cause: err}
	}
	return b, err
}

// unget puts back the byte just read.
func (s *scanner) unget() error {
	if err := s.in.UnreadByte(); err != nil {
		return &SyntaxError{Line: s.line, Code: CodeRead, cause: err}
	}
	return nil
}

// peek skips white space and line ends, and returns the next byte without taking
// it. A text that ends here lacks its header.
func (s *scanner) peek() (byte, error) {
	for {
		b, err := s.get()
		switch {
		case errors.Is(err, io.EOF):
			return 0, s.fault(CodeHeader)
		case err != nil:
			return 0, err
		case b == '\n':
			s.line++
		case !space(b):
			return b, s.unget()
		}
	}
}

// next returns the next word of the present line; it is empty at the end of the
// line, which it leaves in place, and at the end of the text.
func (s *scanner) next() ([]byte, error) {
	n := 0
	for {
		b, err := s.get()
		switch {
		case errors.Is(err, io.EOF):
			return s.word[:n], nil
		case err != nil:
			return nil, err
		case b == '\n':
			return s.word[:n], s.unget()
		case space(b):
			if n > 0 {
				return s.word[:n], nil
			}
		case n == longestWord:
			return nil, s.fault(CodeLine)
		default:
			s.word[n] = b
			n++
		}
	}
}

// endLine takes the end of the line; more is false at the end of the text.
func (s *scanner) endLine() (more bool, err error) {
	_, err = s.get()
	if errors.Is(err, io.EOF) {
		return false, nil
	}
	s.line++
	return err == nil, err
}

// skipLine takes the rest of the line, but not its end.
func (s *scanner) skipLine() error {
	for {
		b, err := s.get()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case b == '\n':
			return s.unget()
		}
	}
}

// number reads a whole number on the present line.
func (s *scanner) number() (int64, error) {
	w, err := s.next()
	if err != nil {
		return 0, err
	}
	return s.parse(w)
}

func (s *scanner) parse(word []byte) (int64, error) {
	if len(word) == 0 {
		return 0, s.fault(CodeLine)
	}
	v, err := strconv.ParseInt(string(word), 10, 64)
	if err != nil {
		return 0, s.fault(CodeNumber)
	}
	return v, nil
}

// lineDone fails when the present line holds another word.
func (s *scanner) lineDone() error {
	w, err := s.next()
	if err != nil {
		return err
	}
	if len(w) > 0 {
		return s.fault(CodeLine)
	}
	return nil
}
