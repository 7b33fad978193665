package intake

import (
	"errors"
	"slices"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
)

// Files are what the demand of a round is read from.
type Files struct {
	Requests   tabular.File
	Supporters tabular.File
	// History may be left out.
	History tabular.File
}

// Demand is who asks for support and who gives it, in the order of the files.
type Demand struct {
	Requests   []peer.Request
	Supporters []peer.Supporter
	History    []peer.Relationship
}

// Report says how the files were read.
type Report struct {
	Requests   tabular.Report
	Supporters tabular.Report
	// History is zero when there was no such file.
	History tabular.Report
	// Warnings are those of all files with their places, file by file.
	Warnings peer.Faults
}

// Read reads the files and holds them against the organisation, which must not
// be nil, all or nothing. The error is of type peer.Faults and lists every
// fault of all files with file, line and column, or it is the error of a
// stream. Seekers and supporters who have left the organisation stay in the
// lists, where matching suspends them, and are reported by a warning with the
// code [FaultLeft].
func Read(f Files, org *peer.Organisation, o Options) (Demand, Report, error) {
	requests := readRequests(f.Requests, o)
	supporters := readSupporters(f.Supporters, o)
	var history table[peer.Relationship]
	if f.History.Reader != nil {
		history = readHistory(f.History, o)
	}
	requests.add(CheckRequests(org, requests.rows))
	supporters.add(CheckSupporters(org, supporters.rows))
	history.add(CheckHistory(org, history.rows))
	all := slices.Concat(requests.faults, supporters.faults, history.faults)
	report := Report{Requests: requests.report, Supporters: supporters.report, History: history.report}
	_, report.Warnings = all.Split()
	if err := errors.Join(requests.err, supporters.err, history.err); err != nil {
		return Demand{}, report, err
	}
	if err := all.Err(); err != nil {
		return Demand{}, report, err
	}
	return Demand{Requests: requests.rows, Supporters: supporters.rows, History: history.rows}, report, nil
}
