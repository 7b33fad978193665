package report

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/peersupport/peersupport/principles"
)

// picture is a drawing, laid out in units that are pixels at its natural size.
type picture struct {
	ID            string // makes ids of its parts, unique on a page
	Title, Desc   string
	Caption       string // for a page
	Left, Top     float64
	Width, Height float64
	Alone         bool // a file of its own, not part of a page

	Heads  []label
	Lines  []line
	Labels []label
	Cells  []cell
	Legend []cell // a shape and its word

	Panels []panel // of a ladder
}

// label is a line of text.
type label struct {
	X, Y   float64
	Text   string
	Class  string
	Anchor string // start, middle or end
}

type line struct{ X1, Y1, X2, Y2 float64 }

// cell is a standing at its place.
type cell struct {
	X, Y, Scale float64
	Stands      mark
	Blank       bool // nobody was asked, nothing is counted or attested
	Text        label
}

// Measures of the picture. The width fits a page of paper at a size of letters
// that can be read.
const (
	pictureWidth = 760.0
	nameWidth    = 224.0
	leastColumn  = 52.0
	mostColumn   = 134.0
	lineHeight   = 15.0
	nameChars    = 30
	letter       = 6.0 // how wide a letter of the headings is, about
)

// matrix is the picture of the standings: rows are principles, columns the
// whole, each voice, what is counted and what is attested.
func (p *page) matrix() picture {
	columns := p.words.columns()
	width := min(max((pictureWidth-nameWidth)/float64(len(columns)), leastColumn), mostColumn)
	pic := picture{
		ID: "standings", Title: p.Title + ": how each " + p.One + " stands",
		Caption: "How each " + p.One + " stands as a whole, and by each voice and kind of evidence on which it depends.",
		Width:   math.Max(pictureWidth, nameWidth+width*float64(len(columns))),
	}
	middle := func(i int) float64 { return nameWidth + width*(float64(i)+0.5) }
	heads := make([][]string, len(columns))
	tallest := 1
	for i, c := range columns {
		heads[i] = wrap(capital(c.name), int(width/letter))
		tallest = max(tallest, len(heads[i]))
	}
	y := 8 + lineHeight*float64(tallest)
	for i, lines := range heads {
		for j, text := range lines {
			top := y - lineHeight*float64(len(lines)-1-j)
			pic.Heads = append(pic.Heads, label{X: middle(i), Y: top, Text: text, Class: "pic-head", Anchor: "middle"})
		}
	}
	y += 12
	pic.Lines = append(pic.Lines, line{0, y, pic.Width, y})
	var said []string
	for _, pr := range p.Principles {
		names := shortened(wrap(pr.Name, nameChars), 3)
		height := 22 + lineHeight*float64(len(names))
		centre := y + height/2
		for j, text := range names {
			first := centre + 4.5 - lineHeight*float64(len(names)-1)/2
			pic.Labels = append(pic.Labels, label{X: 4, Y: first + lineHeight*float64(j), Text: text, Class: "pic-name", Anchor: "start"})
		}
		var row []string
		for i, c := range columns {
			stands, asked := c.of(pr.of)
			pic.Cells = append(pic.Cells, cell{X: middle(i), Y: centre, Scale: size(i), Stands: markOf(stands), Blank: !asked})
			if asked {
				row = append(row, c.name+" "+standing(stands))
			}
		}
		said = append(said, pr.Name+": "+strings.Join(row, ", ")+".")
		y += height
		pic.Lines = append(pic.Lines, line{0, y, pic.Width, y})
	}
	pic.legend(y + 26)
	pic.Desc = sentences(said)
	return pic
}

// size draws the whole larger than its parts.
func size(column int) float64 {
	if column == 0 {
		return 1
	}
	return 0.78
}

// legend explains the shapes and ends the picture.
func (pic *picture) legend(y float64) {
	x := 12.0
	add := func(c cell, text string) {
		c.X, c.Y, c.Scale = x, y, 0.78
		c.Text = label{X: x + 13, Y: y + 4, Text: text, Class: "pic-key", Anchor: "start"}
		pic.Legend = append(pic.Legend, c)
		x += 13 + letter*1.1*float64(utf8.RuneCountInString(text)) + 26
	}
	for _, s := range principles.Standings() {
		add(cell{Stands: markOf(s)}, standing(s))
	}
	add(cell{Blank: true}, "does not apply")
	pic.Height = y + 20
}

// shortened keeps so many lines and says that there were more.
func shortened(lines []string, most int) []string {
	if len(lines) <= most {
		return lines
	}
	lines = append([]string(nil), lines[:most]...)
	lines[most-1] = strings.TrimRight(lines[most-1], " ") + "…"
	return lines
}
