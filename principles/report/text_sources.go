package report

import (
	"fmt"
	"strings"
)

func (s *sheet) missing(p *page) {
	for i, m := range p.Missing {
		if i == 0 {
			s.heading("What is missing, and who or what could supply it")
		}
		s.point(2, capital(m.Title())+". "+m.Needs)
	}
	if len(p.Unused) > 0 {
		s.heading("Handed over and not asked for here")
		s.indented(2, strings.Join(p.Unused, ", ")+".")
	}
}

// Title names what is missing and of which kind it is.
func (m missing) Title() string {
	if m.Judged {
		return m.Name + " (" + m.Kind + ")"
	}
	return m.Name + " (" + m.Kind + "; shown, not judged)"
}

// rest writes how far raters agree, how the report came about, and the sources.
func (s *sheet) rest(p *page) {
	for i, a := range p.Agreement {
		if i == 0 {
			s.heading("How far people of one voice agree (1: fully; about 0: no more than by chance)")
		}
		s.point(2, a)
	}
	s.heading("How to read this")
	for _, m := range p.Method {
		s.indented(2, m)
	}
	for i, c := range p.Sources {
		if i == 0 {
			s.heading("Sources")
		}
		lead := fmt.Sprintf("  [%d] ", c.Number)
		s.para(lead, strings.Repeat(" ", len(lead)), c.Words())
	}
}

// Words returns the source as one paragraph, addresses written out.
func (c source) Words() string {
	parts := []string{c.Head(), c.Title}
	for _, part := range []string{c.Publisher, c.Link, c.Unlinked, c.Licensed(), c.Note()} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return sentences(parts)
}

// Head names who wrote it, and when.
func (c source) Head() string {
	switch {
	case c.Authors == "":
		return c.Year + ":"
	case c.Year == "":
		return c.Authors + ":"
	}
	return c.Authors + " (" + c.Year + "):"
}

// Licensed says on what terms it is used.
func (c source) Licensed() string {
	if c.Licence == "" {
		return ""
	}
	return "Licence: " + sentence(c.Licence)
}
