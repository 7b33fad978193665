package report

import (
	"io"

	"github.com/peersupport/peersupport/principles"
)

// Measures of a picture that stands alone: room around it, and for a title.
const (
	margin     = 12.0
	titleChars = 96
)

// SVG writes the picture of the report as a file of its own: how each principle
// stands by each voice and kind of evidence, or for a ladder on which rung each
// voice sees each stage of each decision. Shapes tell standings and voices apart
// without their colours; title and description say the same in sentences. The
// error is that of w.
//
// The picture is drawn by a template of our own and not by gonum/plot: it is a
// table of symbols and no plot of data; gonum/plot draws no text alternative,
// and would bring its fonts, with their licences, to everybody who imports this
// package.
func SVG(w io.Writer, r principles.Report) error {
	p, err := newPage(r)
	if err != nil {
		return err
	}
	all, err := parsed()
	if err != nil {
		return err
	}
	pic := p.picture()
	pic.Alone = true
	pic.Title += ", " + p.At
	pic.Left, pic.Top = -margin, -3*margin
	pic.Width, pic.Height = pic.Width+2*margin, pic.Height+4*margin
	pic.Heads = append(pic.Heads, label{
		X: 4, Y: -margin, Text: shortened(wrap(pic.Title, titleChars), 1)[0], Class: "pic-title", Anchor: "start"})
	return execute(w, all, "alone", pic)
}

// picture returns the picture of the report.
func (p *page) picture() picture {
	if p.Ladder != nil {
		return p.rungs()
	}
	return p.matrix()
}

// pictures returns the picture for the page, or none of a report that has
// nothing to draw.
func (p *page) pictures() []picture {
	if len(p.Principles) == 0 && (p.Ladder == nil || len(p.Ladder.Subjects) == 0) {
		return nil
	}
	return []picture{p.picture()}
}
