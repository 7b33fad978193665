package hris

import (
	"strings"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
)

// The columns of people, in the order of peopleColumns.
const (
	personID = iota
	managerID
	team
	location
	status
	sameAs
)

func peopleColumns() []tabular.Column {
	return []tabular.Column{
		personID:  {Name: "person_id", Required: true},
		managerID: {Name: "manager_id", Required: true},
		team:      {Name: "team", FreeText: true},
		location:  {Name: "location", FreeText: true},
		status:    {Name: "status"},
		sameAs:    {Name: "same_as"},
	}
}

// table is what was read of one file, with its faults, before it is decided
// whether they stop the import.
type table[T any] struct {
	rows   []T
	report tabular.Report
	faults peer.Faults
	whole  bool
	err    error // of the stream
}

// ReadPeople reads the people of a file and checks nothing between them: that
// is done by peer.NewOrganisation, or by [Import], which also knows the places.
// The error is of type peer.Faults with every fault of the file, or that of the
// stream; with an error no people are returned.
func ReadPeople(f tabular.File, o Options) ([]peer.Person, tabular.Report, error) {
	t := readPeople(f, o)
	return t.result()
}

func (t table[T]) result() ([]T, tabular.Report, error) {
	if t.err != nil {
		return nil, t.report, t.err
	}
	if err := t.faults.Err(); err != nil {
		return nil, t.report, err
	}
	return t.rows, t.report, nil
}

func readPeople(f tabular.File, o Options) table[peer.Person] {
	t := tabular.NewReader(f, o.people())
	var people pile[peer.Person]
	shared := map[string]string{}
	for t.Next() {
		p := peer.Person{
			Key:      peer.ExternalID(strings.Clone(t.Field(personID))),
			Manager:  peer.ExternalID(strings.Clone(t.Field(managerID))),
			Team:     once(shared, t.Field(team)),
			Location: once(shared, t.Field(location)),
			SameAs:   peer.ExternalID(strings.Clone(t.Field(sameAs))),
		}
		var err error
		if p.Status, err = parseStatus(t.Field(status)); err != nil {
			t.Refuse(status, err)
		}
		if p.Key != "" && strings.IndexByte("=+-@", p.Key[0]) >= 0 {
			warning := fault(FaultIDFormula)
			warning.Warning = true
			t.Fault(personID, warning)
		}
		people.add(p)
		t.Keep()
	}
	return table[peer.Person]{rows: people.rows(), report: t.Report(), faults: t.Faults(), whole: t.Whole(), err: t.Err()}
}

// once returns the one copy of a text that many people share.
func once(shared map[string]string, text string) string {
	if kept, ok := shared[text]; ok {
		return kept
	}
	text = strings.Clone(text)
	shared[text] = text
	return text
}
