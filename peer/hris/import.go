package hris

import (
	"errors"
	"slices"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
)

// Files are what an organisation is read from.
type Files struct {
	// People lists everybody with their line manager.
	People tabular.File
	// Lines lists the relations beside the line of managers; may be left out.
	Lines tabular.File
}

// Report says how files were read.
type Report struct {
	People tabular.Report
	// Lines is zero when there was no such file.
	Lines tabular.Report
	// Warnings are those of both files and of the organisation, with their
	// places, people first.
	Warnings peer.Faults
}

// Import reads the files and builds the organisation, all or nothing. The
// error is of type peer.Faults and lists every fault of both files with file,
// line and column, those between the people included; or it is the error of a
// stream. The report is filled in as far as the reading got.
//
// While it reads, a million people take about 300 MiB of memory, and in the
// organisation about 100 MiB.
func Import(f Files, o Options) (*peer.Organisation, Report, error) {
	people := readPeople(f.People, o)
	lines := table[peer.Relation]{whole: true}
	if f.Lines.Reader != nil {
		lines = readLines(f.Lines, o)
	}
	report := Report{People: people.report, Lines: lines.report}
	if err := errors.Join(people.err, lines.err); err != nil {
		return nil, report, err
	}
	org, err := peer.NewOrganisation(people.rows, lines.rows, o.Organisation)
	found := organisationFaults(org, err)
	if !people.whole {
		found = slices.DeleteFunc(found, func(f peer.Fault) bool { return missing(f.Code) })
	}
	if noHierarchy(people, o.Organisation) {
		found = append(found, peer.Fault{Code: FaultNoHierarchy, Field: "manager_id", Words: fault(FaultNoHierarchy).Words})
	}
	if org != nil {
		found = append(found, almostNumbers(people.rows, org)...)
	}
	all := located(found, people, lines)
	_, report.Warnings = all.Split()
	if err := all.Err(); err != nil {
		return nil, report, err
	}
	return org, report, nil
}

// organisationFaults returns everything that building said.
func organisationFaults(org *peer.Organisation, err error) peer.Faults {
	var faults peer.Faults
	if errors.As(err, &faults) {
		return faults
	}
	return slices.Clone(org.Warnings())
}

// missing reports whether a record that could not be read may be the reason
// of a fault: somebody seems not to be there.
func missing(code peer.FaultCode) bool {
	switch code {
	case peer.FaultPersonUnknown, peer.FaultManagerUnknown, peer.FaultIDCase, peer.FaultRootUnknown, peer.FaultSeveralTops:
		return true
	}
	return false
}

// located gives the faults of building their places and puts all in order,
// file by file.
func located(found peer.Faults, people table[peer.Person], lines table[peer.Relation]) peer.Faults {
	inPeople, inLines := people.faults, lines.faults
	for _, f := range found {
		switch f.List {
		case "lines":
			inLines = append(inLines, lines.report.Locate(f))
		case "people", "":
			inPeople = append(inPeople, people.report.Locate(f))
		default: // a declared root stands in no file
			f.Field, f.List = f.List, ""
			inPeople = append(inPeople, people.report.Locate(f))
		}
	}
	return append(tabular.InOrder(inPeople), tabular.InOrder(inLines)...)
}

// noHierarchy reports whether two people or more have no manager among them
// and nobody said that it is so.
func noHierarchy(people table[peer.Person], cfg peer.OrganisationConfig) bool {
	if len(people.rows) < 2 || !people.whole || cfg.Flat {
		return false
	}
	declared := map[peer.ExternalID]bool{}
	for _, root := range cfg.Roots {
		declared[root] = true
	}
	open := false
	for _, p := range people.rows {
		if p.Manager != "" {
			return false
		}
		open = open || !declared[p.Key]
	}
	return open
}

// almostNumbers warns of ids such as 007 beside 7: they are two people, and
// many a spreadsheet program has made them one.
func almostNumbers(people []peer.Person, org *peer.Organisation) peer.Faults {
	var warnings peer.Faults
	for i := range people {
		short := withoutZeros(people[i].Key)
		if short == people[i].Key {
			continue
		}
		if _, both := org.Node(short); both {
			f := fault(FaultIDAlmostNumber)
			f.List, f.Index, f.Field, f.Warning = "people", i, "person_id", true
			f.IDs = []peer.ExternalID{short, people[i].Key}
			warnings = append(warnings, f)
		}
	}
	return warnings
}

// withoutZeros returns the shortest way to write a number, and any other key
// as it is.
func withoutZeros(key peer.ExternalID) peer.ExternalID {
	first := 0
	for i := range len(key) {
		if key[i] < '0' || key[i] > '9' {
			return key
		}
		if first == i && key[i] == '0' && i < len(key)-1 {
			first = i + 1
		}
	}
	return key[first:]
}
