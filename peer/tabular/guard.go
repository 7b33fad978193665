package tabular

import (
	"errors"
	"io"
)

var (
	errRecordTooLong = errors.New("tabular: record too long")
	errFileTooLarge  = errors.New("tabular: file too large")
)

// guard passes a stream on to encoding/csv and ends it with an error where a
// record outgrows [MaxRecord] or the file [MaxFile]: encoding/csv itself
// gathers a record of any length in memory. It follows quotation by counting
// quotation marks, and agrees with encoding/csv about where a record ends up to
// the first syntax error, at which reading stops anyway.
type guard struct {
	from   io.Reader
	total  int  // bytes passed
	record int  // bytes passed of the present record
	quoted bool // inside quotation
	line   int  // of the present byte, from 1
	start  int  // the line on which the present record begins
	failed error
}

func newGuard(from io.Reader) *guard { return &guard{from: from, line: 1, start: 1} }

// Read implements io.Reader.
func (g *guard) Read(p []byte) (int, error) {
	if g.failed != nil {
		return 0, g.failed
	}
	n, err := g.from.Read(p)
	for i, c := range p[:n] {
		if g.failed = g.pass(c); g.failed != nil {
			return i, g.failed
		}
	}
	g.failed = err
	return n, err
}

// sticky returns the first error of a stream again and again. A bufio.Reader
// forgets it after Peek, and a stream that goes on after an error would lose
// records silently.
type sticky struct {
	from io.Reader
	err  error
}

// Read implements io.Reader.
func (s *sticky) Read(p []byte) (n int, err error) {
	if s.err != nil {
		return 0, s.err
	}
	n, s.err = s.from.Read(p)
	return n, s.err
}

func (g *guard) pass(c byte) error {
	switch g.total++; {
	case g.total > MaxFile:
		return errFileTooLarge
	case g.record >= MaxRecord:
		return errRecordTooLong
	}
	g.record++
	switch c {
	case '"':
		g.quoted = !g.quoted
	case '\n':
		g.line++
		if !g.quoted {
			g.record, g.start = 0, g.line
		}
	}
	return nil
}
