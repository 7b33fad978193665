package hris

import (
	"strings"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
)

// The columns of lines, in the order of linesColumns.
const (
	linePerson = iota
	lineOther
	lineKind
	lineFrom
	lineUntil
)

func linesColumns() []tabular.Column {
	return []tabular.Column{
		linePerson: {Name: "person_id", Required: true},
		lineOther:  {Name: "other_id", Required: true},
		lineKind:   {Name: "kind", Required: true},
		lineFrom:   {Name: "from"},
		lineUntil:  {Name: "until"},
	}
}

// ReadLines reads the relations beside the line of managers: one a record, of
// a kind of peer.RelationKinds, from one day on and before another. Faults and
// error are as with [ReadPeople].
func ReadLines(f tabular.File, o Options) ([]peer.Relation, tabular.Report, error) {
	t := readLines(f, o)
	return t.result()
}

func readLines(f tabular.File, o Options) table[peer.Relation] {
	t := tabular.NewReader(f, o.lines())
	var lines []peer.Relation
	for t.Next() {
		r := peer.Relation{
			Person: peer.ExternalID(strings.Clone(t.Field(linePerson))),
			Other:  peer.ExternalID(strings.Clone(t.Field(lineOther))),
			During: peer.Interval{From: readDate(t, lineFrom), Until: readDate(t, lineUntil)},
		}
		var err error
		if r.Kind, err = peer.ParseRelationKind(t.Field(lineKind)); err != nil {
			t.Refuse(lineKind, err)
		}
		lines = append(lines, r)
		t.Keep()
	}
	return table[peer.Relation]{rows: lines, report: t.Report(), faults: t.Faults(), whole: t.Whole(), err: t.Err()}
}

// readDate reads a date that may be empty.
func readDate(t *tabular.Reader, column int) peer.Date {
	text := t.Field(column)
	if text == "" {
		return peer.Date{}
	}
	date, err := peer.ParseDate(text)
	if err != nil {
		t.Refuse(column, err)
	}
	return date
}
