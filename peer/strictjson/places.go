package strictjson

import (
	"strconv"
	"strings"

	"github.com/peersupport/peersupport/peer"
)

// Places finds the line and column of a value by its path, for faults that are
// found only after the JSON was read. The zero Places is of no input. It may be
// used by several goroutines.
type Places struct {
	source string
	spots  []spot       // the value at the top first
	steps  map[step]int // from a spot to one within it
}

// spot is where a value begins.
type spot struct{ line, column int }

// step leads from the object or list at a spot to one of its values: "name" or
// "[3]". Paths are kept step by step, so that they take no more memory than
// the input however deep it is.
type step struct {
	from int
	name string
}

// level is an object or list that has been opened and not yet closed.
type level struct {
	spot int
	next int  // index of the next entry of a list
	list bool // otherwise an object, whose members name themselves
}

// Index notes where every value in data begins, which [Decode] has accepted
// under the same Config. Of other data it notes what it can.
func Index(data []byte, cfg Config) Places {
	p := Places{source: cfg.Source, steps: make(map[step]int)}
	s := NewScanner(data, cfg)
	var open []level
	name := "" // of the member that comes next
	for t := s.Next(); t.Kind != End; t = s.Next() {
		switch t.Kind {
		case Key:
			name = t.Text()
			continue
		case ObjectEnd, ListEnd:
			open = open[:len(open)-1]
			continue
		default: // a value begins
		}
		if n := len(open); n > 0 {
			if open[n-1].list {
				name = "[" + strconv.Itoa(open[n-1].next) + "]"
				open[n-1].next++
			}
			p.steps[step{open[n-1].spot, name}] = len(p.spots)
		}
		if t.Kind == ObjectBegin || t.Kind == ListBegin {
			open = append(open, level{spot: len(p.spots), list: t.Kind == ListBegin})
		}
		p.spots = append(p.spots, spot{t.Line, t.Column})
	}
	return p
}

// Fault returns a fault of the value at a path such as "people[3].name", whose
// names are those that the input has. Where the value was left out, the place
// is that of the nearest thing around it. The path becomes the fault's field
// and may hold nothing that somebody typed. The zero Places gives no line.
func (p Places) Fault(path string, code peer.FaultCode, ownWords string) peer.Fault {
	f := newFault(p.source, code, 0, 0, path)
	if ownWords != "" {
		f.Words = ownWords
	}
	if p.steps == nil {
		return f
	}
	f.Line, f.Column = 1, 1
	if len(p.spots) > 0 {
		at := p.nearest(path)
		f.Line, f.Column = at.line, at.column
	}
	return f
}

// nearest follows a path as far as it leads.
func (p Places) nearest(path string) spot {
	at := 0
	for path != "" {
		end := strings.IndexAny(path[1:], ".[") + 1
		if end == 0 {
			end = len(path)
		}
		next, ok := p.steps[step{at, path[:end]}]
		if !ok {
			break
		}
		at, path = next, strings.TrimPrefix(path[end:], ".")
	}
	return p.spots[at]
}
