package report

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// panel is one decision on the ladder: rungs are rows, upward, and stages are
// columns with a marker for each voice.
type panel struct {
	Title   label
	Rungs   []label
	Lines   []line
	Stages  []label
	Markers []marker
}

// marker is the middle rating of one voice with its interval.
type marker struct {
	X, Y, Top, Bottom float64
	Shape             int  // which of the shapes
	Hollow            bool // where there are more voices than shapes
	Open              bool // the interval runs over the whole ladder
}

// shapes is how many shapes of markers there are.
const shapes = 6

// Measures of the picture of a ladder.
const (
	rungWidth   = 200.0
	rungHeight  = 26.0
	markerWidth = 20.0
	stageGap    = 22.0
	leastStage  = 78.0
	mostStage   = 180.0
)

// rungs is the picture of a ladder.
func (p *page) rungs() picture {
	l := p.Ladder
	pic := picture{ID: "rungs", Title: p.Title + ": who sees it on which rung",
		Caption: "A marker is the middle rating of a voice, the line through it its interval. A dotted line runs over the whole " +
			"ladder: too few answered to narrow it."}
	width := math.Max(markerWidth*float64(len(l.Voices))+stageGap, leastStage)
	fits := max(int((pictureWidth-rungWidth)/width), 1)
	most := 1
	for _, s := range l.Subjects {
		most = max(most, min(len(s.Stages), fits))
	}
	width = max(width, min((pictureWidth-rungWidth)/float64(most), mostStage))
	pic.Width = math.Max(pictureWidth, rungWidth+width)
	y := pic.voices(l)
	var said []string
	for _, s := range l.Subjects {
		said = append(said, s.words()...)
		for part := range slices.Chunk(s.Stages, fits) {
			drawn, bottom := l.panel(s.Name, part, y, width)
			pic.Panels = append(pic.Panels, drawn)
			y = bottom + 28
		}
	}
	pic.Height = y
	pic.Desc = sentences(said)
	if pic.Desc == "" {
		pic.Desc = "No account may be shown."
	}
	return pic
}

// voices explains the shapes and returns where the panels begin.
func (pic *picture) voices(l *ladder) float64 {
	x, y := 14.0, 22.0
	var key panel
	for i, v := range l.Voices {
		text := v.Name
		if v.Side != "" {
			text += " (" + v.Side + ")"
		}
		room := 16 + letter*1.1*float64(utf8.RuneCountInString(text)) + 24
		if x > 14 && x+room > pic.Width {
			x, y = 14, y+24
		}
		key.Markers = append(key.Markers, marker{X: x, Y: y, Top: y, Bottom: y, Shape: i % shapes, Hollow: i/shapes%2 == 1})
		key.Stages = append(key.Stages, label{X: x + 14, Y: y + 4, Text: text, Class: "pic-key", Anchor: "start"})
		x += room
	}
	pic.Panels = append(pic.Panels, key)
	return y + 40
}

// panel draws some stages of a decision and returns where it ends.
func (l *ladder) panel(name string, stages []stage, y, width float64) (panel, float64) {
	p := panel{Title: label{X: 4, Y: y, Text: shortened(wrap(name, 100), 1)[0], Class: "pic-title", Anchor: "start"}}
	y += 14
	top := len(l.Rungs)
	right := rungWidth + width*float64(len(stages))
	level := func(n int) float64 { return y + rungHeight*(float64(top-n)+0.5) }
	for i, r := range l.Rungs {
		edge := y + rungHeight*float64(i)
		p.Lines = append(p.Lines, line{0, edge, right, edge})
		text, class := shortened(wrap(strconv.Itoa(r.Number)+" "+r.Name, 28), 1)[0], "pic-name"
		if r.Never {
			text, class = text+" (never)", "pic-name pic-never"
		}
		p.Rungs = append(p.Rungs, label{X: 4, Y: edge + rungHeight/2 + 4.5, Text: text, Class: class, Anchor: "start"})
	}
	bottom := y + rungHeight*float64(top)
	p.Lines = append(p.Lines, line{0, bottom, right, bottom})
	lowest := bottom
	for i, s := range stages {
		left := rungWidth + width*float64(i)
		p.Lines = append(p.Lines, line{left, y, left, bottom})
		for j, text := range shortened(wrap(s.Name, int(width/letter)), 3) {
			at := bottom + 16 + lineHeight*float64(j)
			lowest = max(lowest, at)
			p.Stages = append(p.Stages, label{X: left + width/2, Y: at, Text: text, Class: "pic-head", Anchor: "middle"})
		}
		first := left + width/2 - markerWidth*float64(len(s.Accounts)-1)/2
		for j, a := range s.Accounts {
			if a.Heard {
				p.Markers = append(p.Markers, marker{
					X: first + markerWidth*float64(j), Y: level(a.median), Top: level(a.high), Bottom: level(a.low),
					Shape: j % shapes, Hollow: j/shapes%2 == 1, Open: a.low == 1 && a.high == top})
			}
		}
	}
	return p, lowest
}

// words says the same as the markers of a decision.
func (s subject) words() (all []string) {
	for _, st := range s.Stages {
		var accounts []string
		for _, a := range st.Accounts {
			if a.Heard {
				accounts = append(accounts, fmt.Sprintf("%s rung %s, interval %s", a.Voice, a.Rung, a.Interval))
			}
		}
		all = append(all, s.Name+", "+st.Name+": "+strings.Join(accounts, "; ")+".")
	}
	return all
}
