package strictjson

import (
	"bytes"
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/peersupport/peersupport/peer"
)

// Scanner reads JSON token by token, without recursion, and gathers what is
// wrong. It checks syntax, limits and repeated keys; what the keys and values
// mean is for the caller, who adds faults with [Scanner.Fault]. A Scanner is
// for one goroutine.
type Scanner struct {
	cfg       Config
	data      []byte
	pos       int
	line      int // from 1
	lineStart int // where the line begins in data
	stack     []frame
	begun     bool // the one value at the top has begun
	stopped   bool
	faults    peer.Faults
	stopping  int // how many of them are no warnings
	warnings  int // how many there were, kept or not
}

// frame is an object or a list that is being read.
type frame struct {
	object   bool
	afterKey bool   // a key was read and its value is due
	name     string // what the caller calls the present member, for paths
	count    int    // members begun
	keys     keySet
}

// NewScanner returns a Scanner of data, which must not change while it is read.
func NewScanner(data []byte, cfg Config) *Scanner {
	cfg = cfg.withDefaults()
	s := &Scanner{cfg: cfg, data: cfg.withoutMark(data), line: 1}
	switch {
	case int64(len(s.data)) > cfg.MaxBytes:
		s.stop(FaultTooLarge)
	case bytes.HasPrefix(s.data, []byte(mark)):
		s.stop(FaultMark)
	case !utf8.Valid(s.data):
		s.moveToInvalid()
		s.stop(FaultEncoding)
	}
	return s
}

// moveToInvalid moves to the first byte that is not UTF-8.
func (s *Scanner) moveToInvalid() {
	for s.pos < len(s.data) {
		r, size := utf8.DecodeRune(s.data[s.pos:])
		if r == utf8.RuneError && size == 1 {
			return
		}
		s.pos += size
		if r == '\n' {
			s.line, s.lineStart = s.line+1, s.pos
		}
	}
}

// Faults returns what was found wrong so far, in the order of the input.
func (s *Scanner) Faults() peer.Faults {
	slices.SortStableFunc(s.faults, func(a, b peer.Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return s.faults
}

// Next returns the next token; End at the end of the input and when reading
// cannot go on. Something after the end is a fault.
func (s *Scanner) Next() Token {
	s.space()
	switch {
	case s.stopped:
		return Token{}
	case len(s.stack) > 0:
		return s.member()
	case !s.begun && s.pos == len(s.data):
		s.stop(FaultEmpty)
		return Token{}
	case !s.begun:
		s.begun = true
		return s.value()
	case s.pos < len(s.data):
		s.stop(FaultTrailing)
	}
	return Token{}
}

// Skip reads one value, whatever it is, or the rest of the value that begins
// with the token read last.
func (s *Scanner) Skip(last Token) {
	depth := len(s.stack)
	switch last.Kind {
	case ObjectBegin, ListBegin:
		depth--
	case Key:
		s.Next()
	default: // a value by itself
	}
	for len(s.stack) > depth && !s.stopped {
		s.Next()
	}
}

// Name says what the member whose key was read last is called in the paths of
// faults. Members without a name, whose key the caller does not know, are
// shown as *, because a key may be personal too.
func (s *Scanner) Name(name string) {
	if len(s.stack) > 0 {
		s.stack[len(s.stack)-1].name = name
	}
}

// Fault adds a fault at a token of the value or member that is being read.
// Words belong to codes of the caller's own; without them it is this package's
// words or the peer package's.
func (s *Scanner) Fault(at Token, code peer.FaultCode, ownWords string) {
	if s.stopped {
		return
	}
	s.faults = append(s.faults, s.at(at, code, ownWords))
	if s.stopping++; s.stopping == MaxFaults {
		s.stop(FaultMore)
	}
}

// Warn is [Scanner.Fault] for what is remarkable and stops nothing. At most
// MaxFaults warnings are kept.
func (s *Scanner) Warn(at Token, code peer.FaultCode, ownWords string) {
	if s.warnings++; s.stopped || s.warnings > MaxFaults {
		return
	}
	f := s.at(at, code, ownWords)
	f.Warning = true
	s.faults = append(s.faults, f)
}

func (s *Scanner) at(at Token, code peer.FaultCode, ownWords string) peer.Fault {
	f := newFault(s.cfg.Source, code, at.Line, at.Column, s.path(at.depth))
	f.Words = cmp.Or(ownWords, f.Words)
	return f
}

// stop adds a last fault at the present place.
func (s *Scanner) stop(code peer.FaultCode) {
	if s.stopped {
		return
	}
	s.stopped = true
	path := s.path(len(s.stack))
	s.faults = append(s.faults, newFault(s.cfg.Source, code, s.line, s.pos-s.lineStart+1, path))
}

// space passes over white space.
func (s *Scanner) space() {
	for s.pos < len(s.data) {
		switch s.data[s.pos] {
		case '\n':
			s.line, s.lineStart = s.line+1, s.pos+1
		case ' ', '\t', '\r':
		default:
			return
		}
		s.pos++
	}
}

// peek returns the next byte, 0 at the end; a NUL in the input is no JSON
// either.
func (s *Scanner) peek() byte {
	if s.pos == len(s.data) {
		return 0
	}
	return s.data[s.pos]
}

// token returns the token from the given position to the present one.
func (s *Scanner) token(kind Kind, from int) Token {
	return Token{
		Kind: kind, Line: s.line, Column: from - s.lineStart + 1,
		raw: s.data[from:s.pos], from: from, depth: len(s.stack),
	}
}
