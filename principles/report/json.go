package report

import (
	"encoding/json"
	"io"
	"slices"

	"github.com/peersupport/peersupport/principles"
)

// JSON writes the report as one indented object, with its schema in it and a
// line break at the end. Characters that mean something in markup are escaped,
// so that the text stays harmless inside a page. The error is that of w, or of
// encoding/json for a figure that is no number.
func JSON(w io.Writer, r principles.Report) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(withLists(r, func(list []string) []string {
		if list == nil {
			return []string{}
		}
		return list
	}))
}

// withLists returns a copy of the report in which the lists that its JSON always
// holds are what fill makes of them. A list that was left out in Go is written
// as an empty one, because null is no list.
func withLists(r principles.Report, fill func([]string) []string) principles.Report {
	r.Principles = slices.Clone(r.Principles)
	for i := range r.Principles {
		p := &r.Principles[i]
		p.Sources = fill(p.Sources)
		p.Indicators = slices.Clone(p.Indicators)
		for j := range p.Indicators {
			p.Indicators[j].Sources = fill(p.Indicators[j].Sources)
		}
	}
	r.Sources = slices.Clone(r.Sources)
	for i := range r.Sources {
		r.Sources[i].Authors = fill(r.Sources[i].Authors)
	}
	if r.Ladder == nil {
		return r
	}
	ladder := *r.Ladder
	ladder.Rungs = slices.Clone(ladder.Rungs)
	for i := range ladder.Rungs {
		ladder.Rungs[i].Sources = fill(ladder.Rungs[i].Sources)
	}
	if ladder.Rungs == nil {
		ladder.Rungs = []principles.Rung{}
	}
	r.Ladder = &ladder
	return r
}
