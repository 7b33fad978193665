package report

import (
	"io"
	"strings"
	"unicode/utf8"

	"github.com/peersupport/peersupport/principles"
)

// longestName is how much room Glance gives to a name.
const longestName = 40

// Glance writes a few lines of the report: what to know first, how the whole
// stands, and one line for each principle, or for a ladder its headline. The
// lines are indented, to stand under a heading. The error is that of w.
func Glance(w io.Writer, r principles.Report) error {
	p, err := newPage(r)
	if err != nil {
		return err
	}
	s := newSheet(w)
	s.indented(2, p.Title+", audit of "+p.At)
	for _, n := range p.First {
		s.indented(2, n)
	}
	if p.Whole != nil {
		s.indented(2, p.wholeWords())
	}
	name := 0
	for _, pr := range p.Principles {
		name = max(name, min(utf8.RuneCountInString(pr.Name), longestName))
	}
	for _, pr := range p.Principles {
		s.glance(pr, name)
	}
	if l := p.Ladder; l != nil {
		s.glanceLadder(l)
	}
	return s.flush()
}

func (s *sheet) glance(p principle, name int) {
	const word = 13 // "partly upheld"
	why := p.PullsDown
	if (why == "" || p.Stands == markOf(principles.NotKnown)) && p.Stands != markOf(principles.Upheld) && len(p.Notes) > 0 {
		why = small(strings.TrimSuffix(p.Notes[0], "."))
	}
	line := "  " + padded(p.Stands.Word, word) + "  " + padded(p.Name, name)
	if room := columns - utf8.RuneCountInString(line) - 2; why != "" && room > 10 {
		line += "  " + strings.TrimRight(padded(why, room), " ")
	}
	s.line(line)
}

func (s *sheet) glanceLadder(l *ladder) {
	stages := 0
	for _, subject := range l.Subjects {
		stages += len(subject.Stages)
	}
	s.indented(2, capital(count(len(l.Subjects), "decision or initiative", "decisions or initiatives"))+", "+
		count(stages, "stage", "stages")+" with an account that may be shown")
	s.indented(2, l.Headline)
}
