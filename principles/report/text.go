package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/peersupport/peersupport/principles"
)

// Text writes the report as a coordinator reads it in a terminal, in lines of at
// most 100 characters. The error is that of w.
func Text(w io.Writer, r principles.Report) error {
	p, err := newPage(r)
	if err != nil {
		return err
	}
	s := newSheet(w)
	s.top(p)
	s.voices(p)
	for i, pr := range p.Principles {
		if i == 0 {
			s.heading("How each " + p.One + " stands")
		}
		s.principle(pr, i+1)
	}
	s.differ(p)
	s.ladder(p.Ladder)
	s.contests(p)
	s.tensions(p)
	s.actions(p)
	s.missing(p)
	s.rest(p)
	return s.flush()
}

// top writes what the report is about, what to know first, and how the whole
// stands.
func (s *sheet) top(p *page) {
	title := p.Title
	if p.Version != "" {
		title += ", version " + p.Version
	}
	s.para("", "", title)
	about := "Audit of " + p.At
	if p.Programme != "" {
		about = p.Programme + ". " + about
	}
	s.para("", "", about)
	if len(p.First) > 0 {
		s.heading("First of all")
		for _, n := range p.First {
			s.point(2, n)
		}
	}
	if p.Whole == nil && len(p.Counts) == 0 {
		return
	}
	s.heading("As a whole")
	if p.Whole != nil {
		s.indented(2, p.wholeWords())
	}
	s.indented(2, capital(p.countWords())+".")
}

func (p *page) wholeWords() string {
	text := "The whole stands as its weakest part: " + p.Whole.Stands.Word + "."
	if p.Whole.Known != "" {
		text += " The worst of what is known: " + p.Whole.Known + "."
	}
	return text
}

// countWords says how many stand how.
func (p *page) countWords() string {
	parts := make([]string, 0, len(p.Counts))
	for _, c := range p.Counts {
		parts = append(parts, fmt.Sprintf("%d %s", c.Count, c.Stands.Word))
	}
	return p.Many + ": " + strings.Join(parts, ", ")
}

func (s *sheet) voices(p *page) {
	if len(p.Voices) == 0 {
		return
	}
	s.heading("Who was heard")
	for _, v := range p.Voices {
		text := v.Name
		if v.Needed {
			text += ", needed"
		}
		if v.Side != "" {
			text += " (" + v.Side + ")"
		}
		s.para("  "+padded(v.Said(), 9)+"  ", strings.Repeat(" ", 13), text)
	}
}

func (s *sheet) principle(p principle, n int) {
	s.gap()
	name := p.Name
	if p.Handle != "" {
		name += " (" + p.Handle + ")"
	}
	s.para("", "   ", fmt.Sprintf("%d. %s: %s", n, name, strings.ToUpper(p.Stands.Word)))
	s.indented(3, p.Meaning)
	for _, note := range p.Notes {
		s.indented(3, note)
	}
	if p.PullsDown != "" {
		s.indented(3, "What pulls it down: "+p.PullsDown+".")
	}
	s.indented(3, p.Change)
	for _, i := range p.Indicators {
		s.indicator(i)
	}
	if p.Silent != "" {
		s.indented(3, "These would also inform, but nothing was handed over: "+p.Silent+".")
	}
	for i, t := range p.Try {
		if i == 0 {
			s.indented(3, "Something to try:")
		}
		s.point(5, t.Text+" ("+t.Words()+")")
	}
	s.indented(3, sourceWords(p.Sources, p.Footing))
}

func (s *sheet) indicator(i indicator) {
	about := ""
	if !i.Judged {
		about = "; shown, not judged"
	}
	if i.From != "" {
		about += "; of the framework " + i.From
	}
	s.para("   * ", "     ", fmt.Sprintf("%s (%s%s): %s", capital(i.Name), i.Kind, about, i.Stands.Word))
	s.indented(5, i.Asks)
	for _, r := range i.Rows {
		s.point(5, r.words())
	}
	for _, f := range i.Finds {
		s.indented(5, f)
	}
	for _, n := range i.Notes {
		s.indented(5, n)
	}
	s.indented(5, i.Rule+" "+sourceWords(i.Sources, i.Footing))
}

// words returns the evidence as one paragraph.
func (r row) words() string {
	by := capital(r.By)
	if r.Period != "" {
		by += ", " + r.Period
	}
	parts := []string{by + ": " + r.Stands.Word + "."}
	for _, part := range []string{r.Says, r.Sure, r.Change} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return sentences(parts)
}

// sourceWords leads to the list of sources.
func sourceWords(refs []ref, footing string) string {
	labels := make([]string, len(refs))
	for i, r := range refs {
		labels[i] = r.Label
	}
	text := ""
	if len(labels) > 0 {
		text = "[" + strings.Join(labels, ", ") + "]"
	}
	switch {
	case footing == "":
		return text
	case text == "":
		return capital(footing) + "."
	}
	return text + " " + footing + "."
}

// Words says for what something is meant, and how well it is founded.
func (s suggestion) Words() string {
	if s.Footing == "" {
		return "for " + s.For
	}
	return "for " + s.For + "; " + s.Footing
}
