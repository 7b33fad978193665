package report

import (
	"fmt"
	"strings"
)

func (s *sheet) differ(p *page) {
	for i, d := range p.Differ {
		if i == 0 {
			s.heading("Where voices see it differently")
		}
		s.indented(2, d.Says)
		for _, at := range d.Where {
			s.point(4, at.Label)
		}
	}
}

func (s *sheet) contests(p *page) {
	for i, c := range p.Contests {
		if i == 0 {
			s.heading("What somebody does not accept")
		}
		s.point(2, capital(c.title())+".")
		if c.Text != "" {
			s.indented(4, "“"+c.Text+"”")
		}
		if c.Answer != "" {
			s.indented(4, strings.TrimSpace("Answer "+c.Answered)+": "+sentence(c.Answer))
		}
		for _, n := range c.Notes {
			s.indented(4, n)
		}
	}
}

// title says what is contested, by whom and when.
func (c contest) title() string {
	text := c.About + ", contested by " + c.By
	if c.On != "" {
		text += " on " + c.On
	}
	return text
}

// Title is title, for templates.
func (c contest) Title() string { return c.title() }

// ladder writes the headline gap first, then decision by decision, stage by
// stage, voice by voice.
func (s *sheet) ladder(l *ladder) {
	if l == nil {
		return
	}
	s.heading("Who sees it on which rung")
	s.indented(2, l.Headline)
	s.indented(2, l.Nothing)
	for _, subject := range l.Subjects {
		s.gap()
		s.indented(2, subject.Name)
		for _, stage := range subject.Stages {
			s.indented(4, stage.Name)
			for _, n := range stage.Alarms {
				s.indented(6, "ATTENTION. "+n)
			}
			for _, a := range stage.Accounts {
				s.account(a)
			}
			s.indented(6, stage.Gap)
			for _, n := range stage.Notes {
				s.indented(6, n)
			}
		}
	}
	s.heading("The rungs, highest first")
	for _, r := range l.Rungs {
		never := ""
		if r.Never {
			never = " NEVER ACCEPTABLE."
		}
		lead := fmt.Sprintf("  %2d  ", r.Number)
		s.para(lead, "      ", fmt.Sprintf("%s.%s %s %s", r.Name, never, r.Meaning, sourceWords(r.Sources, r.Footing)))
	}
}

func (s *sheet) account(a rungAccount) {
	const voice, rung = 24, 30
	text := padded(a.Voice, voice) + "  " + a.Rung
	if a.Heard {
		text = padded(a.Voice, voice) + "  " + padded(a.Rung, rung) + "  interval " + a.Interval
	}
	s.line("      " + text)
	s.indented(6+voice+2, a.Change)
}

func (s *sheet) tensions(p *page) {
	for i, t := range p.Tensions {
		if i == 0 {
			s.heading("Tensions")
		}
		s.point(2, t.Title+". "+t.Raised+"."+touches(t.Serves))
		for _, a := range t.Seen {
			s.indented(4, a.Voice+": "+a.Text)
		}
		for _, a := range t.Answers {
			s.indented(4, "Agreed about it: "+sentence(a))
		}
		if t.Settled != "" {
			s.indented(4, "Settled on "+t.Settled+".")
		}
		for _, n := range t.Notes {
			s.indented(4, n)
		}
	}
}

func touches(names string) string {
	if names == "" {
		return ""
	}
	return " It touches: " + names + "."
}

func (s *sheet) actions(p *page) {
	for i, a := range p.Actions {
		if i == 0 {
			s.heading("What was agreed")
		}
		s.point(2, sentence(a.What)+" "+a.Words())
		for _, n := range a.Notes {
			s.indented(4, n)
		}
	}
}

// Words says for what, by whom and until when an action is.
func (a action) Words() string {
	parts := []string{"For: " + a.Serves + "."}
	if a.Owner != "" {
		parts = append(parts, "In hand with: "+sentence(a.Owner))
	}
	switch {
	case a.Done != "":
		parts = append(parts, "Done on "+a.Done+".")
	case a.Due != "":
		parts = append(parts, "Due on "+a.Due+".")
	}
	if a.By != "" {
		parts = append(parts, "Agreed by: "+a.By+".")
	}
	return sentences(parts)
}
